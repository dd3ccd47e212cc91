// Article -> better Article: what a source left out and the text tells, each with its standing and evidence. What was
// given stays given; what cannot be known stays unknown.
#ifndef NEWSHOUND_UNDERSTANDING_UNDERSTAND_H
#define NEWSHOUND_UNDERSTANDING_UNDERSTAND_H

#include <newshound/article.h>

namespace newshound::understanding {

// Fills the language if it is unknown (or given as "und") and writes a given one as a BCP 47 tag. Fills the agency from
// a byline or a dateline, and the outlet from the host of the url, else the dateline, else a copyright line, where the
// lexicon knows it: an outlet that is cited ("Variety reports") is none. Thread rule: different articles are free.
void understand(Article& article);

}  // namespace newshound::understanding

#endif
