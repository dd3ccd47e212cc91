#include "indexer/format/terms.h"

#include "indexer/format/schema.h"

#include <xxhash.h>

#include <array>
#include <cstdio>

namespace newshound::format {
namespace {

// Xapian's limit is 245 bytes, with each zero byte counted twice.
constexpr std::size_t kMaxTermBytes = 245;
constexpr std::size_t kHashBytes = 33;  // "#" and 32 hexadecimal digits

std::string hash_suffix(std::string_view value) {
  const XXH128_hash_t hash = XXH3_128bits(value.data(), value.size());
  std::array<char, kHashBytes + 1> text{};
  std::snprintf(text.data(), text.size(), "#%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text.data();
}

// How many bytes of the beginning of `value` Xapian counts as at most `most`.
std::size_t fitting_bytes(std::string_view value, std::size_t most) {
  std::size_t counted = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    counted += value[i] == '\0' ? 2 : 1;
    if (counted > most) return i;
  }
  return value.size();
}

}  // namespace

std::string word_term(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  return term.append(word);
}

std::string stem_term(std::string_view prefix, std::string_view stemmer, std::string_view stem) {
  std::string term;
  assign_stem_term(term, prefix, stemmer, stem);
  return term;
}

void assign_stem_term(std::string& term, std::string_view prefix, std::string_view stemmer, std::string_view stem) {
  term.assign(kStemPrefix).append(prefix).append(stemmer).append(":").append(stem);
}

std::string value_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (fitting_bytes(value, kMaxTermBytes - prefix.size()) == value.size()) return term.append(value);
  std::size_t end = fitting_bytes(value, kMaxTermBytes - prefix.size() - kHashBytes);
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
  return term.append(value.substr(0, end)).append(hash_suffix(value));
}

std::string own_value_term(std::string_view prefix, std::string_view value) {
  return value_term(std::string(prefix) + "V", value);
}

std::string has_term(std::string_view field) { return value_term(find_field("has")->prefix, field); }

}  // namespace newshound::format
