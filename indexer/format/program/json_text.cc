#include "indexer/format/program/json_text.h"

#include <array>
#include <cstddef>
#include <cstdio>

namespace newshound::program {
namespace {

// The character that begins at `at` if it must be escaped, else 0, and its bytes. Outside strings JSON is plain ASCII,
// so an escape always stands within one. U+0080..9F are C2 80..9F, U+2028..2E are E2 80 A8..AE, U+2066..69 are E2 81
// A6..A9.
unsigned unsafe_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  length = 1;
  if (byte(0) == 0x7F) return 0x7F;
  length = 2;
  if (byte(0) == 0xC2 && byte(1) <= 0x9F) return byte(1);
  length = 3;
  if (byte(0) != 0xE2) return 0;
  if (byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) return 0x2000 + byte(2) - 0x80;
  if (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) return 0x2040 + byte(2) - 0x80;
  return 0;
}

std::string escape(unsigned code) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "\\u%04x", code);
  return text.data();
}

}  // namespace

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string json_text(const Json& value) {
  const std::string raw = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string safe;
  safe.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    std::size_t length = 1;
    const unsigned code = unsafe_at(raw, at, length);
    if (code == 0) {
      safe += raw[at++];
    } else {
      safe += escape(code);
      at += length;
    }
  }
  return safe;
}

}  // namespace newshound::program
