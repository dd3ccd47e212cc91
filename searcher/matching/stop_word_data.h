// The text of data/stop_words.tsv, as cmake/embed_text.cmake compiles it in.
#ifndef NEWSHOUND_MATCHING_STOP_WORD_DATA_H
#define NEWSHOUND_MATCHING_STOP_WORD_DATA_H

#include <string_view>

namespace newshound::matching {

extern const std::string_view kStopWordData;

}  // namespace newshound::matching

#endif
