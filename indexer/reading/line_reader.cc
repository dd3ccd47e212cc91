#include "indexer/reading/line_reader.h"

namespace newshound::reading {

std::optional<Line> LineReader::next() {
  buffer_.consume(given_);
  given_ = 0;
  std::size_t searched = 0;
  while (true) {
    const auto window = buffer_.window();
    const auto feed = window.find('\n', searched);
    const bool found = feed != std::string_view::npos;
    const std::size_t length = found ? feed : window.size();
    if (length > max_bytes_) return skip_long_line();
    if (found) {
      given_ = length + 1;
      return Line{window.substr(0, length), buffer_.line(), buffer_.offset(), false};
    }
    searched = window.size();
    if (buffer_.fill()) continue;
    if (window.empty() || !buffer_.stream().fault().empty()) return {};
    given_ = length;
    return Line{window, buffer_.line(), buffer_.offset(), false};
  }
}

Line LineReader::skip_long_line() {
  const Line line{{}, buffer_.line(), buffer_.offset(), true};
  do {
    const auto feed = buffer_.window().find('\n');
    if (feed != std::string_view::npos) {
      buffer_.consume(feed + 1);
      break;
    }
    buffer_.consume(buffer_.window().size());
  } while (buffer_.fill());
  return line;
}

}  // namespace newshound::reading
