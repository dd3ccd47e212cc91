// Whether a generation that is not yet current passes a gate.
#ifndef NEWSHOUND_CLI_GATE_CHECK_H
#define NEWSHOUND_CLI_GATE_CHECK_H

#include "indexer/cli/gate.h"

#include <newshound/result.h>
#include <newshound/searcher.h>

#include <cstdint>
#include <vector>

namespace newshound::index_cli {

// Among so many hits an article must be.
inline constexpr std::uint64_t kGateHits = 10;

// The lines that do not hold, in order. `before` is what readers see now; null if nothing, then no count can drop.
Result<std::vector<GateFailure>> failures(const Gate& gate, Searcher& candidate, Searcher* before);

}  // namespace newshound::index_cli

#endif
