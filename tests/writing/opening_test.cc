// Who may write where: the lock, what is no archive, other versions, what a killed writer left.
#include "indexer/format/stored_file.h"
#include "tests/writing/archive_under_test.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <thread>

namespace newshound::writing {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

// Runs `act` in a process of its own, which then waits to be killed. Writes to a pipe when `act` is done.
class OtherProcess {
 public:
  explicit OtherProcess(const std::function<void()>& act) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
      act();
      const auto written = ::write(ends[1], "x", 1);
      for (;;) ::pause();
      ::_exit(static_cast<int>(written));
    }
    ::close(ends[1]);
    char done = 0;
    is_ready_ = ::read(ends[0], &done, 1) == 1;
    ::close(ends[0]);
  }
  OtherProcess(const OtherProcess&) = delete;
  OtherProcess& operator=(const OtherProcess&) = delete;
  ~OtherProcess() { kill(); }

  void kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }

  [[nodiscard]] bool is_ready() const { return is_ready_; }
  [[nodiscard]] pid_t number() const { return process_; }

 private:
  pid_t process_ = 0;
  bool is_ready_ = false;
};

TEST(WriterLock, ASecondWriterInThisProcessIsRefusedAndToldWhoWrites) {
  const ArchiveUnderTest archive;
  archive.add({});
  const auto indexer = archive.open();
  for (const auto& error :
       {Indexer::open(archive.path()).error(), rollback(archive.path()).error(), compact(archive.path()).error()}) {
    EXPECT_EQ(error.code, Errc::locked) << error.message;
    EXPECT_NE(error.message.find("process " + std::to_string(::getpid())), std::string::npos) << error.message;
    EXPECT_NE(error.hint.find("time to wait"), std::string::npos);
  }
}

TEST(WriterLock, IsFreeAgainWhenTheIndexerIsGone) {
  const ArchiveUnderTest archive;
  { const auto indexer = archive.open(); }
  { const auto indexer = archive.open(); }
  auto first = archive.open();
  const auto moved = std::move(first);
  EXPECT_FALSE(Indexer::open(archive.path()));
}

TEST(WriterLock, AnotherProcessHoldsItUntilItIsKilled) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "text")});
  std::optional<Indexer> held;
  OtherProcess other([&] {
    auto indexer = Indexer::open(archive.path());
    if (!indexer || !indexer->put(small_article("b", "text"))) ::_exit(1);
    held.emplace(*std::move(indexer));
  });
  ASSERT_TRUE(other.is_ready());
  const auto refused = Indexer::open(archive.path());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::locked);
  EXPECT_NE(refused.error().message.find("process " + std::to_string(other.number())), std::string::npos);
  other.kill();
  archive.add({small_article("c", "text")});
  archive.expect({{"a", small_article("a", "text")}, {"c", small_article("c", "text")}});
}

TEST(WriterLock, WaitsAsLongAsItIsTold) {
  const ArchiveUnderTest archive;
  auto indexer = std::make_optional(archive.open());
  IndexOptions options;
  options.lock_wait = milliseconds(60);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(Indexer::open(archive.path(), options));
  EXPECT_GE(std::chrono::steady_clock::now() - start, milliseconds(60));

  options.lock_wait = milliseconds::max();
  std::thread other([&] {
    std::this_thread::sleep_for(milliseconds(50));
    indexer.reset();
  });
  EXPECT_TRUE(Indexer::open(archive.path(), options));
  other.join();
}

TEST(WriterLock, WaitsNoLongerThanItIsLet) {
  const ArchiveUnderTest archive;
  const auto indexer = archive.open();
  IndexOptions options;
  options.lock_wait = milliseconds::max();
  int asked = 0;
  options.stop_waiting = [&] { return ++asked > 2; };
  const auto refused = Indexer::open(archive.path(), options);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::stopped);
}

TEST(WriterLock, IsNoLinkToSomebodyElsesFile) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "text")});
  const format::TemporaryDirectory elsewhere;
  format::write_new_file(elsewhere / "precious", "text");
  fs::remove(archive.paths().lock());
  fs::create_symlink(elsewhere / "precious", archive.paths().lock());
  EXPECT_EQ(Indexer::open(archive.path()).error().code, Errc::io);
  EXPECT_EQ(format::read_file(elsewhere / "precious"), "text");
}

