#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "indexer/reading/input_buffer.h"
#include "indexer/reading/json_lines.h"
#include "indexer/reading/key_map.h"
#include "indexer/reading/line_reader.h"
#include "indexer/reading/reuters_sgml.h"
#include "indexer/reading/scraped_text.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

std::string make_lines(std::size_t count, std::mt19937& random) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines += R"({"id":")" + std::to_string(i) + R"(","title":"Ferry","text":")";
    for (auto length = random() % 500; length > 0; --length) lines += static_cast<char>('a' + random() % 26);
    lines += "\"}\n";
  }
  return lines;
}

TEST(Compression, SameArticlesPlainGzipAndZstandard) {
  std::mt19937 random(1);
  const auto lines = make_lines(4000, random);
  const TemporaryFolder folder;
  const auto plain = read_all({folder.write("a", lines)});
  ASSERT_EQ(plain.articles.size(), 4000U);
  for (const auto compression : {Compression::gzip, Compression::zstd, Compression::bzip2, Compression::xz}) {
    const auto packed = read_all({folder.write("b", compress(lines, compression))});
    ASSERT_EQ(packed.articles.size(), plain.articles.size());
    for (std::size_t i = 0; i < plain.articles.size(); ++i)
      ASSERT_EQ(summary(packed.articles[i]), summary(plain.articles[i]));
  }
}

TEST(Compression, SeveralMembersAreOneStream) {
  const std::string first = "{\"id\":\"1\",\"title\":\"A\"}\n{\"id\":";
  const std::string second = "\"2\",\"title\":\"B\"}\n";
  const TemporaryFolder folder;
  for (const auto compression : {Compression::gzip, Compression::zstd, Compression::bzip2, Compression::xz}) {
    const auto all = read_all({folder.write("a", compress(first, compression) + compress(second, compression))});
    EXPECT_EQ(all.order, (std::vector<std::string>{"1", "2"}));
  }
}

// Whatever the cut, what comes out is a beginning of the true articles, then one rejection at the place reached.
TEST(Compression, StreamThatEndsTooEarlyKeepsWhatWasWhole) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto lines = make_lines(3000, random);
  const TemporaryFolder folder;
  for (const auto compression : {Compression::gzip, Compression::zstd}) {
    const auto packed = compress(lines, compression);
    for (int round = 0; round < 25; ++round) {
      const auto length = round == 0 ? packed.size() - 1 : 5 + random() % (packed.size() - 5);
      const auto all = read_all({folder.write("a", packed.substr(0, length))}, {.format = InputFormat::jsonl});
      ASSERT_EQ(all.rejections.size(), 1U) << length;
      EXPECT_NE(all.rejections[0].reason.find("end too early"), std::string::npos) << all.rejections[0].reason;
      for (std::size_t i = 0; i < all.articles.size(); ++i) ASSERT_EQ(all.articles[i].id, std::to_string(i));
      const auto reached = std::string_view(lines).substr(0, all.rejections[0].offset);
      const auto whole = static_cast<std::size_t>(std::count(reached.begin(), reached.end(), '\n'));
      EXPECT_EQ(all.articles.size(), whole);
      EXPECT_EQ(all.rejections[0].line, whole + 1);
      // zlib gives what it has; libarchive's Zstandard filter keeps up to one block back.
      const auto lost = static_cast<double>(packed.size() - length) / static_cast<double>(packed.size());
      const auto given = static_cast<double>(reached.size()) / static_cast<double>(lines.size());
      const double block =
          compression == Compression::gzip ? 0.05 : 0.05 + (256.0 * 1024) / static_cast<double>(lines.size());
      EXPECT_GT(given, 1 - lost - block) << length;
    }
  }
}

// A flipped bit that still decompresses to something is found by the checksum.
TEST(Compression, DamagedGzipIsNeverTakenForWhole) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto lines = make_lines(200, random);
  const auto packed = compress(lines, Compression::gzip);
  const TemporaryFolder folder;
  for (int round = 0; round < 100; ++round) {
    auto damaged = packed;
    constexpr std::size_t kHeader = 10;  // holds a time and a system name that are not checked
    damaged[kHeader + random() % (damaged.size() - kHeader)] ^= static_cast<char>(1 << (random() % 8));
    const auto all = read_all({folder.write("a", damaged)}, {.format = InputFormat::jsonl});
    ASSERT_FALSE(all.rejections.empty());
    EXPECT_TRUE(all.rejections.back().reason.starts_with("gzip data")) << all.rejections.back().reason;
  }
}

