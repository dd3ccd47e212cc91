#include "indexer/format/manifest.h"

#include "indexer/format/analysis.h"
#include "indexer/format/guard.h"
#include "indexer/format/stored_file.h"
#include "tests/format/random_article.h"
#include "tests/format/temporary_directory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace newshound::format {
namespace {

Manifest two_segments() {
  Manifest manifest;
  manifest.generation = 43;
  manifest.run = 42;
  manifest.analyser = kAnalyserVersion;
  manifest.written = "2024-05-06T02:00:11Z";
  manifest.command = "add";
  SegmentEntry segment;
  segment.name = "s00000042-0";
  segment.index = {"index.glass", 81920, "0123456789abcdef", "1123456789abcdef"};
  segment.columns = {"columns", 4096, "fedcba9876543210", "eedcba9876543210"};
  segment.positions = {"positions", 16384, "8899aabbccddeeff", "9899aabbccddeeff"};
  segment.store = {"articles", 65536, "0011223344556677", "1011223344556677"};
  segment.dead = StoredFile{"dead-00000043", 16, "00000000ffffffff", "10000000ffffffff"};
  segment.rows = 300;
  segment.articles = 298;
  segment.stemmers = {"", "de", "en"};
  manifest.segments.push_back(segment);
  segment.name = "s00000043-0";
  segment.dead.reset();
  segment.articles = 300;
  manifest.segments.push_back(segment);
  return manifest;
}

// A manifest's text around `content`, with a checksum that holds.
std::string sealed(const std::string& content) {
  return R"({"checksum":")" + checksum(content) + R"(","manifest":)" + content + "}\n";
}

std::string content_of(const Manifest& manifest) {
  const auto text = encode_manifest(manifest);
  const auto start = text.find(R"("manifest":)") + 11;
  return text.substr(start, text.size() - start - 2);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("there is no " + from);
  return text.replace(at, from.size(), to);
}

Error error_of(std::string_view text) {
  try {
    (void)decode_manifest(text, "news.idx/MANIFEST");
  } catch (const Failure& failure) {
    return failure.error();
  }
  return {Errc::internal, "it was read", "", {}};
}

TEST(Manifest, GivesBackWhatWasWritten) {
  EXPECT_EQ(decode_manifest(encode_manifest(two_segments()), "m"), two_segments());
  Manifest empty;
  empty.analyser = kAnalyserVersion;
  EXPECT_EQ(decode_manifest(encode_manifest(empty), "m"), empty);
}

TEST(Manifest, CountsArticlesAndBytesOfAllSegments) {
  EXPECT_EQ(two_segments().articles(), 598U);
  EXPECT_EQ(two_segments().bytes(), 2U * (81920 + 4096 + 16384 + 65536) + 16);
}

TEST(Manifest, AnyFlippedBitIsFound) {
  const auto text = encode_manifest(two_segments());
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    auto flipped = text;
    flipped[bit / 8] ^= static_cast<char>(1U << (bit % 8));
    const auto error = error_of(flipped);
    ASSERT_EQ(error.code, Errc::damaged) << "bit " << bit;
    ASSERT_NE(error.message.find("news.idx/MANIFEST"), std::string::npos);
  }
}

TEST(Manifest, AnyTruncationOrAdditionIsFound) {
  const auto text = encode_manifest(two_segments());
  for (std::size_t size = 0; size < text.size(); ++size)
    ASSERT_EQ(error_of(std::string_view(text).substr(0, size)).code, Errc::damaged) << size;
  for (const char* more : {"\n", " ", "x", "{}"}) EXPECT_EQ(error_of(text + more).code, Errc::damaged) << more;
}

TEST(Manifest, AnotherFormatOrAnalyserIsRefusedByName) {
  const auto content = content_of(two_segments());
  const auto format = error_of(sealed(replaced(content, R"("format":2)", R"("format":1)")));
  EXPECT_EQ(format.code, Errc::wrong_version);
  EXPECT_NE(format.message.find("format version 1"), std::string::npos) << format.message;
  EXPECT_NE(format.hint.find("newshound-index rebuild"), std::string::npos);

  auto other = two_segments();
  other.analyser = "news-0";
  const auto analyser = error_of(encode_manifest(other));
  EXPECT_EQ(analyser.code, Errc::wrong_version);
  EXPECT_NE(analyser.message.find("news-0"), std::string::npos) << analyser.message;
  EXPECT_NE(analyser.hint.find("newshound-index rebuild"), std::string::npos);
}

