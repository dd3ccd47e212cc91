// The head of an HTTP response (RFC 9112) as WARC records keep it, and its body without the chunked coding.
#ifndef NEWSHOUND_READING_HTTP_MESSAGE_H
#define NEWSHOUND_READING_HTTP_MESSAGE_H

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reading/byte_stream.h"

namespace newshound::reading {

// Lines `Name: value` up to a blank one; names are compared whatever their case.
class HeaderLines {
 public:
  // `text` is what stands before the blank line, without the first line of the message.
  explicit HeaderLines(std::string_view text);

  // Trimmed; empty if there is none.
  [[nodiscard]] std::string value(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> lines_;  // names in lower case
};

struct MediaType {
  std::string type;           // "text/html", in lower case
  std::string character_set;  // empty if none is declared
};
MediaType parse_media_type(std::string_view value);

// 200 of "HTTP/1.1 200 OK"; 0 for anything else.
int status_of(std::string_view line);

// The body without its chunks (RFC 9112, 7.1). Bytes that are not in chunks although they should be, as some crawlers
// store them, are handed on as they are.
std::unique_ptr<ByteStream> without_chunks(std::unique_ptr<ByteStream> body);

}  // namespace newshound::reading

#endif
