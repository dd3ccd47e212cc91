#include "indexer/reading/html_charset.h"

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "indexer/format/characters.h"
#include "indexer/reading/character_set.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kBytesLookedAt = 4 << 10;
constexpr std::size_t kCharactersOfUtf8 = 4;  // so many valid ones beyond ASCII, and none invalid, are no accident
constexpr std::string_view kEndsOfName = " \t\r\n\"'>;/?";

// What web pages mean by these names (WHATWG Encoding, section 4.2) and ICU does not.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kMeantSets = {
    {{"iso-8859-1", "windows-1252"},
     {"latin1", "windows-1252"},
     {"us-ascii", "windows-1252"},
     {"ascii", "windows-1252"},
     {"iso-8859-9", "windows-1254"},
     {"gb2312", "gb18030"},
     {"gbk", "gb18030"},
     {"euc-kr", "windows-949"},
     {"ks_c_5601-1987", "windows-949"}}};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return result;
}

std::string meant(std::string_view declared) {
  auto name = lower(declared);
  for (const auto& [written, set] : kMeantSets)
    if (name == written) return std::string(set);
  // A declaration that could be read as ASCII was not written in UTF-16.
  return name == "utf8" || name.starts_with("utf-16") ? "utf-8" : name;
}

std::string value_after(std::string_view text, std::string_view key) {
  const auto at = text.find(key);
  if (at == std::string_view::npos) return {};
  auto value = text.substr(at + key.size());
  const auto begin = value.find_first_not_of(" \t\r\n=\"'");
  if (begin == std::string_view::npos) return {};
  value.remove_prefix(begin);
  return std::string(value.substr(0, value.find_first_of(kEndsOfName)));
}

std::size_t count_beyond_ascii(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xc0; }));
}

// Bytes that mean nothing become U+FFFD. Empty if ICU does not know the set.
std::optional<std::string> convert(std::string_view bytes, const std::string& character_set) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(character_set.c_str(), &status));
  if (U_FAILURE(status)) return {};
  icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.getAlias(), status);
  if (U_FAILURE(status)) return {};
  text.findAndReplace(icu::UnicodeString(u'\u001a'), icu::UnicodeString(u'\ufffd'));  // ICU's other word for it
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// Bytes that belong to no character of UTF-8 taken one by one for windows-1252; empty if these are the rule.
std::optional<std::string> mend_utf8(std::string_view bytes) {
  std::string mended;
  std::size_t bad = 0;
  std::size_t good = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto begin = at;
    const auto character = format::next_character(bytes, at);
    const auto character_bytes = bytes.substr(begin, at - begin);
    (character < 0 ? bad : good) += character < 0 || character >= 0x80;
    mended += character < 0 ? convert(character_bytes, "windows-1252").value_or("\xef\xbf\xbd")
                            : std::string(character_bytes);
  }
  if (bad > good) return {};
  return mended;
}

std::optional<DecodedPage> decode_undeclared(std::string bytes) {
  auto decoded = decode_text(std::move(bytes));
  if (!decoded) return {};
  return DecodedPage{std::move(decoded->text), decoded->taken.empty() ? "" : "not UTF-8, read as " + decoded->taken};
}

std::optional<DecodedPage> decode_declared_utf8(std::string bytes) {
  if (!first_bad_byte(bytes)) return DecodedPage{std::move(bytes), {}};
  if (auto mended = mend_utf8(bytes))
    return DecodedPage{*std::move(mended), "not UTF-8 throughout, other bytes read as windows-1252"};
  return decode_undeclared(std::move(bytes));
}

std::optional<DecodedPage> decode_declared(std::string bytes, const std::string& set) {
  if (set == "utf-8") return decode_declared_utf8(std::move(bytes));
  if (count_beyond_ascii(bytes) >= kCharactersOfUtf8 && !first_bad_byte(bytes))
    return DecodedPage{std::move(bytes), "declared " + set + ", but is UTF-8"};
  if (auto text = convert(bytes, set)) return DecodedPage{*std::move(text), {}};
  auto page = decode_undeclared(std::move(bytes));
  if (page)
    page->warning =
        "declared " + set + ", which is no known character set" + (page->warning.empty() ? "" : "; " + page->warning);
  return page;
}

std::optional<DecodedPage> decode(std::string bytes, std::string_view declared) {
  if (bytes.size() > INT32_MAX) return {};
  if (bytes.starts_with(kByteOrderMark)) return decode_declared_utf8(bytes.substr(kByteOrderMark.size()));
  for (const auto& [mark, set] : {std::pair("\xff\xfe", "UTF-16LE"), {"\xfe\xff", "UTF-16BE"}})
    if (bytes.starts_with(mark))
      if (auto text = convert(std::string_view(bytes).substr(2), set)) return DecodedPage{*std::move(text), {}};
  const auto set = declared.empty() ? declared_character_set(bytes) : meant(declared);
  return set.empty() ? decode_undeclared(std::move(bytes)) : decode_declared(std::move(bytes), set);
}

}  // namespace

std::string declared_character_set(std::string_view page) {
  const auto head = lower(page.substr(0, kBytesLookedAt));
  if (head.starts_with("<?xml")) {
    auto set = value_after(head.substr(0, head.find('>')), "encoding");
    if (!set.empty()) return meant(set);
  }
  for (auto at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    auto set = value_after(head.substr(at, head.find('>', at) - at), "charset");
    if (!set.empty()) return meant(set);
  }
  return {};
}

std::optional<DecodedPage> decode_page(std::string bytes, std::string_view declared) {
  auto page = decode(std::move(bytes), declared);
  if (page) std::erase(page->text, '\0');
  return page;
}

}  // namespace newshound::reading
