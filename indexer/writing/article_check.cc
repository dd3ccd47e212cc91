#include "indexer/writing/article_check.h"

#include "indexer/format/dates.h"

#include <unicode/ustring.h>

#include <algorithm>
#include <string_view>

namespace newshound::writing {
namespace {

// ICU counts the UTF-16 units and stops at the first byte that is not UTF-8.
bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t units = 0;
  u_strFromUTF8(nullptr, 0, &units, text.data(), static_cast<int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

// Days outside have no date to be written as.
bool has_date(Day day) { return day >= format::kFirstDay && day <= format::kLastDay; }

// With what JSON puts around each.
std::size_t meta_bytes(const Article& article) {
  std::size_t bytes = article.id.size() + article.title.size() + article.source.size() + article.bounds.evidence.size();
  for (const Field* field : {&article.subtitle, &article.outlet, &article.agency, &article.published, &article.byline,
                             &article.section, &article.url, &article.language})
    bytes += field->value.size() + field->evidence.size();
  constexpr std::size_t kAround = 32;
  for (const auto& entity : article.entities) bytes += entity.name.size() + kAround;
  for (const auto& dropped : article.dropped) bytes += dropped.text.size() + dropped.reason.size() + kAround;
  return bytes;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::optional<std::string> why_rejected(const Article& article, std::uint64_t longest) {
  if (article.id.empty()) return "it has no id";
  if (article.id.size() > kMaxIdBytes) return "its id is longer than 4,096 bytes";
  if (std::any_of(article.id.begin(), article.id.end(), is_control)) return "its id holds a control character";
  if (article.title.empty() && article.body.empty()) return "no title and no body";
  if (article.body.size() > format::kMaxTextBytes) return "its text is larger than 1 GiB";
  if (article.title.size() + article.subtitle.value.size() + article.body.size() > longest)
    return "longer than " + std::to_string(longest) + " bytes, the most that the memory to use allows";
  if (meta_bytes(article) > kMaxMetaBytes) return "its fields are larger than 128 MiB";
  for (const auto& day : {article.day, article.bounds.earliest, article.bounds.latest})
    if (day && !has_date(*day)) return "its day is outside the years 1 to 9999";
  for (const std::string* text : {&article.id,
                                  &article.title,
                                  &article.body,
                                  &article.outlet.value,
                                  &article.outlet.evidence,
                                  &article.published.value,
                                  &article.published.evidence,
                                  &article.byline.value,
                                  &article.byline.evidence,
                                  &article.subtitle.value,
                                  &article.subtitle.evidence,
                                  &article.agency.value,
                                  &article.agency.evidence,
                                  &article.bounds.evidence,
                                  &article.section.value,
                                  &article.section.evidence,
                                  &article.url.value,
                                  &article.url.evidence,
                                  &article.language.value,
                                  &article.language.evidence})
    if (!is_utf8(*text)) return "its text is not UTF-8";
  if (!is_utf8(article.source)) return "the name of its file is not UTF-8";
  for (const auto& entity : article.entities)
    if (entity.name.empty() || !is_utf8(entity.name)) return "the name of an entity is empty or not UTF-8";
  for (const auto& dropped : article.dropped)
    if (!is_utf8(dropped.text) || !is_utf8(dropped.reason)) return "its text is not UTF-8";
  return {};
}

}  // namespace newshound::writing
