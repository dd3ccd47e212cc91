// libFuzzer entry: any bytes as a manifest, as they are and sealed with a checksum that holds (else the fuzzer would
// never come further). What is read must lead nowhere outside the archive and be written again as it was read.
#include "indexer/format/guard.h"
#include "indexer/format/manifest.h"
#include "indexer/format/stored_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace newshound::format;

void require(bool holds) {
  if (!holds) std::abort();
}

bool stays_inside(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
         name.find('\0') == std::string::npos;
}

std::optional<Manifest> read(std::string_view text) {
  try {
    return decode_manifest(text, "MANIFEST");
  } catch (const Failure& failure) {
    const auto code = failure.error().code;
    require(code == newshound::Errc::damaged || code == newshound::Errc::wrong_version);
    return {};
  }
}

void check(std::string_view text) {
  const auto manifest = read(text);
  if (!manifest) return;
  for (const auto& segment : manifest->segments) {
    require(stays_inside(segment.name));
    for (const auto& file : segment.files()) require(stays_inside(file.name));
  }
  require(read(encode_manifest(*manifest)) == manifest);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check(text);
  check(R"({"checksum":")" + checksum(text) + R"(","manifest":)" + text + "}\n");
  return 0;
}
