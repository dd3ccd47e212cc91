// Days as text for both programs: "2024-05-06".
#ifndef NEWSHOUND_FORMAT_PROGRAM_DAY_TEXT_H
#define NEWSHOUND_FORMAT_PROGRAM_DAY_TEXT_H

#include <newshound/article.h>

#include <optional>
#include <string>
#include <string_view>

namespace newshound::program {

std::string day_text(Day day);

// Empty for anything else than one existing day.
std::optional<Day> parse_day_text(std::string_view text);

}  // namespace newshound::program

#endif