TEST(Compression, BytesAfterGzipDataAreReported) {
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("a.gz", compress(R"({"id":"1","title":"A"})"
                                                           "\n",
                                                           Compression::gzip) +
                                                      "rest")});
  EXPECT_EQ(all.order, (std::vector<std::string>{"1", "!bytes that are not gzip follow the gzip data"}));
}

// Gives the bytes of a string in pieces of random length.
class ChoppedStream final : public ByteStream {
 public:
  ChoppedStream(std::string bytes, unsigned seed, std::size_t longest)
      : bytes_(std::move(bytes)), random_(seed), longest_(longest) {}
  std::size_t read(char* into, std::size_t capacity) override {
    const auto length = std::min({capacity, bytes_.size() - at_, 1 + random_() % longest_});
    std::copy_n(bytes_.data() + at_, length, into);
    at_ += length;
    return length;
  }
  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return at_; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
  std::mt19937 random_;
  std::size_t longest_;
  std::string fault_;
};

std::vector<std::string> read_chopped(const std::string& bytes, InputFormat format, unsigned seed,
                                      std::size_t longest) {
  ReadOptions options;
  std::vector<std::string> warnings;
  auto keys = make_keys({});
  JsonArticleParser parser(*keys);
  InputBuffer buffer(std::make_unique<ChoppedStream>(bytes, seed, longest));
  const SourceInfo info{"chopped", "chopped", options, warnings};
  auto source = format == InputFormat::jsonl     ? make_json_lines(buffer, info, parser)
                : format == InputFormat::reuters ? make_reuters(buffer, info)
                                                 : make_scraped_text(buffer, info);
  std::vector<std::string> items;
  while (auto item = source->next()) {
    if (const auto* article = std::get_if<Article>(&*item))
      items.push_back(summary(*article) + "@" + std::to_string(article->line.value_or(0)));
    else
      items.push_back(std::get<Rejection>(*item).reason + "@" + std::to_string(std::get<Rejection>(*item).line) + "+" +
                      std::to_string(std::get<Rejection>(*item).offset));
  }
  return items;
}

TEST(Formats, WhereAStreamIsCutIntoPiecesChangesNothing) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string lines = make_lines(200, random) + "broken\n" + make_lines(20, random) + "{\"title\":\"\xff\"}";
  std::string sgml = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";
  for (int i = 0; i < 50; ++i)
    sgml += "<REUTERS NEWID=\"" + std::to_string(i) + "\"><TEXT><TITLE>T</TITLE><BODY>" +
            std::string(random() % 300, 'x') + "\n</BODY></TEXT></REUTERS>\n";
  sgml += "<REUTERS NEWID=\"x\"><TEXT>";
  const std::string text = "Title\n\nBody " + std::string(5000, 'x') + "\n\nEnd\n";
  for (const auto& [bytes, format] :
       {std::pair(lines, InputFormat::jsonl), {sgml, InputFormat::reuters}, {text, InputFormat::text}}) {
    const auto whole = read_chopped(bytes, format, 0, bytes.size());
    ASSERT_FALSE(whole.empty());
    for (const std::size_t longest : {1, 2, 7, 100, 5000})
      ASSERT_EQ(read_chopped(bytes, format, static_cast<unsigned>(random()), longest), whole) << longest;
  }
}

TEST(InputBuffer, MemoryOfALongDocumentIsGivenBack) {
  InputBuffer buffer(
      std::make_unique<ChoppedStream>(std::string(8 << 20, 'x') + "\n" + std::string(8 << 20, '\n'), 1, 1 << 20));
  LineReader lines(buffer, 64 << 20);
  ASSERT_EQ(lines.next()->text.size(), 8U << 20);
  std::size_t longest = 0;
  std::size_t count = 0;
  while (lines.next()) {
    if (++count > (1 << 20)) longest = std::max(longest, buffer.window().size());
  }
  EXPECT_EQ(count, 8U << 20);
  EXPECT_LE(longest, 1U << 20);
}

}  // namespace
}  // namespace newshound::reading
