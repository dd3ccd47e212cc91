#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

const std::string kLine = R"({"id":"1","title":"Ferry"})";

TEST(Reader, FolderIsWalkedInByteOrderWithoutHiddenFiles) {
  const TemporaryFolder folder;
  for (const auto* name : {"b.txt", "a/z.txt", "a-b.txt", "a/b/c.d.txt", "B.txt", ".hidden.txt", ".git/x.txt", "é.txt"})
    folder.write(name, std::string("Title of ") + name);
  const auto all = read_all({folder.path("")});
  // '-' comes before '/': the order is that of the whole path.
  EXPECT_EQ(all.order, (Order{"B", "a-b", "a/b/c.d", "a/z", "b", "é"}));
  EXPECT_EQ(all.articles[0].source, folder.path("B.txt"));
  EXPECT_FALSE(all.articles[0].line);
}

TEST(Reader, LinksThatLoopAreHarmless) {
  const TemporaryFolder folder;
  folder.write("a/one.txt", "One");
  std::filesystem::create_directory_symlink(folder.path(""), folder.path("a/up"));
  std::filesystem::create_directory_symlink(folder.path("a"), folder.path("b"));
  std::filesystem::create_symlink("nowhere", folder.path("c.txt"));
  const auto all = read_all({folder.path("")});
  EXPECT_EQ(all.order, (Order{"a/one", "!cannot be read: No such file or directory"}));
  EXPECT_EQ(all.rejections[0].source, folder.path("c.txt"));
}

TEST(Reader, IdOfAOneArticleFileIsItsPathBelowTheSourceWithoutItsEnding) {
  const TemporaryFolder folder;
  folder.write("sub/report.txt.gz", compress("Report", Compression::gzip));
  folder.write("sub/edition-1.2", "Edition");
  folder.write("sub/plain", "Plain");
  EXPECT_EQ(read_all({folder.path("")}).order, (Order{"sub/edition-1.2", "sub/plain", "sub/report"}));
  EXPECT_EQ(read_all({folder.path("sub")}).order, (Order{"edition-1.2", "plain", "report"}));
  ReadOptions options;
  options.id_prefix = "wire:";
  EXPECT_EQ(read_all({folder.path("sub/report.txt.gz")}, options).order, (Order{"wire:report"}));
}

TEST(Reader, FormatIsChosenByContentAndNotByName) {
  const TemporaryFolder folder;
  const std::string sgml = "<REUTERS NEWID=\"9\"><TEXT><TITLE>T</TITLE></TEXT></REUTERS>";
  EXPECT_EQ(read_all({folder.write("a.txt", "\xef\xbb\xbf \n" + kLine)}).order, (Order{"1"}));
  EXPECT_EQ(read_all({folder.write("b.json", sgml)}).order, (Order{"reuters-9"}));
  EXPECT_EQ(read_all({folder.write("c.json", "\n<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + sgml)}).order,
            (Order{"reuters-9"}));
  EXPECT_EQ(read_all({folder.write("d.jsonl", "Title\n\n{}\n")}).order, (Order{"d"}));
  EXPECT_EQ(read_all({folder.write("e.jsonl", kLine)}, {.format = InputFormat::text}).order, (Order{"e"}));
  EXPECT_EQ(read_all({folder.write("f.jsonl", "Title")}, {.format = InputFormat::jsonl}).order,
            (Order{"!not valid JSON"}));
}

TEST(Reader, SourcesThatCannotBeReadAreRejectionsUnlessAllAre) {
  const TemporaryFolder folder;
  const auto good = folder.write("good.jsonl", kLine);
  const auto missing = folder.path("news.jsonl");
  const auto all = read_all({missing, good});
  EXPECT_EQ(all.order, (Order{"!cannot be read: No such file or directory", "1"}));
  EXPECT_EQ(all.rejections[0].source, missing);

  const auto none = Reader::open({missing, folder.path("other")});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, Errc::io);
  EXPECT_EQ(none.error().message, "cannot read " + missing + ": No such file or directory");

  const auto nothing = Reader::open({});
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, Errc::usage);
}

TEST(Reader, EmptyFileAndEmptyFolderAreWarnings) {
  const TemporaryFolder folder;
  const auto empty = folder.write("empty.jsonl", "");
  const auto packed = folder.write("packed.jsonl.gz", compress("", Compression::gzip));
  std::filesystem::create_directory(folder.path("folder"));
  const auto all = read_all({empty, packed, folder.path("folder")});
  EXPECT_TRUE(all.order.empty());
  EXPECT_EQ(all.warnings, (Order{folder.path("folder") + ": a folder without a file to read", empty + ": empty",
                                 packed + ": empty"}));
}

TEST(Reader, NothingButAnEmptyLineIsNotAnError) {
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("a.jsonl", "\n\n")}, {.format = InputFormat::jsonl});
  EXPECT_TRUE(all.order.empty());
}

