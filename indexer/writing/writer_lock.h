// One writer at a time: an advisory lock on the file LOCK, which the operating system drops when the process ends
// however it ends, so a crashed writer leaves no stale lock. The file's text is the holder's process id, for the
// message.
#ifndef NEWSHOUND_WRITING_WRITER_LOCK_H
#define NEWSHOUND_WRITING_WRITER_LOCK_H

#include <chrono>
#include <filesystem>
#include <functional>

namespace newshound::writing {

class WriterLock {
 public:
  // Waits up to `wait`; throws Failure with Errc::locked (naming the holder), Errc::io, or Errc::stopped if meanwhile
  // `stop`, if there is one, says so.
  WriterLock(const std::filesystem::path& path, std::chrono::milliseconds wait, const std::function<bool()>& stop = {});
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  ~WriterLock();

 private:
  int descriptor_ = -1;
};

}  // namespace newshound::writing

#endif
