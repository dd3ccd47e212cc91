#include "indexer/reading/finishing.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/format/ascii.h"
#include "indexer/format/dates.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxIdBytes = 4096;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string make_id(const Article& article, std::string_view name, const std::string& prefix) {
  if (!article.id.empty()) return prefix + article.id;
  if (article.url.known()) return prefix + article.url.value;
  if (!name.empty()) return prefix + std::string(name);
  return prefix + content_hash(article.title, article.body);
}

std::optional<std::string> fault_of_id(const std::string& id) {
  if (id.size() > kMaxIdBytes) return "an id of more than 4096 bytes";
  if (std::any_of(id.begin(), id.end(), is_control)) return "an id with a control character";
  if (first_bad_byte(id)) return "an id that is not UTF-8";
  return {};
}

void set_day(Article& article) {
  if (!article.published.known()) return;
  article.day = format::parse_day(article.published.value);
  if (!article.day) article.published.evidence = "not a date Newshound understands";
}

// Where the ending of the last path component begins; the size of `path` if it has none.
std::size_t ending_of(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || path[dot - 1] == '/') return path.size();
  const auto ending = path.substr(dot + 1);
  if (ending.empty() || ending.size() > 8 || !format::is_ascii_letter(ending.front())) return path.size();
  const bool plain = std::all_of(ending.begin(), ending.end(),
                                 [](char c) { return format::is_ascii_letter(c) || format::is_ascii_digit(c); });
  return plain ? dot : path.size();
}

}  // namespace

Item finish(Article article, std::uint64_t offset, std::string_view name, const ReadOptions& options) {
  Rejection rejection{article.source, article.line.value_or(0), offset, {}, {}};
  const bool has_text = !article.title.empty() || !article.body.empty();
  if (has_text || !article.id.empty() || article.url.known() || !name.empty())
    article.id = make_id(article, name, options.id_prefix);
  if (auto fault = fault_of_id(article.id)) {
    const bool is_named = !name.empty() && article.id == options.id_prefix + std::string(name);
    rejection.reason = *std::move(fault) + (is_named ? ": it comes from the file's name" : "");
    return rejection;
  }
  if (!has_text) {
    rejection.id = article.id;
    rejection.reason = "no title and no body";
    return rejection;
  }
  set_day(article);
  return article;
}

std::string content_hash(std::string_view title, std::string_view body) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  XXH3_128bits_update(state.get(), title.data(), title.size());
  XXH3_128bits_update(state.get(), "\0", 1);
  XXH3_128bits_update(state.get(), body.data(), body.size());
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(state.get()));
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hash;
  for (const unsigned char byte : bytes.digest) {
    hash += kDigits[byte >> 4];
    hash += kDigits[byte & 15];
  }
  return hash;
}

std::string without_ending(std::string_view path) {
  static constexpr std::array<std::string_view, 4> kCompressions = {".gz", ".zst", ".bz2", ".xz"};
  const auto outer = ending_of(path);
  if (std::find(kCompressions.begin(), kCompressions.end(), path.substr(outer)) != kCompressions.end())
    path = path.substr(0, outer);
  return std::string(path.substr(0, ending_of(path)));
}

}  // namespace newshound::reading
