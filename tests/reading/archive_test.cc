#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "indexer/reading/archive_members.h"
#include "indexer/reading/key_map.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

const std::string kLine = "{\"id\":\"1\",\"title\":\"Ferry\"}\n";
const std::string kFeed = "<rss><channel><item><guid>f</guid><title>T</title></item></channel></rss>";

// A stream of bytes in memory.
class TextStream final : public ByteStream {
 public:
  explicit TextStream(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* into, std::size_t capacity) override {
    const auto length = bytes_.copy(into, capacity, at_);
    at_ += length;
    return length;
  }
  [[nodiscard]] const std::string& fault() const override { return fault_; }
  [[nodiscard]] std::uint64_t bytes_taken() const override { return at_; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
  std::string fault_;
};

Order read_with(const std::string& bytes, const ExpansionLimits& limits) {
  const ReadOptions options;
  const auto keys = *make_keys({});
  JsonArticleParser parser(keys);
  std::vector<std::string> warnings;
  const ReadingContext context{options, keys, parser, warnings};
  OpenedSource source(std::make_unique<TextStream>(bytes), "a", "a", context,
                      Packing{std::make_shared<Expansion>(limits)});
  Order order;
  while (auto item = source.next()) {
    if (const auto* article = std::get_if<Article>(&*item))
      order.push_back(article->id);
    else
      order.push_back("!" + std::get<Rejection>(*item).reason);
  }
  return order;
}

TEST(Archive, MembersAreReadEachInItsFormatAndNamed) {
  const TemporaryFolder folder;
  const Members members = {{"./news/a.jsonl", kLine},
                           {"b.txt", "Tram\n\nIt is late."},
                           {"news/f.xml.gz", compress(kFeed, Compression::gzip)},
                           {".hidden/x.txt", "Hidden"},
                           {"__MACOSX/._b.txt", "Hidden"},
                           {"empty.txt", ""},
                           {"c.csv", "id,title\nc,C\n"}};
  for (const auto container : {Container::tar, Container::zip}) {
    for (const auto compression :
         {Compression::none, Compression::gzip, Compression::zstd, Compression::bzip2, Compression::xz}) {
      const auto path = folder.write("all.tar.zst", compress(pack(members, container), compression));
      const auto all = read_all({path});
      ASSERT_EQ(all.order, (Order{"1", "all/b", "f", "c"}));
      EXPECT_EQ(all.articles[0].source, path + "!news/a.jsonl");
      EXPECT_EQ(all.articles[2].source, path + "!news/f.xml.gz");
      EXPECT_EQ(all.warnings, (Order{path + "!empty.txt: empty"}));
      EXPECT_EQ(all.bytes_read, all.bytes_total);
    }
  }
}

TEST(Archive, ArchivesInsideArchivesAreReadToADepth) {
  const TemporaryFolder folder;
  auto bytes = pack({{"a.jsonl", kLine}}, Container::zip);
  bytes = compress(pack({{"inner.zip", bytes}}, Container::tar), Compression::gzip);
  const auto path = folder.write("outer.tgz", bytes);
  const auto all = read_all({path});
  ASSERT_EQ(all.order, (Order{"1"}));
  EXPECT_EQ(all.articles[0].source, path + "!inner.zip!a.jsonl");
  for (int i = 0; i < 3; ++i) bytes = compress(pack({{"x.tgz", bytes}}, Container::tar), Compression::gzip);
  EXPECT_EQ(read_all({folder.write("deep.tgz", bytes)}).order, (Order{"!packed more than 6 times over"}));
  auto gzipped = kLine;
  for (int i = 0; i < 7; ++i) gzipped = compress(gzipped, Compression::gzip);
  EXPECT_EQ(read_all({folder.write("a.gz", gzipped)}).order, (Order{"!packed more than 6 times over"}));
}

TEST(Archive, NamesAreOnlyNamesAndLinksAreNotFollowed) {
  const TemporaryFolder folder;
  folder.write("secret.txt", "Top secret");
  const auto path = folder.write("a.tar", pack({{"../../escape.txt", "Escape"},
                                                {"/etc/absolute.txt", "Absolute"},
                                                {"->link.txt", folder.path("secret.txt")},
                                                {"->up", ".."}},
                                               Container::tar));
  const auto all = read_all({path});
  EXPECT_EQ(all.order, (Order{"a/../../escape", "a//etc/absolute"}));
  EXPECT_EQ(all.warnings, (Order{path + "!link.txt: neither a file nor a folder, left out",
                                 path + "!up: neither a file nor a folder, left out"}));
}

TEST(Archive, DamagedMemberCostsNoOtherOfAZip) {
  const std::string text(5000, 'x');
  auto bytes = pack({{"a.txt", "A"}, {"b.txt", "Broken " + text}, {"c.txt", "C"}}, Container::zip);
  const auto at = bytes.find("b.txt") + 5 + 30;
  bytes[at] = static_cast<char>(bytes[at] ^ 0xff);
  const TemporaryFolder folder;
  const auto all = read_all({folder.write("a.zip", bytes)});
  ASSERT_GE(all.order.size(), 2U);
  EXPECT_EQ(all.order[0], "a/a");
  EXPECT_NE(all.order[1].find("damaged in its archive"), std::string::npos) << all.order[1];
}

// Whatever the cut: a beginning of the members, then a rejection unless it cuts nothing but padding.
TEST(Archive, TruncatedArchiveSaysSo) {
  const TemporaryFolder folder;
  const Members members = {{"a.txt", "A\n\n" + std::string(3000, 'a')}, {"b.txt", "B\n\n" + std::string(3000, 'b')}};
  for (const auto container : {Container::tar, Container::zip}) {
    const auto whole = pack(members, container);
    const auto end_of_b = whole.rfind("bbbb") + 4;
    for (std::size_t length = 600; length < end_of_b && length < whole.size(); length += 97) {
      const auto all = read_all({folder.write("x", whole.substr(0, length))});
      ASSERT_FALSE(all.rejections.empty()) << length;
      for (const auto& article : all.articles) ASSERT_TRUE(article.id == "x/a" || article.id == "x/b");
    }
    for (const auto compression : {Compression::gzip, Compression::zstd, Compression::bzip2, Compression::xz}) {
      const auto packed = compress(whole, compression);
      const auto all = read_all({folder.write("x", packed.substr(0, packed.size() / 2))});
      EXPECT_FALSE(all.rejections.empty());
    }
  }
}

TEST(Archive, BombsAreStopped) {
  const TemporaryFolder folder;
  // Generous, for machines that do other things as well: without the limits it takes hours.
  const auto start = std::chrono::steady_clock::now();
  // 16 times 16 times 16 MB of nothing in some 10 kB.
  const std::string zeros(16 << 20, '0');
  auto bytes = pack({{"0.txt", zeros}}, Container::zip);
  for (int level = 0; level < 2; ++level) {
    Members members;
    for (int i = 0; i < 16; ++i) members.emplace_back(std::to_string(i) + ".zip", bytes);
    bytes = pack(members, Container::zip);
  }
  const auto all = read_all({folder.write("42.zip", bytes)}, {.max_document = 1 << 20});
  ASSERT_FALSE(all.rejections.empty());
  EXPECT_EQ(all.rejections.back().reason, "grows to more than 1000 times its size, as decompression bombs do");
  EXPECT_TRUE(all.articles.empty());
  const auto lines = read_all({folder.write("b.bz2", compress(std::string(80 << 20, '\n'), Compression::bzip2))},
                              {.format = InputFormat::jsonl});
  EXPECT_EQ(lines.order, (Order{"!grows to more than 1000 times its size, as decompression bombs do"}));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(120));
}