TEST(Reader, StandardInputIsReadLikeAFile) {
  const TemporaryFolder folder;
  const auto path = folder.write("in.jsonl.zst", compress(kLine, Compression::zstd));
  const int saved = dup(STDIN_FILENO);
  ASSERT_NE(freopen(path.c_str(), "rb", stdin), nullptr);
  const auto all = read_all({"-"});
  dup2(saved, STDIN_FILENO);
  close(saved);
  EXPECT_EQ(all.order, (Order{"1"}));
  EXPECT_EQ(all.articles[0].source, "-");
  EXPECT_EQ(all.bytes_total, 0U);
}

TEST(Reader, BytesAreCountedAsStored) {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += R"({"id":")" + std::to_string(i) + R"(","title":"Ferry"})" + "\n";
  const auto packed = compress(lines, Compression::gzip);
  const auto all = read_all({folder.write("a.gz", packed), folder.write("b.jsonl", lines)});
  EXPECT_EQ(all.articles.size(), 40000U);
  EXPECT_EQ(all.bytes_total, packed.size() + lines.size());
  EXPECT_EQ(all.bytes_read, all.bytes_total);
}

TEST(Reader, CompressionWeDoNotReadIsNamed) {
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("a.jsonl.7z", "7z\xbc\xaf\x27\x1c and so on")});
  EXPECT_EQ(all.order, (Order{"!7-Zip data are not read"}));
}

TEST(Reader, FormatThatIsNotReadYetIsRejectedUnlessTextIsAskedFor) {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> table = {
      {"<?xml version=\"1.0\"?><catalog/>", "XML"},
      {"<groupSet a=\"b\">\n<group/>\n</groupSet>\n", "XML"},
  };
  for (const auto& [text, look] : table) {
    SCOPED_TRACE(text);
    const auto path = folder.write("a", text);
    const auto all = read_all({path});
    EXPECT_EQ(all.order, (Order{"!" + look + ", which Newshound does not read yet: as text only if asked to"}));
    EXPECT_TRUE(all.warnings.empty());
    ASSERT_EQ(all.rejections.size(), 1U);
    EXPECT_EQ(all.rejections[0].source, path);
    EXPECT_EQ(all.rejections[0].line, 1U);
    EXPECT_EQ(all.rejections[0].offset, 0U);
    EXPECT_EQ(read_all({path}, {.format = InputFormat::text}).order, (Order{"a"}));
  }
}

TEST(Reader, LongFileOfAFormatThatIsNotReadIsRejectedForItsFormat) {
  const TemporaryFolder folder;
  const auto path = folder.write("a", "<?xml version=\"1.0\"?><catalog>" + std::string(2 << 20, 'x'));
  ReadOptions options;
  options.max_document = 1000;
  EXPECT_TRUE(read_all({path}, options).rejections.at(0).reason.starts_with("XML, "));
}

TEST(Reader, BracketsAloneMakeNoOtherFormat) {
  const TemporaryFolder folder;
  for (const auto* text : {"[Ferry] sails", "<3 ferries", "Ferry <html>"})
    EXPECT_EQ(read_all({folder.write("a", text)}).order, (Order{"a"})) << text;
}

TEST(Reader, DifferentReadersAreFreeOfEachOther) {
  const TemporaryFolder folder;
  std::string sgml;
  for (int i = 0; i < 200; ++i)
    sgml += "<REUTERS NEWID=\"" + std::to_string(i) + "\"><TEXT><TITLE>T</TITLE><BODY>B</BODY></TEXT></REUTERS>\n";
  folder.write("a.sgm", sgml);
  folder.write("b.jsonl", kLine);
  folder.write("c.txt", "Ferry - CNN\n\nIt sails.");
  const auto alone = read_all({folder.path("")}).order;
  ASSERT_EQ(alone.size(), 202U);
  std::vector<Order> orders(4);
  std::vector<std::thread> threads;
  for (auto& order : orders) threads.emplace_back([&] { order = read_all({folder.path("")}).order; });
  for (auto& thread : threads) thread.join();
  for (const auto& order : orders) EXPECT_EQ(order, alone);
}

TEST(Reader, FileNameWithALineFeedCannotBeAnId) {
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("a\nb.txt", "Title")});
  EXPECT_EQ(all.order, (Order{"!an id with a control character: it comes from the file's name"}));
}

}  // namespace
}  // namespace newshound::reading
