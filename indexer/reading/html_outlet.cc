#include "indexer/reading/html_outlet.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/format/analysis.h"
#include "indexer/reading/page_title.h"
#include "indexer/reading/white_space.h"
#include "indexer/understanding/outlet_lexicon.h"

namespace newshound::reading {
namespace {

// Publishing tools that name themselves where the outlet's name belongs, folded. A wrong outlet is worse than none.
constexpr std::array kTools = std::to_array<std::string_view>(
    {"blogger", "wordpress", "wordpress.com", "tumblr", "wix.com", "squarespace", "drupal", "joomla"});

std::string_view unless_tool(std::string_view name) {
  return std::find(kTools.begin(), kTools.end(), format::fold_value(name)) == kTools.end() ? name : std::string_view();
}

struct Ending {
  std::string_view before;
  std::string_view after;
};

// At the last separator.
std::optional<Ending> split_ending(std::string_view title) {
  std::optional<Ending> ending;
  for (const auto separator : kTitleSeparators) {
    const auto at = title.rfind(separator);
    if (at == std::string_view::npos || at == 0 || (ending && at < ending->before.size())) continue;
    ending = Ending{title.substr(0, at), trim(title.substr(at + separator.size()))};
  }
  return ending;
}

bool is_same_outlet(std::string_view name, std::string_view outlet) {
  if (format::fold_value(name) == format::fold_value(outlet)) return true;
  const auto* known = understanding::find_outlet(outlet);
  return known && understanding::find_outlet(name) == known;
}

}  // namespace

Field find_outlet_of_page(const OutletEvidence& evidence) {
  if (const auto name = unless_tool(evidence.publisher); !name.empty())
    return {std::string(name), Standing::given, "JSON-LD publisher"};
  if (const auto name = unless_tool(evidence.site_name); !name.empty())
    return {std::string(name), Standing::given, "og:site_name"};
  const auto host = understanding::host_of(evidence.url);
  if (const auto* outlet = understanding::find_outlet_by_host(host))
    return {std::string(outlet->name), Standing::derived, "host " + std::string(host)};
  if (const auto ending = known_ending(evidence.page_title))
    return {std::string(ending->outlet->name), Standing::stated, "page title suffix"};
  return {};
}

std::string without_outlet(std::string_view title, std::string_view outlet) {
  const auto ending = split_ending(title);
  return std::string(ending && !outlet.empty() && is_same_outlet(ending->after, outlet) ? trim(ending->before) : title);
}

}  // namespace newshound::reading
