#include "indexer/reading/json_extent.h"

#include <algorithm>
#include <array>

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxOpen = 4096;  // no parser goes so deep

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

bool JsonExtent::look(std::string_view text) {
  for (; at_ < text.size() && !ended_ && !holds_list_; ++at_) {
    const char c = text[at_];
    if (in_string_)
      step_in_string(text, c);
    else if (step(c))
      break;
    if (ended_) break;
  }
  return ended_ || holds_list_;
}

// No string has a line feed: one that meets it is not closed, and what follows is none of it.
void JsonExtent::step_in_string(std::string_view text, char c) {
  if (c == '\n' || (c == '"' && !escaped_)) {
    in_string_ = false;
    if (open_ == "{" && string_begin_ <= at_)
      key_names_list_ = names_list_of_articles(text.substr(string_begin_, at_ - string_begin_));
    if (!open_.empty()) return;
    ended_ = true;
    if (c == '"') ++at_;
  }
  escaped_ = c == '\\' && !escaped_;
}

// True at the end of the value, `at_` being just behind it.
bool JsonExtent::step(char c) {
  note_lines(c);
  note_list(c);
  if (c == '"') {
    if (open_.empty() && at_ > 0) return ended_ = true;
    in_string_ = true;
    escaped_ = false;
    string_begin_ = at_ + 1;
  } else if (c == '{' || c == '[') {
    if (open_.empty() && at_ > 0) return ended_ = true;
    open(c);
  } else if (c == '}' || c == ']') {
    if (!close(c)) return ended_ = true;
    if (!open_.empty()) return false;
    ++at_;
    return ended_ = true;
  } else if (open_.empty() && (c == ',' || is_space(c))) {
    return ended_ = true;
  }
  return false;
}

void JsonExtent::open(char c) {
  if (open_.size() < kMaxOpen)
    open_ += c;
  else
    ++deeper_;
}

// Closes what is open inside as well; false for a bracket that belongs to something around the value.
bool JsonExtent::close(char c) {
  if (deeper_ > 0) {
    --deeper_;
    return true;
  }
  const auto opening = open_.rfind(c == '}' ? '{' : '[');
  if (opening == std::string::npos) return false;
  open_.resize(opening);
  return true;
}

void JsonExtent::note_list(char c) {
  if (list_begins_ && c == '{') holds_list_ = true;
  if (!is_space(c)) list_begins_ = c == '[' && open_ == "{" && key_names_list_;
}

// `{` on a line of its own is the next article of JSON Lines whose last line was cut, not a member.
void JsonExtent::note_lines(char c) {
  if (c == '\n' && !open_.empty()) feed_ = true;
  if (is_space(c)) return;
  if (feed_ && !(c == '{' && open_ == "{")) has_lines_ = true;
  feed_ = false;
}

void JsonExtent::forget(std::size_t count) {
  at_ -= count;
  string_begin_ = string_begin_ >= count ? string_begin_ - count : std::string::npos;
}

bool names_list_of_articles(std::string_view key) {
  static constexpr std::array<std::string_view, 11> kNames = {
      "articles", "data", "docs", "documents", "entries", "items", "news", "newsItems", "posts", "results", "stories"};
  return std::find(kNames.begin(), kNames.end(), key) != kNames.end();
}

}  // namespace newshound::reading
