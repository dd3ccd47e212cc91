// Scripts written without spaces: queries of one, two and five characters find the articles that have them one after
// the other, whatever punctuation stands between. Invented texts; the oracle looks for runs of grapheme clusters.
#include "tests/matching/test_archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace newshound {
namespace {

using Characters = std::vector<std::string>;

struct Script {
  const char* language;
  Characters alphabet;  // grapheme clusters, none of which joins another
  Characters separators;
};

const Script kScripts[] = {
    {"zh",
     {"北", "京", "上", "海", "人", "民", "大", "会", "堂", "新", "〇"},
     {"，", "。", "、", "\n", " ", "“", "——"}},
    {"ja", {"東", "京", "都", "は", "が", "ト", "ー", "ン", "ガ", "ッ", "々"}, {"、", "。", "「", "」", "\n", "・"}},
    {"th", {"ก", "กิ", "รุ", "ง", "เ", "ท", "พ", "ที่", "ไ", "ย", "นำ", "ม้า"}, {" ", "\n", " “", "”"}},
    {"lo", {"ລ", "າ", "ວ", "ປະ", "ເ", "ທ", "ດ", "ຊື່"}, {" ", "\n"}},
    {"km", {"ភ", "ភ្នំ", "ពេ", "ញ", "ក", "ម្ពុ", "ជា"}, {" ", "។"}},
};

std::string joined(const Characters& characters) {
  std::string text;
  for (const auto& character : characters) text += character;
  return text;
}

bool has_run(const Characters& text, const Characters& run) {
  return std::search(text.begin(), text.end(), run.begin(), run.end()) != text.end();
}

class UnspacedOracle : public testing::TestWithParam<Script> {};

TEST_P(UnspacedOracle, RunsOfCharactersAreFoundWhereTheyStand) {
  const auto& script = GetParam();
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  const auto pick = [&](const Characters& list) { return list[random() % list.size()]; };
  const TestArchive archive;
  std::vector<Article> articles;
  std::vector<Characters> texts;
  for (int i = 0; i < 200; ++i) {
    Characters characters;
    std::string body;
    for (auto length = 5 + random() % 40; length > 0; --length) {
      characters.push_back(pick(script.alphabet));
      body += characters.back();
      if (random() % 8 == 0) body += pick(script.separators);
    }
    articles.push_back(small_article(std::to_string(i), body));
    articles.back().language = script.language;
    texts.push_back(characters);
  }
  archive.commit({articles.begin(), articles.begin() + 120});
  archive.commit({articles.begin() + 120, articles.end()});
  auto searcher = archive.searcher();
  std::size_t matches = 0;
  for (int round = 0; round < 300; ++round) {
    const auto& from = texts[random() % texts.size()];
    const std::size_t length = std::vector<std::size_t>{1, 2, 5}[random() % 3];
    if (from.size() < length) continue;
    const auto at = random() % (from.size() - length + 1);
    Characters run(from.begin() + static_cast<std::ptrdiff_t>(at),
                   from.begin() + static_cast<std::ptrdiff_t>(at + length));
    if (round % 10 == 0) std::shuffle(run.begin(), run.end(), random);
    const auto expected =
        std::count_if(texts.begin(), texts.end(), [&](const auto& text) { return has_run(text, run); });
    const auto found = searcher.search({.query = joined(run), .limit = 0});
    ASSERT_TRUE(found) << joined(run);
    EXPECT_EQ(found->total, static_cast<std::uint64_t>(expected)) << joined(run);
    matches += static_cast<std::size_t>(expected);
  }
  EXPECT_GT(matches, 2000U);
}

INSTANTIATE_TEST_SUITE_P(Scripts, UnspacedOracle, testing::ValuesIn(kScripts),
                         [](const auto& script) { return std::string(script.param.language); });

}  // namespace
}  // namespace newshound
