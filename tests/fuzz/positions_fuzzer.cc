// libFuzzer entry: any bytes as a positions file. Whatever they are, they are refused as damaged or of another version,
// or every question about them is answered or refused as damaged.
#include "indexer/format/guard.h"
#include "indexer/format/positions.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using newshound::Errc;
using namespace newshound::format;

void ask_everything(const Positions& positions) {
  (void)positions.find("Zen:ferri");
  (void)positions.aliases("Zen:resum");
  positions.check_all();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    ask_everything(Positions(std::string_view(reinterpret_cast<const char*>(data), size), "positions"));
  } catch (const Failure& failure) {
    const auto code = failure.error().code;
    if (code != Errc::damaged && code != Errc::wrong_version) std::abort();
  }
  return 0;
}
