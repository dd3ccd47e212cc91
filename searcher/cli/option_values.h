// What the values of `newshound`'s options mean.
#ifndef NEWSHOUND_CLI_OPTION_VALUES_H
#define NEWSHOUND_CLI_OPTION_VALUES_H

#include "searcher/cli/options.h"

#include <optional>
#include <string_view>
#include <vector>

namespace newshound::search_cli {

Result<Match> parse_match(std::string_view text);
Result<Sort> parse_sort(std::string_view text);
Result<ColorMode> parse_color(std::string_view text);
Result<InfoTopic> parse_topic(std::string_view text);
Result<DateUnit> parse_unit(std::string_view option, std::string_view text);

// Only formats that the command writes.
Result<Format> parse_format(std::string_view text, const CommandSpec& spec);

// "outlet:10,entity": a limit may be left out. Whether a field exists is the searcher's to say.
std::optional<Error> add_facets(std::string_view list, std::vector<FacetRequest>& facets);

}  // namespace newshound::search_cli

#endif
