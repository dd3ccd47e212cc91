// Why a query matches nothing, in sentences.
#ifndef NEWSHOUND_PRESENTING_WHY_EMPTY_H
#define NEWSHOUND_PRESENTING_WHY_EMPTY_H

#include "indexer/format/dates.h"

#include <newshound/results.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace newshound::presenting {

// `ast` matches nothing; `count` counts the articles that a query matches; `days` are the first and the last that the
// archive has articles of. Names the clauses that match nothing on their own, or else those without which something
// would match.
std::vector<std::string> why_empty(const QueryNode& ast, const std::function<std::uint64_t(const QueryNode&)>& count,
                                   const std::optional<format::DayRange>& days);

}  // namespace newshound::presenting

#endif