TEST(Manifest, AnotherFormatIsRefusedWhateverElseItHolds) {
  EXPECT_EQ(error_of(sealed(R"({"format":7})")).code, Errc::wrong_version);
}

TEST(Manifest, NamesThatLeadOutOfTheArchiveAreRefused) {
  const auto content = content_of(two_segments());
  ASSERT_EQ(error_of(sealed(content)).message, "it was read");
  for (const std::string name : {"s00000042-0", "index.glass", "columns", "articles", "dead-00000043"}) {
    for (const std::string to :
         {R"("")", R"("..")", R"(".")", R"("../x")", R"("a/b")", R"("/etc/x")", R"("a\u0000b")"}) {
      const auto other = replaced(content, "\"name\":\"" + name + "\"", "\"name\":" + to);
      EXPECT_EQ(error_of(sealed(other)).code, Errc::damaged) << name << " as " << to;
    }
  }
}

TEST(Manifest, SealedTextsOfAnotherShapeAreDamaged) {
  const auto content = content_of(two_segments());
  const std::string deep = std::string(200000, '[') + std::string(200000, ']');
  for (const auto& other :
       {std::string(), std::string("1"), std::string("[]"), std::string("{}"), std::string("{\"format\":\"1\"}"),
        std::string("{\"format\":2}"), replaced(content, "\"rows\":300", "\"rows\":\"300\""),
        replaced(content, "\"rows\":300", "\"rows\":4294967296"), replaced(content, "\"rows\":300", "\"rows\":-1"),
        replaced(content, "\"rows\":300", "\"rows\":1e300"), replaced(content, "\"format\":2", "\"format\":2.0"),
        replaced(content, "\"command\":\"add\",", ""), deep, "{\"format\":" + deep + "}"})
    EXPECT_EQ(error_of(sealed(other)).code, Errc::damaged) << other.substr(0, 60);
}

TEST(Tombstones, GiveBackWhatWasWritten) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    std::set<std::uint32_t> documents;
    for (std::size_t i = pick(random, 200); i > 0; --i) documents.insert(static_cast<std::uint32_t>(random()));
    const std::vector<std::uint32_t> dead(documents.begin(), documents.end());
    EXPECT_EQ(decode_dead(encode_dead(dead), "dead"), dead);
  }
}

TEST(Tombstones, BytesNeverChange) {
  EXPECT_EQ(encode_dead({1, 258}), std::string("NHDEAD01\x01\0\0\0\x02\x01\0\0", 16));
}

TEST(Tombstones, UnsoundOnesAreRefusedByName) {
  const std::string descending = encode_dead({2, 1});
  const std::string twice = encode_dead({1, 1});
  for (const auto& bytes : {std::string(), std::string("NHDEAD0"), std::string("NHDEAD02\0\0\0\1", 12),
                            encode_dead({1, 2}).substr(0, 15), descending, twice}) {
    try {
      (void)decode_dead(bytes, "segment/dead-00000001");
      ADD_FAILURE() << "they were read";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().code, Errc::damaged);
      EXPECT_NE(failure.error().message.find("segment/dead-00000001"), std::string::npos);
    }
  }
}

TEST(ArchivePaths, GenerationsSortByName) {
  EXPECT_EQ(eight_digits(42), "00000042");
  EXPECT_EQ(eight_digits(123456789), "123456789");
  EXPECT_EQ(ArchivePaths("news.idx").generation(42), std::filesystem::path("news.idx/generations/00000042.json"));
}

TEST(CurrentManifest, MissingArchiveAndOtherDirectoryAreToldApart) {
  const TemporaryDirectory directory;
  const auto error_at = [](const std::filesystem::path& path) {
    try {
      (void)read_current_manifest(ArchivePaths(path));
    } catch (const Failure& failure) {
      return failure.error();
    }
    return Error{Errc::internal, "it was read", "", {}};
  };
  EXPECT_EQ(error_at(directory / "none").code, Errc::archive_not_found);
  EXPECT_NE(error_at(directory / "none").message.find("there is no archive"), std::string::npos);
  EXPECT_EQ(error_at(directory.path()).code, Errc::archive_not_found);
  EXPECT_NE(error_at(directory.path()).message.find("is not an archive"), std::string::npos);
}

}  // namespace
}  // namespace newshound::format
