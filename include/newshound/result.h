// Errors as values. Every call of the library that can fail returns Result<T>: either a T or an Error that names the
// thing that failed, why, and what to do about it. The library never prints, never aborts and lets no exception out.
//
//   auto searcher = newshound::Searcher::open("news.idx");
//   if (!searcher) return report(searcher.error().message);
//   use(*searcher);
#ifndef NEWSHOUND_RESULT_H
#define NEWSHOUND_RESULT_H

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace newshound {

// What kind of failure it was. The programs map each to one exit code (docs/commands.md).
enum class Errc {
  usage,              // an argument that makes no sense: too little memory, an unknown facet field
  query,              // the query text is wrong; Error::span says where
  archive_not_found,  // no archive at that path
  wrong_version,      // the archive was written by another format or analyser version: rebuild it
  damaged,            // a checksum or a structure of the archive does not hold
  rejected,           // this article cannot be indexed (no text, no id); the others can
  gate,               // a rebuild's result was refused
  io,                 // the operating system refused to read or write; the message names the file
  timeout,            // the time allowed ran out
  locked,             // another writer holds the archive
  stopped,            // the caller's own IndexOptions::stop asked for it
  internal,           // a bug in Newshound
};

// Half-open range of bytes [begin, end) in a UTF-8 text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Error {
  Errc code = Errc::internal;
  std::string message;       // one line: the thing that failed, and why
  std::string hint;          // what to do about it; may be empty
  std::optional<Span> span;  // for Errc::query: the bytes of the query the error is about
};

// A T or an Error. Test with `if (result)`; `*result` is the value, `result.error()` the error. Asking for the one that
// is not there is a programming error and undefined.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] T& operator*() & { return *std::get_if<0>(&state_); }
  [[nodiscard]] const T& operator*() const& { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T* operator->() { return std::get_if<0>(&state_); }
  [[nodiscard]] const T* operator->() const { return std::get_if<0>(&state_); }

  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace newshound

#endif
