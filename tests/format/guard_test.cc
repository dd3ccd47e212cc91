#include "indexer/format/guard.h"

#include "tests/format/temporary_directory.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>

namespace newshound::format {
namespace {

template <typename Exception>
Error error_for(const Exception& exception) {
  const auto result = guard("open the archive", [&] { throw exception; });
  return result ? Error{Errc::internal, "it went well", "", {}} : result.error();
}

TEST(Guard, ExceptionsBecomeOneLineThatNamesTheTaskAndTheReason) {
  const auto denied = std::make_error_code(std::errc::permission_denied);
  EXPECT_EQ(error_for(std::system_error(denied)).message, "cannot open the archive: Permission denied");
  EXPECT_EQ(error_for(std::bad_alloc()).message, "cannot open the archive: out of memory");
  EXPECT_EQ(error_for(std::logic_error("odd")).message, "cannot open the archive: odd");
  EXPECT_EQ(error_for(Failure(Errc::locked, "held by 12")).message, "held by 12");
}

TEST(Guard, FileSystemErrorNamesThePathAndTheReasonAlone) {
  const auto denied = std::make_error_code(std::errc::permission_denied);
  using Fault = std::filesystem::filesystem_error;
  EXPECT_EQ(error_for(Fault("cannot make", "news.idx", denied)).message,
            "cannot open the archive: news.idx: Permission denied");
  EXPECT_EQ(error_for(Fault("cannot rename", "old.idx", "new.idx", denied)).message,
            "cannot open the archive: old.idx: Permission denied");
  EXPECT_EQ(error_for(Fault("cannot look", denied)).message, "cannot open the archive: Permission denied");
  EXPECT_EQ(error_for(Fault("cannot make", "news.idx", denied)).code, Errc::io);
}

TEST(Guard, WhereThereIsNoRoomTheHintSaysWhatToDo) {
  using Fault = std::filesystem::filesystem_error;
  const auto full = std::make_error_code(std::errc::no_space_on_device);
  EXPECT_EQ(error_for(Fault("cannot make", "news.idx", full)).hint,
            "free some space and run again; nothing that was committed is lost");
  EXPECT_EQ(hint_for(ENOSPC), hint_for(EDQUOT));
  EXPECT_EQ(hint_for(EFBIG), "allow larger files (ulimit -f) and run again; nothing that was committed is lost");
  EXPECT_EQ(hint_for(EIO), "");
}

TEST(Guard, FileSystemCallsThatThrowAreToldTheSameWay) {
  const TemporaryDirectory directory;
  const auto missing = directory / "none";
  const auto result = guard("count the files", [&] { return std::filesystem::file_size(missing); });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "cannot count the files: " + missing.string() + ": No such file or directory");
}

}  // namespace
}  // namespace newshound::format
