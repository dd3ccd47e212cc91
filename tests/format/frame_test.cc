#include "indexer/format/frame.h"

#include "indexer/format/guard.h"
#include "indexer/format/meta_dictionary.h"
#include "indexer/format/stored_file.h"
#include "tests/format/random_article.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include <thread>

namespace newshound::format {
namespace {

std::string packed(std::string_view text, FrameKind kind) {
  std::string frame;
  FramePacker().append_frame(frame, text, kind);
  return frame;
}

bool is_refused(std::string_view frame, FrameKind kind) {
  try {
    (void)unpack_frame(frame, kind);
    return false;
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().code, Errc::damaged);
    return true;
  }
}

TEST(Frame, GivesBackAnyText) {
  FramePacker packer;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const auto text = random_text(random, seed == 300 ? 200000 : seed - 1);
    for (const auto kind : {FrameKind::meta, FrameKind::body}) {
      std::string bytes = "before";
      packer.append_frame(bytes, text, kind);
      ASSERT_EQ(bytes.substr(0, 6), "before");
      ASSERT_EQ(unpack_frame(std::string_view(bytes).substr(6), kind), text);
    }
  }
}

// Every stored article would be lost.
TEST(Frame, DictionaryNeverChanges) { EXPECT_EQ(checksum(kMetaDictionary), "1fbb015dad0950d8"); }

TEST(Frame, DictionaryMakesASmallMetaSmaller) {
  const std::string meta =
      R"({"day":"2024-05-06","entities":[["Port Almeda",null]],"id":"gazette-1","language":"en","outlet":"Gazette"})";
  EXPECT_LT(packed(meta, FrameKind::meta).size() * 3, packed(meta, FrameKind::body).size() * 2);
}

TEST(Frame, MoreOrLessThanOneFrameIsRefused) {
  const auto frame = packed("The harbour ferry resumed service on Monday.", FrameKind::body);
  for (std::size_t size = 0; size < frame.size(); ++size)
    EXPECT_TRUE(is_refused(frame.substr(0, size), FrameKind::body)) << size;
  EXPECT_TRUE(is_refused(frame + frame, FrameKind::body));
  EXPECT_TRUE(is_refused(frame + '\0', FrameKind::body));
}

TEST(Frame, ThatClaimsAnotherLengthIsRefused) {
  auto frame = packed("The harbour ferry resumed service on Monday.", FrameKind::body);
  ASSERT_EQ(frame[5], 44);
  for (const char length : {'\0', '\x2B', '\x2D', '\xFF'}) {
    frame[5] = length;
    EXPECT_TRUE(is_refused(frame, FrameKind::body)) << static_cast<int>(length);
  }
}

// 4 GiB of zero bytes in some hundred kilobytes, and a claim of as much without the blocks for it.
TEST(Frame, OfTooMuchTextIsRefusedBeforeItIsUnpacked) {
  const std::string claims_2_gib("\x28\xB5\x2F\xFD\xA0\x00\x00\x00\x80", 9);
  EXPECT_TRUE(is_refused(claims_2_gib + std::string(1 << 20, '\0'), FrameKind::body));
  const std::string claims_1_gib("\x28\xB5\x2F\xFD\xA0\x00\x00\x00\x40", 9);
  EXPECT_TRUE(is_refused(claims_1_gib + std::string(1000, '\0'), FrameKind::body));
}

TEST(Frame, WithoutALengthIsRefused) {
  EXPECT_TRUE(is_refused(std::string("\x28\xB5\x2F\xFD\x00\x58\x01\x00\x00", 9), FrameKind::body));
}

TEST(Frame, MayBeUnpackedOnManyThreads) {
  const auto frame = packed("ferry", FrameKind::meta);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) EXPECT_EQ(unpack_frame(frame, FrameKind::meta), "ferry");
    });
  for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace newshound::format
