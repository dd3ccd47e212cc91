#include "tests/oracle/naive_fields.h"

#include "indexer/format/analysis.h"
#include "indexer/understanding/outlet_lexicon.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>

namespace newshound::oracle {
namespace {

std::vector<std::string> entity_names(const Article& article, std::optional<EntityType> type) {
  std::set<std::string> names;
  for (const auto& entity : article.entities)
    if (!type || entity.type == type) names.insert(entity.name);
  return {names.begin(), names.end()};
}

std::vector<std::string> one(const std::string& value) {
  return value.empty() ? std::vector<std::string>{} : std::vector<std::string>{value};
}

// Names that mean the same as the value.
std::vector<std::string> other_names(const std::string& field, const std::string& value) {
  if (field == "outlet") return understanding::outlet_names(value);
  if (field == "lang") return {value.substr(0, value.find('-'))};
  return {};
}

std::chrono::sys_days as_date(Day day) { return std::chrono::sys_days(std::chrono::days(day)); }

Day start_of(DateUnit unit, Day day) {
  using namespace std::chrono;
  const auto date = as_date(day);
  const year_month_day ymd(date);
  switch (unit) {
    case DateUnit::day:
      return day;
    case DateUnit::week:
      return day - static_cast<Day>(weekday(date).iso_encoding()) + 1;
    case DateUnit::month:
      return static_cast<Day>(sys_days(ymd.year() / ymd.month() / 1).time_since_epoch().count());
    case DateUnit::year:
      return static_cast<Day>(sys_days(ymd.year() / January / 1).time_since_epoch().count());
  }
  return day;
}

}  // namespace

std::vector<std::string> values_of(const Article& article, const std::string& field) {
  if (field == "outlet") return one(article.outlet.value);
  if (field == "byline") return one(article.byline.value);
  if (field == "section") return one(article.section.value);
  if (field == "lang" || field == "language") return one(article.language.value);
  if (field == "entity") return entity_names(article, {});
  if (field == "person") return entity_names(article, EntityType::person);
  if (field == "org") return entity_names(article, EntityType::organization);
  if (field == "place") return entity_names(article, EntityType::place);
  if (field == "id") return one(article.id);
  if (field == "url") return one(article.url.value);
  return {};
}

bool has_value(const Article& article, const std::string& field, const std::string& value) {
  for (const auto& own : values_of(article, field)) {
    if (field == "id" || field == "url") return own == value;
    auto names = other_names(field, own);
    names.push_back(own);
    for (const auto& name : names)
      if (format::fold_value(name) == format::fold_value(value)) return true;
  }
  return false;
}

bool is_known(const Article& article, const std::string& field) {
  return field == "date" ? article.day.has_value() : !values_of(article, field).empty();
}

FacetResult count_facet(const std::vector<const Article*>& articles, const std::string& facet, std::uint64_t limit) {
  std::map<std::string, std::uint64_t> counts;
  FacetResult result;
  result.field = facet;
  for (const auto* article : articles) {
    const auto values = values_of(*article, facet);
    if (values.empty()) ++result.unknown;
    for (const auto& value : values) ++counts[value];
  }
  result.distinct = counts.size();
  for (const auto& [value, count] : counts) result.buckets.push_back({value, count});
  std::stable_sort(result.buckets.begin(), result.buckets.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  if (result.buckets.size() > limit) result.buckets.resize(limit);
  return result;
}

Histogram count_days(const std::vector<const Article*>& articles, DateUnit unit) {
  std::map<Day, std::uint64_t> days;
  Histogram histogram;
  histogram.unit = unit;
  for (const auto* article : articles) {
    if (article->day)
      ++days[*article->day];
    else
      ++histogram.undated;
  }
  if (days.empty()) return histogram;
  for (Day day = days.begin()->first; day <= days.rbegin()->first; ++day) {
    const Day start = start_of(unit, day);
    if (histogram.buckets.empty() || histogram.buckets.back().start != start) histogram.buckets.push_back({start, 0});
    if (const auto found = days.find(day); found != days.end()) histogram.buckets.back().count += found->second;
  }
  return histogram;
}

}  // namespace newshound::oracle
