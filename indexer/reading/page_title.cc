#include "indexer/reading/page_title.h"

#include "indexer/reading/white_space.h"

namespace newshound::reading {

std::optional<TitleEnding> known_ending(std::string_view page_title) {
  for (std::size_t at = 1; at < page_title.size(); ++at)
    for (const auto separator : kTitleSeparators) {
      if (!page_title.substr(at).starts_with(separator)) continue;
      const auto* outlet = understanding::find_outlet(trim(page_title.substr(at + separator.size())));
      if (outlet) return TitleEnding{trim(page_title.substr(0, at)), outlet};
    }
  return {};
}

}  // namespace newshound::reading
