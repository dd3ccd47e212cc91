#include "indexer/reading/record_cutter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace newshound::reading {
namespace {

// What has its own end and may hold anything: no tag in it counts.
struct Closed {
  std::string_view opening;
  std::string_view closing;
};
constexpr std::array<Closed, 3> kClosed = {{{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}}};
constexpr std::size_t kLongestMark = 9;

}  // namespace

bool ends_element_name(char c) { return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

RecordCutter::RecordCutter(InputBuffer& buffer, std::vector<std::string> names, std::string outer,
                           std::uint64_t max_bytes)
    : buffer_(buffer), names_(std::move(names)), has_outer_(!outer.empty()), max_bytes_(max_bytes) {
  if (has_outer_) names_.push_back(std::move(outer));
}

std::optional<Record> RecordCutter::next() {
  buffer_.consume(std::exchange(given_, 0));
  Piece opening;
  if (!skip_to_opening(opening)) return {};
  if (opening.kind == Piece::Kind::empty_element) return give(opening, opening.end);
  for (std::size_t at = opening.end;;) {
    const auto piece = next_piece(at, true);
    if (piece.begin > max_bytes_) return fault_of_long(opening, piece.begin);
    if (piece.kind == Piece::Kind::closing && piece.name == opening.name) return give(opening, piece.end);
    if (piece.kind == Piece::Kind::opening && piece.name == opening.name)
      return fault(opening, piece.begin, "the record is not closed");
    at = piece.kind == Piece::Kind::unfinished ? piece.begin : piece.end;
    if (piece.kind != Piece::Kind::unfinished) continue;
    if (buffer_.window().size() > max_bytes_) return fault_of_long(opening, buffer_.window().size());
    if (fill_for(piece)) continue;
    if (!buffer_.stream().fault().empty()) return {};
    return fault(opening, buffer_.window().size(), "the record is not closed");
  }
}

// The window then begins with a record; false if there is none any more.
bool RecordCutter::skip_to_opening(Piece& opening) {
  for (std::size_t at = 0;;) {
    const auto piece = next_piece(at, marks_count_);
    const bool outer = has_outer_ && piece.name + 1 == names_.size();
    const bool opens = piece.kind == Piece::Kind::opening || piece.kind == Piece::Kind::empty_element;
    if (outer && (piece.kind == Piece::Kind::closing || piece.kind == Piece::Kind::empty_element)) outer_closed_ = true;
    if (opens && !outer) {
      buffer_.consume(piece.begin);
      opening = {piece.kind, 0, piece.end - piece.begin, piece.name};
      return true;
    }
    at = piece.end;
    if (piece.kind != Piece::Kind::unfinished) continue;
    if (!fill_between_records(piece)) return false;
    at = 0;
  }
}

// A mark whose end was not there is looked for from its beginning again: in twice as much, or that would take long.
bool RecordCutter::fill_for(const Piece& unfinished) {
  const auto size = buffer_.window().size();
  if (!buffer_.fill()) return false;
  if (unfinished.begin == size) return true;
  while (buffer_.window().size() < 2 * size && buffer_.fill()) {
  }
  return true;
}

// Drops what is looked at. A mark that does not close, a comment say, is given up, and all marks after it: each could
// cost a look at all that follows.
bool RecordCutter::fill_between_records(const Piece& unfinished) {
  buffer_.consume(unfinished.begin);
  if (buffer_.window().size() <= max_bytes_ && fill_for(unfinished)) return true;
  if (buffer_.window().empty() || !buffer_.stream().fault().empty()) return false;
  marks_count_ = false;
  buffer_.consume(1);
  return true;
}

// The first piece from there on that is not mere text. `unfinished`: it takes a longer window to tell.
RecordCutter::Piece RecordCutter::next_piece(std::size_t from, bool marks_count) const {
  const auto begin = buffer_.window().find('<', from);
  if (begin == std::string_view::npos) {
    const auto size = buffer_.window().size();
    return {Piece::Kind::unfinished, size, size, 0};
  }
  return piece_at(begin, marks_count);
}

RecordCutter::Piece RecordCutter::piece_at(std::size_t begin, bool marks_count) const {
  const auto window = buffer_.window();
  const auto text = window.substr(begin);
  for (const auto& [opening, closing] : kClosed) {
    if (!marks_count || !text.starts_with(opening)) continue;
    const auto end = text.find(closing, opening.size());
    if (end == std::string_view::npos) return {Piece::Kind::unfinished, begin, window.size(), 0};
    return {Piece::Kind::other, begin, begin + end + closing.size(), 0};
  }
  if (marks_count && text.size() < kLongestMark && text.starts_with("<!"))
    return {Piece::Kind::unfinished, begin, window.size(), 0};
  return tag_at(begin);
}

RecordCutter::Piece RecordCutter::tag_at(std::size_t begin) const {
  const auto window = buffer_.window();
  auto text = window.substr(begin + 1);
  const bool closing = text.starts_with('/');
  if (closing) text.remove_prefix(1);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const auto& name = names_[i];
    if (text.size() <= name.size()) {
      if (std::string_view(name).starts_with(text)) return {Piece::Kind::unfinished, begin, window.size(), 0};
      continue;
    }
    if (!text.starts_with(name) || !ends_element_name(text[name.size()])) continue;
    const auto end = window.find('>', begin);
    if (end == std::string_view::npos) return {Piece::Kind::unfinished, begin, window.size(), 0};
    const bool empty = !closing && window[end - 1] == '/';
    return {closing ? Piece::Kind::closing
            : empty ? Piece::Kind::empty_element
                    : Piece::Kind::opening,
            begin, end + 1, i};
  }
  return {Piece::Kind::other, begin, begin + 1, 0};
}

Record RecordCutter::give(const Piece& opening, std::size_t length) {
  given_ = length;
  if (length > max_bytes_) return fault(opening, length, "longer than " + std::to_string(max_bytes_) + " bytes");
  return {buffer_.window().substr(0, length), names_[opening.name], buffer_.line(), buffer_.offset(), {}};
}

Record RecordCutter::fault(const Piece& opening, std::size_t length, std::string reason) {
  given_ = length;
  return {{}, names_[opening.name], buffer_.line(), buffer_.offset(), std::move(reason)};
}

// Drops what was looked at, and goes on to a closing tag, wherever that stands, comments or not.
Record RecordCutter::fault_of_long(const Piece& opening, std::size_t looked_at) {
  auto record = fault(opening, 0, "longer than " + std::to_string(max_bytes_) + " bytes");
  buffer_.consume(looked_at);
  const std::string closing = "</" + names_[opening.name];
  while (true) {
    const auto window = buffer_.window();
    const auto found = window.find(closing);
    if (found != std::string_view::npos) {
      buffer_.consume(found + closing.size());
      return record;
    }
    buffer_.consume(window.size() - std::min(window.size(), closing.size() - 1));
    if (!buffer_.fill()) return record;
  }
}

}  // namespace newshound::reading
