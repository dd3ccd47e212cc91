#include "indexer/reading/html_tags.h"

#include <algorithm>

#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_space(char c) { return kWhiteSpace.find(c) != std::string_view::npos; }

bool starts_like(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char b, char a) { return lower(a) == b; });
}

// Where a letter of a tag stands.
enum class Place { between, name, after_name, after_equals, value, junk };

Place place_after(Place place, char c) {
  if (place == Place::after_equals) return is_space(c) ? place : Place::value;
  if (is_space(c)) return place == Place::name || place == Place::after_name ? Place::after_name : Place::between;
  if (c == '=' && (place == Place::name || place == Place::after_name)) return Place::after_equals;
  if (place == Place::between || place == Place::after_name)
    return c == '/' ? Place::between : is_letter(c) || c == '_' || c == ':' || c == '.' ? Place::name : Place::junk;
  return place;
}

// Attributes of the tag whose name begins at `at`, which moves behind the tag.
std::size_t count_attributes(std::string_view page, std::size_t& at) {
  while (at < page.size() && !is_space(page[at]) && page[at] != '>' && page[at] != '/') ++at;
  std::size_t count = 0;
  for (auto place = Place::between; at < page.size() && page[at] != '>'; ++at) {
    const char c = page[at];
    if (place == Place::after_equals && (c == '"' || c == '\'')) {
      at = std::min(page.find(c, at + 1), page.size());
      place = Place::between;
      continue;
    }
    const auto next = place_after(place, c);
    if (next == Place::name && place != Place::name) ++count;
    place = next;
  }
  return count;
}

// Behind a comment or the text of a script, in which there are no tags; `at` if it never ends.
std::size_t after_raw_text(std::string_view page, std::size_t at, std::string_view end) {
  for (auto next = at; (next = page.find(end.substr(0, 2), next)) != std::string_view::npos; ++next)
    if (starts_like(page.substr(next), end)) return next + end.size();
  return at;
}

}  // namespace

std::size_t most_attributes(std::string_view page) {
  std::size_t most = 0;
  std::size_t gathered = 0;
  bool comment_ends = true;
  bool script_ends = true;
  bool style_ends = true;
  const auto skip = [&](std::size_t at, std::string_view end, bool& ends) {
    const auto after = ends ? after_raw_text(page, at, end) : at;
    ends = after != at;  // asked once only, or a page of openings would take the square of its time
    return after;
  };
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
    const auto tag = page.substr(++at);
    if (tag.starts_with("!--")) at = skip(at, "-->", comment_ends);
    if (tag.empty() || !is_letter(tag.front())) continue;
    auto count = count_attributes(page, at);
    if (starts_like(tag, "html") || starts_like(tag, "body")) count = gathered += count;
    if (starts_like(tag, "script")) at = skip(at, "</script", script_ends);
    if (starts_like(tag, "style")) at = skip(at, "</style", style_ends);
    most = std::max(most, count);
  }
  return most;
}

}  // namespace newshound::reading
