// The title of a page, which often ends in the name of its outlet: "Ferry sails - Harbour Gazette".
#ifndef NEWSHOUND_READING_PAGE_TITLE_H
#define NEWSHOUND_READING_PAGE_TITLE_H

#include <array>
#include <optional>
#include <string_view>

#include "indexer/understanding/outlet_lexicon.h"

namespace newshound::reading {

// What pages put between a headline and the outlet.
inline constexpr std::array kTitleSeparators =
    std::to_array<std::string_view>({" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " :: ", " \u00ab ", " / "});

struct TitleEnding {
  std::string_view headline;
  const understanding::OutletEntry* outlet;
};

// The longest ending after a separator that the outlet lexicon knows. Never a guess: empty if it knows none.
std::optional<TitleEnding> known_ending(std::string_view page_title);

}  // namespace newshound::reading

#endif
