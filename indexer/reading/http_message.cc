#include "indexer/reading/http_message.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "indexer/format/ascii.h"
#include "indexer/reading/paragraphs.h"

namespace newshound::reading {
namespace {

class Chunks final : public ByteStream {
 public:
  explicit Chunks(std::unique_ptr<ByteStream> body) : body_(std::move(body)) {}

  std::size_t read(char* into, std::size_t capacity) override {
    if (left_ == 0 && !raw_ && !ended_) next_chunk();
    if (at_ < held_.size()) {  // what was taken for the size of a chunk and is none
      const auto length = std::min(capacity, held_.size() - at_);
      std::copy_n(held_.data() + at_, length, into);
      at_ += length;
      return length;
    }
    if (ended_) return 0;
    const auto length = body_->read(into, raw_ ? capacity : std::min<std::uint64_t>(capacity, left_));
    if (!raw_) left_ -= length;
    if (length == 0) ended_ = true;
    return length;
  }

  [[nodiscard]] const std::string& fault() const override { return fault_.empty() ? body_->fault() : fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return body_->bytes_taken(); }

 private:
  // "1a3f;extension" CRLF, after the CRLF of the chunk before; size 0 ends the body.
  void next_chunk() {
    std::string line = take_line();
    if (!first_ && trimmed(line).empty()) line = take_line();
    const auto text = trimmed(line);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), left_, 16);
    const bool is_size = error == std::errc() && (end == text.data() + text.size() || *end == ';' || *end == ' ');
    if (!is_size && first_) {
      raw_ = true;
      held_ = std::move(line);
    } else if (!is_size) {
      ended_ = true;
      if (body_->fault().empty()) fault_ = "a chunk without a size";
    }
    first_ = false;
    if (!raw_ && left_ == 0) ended_ = true;
  }

  std::string take_line() {
    constexpr std::size_t kLongest = 4096;
    std::string line;
    char c = '\0';
    while (line.size() < kLongest && body_->read(&c, 1) == 1) {
      line += c;
      if (c == '\n') break;
    }
    return line;
  }

  std::unique_ptr<ByteStream> body_;
  std::uint64_t left_ = 0;  // of the chunk
  bool first_ = true;
  bool raw_ = false;
  bool ended_ = false;
  std::string held_;
  std::size_t at_ = 0;
  std::string fault_;
};

}  // namespace

HeaderLines::HeaderLines(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto colon = line.find(':');
    if ((line.starts_with(' ') || line.starts_with('\t')) && !lines_.empty())
      lines_.back().second += " " + std::string(trimmed(line));
    else if (colon != std::string_view::npos)
      lines_.emplace_back(format::ascii_lower_case(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
}

std::string HeaderLines::value(std::string_view name) const {
  const auto lower = format::ascii_lower_case(name);
  for (const auto& [known, value] : lines_)
    if (known == lower) return value;
  return {};
}

MediaType parse_media_type(std::string_view value) {
  MediaType media{format::ascii_lower_case(trimmed(value.substr(0, value.find(';')))), {}};
  constexpr std::string_view kKey = "charset=";
  const auto at = format::ascii_lower_case(value).find(kKey);
  if (at == std::string::npos) return media;
  auto set = value.substr(at + kKey.size());
  set = trimmed(set.substr(0, set.find(';')));
  if (set.size() >= 2 && (set.front() == '"' || set.front() == '\'')) set = set.substr(1, set.size() - 2);
  media.character_set = std::string(set);
  return media;
}

int status_of(std::string_view line) {
  if (!line.starts_with("HTTP/")) return 0;
  const auto space = line.find(' ');
  if (space == std::string_view::npos) return 0;
  int status = 0;
  const auto digits = line.substr(space + 1, 3);
  std::from_chars(digits.data(), digits.data() + digits.size(), status);
  return status;
}

std::unique_ptr<ByteStream> without_chunks(std::unique_ptr<ByteStream> body) {
  return std::make_unique<Chunks>(std::move(body));
}

}  // namespace newshound::reading
