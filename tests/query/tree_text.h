// A tree as an S-expression, for two-column tests: (and "ferry" (not outlet="Gazette")).
#ifndef NEWSHOUND_TESTS_QUERY_TREE_TEXT_H
#define NEWSHOUND_TESTS_QUERY_TREE_TEXT_H

#include <newshound/results.h>

#include <string>

namespace newshound::query {

// ferry   title/ferry   'a phrase'   outlet="bbc"   (unknown date)   (has date)   (date 2024-05-01 2024-05-31)
// (and ..)   (or ..)   (not ..)   (near 5 ..)   *
std::string tree_text(const QueryNode& node);

}  // namespace newshound::query

#endif
