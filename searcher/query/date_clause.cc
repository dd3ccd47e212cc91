#include "searcher/query/date_clause.h"

#include "indexer/format/dates.h"
#include "searcher/query/query_error.h"
#include "searcher/query/relative_date.h"

#include <array>
#include <cstddef>
#include <optional>

namespace newshound::query {
namespace {

using format::DayRange;

constexpr const char* kAccepted =
    "write a year, month, day, week or quarter (2024, 2024-05, 2024-05-06, 2024-W18, 2024-Q2), today, yesterday or 7d; "
    "date: and added: take a range of them as well (2024-05..2024-06, 7d.., ..2024)";

// One end of the expression, with its place in the query.
struct DateText {
  std::string_view text;
  Span span;
};

Error bad_date(const DateText& date) {
  const auto shown = quoted_in_message(date.text);
  const auto relative = read_relative_date(date.text);
  if (!relative) return query_error(shown + " is not a date", date.span, kAccepted);
  if (relative->unit == "m")
    return query_error("the m of " + shown + " could be minutes or months", date.span, "write mo for months");
  if (relative->unit == "h" || relative->unit == "min")
    return query_error(shown + " is less than a day, and dates are whole days", date.span, "write days, as in 1d");
  return query_error(shown + " is before the year 1", date.span, kAccepted);
}

bool is_writable(Day day) {
  return day >= *format::make_day(format::kMinYear, 1, 1) && day <= *format::make_day(format::kMaxYear, 12, 31);
}

std::optional<DayRange> find_period(std::string_view text, Day today) {
  if (text == "today" && is_writable(today)) return DayRange{today, today};
  if (text == "yesterday" && is_writable(today) && is_writable(today - 1)) return DayRange{today - 1, today - 1};
  if (const auto relative = read_relative_date(text)) {
    const auto day = day_before(*relative, today);
    return day && is_writable(*day) ? std::optional(DayRange{*day, *day}) : std::nullopt;
  }
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

Result<QueryNode> range_clause(std::string_view field, std::string_view value, std::size_t dots, Day today, Span span) {
  QueryNode node{.kind = QueryNode::Kind::date_range, .field = std::string(field)};
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
  const bool takes_ranges = field == "date" || field == "added";
  const auto dots = value.find("..");
  if (takes_ranges && dots != std::string_view::npos) return range_clause(field, value, dots, today, span);
  const auto period = read_period({value, span}, today);
  if (!period) return period.error();
  QueryNode node{.kind = QueryNode::Kind::date_range, .field = field == "added" ? "added" : "date"};
  if (field != "before") node.first = period->first;
  if (takes_ranges) node.last = period->last;
  if (field == "before") node.last = period->first - 1;
  if (field == "before" && !is_writable(*node.last))
    return query_error("there is no day before " + quoted_in_message(value), span, "write a later date");
  return node;
}

std::string date_text(const QueryNode& range) {
  const auto name = range.field + ":";
  if (range.first && range.first == range.last) return name + format::to_string(*range.first);
  const std::string first = range.first ? format::to_string(*range.first) : "";
  const std::string last = range.last ? format::to_string(*range.last) : "";
  return name + first + ".." + last;
}

}  // namespace newshound::query