TEST(Opening, MakesMissingDirectoriesAndTakesEmptyOnes) {
  const format::TemporaryDirectory directory;
  const auto deep = directory / "some" / "news.idx";
  EXPECT_TRUE(Indexer::open(deep.string()));
  const auto empty = directory / "empty";
  fs::create_directory(empty);
  EXPECT_TRUE(Indexer::open(empty.string()));
  EXPECT_TRUE(Indexer::open(empty.string())) << "again, without a commit in between";
  EXPECT_TRUE(Indexer::open((directory / "slash").string() + "/"));
}

TEST(Opening, TooLittleMemoryIsAUsageError) {
  const ArchiveUnderTest archive;
  IndexOptions options;
  options.memory = 63ULL << 20;
  EXPECT_EQ(Indexer::open(archive.path(), options).error().code, Errc::usage);
  EXPECT_FALSE(fs::exists(archive.path()));
}

TEST(Opening, OtherDirectoriesAndFilesAreLeftAlone) {
  const format::TemporaryDirectory directory;
  std::ofstream(directory / "file") << "text";
  fs::create_directory(directory / "photos");
  std::ofstream(directory / "photos" / "ferry.jpg") << "picture";
  for (const char* name : {"file", "photos"}) {
    const auto path = (directory / name).string();
    for (const auto mode : {IndexMode::update, IndexMode::rebuild}) {
      const auto opened = Indexer::open(path, little_memory(mode));
      ASSERT_FALSE(opened);
      EXPECT_EQ(opened.error().code, Errc::archive_not_found) << opened.error().message;
      EXPECT_NE(opened.error().message.find(path), std::string::npos);
    }
    for (const auto& error :
         {generations(path).error(), rollback(path).error(), compact(path).error(), verify(path).error()}) {
      EXPECT_EQ(error.code, Errc::archive_not_found) << error.message;
      EXPECT_NE(error.message.find(path), std::string::npos) << error.message;
    }
  }
  EXPECT_EQ(std::distance(fs::recursive_directory_iterator(directory.path()), {}), 3);
}

TEST(Opening, ActsOnAMissingArchiveSayThatItIsMissingAndMakeNone) {
  const ArchiveUnderTest archive;
  for (const auto& error : {generations(archive.path()).error(), rollback(archive.path()).error(),
                            compact(archive.path()).error(), verify(archive.path()).error()})
    EXPECT_EQ(error.code, Errc::archive_not_found) << error.message;
  EXPECT_FALSE(fs::exists(archive.path()));
}

TEST(Opening, WhereNothingCanBeWrittenNamesThePath) {
  const format::TemporaryDirectory directory;
  std::ofstream(directory / "file") << "text";
  const auto path = (directory / "file" / "news.idx").string();
  const auto opened = Indexer::open(path);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Errc::io) << opened.error().message;
  EXPECT_NE(opened.error().message.find(path), std::string::npos) << opened.error().message;
}

// Sanitizers need the address space themselves. g++ defines a macro, clang++ answers a question.
#if defined(__has_feature)
#define NEWSHOUND_TESTS_SANITIZED (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NEWSHOUND_TESTS_SANITIZED 1
#else
#define NEWSHOUND_TESTS_SANITIZED 0
#endif

#if !NEWSHOUND_TESTS_SANITIZED
[[noreturn]] void open_where_threads_are_few(const std::string& path) {
  const rlimit few{1U << 28, 1U << 28};
  if (::setrlimit(RLIMIT_AS, &few) != 0) ::_exit(3);
  IndexOptions options;
  options.threads = 1000;
  ::_exit(Indexer::open(path, options) ? 1 : 0);
}

TEST(Opening, MoreThreadsThanTheSystemGivesIsAnErrorAndNoCrash) {
  const ArchiveUnderTest archive;
  EXPECT_EXIT(open_where_threads_are_few(archive.path()), testing::ExitedWithCode(0), "");
}
#endif

// Changes the manifest of the archive, with a checksum that holds.
void rewrite_manifest(const ArchiveUnderTest& archive, const std::string& from, const std::string& to) {
  const auto text = format::read_file(archive.paths().manifest());
  const auto start = text.find(R"("manifest":)") + 11;
  auto content = text.substr(start, text.size() - start - 2);
  content.replace(content.find(from), from.size(), to);
  format::replace_file(archive.paths().manifest(),
                       R"({"checksum":")" + format::checksum(content) + R"(","manifest":)" + content + "}\n");
}

