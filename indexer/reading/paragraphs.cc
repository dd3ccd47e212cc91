#include "indexer/reading/paragraphs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace newshound::reading {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f\v";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& sorted, std::string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

}  // namespace

void Paragraphs::widen(Gap gap) { gap_ = std::max(gap_, gap); }

void Paragraphs::add(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kGaps = {"", " ", "\n", "\n\n"};
  for (const char *at = text.data(), *const end = at + text.size(); at != end;) {
    const auto* word = std::find_if_not(at, end, is_space);
    if (word != at) widen(Gap::space);
    if (word == end) return;
    at = std::find_if(word, end, is_space);
    if (!text_.empty()) text_ += kGaps[static_cast<std::size_t>(gap_)];
    gap_ = Gap::none;
    text_.append(word, at);
  }
}

void Paragraphs::end_line() { widen(Gap::line); }

void Paragraphs::end_paragraph() { widen(Gap::paragraph); }

std::string Paragraphs::take() {
  gap_ = Gap::none;
  return std::exchange(text_, {});
}

bool is_block_element(std::string_view name) {
  static constexpr std::array<std::string_view, 41> kBlocks = {
      "address", "article", "aside",    "block",  "blockquote", "body", "bq",   "caption",   "center", "dd", "div",
      "dl",      "dt",      "fieldset", "figure", "footer",     "form", "h1",   "h2",        "h3",     "h4", "h5",
      "h6",      "header",  "hl1",      "hl2",    "hr",         "li",   "main", "media",     "nav",    "ol", "p",
      "pre",     "section", "table",    "td",     "th",         "tr",   "ul",   "figcaption"};
  static const auto kSorted = [] {
    auto sorted = kBlocks;
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  return holds(kSorted, name);
}

bool is_unread_element(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kUnread = {"head",   "iframe", "media", "noscript", "object",
                                                              "script", "style",  "svg",   "template"};
  return holds(kUnread, name);
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

std::string on_one_line(std::string_view text) {
  Paragraphs line;
  line.add(text);
  return line.take();
}

}  // namespace newshound::reading
