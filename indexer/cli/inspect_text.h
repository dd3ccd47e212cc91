// `newshound-index inspect` for people: an article with the standing of and the evidence for each of its values. Text
// of an article cannot command the terminal: control characters and direction marks are shown as a replacement
// character.
#ifndef NEWSHOUND_CLI_INSPECT_TEXT_H
#define NEWSHOUND_CLI_INSPECT_TEXT_H

#include <newshound/article.h>
#include <newshound/reader.h>

#include <string>

namespace newshound::index_cli {

// Several lines, each ended by a line feed, an empty one last.
std::string inspect_text(const Article& article);
std::string inspect_text(const Rejection& rejection);

}  // namespace newshound::index_cli

#endif
