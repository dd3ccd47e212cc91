#include "indexer/reading/html_tags.h"

#include <algorithm>
#include <utility>

#include "indexer/format/ascii.h"
#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

bool is_space(char c) { return kWhiteSpace.find(c) != std::string_view::npos; }

// Whether a tag, with what follows, has that name.
bool is_named(std::string_view tag, std::string_view lower_case) {
  if (!format::starts_like(tag, lower_case)) return false;
  const auto rest = tag.substr(lower_case.size());
  return rest.empty() || rest.front() == '>' || rest.front() == '/' || is_space(rest.front());
}

// Where a letter of a tag stands.
enum class Place { between, name, after_name, after_equals, value, junk };

Place place_after(Place place, char c) {
  if (place == Place::after_equals) return is_space(c) ? place : Place::value;
  if (is_space(c)) return place == Place::name || place == Place::after_name ? Place::after_name : Place::between;
  if (c == '=' && (place == Place::name || place == Place::after_name)) return Place::after_equals;
  if (place == Place::between || place == Place::after_name)
    return c == '/'                                                         ? Place::between
           : format::is_ascii_letter(c) || c == '_' || c == ':' || c == '.' ? Place::name
                                                                            : Place::junk;
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

constexpr std::size_t kNowhere = std::string_view::npos;

// Where `end`, in lower case, begins at or after `at`; kNowhere if nowhere.
std::size_t find_end(std::string_view page, std::size_t at, std::string_view end) {
  for (; (at = page.find(end.substr(0, 2), at)) != kNowhere; ++at)
    if (format::starts_like(page.substr(at), end)) return at;
  return kNowhere;
}

// Elements and comments in which there are no tags.
struct RawText {
  std::string_view begin;
  std::string_view end;
  bool ends =
      true;  // false once no end was found: not looked for again, or a page of openings took the square of its time
};

class TagScanner {
 public:
  explicit TagScanner(std::string_view page) : page_(page) {}

  TagLook scan() {
    while ((at_ = page_.find('<', at_)) != kNowhere) {
      const auto rest = page_.substr(++at_);
      if (rest.starts_with(comment_.begin)) skip(comment_);
      if (!rest.empty() && format::is_ascii_letter(rest.front())) look_at(rest);
    }
    return std::move(look_);
  }

 private:
  void look_at(std::string_view rest) {
    const auto begin = at_;
    auto count = count_attributes(page_, at_);
    if (is_named(rest, "html") || is_named(rest, "body")) count = gathered_ += count;
    look_.most_attributes = std::max(look_.most_attributes, count);
    for (auto* raw : {&script_, &style_})
      if (is_named(rest, raw->begin)) look_at_code(page_.substr(begin, at_ - begin), *raw);
  }

  // `tag` is the opening one, without its end.
  void look_at_code(std::string_view tag, RawText& raw) {
    const auto begin = at_ + 1;
    if (!skip(raw) || at_ <= begin || tag.find("json") != kNowhere) return;
    look_.code.push_back(page_.substr(begin, at_ - begin));
  }

  // To where the raw text ends; false if it does not.
  bool skip(RawText& raw) {
    const auto end = raw.ends ? find_end(page_, at_, raw.end) : kNowhere;
    raw.ends = end != kNowhere;
    if (raw.ends) at_ = end;
    return raw.ends;
  }

  std::string_view page_;
  std::size_t at_ = 0;
  std::size_t gathered_ = 0;  // attributes of <html> and <body>
  RawText comment_{"!--", "-->"};
  RawText script_{"script", "</script"};
  RawText style_{"style", "</style"};
  TagLook look_;
};

}  // namespace

TagLook look_at_tags(std::string_view page) { return TagScanner(page).scan(); }

}  // namespace newshound::reading
