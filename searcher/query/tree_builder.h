// Second stage: tokens -> tree, by the grammar in parser.h.
#ifndef NEWSHOUND_QUERY_TREE_BUILDER_H
#define NEWSHOUND_QUERY_TREE_BUILDER_H

#include "searcher/query/token.h"

#include <newshound/results.h>
#include <newshound/searcher.h>

#include <string>
#include <vector>

namespace newshound::query {

// `tokens` must hold one or more, its brackets balanced. Appends to `warnings`.
Result<QueryNode> build_tree(std::vector<Token> tokens, Match match, Day today, std::vector<std::string>& warnings);

}  // namespace newshound::query

#endif
