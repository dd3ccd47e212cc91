// Positions files against the simplest thing that could be one: a map from key and row to what stands there.
#include "indexer/writing/positions_builder.h"
#include "indexer/writing/positions_merge.h"
#include "tests/format/temporary_directory.h"

#include "indexer/format/guard.h"
#include "indexer/format/stored_file.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace newshound::writing {
namespace {

using format::Occurrence;
using format::Positions;
using format::PostingsCursor;

struct Word {
  std::string key;
  std::string term;
  std::string form;
};

// By row: the words, and how many of them are the title.
struct NaiveArticle {
  std::vector<Word> words;
  std::uint32_t title_words = 0;
  std::vector<format::SentenceLength> sentences;
};
using NaiveSegment = std::vector<NaiveArticle>;

// Frequent and rare keys, with few and with many forms, of which some are no ASCII lower case of their term.
Word random_word(std::mt19937& random) {
  const auto stem =
      std::string(1, static_cast<char>('a' + random() % 8)) + std::to_string(random() % (1 + random() % 40));
  const auto form = random() % (1 + random() % 7);
  if (form == 6) return {"Zen:" + stem, stem + "e", "É" + stem};
  return {"Zen:" + stem, stem + std::string(form, 's'),
          (random() % 4 == 0 ? "X" : "x") + stem + std::string(form, 's')};
}

NaiveSegment random_segment(std::mt19937& random, std::size_t rows) {
  NaiveSegment segment(rows);
  for (auto& article : segment) {
    const auto words = random() % 60;
    for (std::size_t i = 0; i < words; ++i) article.words.push_back(random_word(random));
    article.title_words = static_cast<std::uint32_t>(random() % (words + 1));
    for (auto rest = words - article.title_words; rest > 0;) {
      const auto length = 1 + random() % rest;
      article.sentences.push_back({static_cast<std::uint32_t>(length), random() % 2 == 0});
      rest -= length;
    }
  }
  return segment;
}

void write(const NaiveSegment& segment, const std::filesystem::path& path) {
  PositionsBuilder builder;
  for (const auto& article : segment) {
    std::uint32_t place = 0;
    for (const auto& word : article.words) {
      const auto number = builder.number(word.key, word.term, word.form);
      builder.add(number, ++place);
    }
    builder.end_article(article.title_words, place, article.sentences);
  }
  builder.write(path);
}

// key -> row -> position and form
using Places = std::map<std::string, std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::string>>>>;

Places places_of(const NaiveSegment& segment) {
  Places places;
  for (std::uint32_t row = 0; row < segment.size(); ++row)
    for (std::uint32_t i = 0; i < segment[row].words.size(); ++i) {
      const auto gap = i >= segment[row].title_words ? format::kFieldGap : 0;
      places[segment[row].words[i].key][row].emplace_back(i + 1 + gap, segment[row].words[i].form);
    }
  return places;
}

Places places_of(const Positions& positions) {
  Places places;
  Positions::Walk walk(positions);
  while (const auto term = walk.next()) {
    const auto forms = positions.forms(*term);
    for (PostingsCursor cursor(positions, *term); !cursor.at_end(); cursor.next()) {
      std::vector<Occurrence> occurrences;
      cursor.read(occurrences);
      for (const auto& occurrence : occurrences)
        places[term->key][cursor.row()].emplace_back(occurrence.position, forms[occurrence.form].text);
    }
  }
  return places;
}

class PositionsTest : public testing::TestWithParam<unsigned> {
 protected:
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return directory_ / name; }
  std::mt19937 random_{GetParam()};

 private:
  format::TemporaryDirectory directory_;
};

TEST_P(PositionsTest, HoldWhatWasAdded) {
  const auto segment = random_segment(random_, 700);
  write(segment, path("positions"));
  const Positions positions(path("positions"));
  EXPECT_EQ(positions.rows(), 700U);
  EXPECT_EQ(places_of(positions), places_of(segment));
  for (std::uint32_t row = 0; row < 700; ++row) {
    EXPECT_EQ(positions.title_words(row), segment[row].title_words);
    EXPECT_EQ(positions.sentences(row), segment[row].sentences);
  }
  positions.check_all();
}

TEST_P(PositionsTest, FindEveryKeyAndNoOther) {
  const auto segment = random_segment(random_, 300);
  write(segment, path("positions"));
  const Positions positions(path("positions"));
  const auto places = places_of(segment);
  for (const auto& [key, rows] : places) {
    const auto term = positions.find(key);
    ASSERT_TRUE(term) << key;
    EXPECT_EQ(term->documents, rows.size());
    for (const auto& form : positions.forms(*term)) EXPECT_GT(form.count, 0U);
    for (const auto& other : {key + "x", key.substr(0, key.size() - 1) + "~", std::string("A"), std::string("~")})
      EXPECT_EQ(positions.find(other).has_value(), places.contains(other)) << other;
  }
}

// Words of the title count three times.
TEST_P(PositionsTest, FrequenciesAndLengthsAreThoseOfTheArticles) {
  const auto segment = random_segment(random_, 700);
  write(segment, path("positions"));
  const Positions positions(path("positions"));
  std::uint64_t total = 0;
  for (std::uint32_t row = 0; row < 700; ++row) {
    const auto& article = segment[row];
    EXPECT_EQ(positions.length(row), article.words.size() + 2 * article.title_words);
    total += positions.length(row);
  }
  EXPECT_EQ(positions.total_length(), total);
  for (const auto& [key, rows] : places_of(segment)) {
    const auto term = positions.find(key);
    ASSERT_TRUE(term);
    PostingsCursor cursor(positions, *term);
    for (const auto& [row, places] : rows) {
      cursor.skip_to(row);
      std::uint32_t frequency = 0;
      for (const auto& place : places) frequency += place.first <= segment[row].title_words ? 3 : 1;
      ASSERT_EQ(cursor.frequency(), frequency);
      EXPECT_GE(cursor.bounds(cursor.block()).most_frequent, frequency);
      EXPECT_LE(cursor.bounds(cursor.block()).shortest, positions.length(row));
    }
  }
}

