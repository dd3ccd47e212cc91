// libFuzzer entry: any bytes as a columns file. Whatever they are, they are refused as damaged or of another version,
// or every question about them is answered or refused as damaged.
#include "indexer/format/columns.h"
#include "indexer/format/guard.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace {

using newshound::Errc;
using namespace newshound::format;

template <typename Ask>
void ask(Ask&& question) {
  try {
    std::forward<Ask>(question)();
  } catch (const Failure& failure) {
    if (failure.error().code != Errc::damaged) std::abort();
  }
}

void ask_everything(const Columns& columns) {
  ask([&] { columns.check_all(); });
  for (std::uint32_t row = 0; row < columns.rows(); ++row) ask([&] { (void)columns.row(row); });
  for (const auto column : kFacetColumns) {
    const auto& facet = columns.facet(column);
    ask([&] {
      for (std::uint32_t ordinal = 0; ordinal <= facet.distinct(); ++ordinal) (void)facet.value(ordinal + 1);
    });
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A copy, aligned as a mapped file is.
  const std::unique_ptr<char[]> bytes(new char[size]);
  if (size > 0) std::memcpy(bytes.get(), data, size);
  try {
    ask_everything(Columns(std::string_view(bytes.get(), size), "columns"));
  } catch (const Failure& failure) {
    const auto code = failure.error().code;
    if (code != Errc::damaged && code != Errc::wrong_version) std::abort();
  }
  return 0;
}
