#include "searcher/cli/option_values.h"

#include "indexer/format/program/option_values.h"

#include <string>
#include <utility>

namespace newshound::search_cli {

using program::parse_choice;
using program::usage_error;

Result<Match> parse_match(std::string_view text) {
  return parse_choice<Match>("--match", text, {{"all", Match::all}, {"any", Match::any}});
}

Result<Sort> parse_sort(std::string_view text) {
  return parse_choice<Sort>("--sort", text,
                            {{"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}});
}

Result<ColorMode> parse_color(std::string_view text) {
  return parse_choice<ColorMode>(
      "--color", text, {{"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}});
}

Result<InfoTopic> parse_topic(std::string_view text) {
  return parse_choice<InfoTopic>("info", text,
                                 {{"index", InfoTopic::index},
                                  {"fields", InfoTopic::fields},
                                  {"outlets", InfoTopic::outlets},
                                  {"coverage", InfoTopic::coverage}});
}

Result<DateUnit> parse_unit(std::string_view option, std::string_view text) {
  return parse_choice<DateUnit>(
      option, text,
      {{"day", DateUnit::day}, {"week", DateUnit::week}, {"month", DateUnit::month}, {"year", DateUnit::year}});
}

Result<Format> parse_format(std::string_view text, const CommandSpec& spec) {
  static const std::vector<std::pair<std::string, Format>> kFormats = {
      {"text", Format::text}, {"json", Format::json}, {"jsonl", Format::jsonl},
      {"csv", Format::csv},   {"ids", Format::ids},   {"trec", Format::trec}};
  const std::string offered = "," + std::string(spec.formats) + ",";
  std::vector<std::pair<std::string, Format>> choices;
  for (const auto& choice : kFormats)
    if (offered.find("," + choice.first + ",") != std::string::npos) choices.push_back(choice);
  return parse_choice<Format>("--format", text, choices);
}

std::optional<Error> add_facets(std::string_view list, std::vector<FacetRequest>& facets) {
  constexpr std::uint64_t kMostBuckets = 1'000'000;
  while (true) {
    const std::size_t comma = list.find(',');
    const std::string_view part = list.substr(0, comma);
    const std::size_t colon = part.find(':');
    FacetRequest request{std::string(part.substr(0, colon))};
    if (request.field.empty())
      return usage_error("--facet: a field is missing", "for example --facet outlet:10,entity");
    if (colon != std::string_view::npos) {
      const auto limit = program::parse_number("--facet", part.substr(colon + 1), kMostBuckets);
      if (!limit) return limit.error();
      request.limit = *limit;
    }
    facets.push_back(std::move(request));
    if (comma == std::string_view::npos) return {};
    list.remove_prefix(comma + 1);
  }
}

}  // namespace newshound::search_cli