// The heads of data that ask for a dictionary of 1.5 GB, and a window of 2 GB.
TEST(Archive, MemoryThatDataAskForIsLimited) {
  auto xz = compress("Ferry", Compression::xz);
  ASSERT_EQ(xz[12 + 2], '\x21');  // LZMA2, then the size of its properties, then its dictionary
  const std::string zstd = {'\x28', '\xb5', '\x2f', '\xfd', '\x00', '\xa8', '\x01', '\x00', '\x00'};
  const TemporaryFolder folder;
  EXPECT_EQ(read_all({folder.write("a.zst", zstd)}).order, (Order{"!Zstandard data need more than 64 MB of memory"}));
  xz[12 + 4] = 39;
  std::uint32_t crc = 0xffffffff;  // of the block's head but for its last four bytes
  const std::size_t head = (static_cast<unsigned char>(xz[12]) + 1U) * 4U;
  for (std::size_t i = 12; i < 12 + head - 4; ++i) {
    crc ^= static_cast<unsigned char>(xz[i]);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320U : 0U);
  }
  for (std::size_t i = 0; i < 4; ++i) xz[12 + head - 4 + i] = static_cast<char>(~crc >> (8 * i));
  EXPECT_EQ(read_all({folder.write("a.xz", xz)}).order, (Order{"!xz data need more than 64 MB of memory"}));
}

TEST(Archive, LimitsHoldAsTheyAreSet) {
  const auto tar = pack({{"a.txt", "A"}, {"b.txt", "B"}, {"c.txt", "C"}}, Container::tar);
  EXPECT_EQ(read_with(tar, {}), (Order{"a/a", "a/b", "a/c"}));
  EXPECT_EQ(read_with(tar, {.members = 2}), (Order{"a/a", "a/b", "!more than 2 members"}));
  EXPECT_EQ(read_with(tar, {.layers = 0}), (Order{"!packed more than 0 times over"}));
  EXPECT_EQ(read_with(compress(tar, Compression::gzip), {.ratio = 2, .free = 100}).back(),
            "!grows to more than 2 times its size, as decompression bombs do");
}

TEST(Archive, EncryptedMemberIsRejectedByName) {
  // The head of an entry with the bit for encryption set; what follows cannot be told from noise.
  std::string bytes = pack({{"a.txt", "A secret text"}}, Container::zip);
  bytes[6] = static_cast<char>(bytes[6] | 1);
  const auto central = bytes.find("PK\x01\x02");
  bytes[central + 8] = static_cast<char>(bytes[central + 8] | 1);
  const TemporaryFolder folder;
  const auto path = folder.write("a.zip", bytes);
  const auto all = read_all({path});
  ASSERT_FALSE(all.rejections.empty());
  EXPECT_EQ(all.rejections[0].source, path + "!a.txt");
  EXPECT_EQ(all.rejections[0].reason, "cannot be read: encrypted");
}

TEST(Archive, TextThatLooksLittleLikeOneIsNone) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_all({folder.write("a.txt", "PK is a text")}).order, (Order{"a"}));
  EXPECT_EQ(read_all({folder.write("b.txt", "BZ is a text")}).order, (Order{"b"}));
}

}  // namespace
}  // namespace newshound::reading
