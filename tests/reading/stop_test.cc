// A reader that is asked to stop while its source says nothing: a pipe that is held open.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

const std::string kLine = "{\"id\":\"1\",\"title\":\"Ferry\"}\n";
const std::string kRecord = "<REUTERS NEWID=\"9\"><TEXT><TITLE>T</TITLE></TEXT></REUTERS>";

// A pipe with a name that has a writer as long as the object lives, so that its reader never comes to an end.
class OpenPipe {
 public:
  explicit OpenPipe(const std::string& bytes) : path_(folder_.path("pipe")) {
    EXPECT_EQ(::mkfifo(path_.c_str(), 0600), 0);
    writer_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
    EXPECT_EQ(::write(writer_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  ~OpenPipe() { ::close(writer_); }
  OpenPipe(const OpenPipe&) = delete;
  OpenPipe& operator=(const OpenPipe&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  TemporaryFolder folder_;
  std::string path_;
  int writer_ = -1;
};

// What comes of a pipe with these bytes, if the reader is asked to stop when it has long been waiting for more.
ReadAll read_until_stopped(const std::string& bytes) {
  const OpenPipe pipe(bytes);
  std::atomic<bool> stopped = false;
  std::thread asker([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    stopped = true;
  });
  ReadOptions options;
  options.stop = [&] { return stopped.load(); };
  auto all = read_all({pipe.path(), pipe.path()}, options);
  asker.join();
  return all;
}

TEST(Stop, SilentSourceGivesWhatWasWholeAndNothingOfTheRest) {
  const std::vector<std::pair<std::string, Order>> table = {
      {"", {}},
      {"{", {}},  // less than is needed to know the compression
      {kLine, {"1"}},
      {kLine + R"({"id":"2","title":"Har)", {"1"}},
      {kRecord + "<REUTERS NEWID=\"10\"><TEXT>", {"reuters-9"}},
      {"Ferry sails\n\nThe harbour", {}},  // a text is whole when its file ends
      {compress(kLine + kLine, Compression::gzip).substr(0, 24), {}},
      {compress(kLine + kLine, Compression::zstd).substr(0, 24), {}},
  };
  for (const auto& [bytes, order] : table) {
    const auto all = read_until_stopped(bytes);
    EXPECT_EQ(all.order, order) << bytes;
    EXPECT_TRUE(all.warnings.empty()) << bytes;
  }
}

TEST(Stop, NothingComesAfterItAlthoughThereIsMore) {
  const TemporaryFolder folder;
  const auto path = folder.write("news.jsonl", kLine + kLine);
  bool stopped = false;
  ReadOptions options;
  options.stop = [&] { return stopped; };
  auto reader = Reader::open({path, path}, options);
  ASSERT_TRUE(reader);
  EXPECT_TRUE(reader->next());
  stopped = true;
  EXPECT_FALSE(reader->next());
  EXPECT_FALSE(reader->next());
}

TEST(Stop, AskingForItChangesNothingUntilItComes) {
  const TemporaryFolder folder;
  const auto path = folder.write("news.jsonl", kLine + kLine + "broken");
  ReadOptions options;
  options.stop = [] { return false; };
  EXPECT_EQ(read_all({path, folder.path("missing")}, options).order, read_all({path, folder.path("missing")}).order);
}

}  // namespace
}  // namespace newshound::reading
