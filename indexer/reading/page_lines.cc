#include "indexer/reading/page_lines.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/format/ascii.h"
#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kMostCreditWords = 14;
constexpr std::size_t kMostCaptionWords = 60;
constexpr std::size_t kMostLabelWords = 12;  // a caption that is no sentence
constexpr std::size_t kMostBreadcrumbWords = 10;
constexpr std::size_t kMostKeywordWords = 4;

// What a credit begins with, in lower case.
constexpr std::array<std::string_view, 17> kCreditStarts = {
    "image source:", "image credit", "image:",   "image via",    "image courtesy", "image copyright",
    "photo:",        "photos:",      "photo by", "photos by",    "photo credit",   "photo courtesy",
    "photograph by", "photograph:",  "picture:", "getty images", "ap photo"};

// Who a photographer's name is joined to by a slash, in lower case.
constexpr std::array<std::string_view, 18> kPhotoAgencies = {
    "wireimage", "filmmagic", "getty images", "getty", "ap",    "ap photo", "associated press", "reuters", "afp",
    "epa",       "corbis",    "shutterstock", "rex",   "alamy", "flickr",   "bloomberg",        "xinhua",  "pa"};

// Lines that are furniture if they are these words and at most two more, in lower case.
constexpr std::array<std::string_view, 12> kFurnitureStarts = {
    "powered by",   "advertisement",       "share this",       "share on",     "follow us", "sign up for",
    "skip to main", "all rights reserved", "related articles", "most popular", "read more", "story continues below"};

// Titles of drawings, which some scrapers take for text.
constexpr std::string_view kDrawingTitle = "created with sketch";

// What a caption says that its people do, as if they still did: news tells it in the past.
constexpr std::array<std::string_view, 24> kCaptionVerbs = {
    "holds",    "speaks",  "poses",   "attends", "arrives",  "walks",  "looks",  "stands",
    "gestures", "smiles",  "listens", "waves",   "sits",     "shakes", "visits", "leaves",
    "talks",    "answers", "greets",  "reacts",  "pictured", "seen",   "shown",  "addresses"};

constexpr std::array<std::string_view, 4> kBreadcrumbSigns = {" > ", " \u203A ", " \u00BB ", " / "};

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at != std::string_view::npos;) {
    const auto end = text.find(separator, at);
    const auto part = trim(text.substr(at, end == std::string_view::npos ? end : end - at));
    if (!part.empty()) parts.push_back(part);
    at = end == std::string_view::npos ? end : end + separator.size();
  }
  return parts;
}

template <typename Table>
bool begins_with_one_of(const Table& table, std::string_view text) {
  return std::any_of(table.begin(), table.end(), [&](auto start) { return text.starts_with(start); });
}

template <typename Table>
bool is_one_of(const Table& table, std::string_view text) {
  return std::find(table.begin(), table.end(), text) != table.end();
}

// "movie" for "movies".
std::string_view singular(std::string_view word) {
  return word.substr(0, word.ends_with('s') ? word.size() - 1 : word.size());
}

// Where nothing divides the parts, one that names its subject again begins the next: Culture, Culture News.
std::vector<std::string> parts_of(const std::vector<std::string_view>& words) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_named_again = i > 0 && singular(words[i]) == singular(words[i - 1]);
    if (parts.empty() || is_named_again)
      parts.emplace_back(words[i]);
    else
      parts.back().append(" ").append(words[i]);
  }
  return parts;
}

}  // namespace

std::size_t word_count(std::string_view line) { return split(line, " ").size(); }

bool ends_as_sentence(std::string_view line) {
  for (const std::string_view quote : {"\"", "'", ")", "\u201D", "\u2019"})
    if (line.ends_with(quote)) line.remove_suffix(quote.size());
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with("\u2026");
}

bool is_credit(std::string_view line) {
  if (word_count(line) > kMostCreditWords) return false;
  auto text = format::ascii_lower_case(line);
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  if (begins_with_one_of(kCreditStarts, text)) return true;
  const auto slash = text.rfind('/');
  return slash != std::string::npos && slash > 0 && format::is_ascii_upper(line[line.find_first_not_of("(")]) &&
         is_one_of(kPhotoAgencies, trim(std::string_view(text).substr(slash + 1)));
}

bool is_breadcrumb(std::string_view line) {
  const auto words = split(line, " ");
  if (words.size() < 2 || words.size() > kMostBreadcrumbWords || words.front() != "Home" || ends_as_sentence(line))
    return false;
  return std::all_of(words.begin(), words.end(),
                     [](auto word) { return format::is_ascii_upper(word.front()) || word.size() <= 3; });
}

bool is_furniture(std::string_view line) {
  const auto text = format::ascii_lower_case(line);
  if (text.find(kDrawingTitle) != std::string::npos) return true;
  return std::any_of(kFurnitureStarts.begin(), kFurnitureStarts.end(), [&](std::string_view start) {
    return text.starts_with(start) && word_count(text) <= word_count(start) + 2;
  });
}

bool is_keyword_list(std::string_view line) {
  const auto parts = split(line, ",");
  if (parts.size() < 2 || ends_as_sentence(line)) return false;
  return std::all_of(parts.begin(), parts.end(), [](auto part) {
    return format::is_ascii_upper(part.front()) && word_count(part) <= kMostKeywordWords;
  });
}

bool may_be_caption(std::string_view line) {
  const auto words = split(line, " ");
  if (words.empty() || words.size() > kMostCaptionWords || line.find(". ") != std::string_view::npos) return false;
  if (!ends_as_sentence(line)) return words.size() <= kMostLabelWords;
  return std::any_of(words.begin(), words.end(), [](auto word) { return is_one_of(kCaptionVerbs, word); });
}

std::string section_of(std::string_view breadcrumb) {
  for (const auto sign : kBreadcrumbSigns)
    if (const auto parts = split(breadcrumb, sign); parts.size() > 1) {
      std::string section;
      for (std::size_t i = 1; i < parts.size(); ++i) section.append(i > 1 ? " / " : "").append(parts[i]);
      return section;
    }
  auto words = split(breadcrumb, " ");
  if (!words.empty()) words.erase(words.begin());
  std::string section;
  for (const auto& part : parts_of(words)) section.append(section.empty() ? "" : " / ").append(part);
  return section;
}

}  // namespace newshound::reading
