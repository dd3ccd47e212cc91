// Article -> better Article: what a source left out and the text tells, each with its standing and evidence. What was
// given stays given; what cannot be known stays unknown.
#ifndef NEWSHOUND_UNDERSTANDING_UNDERSTAND_H
#define NEWSHOUND_UNDERSTANDING_UNDERSTAND_H

#include <newshound/article.h>

namespace newshound::understanding {

// Fills the language if it is unknown (or given as "und") and writes a given one as a BCP 47 tag. Thread rule:
// different articles are free.
void understand(Article& article);

}  // namespace newshound::understanding

#endif