TEST(Opening, AnotherVersionIsRefusedForUpdateAndRebuiltOnRequest) {
  const std::vector<std::pair<std::string, std::string>> changes = {{R"("format":2)", R"("format":1)"},
                                                                    {R"("analyser":"news-)", R"("analyser":"olds-)"}};
  for (const auto& [from, to] : changes) {
    SCOPED_TRACE(to);
    const ArchiveUnderTest archive;
    archive.add({small_article("a", "text")});
    rewrite_manifest(archive, from, to);
    for (const auto& error : {Indexer::open(archive.path()).error(), compact(archive.path()).error(),
                              verify(archive.path()).error(), generations(archive.path()).error()}) {
      EXPECT_EQ(error.code, Errc::wrong_version) << error.message;
      EXPECT_NE(error.message.find("MANIFEST"), std::string::npos);
      EXPECT_NE(error.hint.find("newshound-index rebuild"), std::string::npos);
    }
    const auto article = small_article("b", "text");
    EXPECT_EQ(archive.add({article}, little_memory(IndexMode::rebuild)).generation, 2U);
    archive.expect({{"b", article}});
  }
}

void scatter(const fs::path& path) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << "half written";
}

TEST(Leftovers, OfAKilledWriterAreListedByVerifyAndRemovedByTheNextWriter) {
  const ArchiveUnderTest archive;
  const auto article = small_article("a", "text");
  archive.add({article});
  const auto root = fs::path(archive.path());
  const std::vector<fs::path> leftovers = {root / "MANIFEST.new",
                                           root / "generations/00000002.json.new",
                                           root / "segments/building",
                                           root / "segments/merging-s00000002-0",
                                           root / "segments/s00000001-0/dead-00000002",
                                           root / "segments/s00000002-0"};
  scatter(leftovers[0]);
  scatter(leftovers[1]);
  scatter(leftovers[2] / "0" / "columns");
  scatter(leftovers[3] / "copy-0" / "iamglass");
  scatter(leftovers[4]);
  scatter(leftovers[5] / "index.glass");

  const auto report = verify(archive.path());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->faults, std::vector<std::string>{});
  std::vector<std::string> expected;
  for (const auto& path : leftovers) expected.push_back(path.string());
  EXPECT_EQ(report->leftovers, expected);

  { const auto indexer = archive.open(); }
  archive.expect({{"a", article}});
}

TEST(Leftovers, OfAWriterKilledBeforeItsFirstCommitDoNotDisturbTheNext) {
  const ArchiveUnderTest archive;
  OtherProcess other([&] {
    auto indexer = Indexer::open(archive.path(), little_memory());
    format::Random random(5);
    for (int i = 0; i < 1000; ++i)
      if (!indexer->put(small_article(std::to_string(i), format::random_text(random, 500)))) ::_exit(1);
    indexer = Error{};  // its files are gone with it, so they are made again
    scatter(archive.paths().segments() / "building" / "0" / "index" / "iamglass");
    scatter(archive.paths().segments() / "s00000001-0" / "index.glass");
    scatter(archive.paths().segments() / "merging-s00000001-0" / "copy-0" / "iamglass");
    scatter(fs::path(archive.path()) / "MANIFEST.new");
  });
  ASSERT_TRUE(other.is_ready());
  other.kill();
  const auto article = small_article("a", "text");
  archive.add({article});
  archive.expect({{"a", article}});
}

TEST(Leftovers, ACommitInterruptedBeforeItsCopyIsFinishedByTheNextWriter) {
  const ArchiveUnderTest archive;
  archive.add({small_article("a", "text")});
  fs::remove(archive.paths().generation(1));
  { const auto indexer = archive.open(); }
  EXPECT_EQ(format::read_file(archive.paths().generation(1)), format::read_file(archive.paths().manifest()));
}

TEST(Commit, ThatFailedIsNotTriedAgainWithHalfOfWhatWasPut) {
  const ArchiveUnderTest archive;
  const auto kept = small_article("a", "text");
  archive.add({kept});
  {
    auto indexer = archive.open();
    ASSERT_TRUE(indexer.put(small_article("b", "text")));
    EXPECT_TRUE(*indexer.remove("a"));
    const auto segments = archive.paths().segments();
    const auto in_the_way = segments / "merging-s00000002-0";
    std::ofstream(in_the_way) << "a file where a directory must be";
    const auto failed = indexer.commit();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, Errc::io) << failed.error().message;
    fs::remove(in_the_way);
    EXPECT_FALSE(indexer.commit());
    EXPECT_FALSE(indexer.put(small_article("c", "text")));
    EXPECT_FALSE(indexer.remove("a"));
  }
  { const auto indexer = archive.open(); }
  archive.expect({{"a", kept}});
}

}  // namespace
}  // namespace newshound::writing
