// Tokens as one line, so that a table can state term, stem, position and byte span together: "ran/run@2[4,7)". The stem
// is left out where it equals the term; a character of a script written without spaces ends with "*".
#ifndef NEWSHOUND_TESTS_FORMAT_RENDERED_TOKENS_H
#define NEWSHOUND_TESTS_FORMAT_RENDERED_TOKENS_H

#include <string>
#include <vector>

#include "indexer/format/analysis.h"

namespace newshound::format {

inline std::string render(const Token& token) {
  std::string line(token.term);
  if (token.stem != token.term) line.append("/").append(token.stem);
  line += '@' + std::to_string(token.position);
  line += '[' + std::to_string(token.begin) + ',' + std::to_string(token.end) + ')';
  if (token.unspaced) line += '*';
  return line;
}

inline std::string render(const std::vector<Token>& tokens) {
  std::string line;
  for (const auto& token : tokens) line += (line.empty() ? "" : " ") + render(token);
  return line;
}

}  // namespace newshound::format

#endif
