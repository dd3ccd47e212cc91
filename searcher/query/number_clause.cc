#include "searcher/query/number_clause.h"

#include "searcher/query/query_error.h"

#include <charconv>
#include <cstdint>
#include <optional>

namespace newshound::query {
namespace {

std::optional<std::uint32_t> read_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto* end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && at == end && !digits.empty() ? std::optional(number) : std::nullopt;
}

Error bad_number(std::string_view field, std::string_view value, Span span) {
  const std::string name(field);
  return query_error(quoted_in_message(value) + " is no number or range of numbers", span,
                     "write " + name + ":800, " + name + ":>800, " + name + ":<=800 or " + name + ":100..800");
}

// False if it is not written with a sign before it.
bool read_comparison(std::string_view value, QueryNode& node) {
  const bool with_equal = value.size() > 1 && value[1] == '=';
  const auto number = read_number(value.substr(with_equal ? 2 : 1));
  if (!number || (value[0] != '<' && value[0] != '>')) return false;
  if (value[0] == '>' && !with_equal && *number == UINT32_MAX) return false;
  if (value[0] == '<' && !with_equal && *number == 0) return false;
  if (value[0] == '>')
    node.least = with_equal ? *number : *number + 1;
  else
    node.most = with_equal ? *number : *number - 1;
  return true;
}

}  // namespace

Result<QueryNode> number_clause(std::string_view field, std::string_view value, Span span) {
  QueryNode node{.kind = QueryNode::Kind::number_range, .field = std::string(field)};
  if (!value.empty() && read_comparison(value, node)) return node;
  const auto dots = value.find("..");
  if (dots == std::string_view::npos) {
    node.least = node.most = read_number(value);
    return node.least ? Result<QueryNode>(node) : bad_number(field, value, span);
  }
  const auto from = value.substr(0, dots);
  const auto to = value.substr(dots + 2);
  node.least = read_number(from);
  node.most = read_number(to);
  const bool is_sound = (from.empty() || node.least) && (to.empty() || node.most) && (node.least || node.most);
  if (!is_sound) return bad_number(field, value, span);
  if (node.least && node.most && *node.least > *node.most)
    return query_error("the range " + quoted_in_message(value) + " ends before it begins", span, "swap its ends");
  return node;
}

std::string number_text(const QueryNode& range) {
  const auto name = range.field + ":";
  if (range.least && range.least == range.most) return name + std::to_string(*range.least);
  const std::string least = range.least ? std::to_string(*range.least) : "";
  const std::string most = range.most ? std::to_string(*range.most) : "";
  return name + least + ".." + most;
}

}  // namespace newshound::query
