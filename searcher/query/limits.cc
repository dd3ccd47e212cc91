#include "searcher/query/limits.h"

#include <algorithm>

namespace newshound::query {

std::size_t depth(const QueryNode& node) {
  std::size_t deepest = 0;
  for (const auto& child : node.children) deepest = std::max(deepest, depth(child));
  return node.children.empty() ? 0 : deepest + 1;
}

std::size_t clause_count(const QueryNode& node) {
  if (node.children.empty()) return 1;
  std::size_t count = 0;
  for (const auto& child : node.children) count += clause_count(child);
  return count;
}

}  // namespace newshound::query
