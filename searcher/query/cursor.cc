#include "searcher/query/cursor.h"

#include "searcher/query/characters.h"

namespace newshound::query {

char Cursor::peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

bool Cursor::quote_at(std::size_t at) const { return at < text_.size() && is_quote(character_at(text_, at).code); }

bool Cursor::space_or_end_at(std::size_t at) const {
  return at >= text_.size() || is_space(character_at(text_, at).code);
}

std::size_t Cursor::end_of_value() const {
  std::size_t end = place_;
  while (!space_or_end_at(end) && text_[end] != '(' && text_[end] != ')') end += character_at(text_, end).length;
  return end;
}

bool Cursor::skip_spaces() {
  const std::size_t begin = place_;
  while (!at_end() && space_or_end_at(place_)) place_ += character_at(text_, place_).length;
  return begin == 0 || place_ > begin;
}

}  // namespace newshound::query
