// Which bytes are marked. Expected marks are shown in the text itself: "the [ferry] left".
#include "searcher/presenting/highlight.h"

#include "tests/presenting/brackets.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace newshound::presenting {
namespace {

using matching::TypedWord;

TypedWord exact(std::string term) { return {.term = std::move(term)}; }
TypedWord stemmed(std::string term, const std::string& stem) {
  return {.term = std::move(term), .stems = {{"en", stem, stem}, {"fr", stem + "x", stem + "x"}}, .any_form = true};
}

// At their places in the phrase.
Mark phrase(std::vector<TypedWord> words, unsigned others = 0) {
  for (std::size_t i = 0; i < words.size(); ++i) words[i].offset = i;
  return {std::move(words), others};
}

TEST(MarkSpans, MarkWhatTheMarksName) {
  const TypedWord ferry = stemmed("ferries", "ferri");
  const struct {
    const char* shown;
    const char* stemmer;
    Marks marks;
  } rows[] = {
      {"the ferry left", "en", {}},
      {"the ferry left", "en", {Mark{}}},
      {"the [ferry] left, [ferries] came", "en", {{{ferry}}}},
      {"the ferry left, ferries came", "", {{{ferry}}}},    // no stem for an unstemmed article
      {"the ferry left, ferries came", "fr", {{{ferry}}}},  // another stem there
      {"the ferry left, [ferries] came", "en", {{{exact("ferries")}}}},
      {"the ferry left, [Férries] came", "en", {{{exact("ferries")}}}},
      {"[Kenya]'s [Kenya]", "en", {{{exact("kenya")}}}},
      {"[harbour ferry], harbour and ferry", "en", {phrase({exact("harbour"), ferry})}},
      {"[harbour. Ferry] harbour", "en", {phrase({exact("harbour"), ferry})}},
      {"[no no no] yes", "en", {phrase({exact("no"), exact("no")})}},  // overlapping phrases are one span
      {"[the harbour ferry] left", "en", {phrase({exact("the"), exact("harbour")}), phrase({exact("harbour"), ferry})}},
      {"[harbour] [ferry]", "en", {{{exact("harbour")}}, {{ferry}}}},  // two words, two spans
      {"[東京]都", "", {{{exact("東")}}, {{exact("京")}}}},            // that touch: one
      {"[東京都]庁東京", "", {phrase({exact("東"), exact("京"), exact("都")})}},
      {"the end", "en", {phrase({exact("end"), exact("the")})}},
  };
  format::Analyser analyser;
  for (const auto& row : rows) {
    std::string text = row.shown;
    std::erase(text, '[');
    std::erase(text, ']');
    const auto& tokens = analyser.analyse(text, row.stemmer);
    EXPECT_EQ(with_brackets(text, mark_spans(tokens, row.stemmer, row.marks, Where::body)), row.shown);
  }
}

TEST(MarkSpans, FollowWhereAMarkApplies) {
  format::Analyser analyser;
  const auto& tokens = analyser.analyse("harbour ferry", "");
  const Marks marks = {{{exact("harbour")}, 0, true, false}, {{exact("ferry")}, 0, false, true}};
  EXPECT_EQ(mark_spans(tokens, "", marks, Where::title), (std::vector<Span>{{0, 7}}));
  EXPECT_EQ(mark_spans(tokens, "", marks, Where::body), (std::vector<Span>{{8, 13}}));
}

TEST(FindMatches, CountEveryMarkAndEveryOverlap) {
  format::Analyser analyser;
  const auto& tokens = analyser.analyse("a a b", "");
  const Marks marks = {
      {{exact("a")}}, phrase({exact("a"), exact("b")}), phrase({exact("a"), exact("a")}), {{exact("a")}}};
  EXPECT_EQ(find_matches(tokens, "", marks, Where::body),
            (std::vector<MarkMatch>{{0, {0, 1}}, {2, {0, 3}}, {3, {0, 1}}, {0, {2, 3}}, {1, {2, 5}}, {3, {2, 3}}}));
}

// The naive search: every mark at every token.
std::vector<MarkMatch> every_match(const std::vector<format::Token>& tokens, std::string_view stemmer,
                                   const Marks& marks) {
  std::vector<MarkMatch> found;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const auto& words = marks[i].words;
      bool all = !words.empty() && at + words.size() <= tokens.size();
      for (std::size_t w = 0; all && w < words.size(); ++w) {
        const auto& token = tokens[at + w];
        bool one = words[w].stems.empty() && token.term == words[w].term;
        for (const auto& marked : words[w].stems)
          one = one || (marked.stemmer == stemmer && (token.stem == marked.stem || token.stem == marked.plain_stem ||
                                                      token.plain_stem == marked.plain_stem));
        all = one;
      }
      if (all) found.push_back({i, {tokens[at].begin, tokens[at + words.size() - 1].end}});
    }
  return found;
}

TEST(FindMatches, FindWhatTheNaiveSearchFinds) {
  constexpr unsigned kSeed = 7;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  format::Analyser analyser;
  const std::string words[] = {"board", "boards", "ferry", "ferries", "port"};
  const auto any_word = [&] { return words[random() % std::size(words)]; };
  std::size_t matches = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto length = random() % 20; length > 0; --length) text += any_word() + (random() % 5 == 0 ? ". " : " ");
    Marks marks(random() % 5);
    for (auto& mark : marks)
      for (auto length = random() % 4; length > 0; --length) {
        const auto word = any_word();
        const auto& token = analyser.analyse(word, "en").front();
        mark.words.push_back(random() % 2 == 0 ? exact(word) : stemmed(word, std::string(token.stem)));
        mark.words.back().offset = mark.words.size() - 1;
      }
    const std::string_view stemmer = random() % 4 == 0 ? "" : "en";
    const auto& tokens = analyser.analyse(text, stemmer);
    const auto expected = every_match(tokens, stemmer, marks);
    ASSERT_EQ(find_matches(tokens, stemmer, marks, Where::body), expected) << text;
    matches += expected.size();
  }
  EXPECT_GT(matches, 2000U) << "the random texts must have matches";
}

}  // namespace
}  // namespace newshound::presenting
