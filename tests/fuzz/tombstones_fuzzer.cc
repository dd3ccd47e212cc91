// libFuzzer entry: any bytes as tombstones. What is read ascends and is written again as the same bytes.
#include "indexer/format/guard.h"
#include "indexer/format/manifest.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const auto documents = newshound::format::decode_dead(bytes, "dead");
    for (std::size_t i = 1; i < documents.size(); ++i)
      if (documents[i - 1] >= documents[i]) std::abort();
    if (newshound::format::encode_dead(documents) != bytes) std::abort();
  } catch (const newshound::format::Failure& failure) {
    if (failure.error().code != newshound::Errc::damaged) std::abort();
  }
  return 0;
}
