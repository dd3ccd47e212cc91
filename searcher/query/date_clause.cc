#include "searcher/query/date_clause.h"

#include "indexer/format/dates.h"
#include "searcher/query/characters.h"
#include "searcher/query/query_error.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace newshound::query {
namespace {

using format::DayRange;

constexpr const char* kAccepted =
    "write a year, month or day (2024, 2024-05, 2024-05-06), today or yesterday; date: takes a range of them as well "
    "(2024-05..2024-06, 2024.., ..2024)";

// One end of the expression, with its place in the query.
struct DateText {
  std::string_view text;
  Span span;
};

std::size_t leading_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

// 7d, 2w, 90min
bool is_relative(std::string_view text) {
  constexpr std::array<std::string_view, 7> kUnits = {"min", "h", "d", "w", "mo", "y", "m"};
  const std::size_t digits = leading_digits(text);
  return digits > 0 && std::find(kUnits.begin(), kUnits.end(), text.substr(digits)) != kUnits.end();
}

// 2024-W18, 2024-Q2
bool is_week_or_quarter(std::string_view text) {
  if (leading_digits(text) != 4 || text.size() < 7 || text[4] != '-' || (text[5] != 'W' && text[5] != 'Q'))
    return false;
  return leading_digits(text.substr(6)) == text.size() - 6;
}

Error bad_date(const DateText& date) {
  const auto shown = quoted_in_message(date.text);
  if (is_relative(date.text)) {
    const bool ambiguous = date.text.back() == 'm';
    return not_supported("a relative date (" + shown + ")", date.span,
                         ambiguous ? "a bare m could be minutes or months as well; write a day, as in 2024-05-06.."
                                   : "write a day, as in 2024-05-06..");
  }
  if (is_week_or_quarter(date.text))
    return not_supported("a week or quarter (" + shown + ")", date.span,
                         "write its days, as in 2024-04-29..2024-05-05");
  return query_error(shown + " is not a date", date.span, kAccepted);
}

bool is_writable(Day day) {
  return day >= *format::make_day(format::kMinYear, 1, 1) && day <= *format::make_day(format::kMaxYear, 12, 31);
}

std::optional<DayRange> find_period(std::string_view text, Day today) {
  if (text == "today" && is_writable(today)) return DayRange{today, today};
  if (text == "yesterday" && is_writable(today) && is_writable(today - 1)) return DayRange{today - 1, today - 1};
  return format::parse_period(text);
}

Result<DayRange> read_period(const DateText& date, Day today) {
  if (const auto period = find_period(date.text, today)) return *period;
  return bad_date(date);
}

// The ends before and after "..". A quoted value has no bytes of its own for each end: then both get the whole span.
std::array<DateText, 2> split(std::string_view value, std::size_t dots, Span span) {
  std::array<DateText, 2> ends = {DateText{value.substr(0, dots), span}, DateText{value.substr(dots + 2), span}};
  if (span.end - span.begin == value.size()) {
    ends[0].span.end = span.begin + dots;
    ends[1].span.begin = span.begin + dots + 2;
  }
  return ends;
}

Result<QueryNode> range_clause(std::string_view value, std::size_t dots, Day today, Span span) {
  QueryNode node{.kind = QueryNode::Kind::date_range};
  const auto [from, to] = split(value, dots, span);
  if (from.text.empty() && to.text.empty()) return query_error("a range needs at least one end", span, kAccepted);
  if (!from.text.empty()) {
    const auto period = read_period(from, today);
    if (!period) return period.error();
    node.first = period->first;
  }
  if (!to.text.empty()) {
    const auto period = read_period(to, today);
    if (!period) return period.error();
    node.last = period->last;
  }
  if (node.first && node.last && *node.first > *node.last)
    return query_error("the range " + quoted_in_message(value) + " ends before it begins", span, "swap its ends");
  return node;
}

}  // namespace

Result<QueryNode> date_clause(std::string_view field, std::string_view value, Day today, Span span) {
  const auto dots = value.find("..");
  if (field == "date" && dots != std::string_view::npos) return range_clause(value, dots, today, span);
  const auto period = read_period({value, span}, today);
  if (!period) return period.error();
  QueryNode node{.kind = QueryNode::Kind::date_range};
  if (field != "before") node.first = period->first;
  if (field == "date") node.last = period->last;
  if (field == "before") node.last = period->first - 1;
  if (field == "before" && !is_writable(*node.last))
    return query_error("there is no day before " + quoted_in_message(value), span, "write a later date");
  return node;
}

std::string date_text(const QueryNode& range) {
  if (range.first && range.first == range.last) return "date:" + format::to_string(*range.first);
  const std::string first = range.first ? format::to_string(*range.first) : "";
  const std::string last = range.last ? format::to_string(*range.last) : "";
  return "date:" + first + ".." + last;
}

}  // namespace newshound::query