TEST_P(PositionsTest, SkippingIsStepping) {
  const auto segment = random_segment(random_, 2000);
  write(segment, path("positions"));
  const Positions positions(path("positions"));
  for (const auto& [key, rows] : places_of(segment)) {
    const auto term = positions.find(key);
    ASSERT_TRUE(term);
    PostingsCursor cursor(positions, *term);
    for (std::uint32_t row = 0; row < 2000; row += 1 + static_cast<std::uint32_t>(random_() % 300)) {
      cursor.skip_to(row);
      const auto expected = rows.lower_bound(row);
      ASSERT_EQ(cursor.at_end(), expected == rows.end()) << key << ' ' << row;
      if (cursor.at_end()) break;
      ASSERT_EQ(cursor.row(), expected->first);
    }
  }
}

TEST_P(PositionsTest, AMergeIsTheSegmentsOneAfterAnother) {
  NaiveSegment all;
  std::vector<std::filesystem::path> inputs;
  for (std::size_t i = 0; i < 5; ++i) {
    const auto segment = random_segment(random_, i == 2 ? 0 : random_() % 300);
    inputs.push_back(path(std::to_string(i)));
    write(segment, inputs.back());
    all.insert(all.end(), segment.begin(), segment.end());
  }
  merge_positions(inputs, path("merged"));
  write(all, path("at once"));
  EXPECT_EQ(format::read_file(path("merged")), format::read_file(path("at once")));
  Positions(path("merged")).check_all();
}

// A dictionary too large to wait in memory, whose parts a merge puts together in the same way.
TEST(PositionsOfManyWords, AreWrittenThroughAFileBeside) {
  const format::TemporaryDirectory directory;
  const auto path = directory / "positions";
  constexpr std::uint32_t kWords = 150'000;
  const auto word = [](std::uint32_t i) { return "word" + std::string(48, 'x') + std::to_string(1'000'000 + i); };
  {
    format::PositionsWriter writer(path);
    for (std::uint32_t i = 0; i < kWords; ++i) {
      const std::vector<format::WordForm> forms = {{word(i), word(i), 1}};
      writer.begin_term(word(i), forms);
      writer.add(0, 1, kWords, std::vector<Occurrence>{{i + 1, 0}});
      writer.end_term();
    }
    format::SentenceTable sentences;
    sentences.add("");
    writer.finish({{0, kWords}}, sentences);
    EXPECT_TRUE(std::filesystem::exists(directory / "positions.dictionary"));
  }
  EXPECT_FALSE(std::filesystem::exists(directory / "positions.dictionary"));
  const Positions positions(path);
  positions.check_all();
  for (std::uint32_t i = 0; i < kWords; i += 997) {
    const auto term = positions.find(word(i));
    ASSERT_TRUE(term) << i;
    EXPECT_EQ(positions.forms(*term).front().text, word(i));
  }
  EXPECT_FALSE(positions.find(word(kWords)));
}

// Whatever a flipped bit makes of a file, it is refused as damaged or of another version, or answers something.
TEST_P(PositionsTest, AFlippedBitIsNeverACrash) {
  write(random_segment(random_, 100), path("positions"));
  const auto sound = format::read_file(path("positions"));
  for (std::size_t at = 0; at < sound.size(); at += 1 + random_() % 100) {
    auto bytes = sound;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << random_() % 8));
    const auto read = format::guard("read", [&] {
      const Positions positions(bytes, "positions");
      (void)places_of(positions);
      (void)positions.find("Zen:a1");
    });
    EXPECT_TRUE(read || read.error().code == Errc::damaged || read.error().code == Errc::wrong_version);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PositionsTest, testing::Values(1U, 2U, 3U));

TEST(Positions, AliasesLeadToTheirKeys) {
  const format::TemporaryDirectory directory;
  PositionsBuilder builder;
  builder.add(builder.number("Zen:resume", "resume", "résumé"), 1);
  builder.add_alias("Zen:resum", "Zen:resume");
  builder.add_alias("Zen:expos", "Zen:expose");
  builder.add_alias("Zen:resum", "Zen:resume");
  builder.end_article(1, 1, {});
  builder.write(directory / "a");
  merge_positions({directory / "a", directory / "a"}, directory / "b");
  for (const auto* name : {"a", "b"}) {
    const Positions positions(directory / name);
    EXPECT_EQ(positions.aliases("Zen:resum"), (std::vector<std::string>{"Zen:resume"}));
    EXPECT_TRUE(positions.aliases("Zen:resume").empty());
    EXPECT_EQ(positions.aliases("Zen:expos"), (std::vector<std::string>{"Zen:expose"}));
    positions.check_all();
  }
}

// Words of the byline are a text of their own: no gap, however short the title is.
TEST(Positions, OfABylineHaveNoGap) {
  const format::TemporaryDirectory directory;
  PositionsBuilder builder;
  builder.add(builder.number("Amara", "mara", "Mara"), 1);
  builder.add(builder.number("Avelden", "velden", "Velden"), 2);
  builder.end_article(1, 1, {});
  builder.write(directory / "a");
  const Positions positions(directory / "a");
  std::vector<Occurrence> occurrences;
  PostingsCursor(positions, *positions.find("Avelden")).read(occurrences);
  EXPECT_EQ(occurrences, (std::vector<Occurrence>{{2, 0}}));
}

}  // namespace
}  // namespace newshound::writing
