// The one exception seam. Inside the library exceptions may unwind; every public door runs its work in guard(), which
// turns what Xapian, ICU, the operating system and our own code throw into an Error.
#ifndef NEWSHOUND_FORMAT_GUARD_H
#define NEWSHOUND_FORMAT_GUARD_H

#include <newshound/result.h>

#include <exception>
#include <string>
#include <type_traits>
#include <utility>

namespace newshound::format {

// Our own exception: an Error on its way to a door.
class Failure : public std::exception {
 public:
  explicit Failure(Error error) : error_(std::move(error)) {}
  Failure(Errc code, std::string message, std::string hint = {})
      : Failure(Error{code, std::move(message), std::move(hint), {}}) {}

  [[nodiscard]] const Error& error() const { return error_; }
  [[nodiscard]] const char* what() const noexcept override { return error_.message.c_str(); }

 private:
  Error error_;
};

// The Error for the exception in flight; `task` is what was being done, as in "cannot <task>: <why>".
Error current_error(const std::string& task);

// What to do about an error of the system, an errno; empty if it does not tell. True whenever in a commit it comes.
std::string hint_for(int reason);

// Runs `work` and returns its value, or the Error for what it threw.
template <typename Work>
auto guard(const std::string& task, Work&& work) -> Result<std::invoke_result_t<Work>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
      std::forward<Work>(work)();
      return {};
    } else {
      return std::forward<Work>(work)();
    }
  } catch (...) {
    return current_error(task);
  }
}

// The value of a Result, or its Error as a Failure: for code inside that calls a door of a lower room.
template <typename T>
T value_or_throw(Result<T> result) {
  if (!result) throw Failure(result.error());
  return *std::move(result);
}

}  // namespace newshound::format

#endif
