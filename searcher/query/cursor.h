// A place in the query text and what can be seen from it. Offsets past the end are allowed and hold nothing.
#ifndef NEWSHOUND_QUERY_CURSOR_H
#define NEWSHOUND_QUERY_CURSOR_H

#include <cstddef>
#include <string_view>

namespace newshound::query {

class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t place() const { return place_; }
  [[nodiscard]] bool at_end() const { return place_ >= text_.size(); }
  void move_to(std::size_t place) { place_ = place; }

  [[nodiscard]] char peek() const { return peek(place_); }
  [[nodiscard]] char peek(std::size_t at) const;
  [[nodiscard]] bool quote_at(std::size_t at) const;
  [[nodiscard]] bool space_or_end_at(std::size_t at) const;
  [[nodiscard]] std::string_view to(std::size_t end) const { return text_.substr(place_, end - place_); }

  // Where the next space or bracket is, or the end.
  [[nodiscard]] std::size_t end_of_value() const;

  // True if there was a space, or this is the start of the text.
  bool skip_spaces();

 private:
  std::string_view text_;
  std::size_t place_ = 0;
};

}  // namespace newshound::query

#endif
