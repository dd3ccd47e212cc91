#include "indexer/format/stored_file.h"

#include "indexer/format/guard.h"
#include "tests/format/random_article.h"
#include "tests/format/temporary_directory.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <utility>

namespace newshound::format {
namespace {

template <typename Act>
Error error_of(Act&& act) {
  try {
    std::forward<Act>(act)();
  } catch (const Failure& failure) {
    return failure.error();
  }
  return {Errc::internal, "it went well", "", {}};
}

// They stand in every manifest.
TEST(Checksum, NeverChanges) {
  EXPECT_EQ(checksum(""), "2d06800538d394c2");
  EXPECT_EQ(checksum("newshound"), "bf82e82db595fed7");
}

TEST(Checksum, OfAFileIsThatOfItsBytes) {
  const TemporaryDirectory directory;
  const auto path = directory / "file";
  Random random(1);
  constexpr std::size_t kBlock = std::size_t{1} << 18;  // what is read at once
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{240}, std::size_t{241}, kBlock - 1, kBlock,
                                 kBlock + 1, 3 * kBlock + 7}) {
    SCOPED_TRACE(size);
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    write_new_file(path, bytes);
    EXPECT_EQ(checksum_of_file(path), checksum(bytes));
    EXPECT_EQ(read_file(path), bytes);
    EXPECT_EQ(MappedFile(path).bytes(), bytes);
  }
}

TEST(NewFile, IsWrittenThroughAnotherDescriptorFromItsBeginning) {
  const TemporaryDirectory directory;
  NewFile file(directory / "file");
  const int other = file.open_again();
  EXPECT_EQ(::write(other, "index", 5), 5);
  ::close(other);
  file.sync();
  EXPECT_EQ(read_file(directory / "file"), "index");
}

TEST(StoredFile, ReplacingLeavesTheNewBytesAndNothingElse) {
  const TemporaryDirectory directory;
  const auto path = directory / "MANIFEST";
  replace_file(path, "first and longer");
  replace_file(path, "second");
  EXPECT_EQ(read_file(path), "second");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.path()), {}), 1);
}

TEST(StoredFile, AMappedFileKeepsItsBytesWhenItIsReplacedOrDeleted) {
  const TemporaryDirectory directory;
  const auto path = directory / "file";
  write_new_file(path, "old");
  MappedFile mapped(path);
  replace_file(path, "new");
  EXPECT_EQ(mapped.bytes(), "old");
  std::filesystem::remove(path);
  const MappedFile moved = std::move(mapped);
  EXPECT_EQ(moved.bytes(), "old");
}

TEST(StoredFile, EveryErrorNamesTheFileAndTheReason) {
  const TemporaryDirectory directory;
  write_new_file(directory / "file", "x");
  const auto missing = directory / "none";
  const auto below_a_file = directory / "file" / "under";
  const std::vector<std::pair<Error, std::filesystem::path>> cases = {
      {error_of([&] { (void)read_file(missing); }), missing},
      {error_of([&] { (void)checksum_of_file(missing); }), missing},
      {error_of([&] { const MappedFile mapped(missing); }), missing},
      {error_of([&] { write_new_file(below_a_file, "x"); }), below_a_file},
      {error_of([&] { replace_file(below_a_file, "x"); }), below_a_file},
      {error_of([&] { sync_file(missing); }), missing},
      {error_of([&] { sync_directory(directory / "file"); }), directory / "file"},
  };
  for (const auto& [error, path] : cases) {
    EXPECT_EQ(error.code, Errc::io) << error.message;
    EXPECT_NE(error.message.find(path.string()), std::string::npos) << error.message;
    EXPECT_NE(error.message.find(": "), std::string::npos) << error.message;
  }
}

TEST(StoredFile, WhatIsNoFileIsDamage) {
  const TemporaryDirectory directory;
  const auto error = error_of([&] { (void)read_file(directory.path()); });
  EXPECT_EQ(error.code, Errc::damaged);
  EXPECT_NE(error.message.find(directory.path().string() + " is damaged"), std::string::npos) << error.message;
}

TEST(StoredFile, AFullDiskSaysWhatToDo) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  const auto error = error_of([] { write_new_file("/dev/full", "x"); });
  EXPECT_EQ(error.code, Errc::io);
  EXPECT_NE(error.message.find("/dev/full"), std::string::npos);
  EXPECT_NE(error.hint.find("free some space"), std::string::npos);
}

}  // namespace
}  // namespace newshound::format
