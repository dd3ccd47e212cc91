// libFuzzer entry: any bytes to the query parser. The first byte chooses the options (bit 0: match any, bit 1:
// literal). What is understood must print to a text that means the same; what is refused must name bytes of the text.
#include "searcher/query/parser.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view text, const newshound::query::ParseOptions& options) {
  const auto parsed = newshound::query::parse(text, options);
  if (!parsed) {
    const auto& error = parsed.error();
    require(error.code == newshound::Errc::query && !error.message.empty() && error.span.has_value());
    require(error.span->begin <= error.span->end && error.span->end <= text.size());
    return;
  }
  const auto again = newshound::query::parse(parsed->canonical, {});
  require(again.has_value() && again->ast == parsed->ast && again->canonical == parsed->canonical);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  newshound::query::ParseOptions options;
  options.match = (data[0] & 1U) != 0 ? newshound::Match::any : newshound::Match::all;
  options.literal = (data[0] & 2U) != 0;
  check({reinterpret_cast<const char*>(data) + 1, size - 1}, options);
  return 0;
}
