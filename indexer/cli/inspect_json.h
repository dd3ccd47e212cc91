// `newshound-index inspect --format jsonl`: what would be indexed and why, one object a line. The shape is documented
// in docs/commands.md; unknown values are null, never an empty string.
#ifndef NEWSHOUND_CLI_INSPECT_JSON_H
#define NEWSHOUND_CLI_INSPECT_JSON_H

#include <newshound/article.h>
#include <newshound/reader.h>

#include <string>

namespace newshound::index_cli {

// Without the line feed at its end.
std::string inspect_json(const Article& article);
std::string inspect_json(const Rejection& rejection);

}  // namespace newshound::index_cli

#endif
