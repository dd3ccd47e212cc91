// Where a JSON value ends, found by its strings and brackets alone, over as many windows as it takes: a document is cut
// into articles without being held whole, and one that is broken costs no other.
#ifndef NEWSHOUND_READING_JSON_EXTENT_H
#define NEWSHOUND_READING_JSON_EXTENT_H

#include <cstddef>
#include <string>
#include <string_view>

namespace newshound::reading {

class JsonExtent {
 public:
  // Reads on in `text`, which begins where the value begins and has grown since the last call, until something is
  // known. False if it takes more text.
  bool look(std::string_view text);

  // The value ends before this byte.
  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] std::size_t length() const { return at_; }

  // The value is an object, and under one of its keys begins a list of objects that are articles, by the key's name
  // ("items", "articles"). Known before the value has ended.
  [[nodiscard]] bool holds_list() const { return holds_list_; }

  // Reads on behind the beginning of the list.
  void pass_list() { holds_list_ = false; }

  // A line feed was met between the members of an object: the document runs over several lines.
  [[nodiscard]] bool has_lines() const { return has_lines_; }

  // For a value that is left out: `count` bytes of it are gone from the text.
  void forget(std::size_t count);

 private:
  bool step(char c);
  void open(char c);
  void step_in_string(std::string_view text, char c);
  bool close(char c);
  void note_list(char c);
  void note_lines(char c);

  std::size_t at_ = 0;
  std::string open_;        // brackets that are open
  std::size_t deeper_ = 0;  // and more inside them, past what is worth remembering
  bool in_string_ = false;
  bool escaped_ = false;
  std::size_t string_begin_ = 0;
  bool key_names_list_ = false;  // the last string directly in the outermost object
  bool list_begins_ = false;     // its list has just been opened
  bool feed_ = false;            // nothing but white space since a line feed
  bool ended_ = false;
  bool holds_list_ = false;
  bool has_lines_ = false;
};

// Whether lists of articles go by this name.
bool names_list_of_articles(std::string_view key);

}  // namespace newshound::reading

#endif
