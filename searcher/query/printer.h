// Last stage: a tree -> its canonical text, which parses back to the same tree with Match::all. Brackets only where
// binding needs them, values in quotes only where they could be taken for something else.
#ifndef NEWSHOUND_QUERY_PRINTER_H
#define NEWSHOUND_QUERY_PRINTER_H

#include <newshound/results.h>

#include <string>

namespace newshound::query {

// The tree must be in normal form (simplify.h).
std::string canonical_text(const QueryNode& node);

}  // namespace newshound::query

#endif
