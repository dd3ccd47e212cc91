// Which day "today" is, from --tz and --now. C++20's time-zone database is missing from our compiler, so zone names go
// through the C library.
#ifndef NEWSHOUND_CLI_CLOCK_H
#define NEWSHOUND_CLI_CLOCK_H

#include <newshound/article.h>
#include <newshound/result.h>

#include <cstdint>
#include <string>

namespace newshound::search_cli {

// `zone`: "" (the machine's), "UTC", "+02:00", "Europe/Paris". `now`: "" (then `seconds` since 1970 count), a date, or
// an ISO 8601 timestamp; without an offset a timestamp is local to the zone. Errc::usage. Changes TZ for a moment: one
// thread at a time.
Result<Day> today(const std::string& zone, const std::string& now, std::int64_t seconds);

}  // namespace newshound::search_cli

#endif
