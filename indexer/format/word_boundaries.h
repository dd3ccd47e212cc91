// Where words begin and end: ICU's word boundaries (UAX #29, root locale), but for
// - scripts written without spaces: each extended grapheme cluster is a piece of its own, so that any part of a run can
//   be found;
// - Hangul, a run of which is one word, composed or not (ICU 72 does so for composed syllables only);
// - '@' and the narrow no-break space, which part words (ICU 72 joins e-mail addresses; later versions do not, and UAX
//   #29 would join a French word to the guillemet's space);
// - the letter apostrophe U+02BC, which parts words, as other apostrophes do, unless it stands between two letters;
// - words of underscores only, which are none.
//
// ICU costs too much for every byte of an archive, so stretches of plain ASCII take a splitter of our own that gives
// what ICU gives (tests/format/word_boundaries_test.cc).
#ifndef NEWSHOUND_FORMAT_WORD_BOUNDARIES_H
#define NEWSHOUND_FORMAT_WORD_BOUNDARIES_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace newshound::format {

// Bytes [begin, end) of a text that hold a letter or a number.
struct WordSpan {
  enum class Kind : std::uint8_t {
    plain,      // ASCII without an apostrophe
    word,       // any other word
    character,  // one grapheme cluster of a script written without spaces
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Kind kind = Kind::word;
  friend bool operator==(const WordSpan&, const WordSpan&) = default;
};

// Not safe for two threads at once.
class WordSplitter {
 public:
  WordSplitter();
  ~WordSplitter();

  // Replaces `words` by the words of `text`, in order.
  void split(std::string_view text, std::vector<WordSpan>& words);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newshound::format

#endif
