#include "searcher/matching/own_filters.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace newshound::matching {
namespace {

using Kind = QueryNode::Kind;

// The field whose values the clause asks for, if it is nothing else; empty if it is.
std::string field_of_values(const QueryNode& node) {
  if (node.kind == Kind::filter || node.kind == Kind::unknown) return node.field;
  if (node.kind != Kind::disjunction || node.children.empty()) return {};
  auto field = field_of_values(node.children.front());
  const bool is_one = std::all_of(node.children.begin(), node.children.end(),
                                  [&](const QueryNode& child) { return field_of_values(child) == field; });
  return is_one ? field : std::string();
}

QueryNode conjunction_of(std::vector<QueryNode> clauses) {
  if (clauses.size() == 1) return std::move(clauses.front());
  QueryNode node;
  node.kind = clauses.empty() ? Kind::everything : Kind::conjunction;
  node.children = std::move(clauses);
  return node;
}

// Walks the rows of one segment that a filter matches along with those of the rest.
class RowCursor {
 public:
  explicit RowCursor(const std::vector<Match>& matches) : at_(matches.begin()), end_(matches.end()) {}

  bool holds(std::uint32_t row) {
    at_ = std::find_if(at_, end_, [row](const Match& match) { return match.row >= row; });
    return at_ != end_ && at_->row == row;
  }

 private:
  std::vector<Match>::const_iterator at_;
  std::vector<Match>::const_iterator end_;
};

void add(Matches& matches, std::size_t segment, const Match& match) {
  matches.by_segment[segment].push_back(match);
  ++matches.total;
}

}  // namespace

OwnFilters split_own_filters(const QueryNode& ast, const std::vector<std::string>& fields) {
  OwnFilters split;
  std::vector<QueryNode> rest;
  std::vector<std::vector<QueryNode>> own;
  for (const auto& clause : ast.kind == Kind::conjunction ? ast.children : std::vector<QueryNode>{ast}) {
    const auto field = field_of_values(clause);
    if (field.empty() || std::find(fields.begin(), fields.end(), field) == fields.end()) {
      rest.push_back(clause);
      continue;
    }
    const auto at = std::find(split.fields.begin(), split.fields.end(), field) - split.fields.begin();
    if (static_cast<std::size_t>(at) == split.fields.size()) {
      split.fields.push_back(field);
      own.emplace_back();
    }
    own[static_cast<std::size_t>(at)].push_back(clause);
  }
  split.rest = conjunction_of(std::move(rest));
  for (auto& clauses : own) split.filters.push_back(conjunction_of(std::move(clauses)));
  return split;
}

MultiSelectMatches join_own_filters(const Matches& rest, const std::vector<Matches>& filters) {
  MultiSelectMatches joined;
  const auto segments = rest.by_segment.size();
  joined.all.by_segment.resize(segments);
  joined.all.cut_short = rest.cut_short;
  for (const auto& filter : filters) joined.all.cut_short.insert(filter.cut_short.begin(), filter.cut_short.end());
  joined.without.resize(filters.size());
  for (auto& without : joined.without) without.by_segment.resize(segments);
  for (std::size_t segment = 0; segment < segments; ++segment) {
    std::vector<RowCursor> cursors;
    for (const auto& filter : filters) cursors.emplace_back(filter.by_segment[segment]);
    for (const auto& match : rest.by_segment[segment]) {
      std::size_t missing = 0;
      std::size_t missed = 0;
      for (std::size_t i = 0; i < cursors.size(); ++i)
        if (!cursors[i].holds(match.row)) {
          ++missing;
          missed = i;
        }
      if (missing == 0) {
        add(joined.all, segment, match);
        for (auto& without : joined.without) add(without, segment, match);
      } else if (missing == 1) {
        add(joined.without[missed], segment, match);
      }
    }
  }
  return joined;
}

}  // namespace newshound::matching
