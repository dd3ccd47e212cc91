// Text out of marked-up text: runs of white space become one space, block elements become paragraphs. What HTML in
// feeds (markup_text.h) and XML news items (xml_node.h) have in common.
#ifndef NEWSHOUND_READING_PARAGRAPHS_H
#define NEWSHOUND_READING_PARAGRAPHS_H

#include <string>
#include <string_view>

namespace newshound::reading {

// Takes UTF-8 piece by piece, in the order of the document.
class Paragraphs {
 public:
  void add(std::string_view text);
  void end_line();       // <br>
  void end_paragraph();  // where a block begins or ends

  // Paragraphs with a blank line between them, lines with a line feed; no white space at either end.
  [[nodiscard]] std::string take();

 private:
  enum class Gap { none, space, line, paragraph };

  void widen(Gap gap);

  std::string text_;
  Gap gap_ = Gap::none;  // what stands between the text and whatever comes next
};

// Elements of HTML and NITF that are paragraphs of their own, by their names in lower case.
bool is_block_element(std::string_view name);

// Elements whose content is not to be read: scripts, styles, media.
bool is_unread_element(std::string_view name);

// `text` without ASCII white space at its ends.
std::string_view trimmed(std::string_view text);

// Every run of ASCII white space one space, none at the ends.
std::string on_one_line(std::string_view text);

}  // namespace newshound::reading

#endif
