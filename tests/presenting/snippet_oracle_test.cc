// Snippets of random bodies, each property checked by brute force.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>

#include "searcher/presenting/snippet.h"

namespace newshound::presenting {
namespace {

constexpr unsigned kSeed = 20240507;

struct Case {
  std::string body;
  std::vector<Span> sentences;  // as they were written
  Marks marks;
  unsigned count = 0;
  std::size_t max_bytes = 0;
};

const std::string kWords[] = {"port",
                              "ferry",
                              "Board",
                              "café",
                              "it",
                              "Kenya's",
                              "l'homme",
                              "東京",
                              "re-elected",
                              "\xFF",
                              "incomprehensibilities"};

Case random_case(std::mt19937& random) {
  Case made;
  for (auto sentences = random() % 6; sentences > 0; --sentences) {
    const auto begin = made.body.size();
    made.body += "Then";
    for (auto words = random() % 12; words > 0; --words)
      made.body += (random() % 6 == 0 ? "\n" : " ") + kWords[random() % std::size(kWords)];
    made.body += random() % 3 == 0 ? "!" : ".";
    made.sentences.push_back({begin, made.body.size()});
    made.body += random() % 3 == 0 ? "\n\n" : " ";
  }
  const std::string terms[] = {"port", "ferry", "board", "cafe", "kenya", "homme", "東", "京", "then", "absent"};
  for (auto marks = random() % 4; marks > 0; --marks) {
    made.marks.emplace_back();
    made.marks.back().in_body = random() % 8 != 0;
    for (auto words = random() % 3; words > 0; --words)
      made.marks.back().words.push_back(
          {.term = terms[random() % std::size(terms)], .offset = made.marks.back().words.size()});
  }
  made.count = static_cast<unsigned>(random() % 4);
  made.max_bytes = random() % 120;
  return made;
}

// How good a piece is: different marks, then marks; by trying every mark at every token.
std::pair<std::size_t, std::size_t> score(const std::vector<format::Token>& tokens, const Marks& marks, Span piece) {
  std::set<std::size_t> different;
  std::size_t all = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const auto& words = marks[i].words;
      if (!marks[i].in_body || words.empty() || at + words.size() > tokens.size()) continue;
      bool equal = tokens[at].begin >= piece.begin && tokens[at + words.size() - 1].end <= piece.end;
      for (std::size_t w = 0; w < words.size(); ++w) equal = equal && tokens[at + w].term == words[w].term;
      if (!equal) continue;
      different.insert(i);
      ++all;
    }
  return {different.size(), all};
}

bool is_space(char c) { return c == ' ' || c == '\n'; }
Span span_of(const Snippet& snippet) { return {snippet.offset, snippet.offset + snippet.text.size()}; }
bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

void check_piece(const Case& made, const std::vector<format::Token>& tokens, const Snippet& snippet) {
  const auto span = span_of(snippet);
  ASSERT_LE(span.end, made.body.size());
  ASSERT_FALSE(snippet.text.empty());
  EXPECT_EQ(made.body.substr(snippet.offset, snippet.text.size()), snippet.text);
  EXPECT_FALSE(is_space(snippet.text.front()) || is_space(snippet.text.back()));
  bool is_token = false;
  for (const auto& token : tokens) {
    EXPECT_FALSE(token.begin < span.begin && span.begin < token.end) << "begins within a word";
    EXPECT_FALSE(token.begin < span.end && span.end < token.end) << "ends within a word";
    is_token = is_token || (token.begin == span.begin && token.end == span.end);
  }
  EXPECT_TRUE(snippet.text.size() <= made.max_bytes || is_token) << "too long";
}

void check_marks(const Case& made, const std::vector<format::Token>& tokens, const Snippet& snippet) {
  std::vector<bool> marked(snippet.text.size());
  const auto span = span_of(snippet);
  for (std::size_t first = 0; first < tokens.size(); ++first)
    for (std::size_t last = first; last < std::min(first + 3, tokens.size()); ++last) {
      const Span words{tokens[first].begin, tokens[last].end};
      bool is_match = false;
      for (const auto& mark : made.marks)
        is_match = is_match || (mark.words.size() == last - first + 1 && score(tokens, {mark}, words).second > 0);
      if (!is_match || words.begin < span.begin || words.end > span.end) continue;
      for (auto i = words.begin; i < words.end; ++i) marked[i - span.begin] = true;
    }
  std::vector<bool> given(snippet.text.size());
  std::size_t end = 0;
  for (const auto mark : snippet.marks) {
    ASSERT_TRUE(mark.begin < mark.end && mark.end <= snippet.text.size());
    EXPECT_TRUE(mark.begin > end || mark.begin == 0 || end == 0) << "sorted, and merged where they touch";
    end = mark.end;
    std::fill(given.begin() + static_cast<std::ptrdiff_t>(mark.begin),
              given.begin() + static_cast<std::ptrdiff_t>(mark.end), true);
  }
  EXPECT_EQ(given, marked);
}

// No sentence that fits and stands clear of the pieces is better than a piece; if a piece is missing, none is marked.
void check_choice(const Case& made, const std::vector<format::Token>& tokens, const std::vector<Snippet>& snippets) {
  const std::pair<std::size_t, std::size_t> nothing{0, 0};
  auto worst = std::pair<std::size_t, std::size_t>{1000, 1000};
  for (const auto& snippet : snippets) worst = std::min(worst, score(tokens, made.marks, span_of(snippet)));
  if (snippets.size() > 1) {
    EXPECT_GT(worst, nothing) << "only marked pieces stand beside others";
  }
  if (snippets.size() < made.count) worst = nothing;
  for (const auto sentence : made.sentences) {
    if (sentence.end - sentence.begin > made.max_bytes) continue;
    const auto clear = [&](const Snippet& snippet) { return !overlap(span_of(snippet), sentence); };
    if (std::all_of(snippets.begin(), snippets.end(), clear)) {
      EXPECT_LE(score(tokens, made.marks, sentence), worst) << "better: " << made.body.substr(sentence.begin, 20);
    }
  }
}

// A word that fits is found wherever it stands.
void check_presence(const Case& made, const std::vector<format::Token>& tokens, const std::vector<Snippet>& snippets) {
  const std::pair<std::size_t, std::size_t> nothing{0, 0};
  EXPECT_EQ(snippets.empty(), made.body.empty() || made.count == 0);
  if (snippets.empty()) return;
  bool has_mark = false;
  for (const auto& token : tokens) has_mark = has_mark || score(tokens, made.marks, {token.begin, token.end}) > nothing;
  if (has_mark) {
    EXPECT_FALSE(snippets.front().marks.empty());
  } else if (snippets.front().marks.empty()) {
    EXPECT_EQ(snippets.front().offset, 0U) << "without a mark, the beginning";
  }
}

TEST(MakeSnippets, KeepTheirPromisesOnRandomBodies) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  format::Analyser analyser;
  std::size_t several = 0;
  for (int round = 0; round < 20000 && !testing::Test::HasFailure(); ++round) {
    const auto made = random_case(random);
    const auto& tokens = analyser.analyse(made.body, "");
    const auto snippets = make_snippets(made.body, tokens, "", made.marks, made.count, made.max_bytes);
    SCOPED_TRACE("round " + std::to_string(round) + ", " + std::to_string(made.max_bytes) + " bytes of: " + made.body);
    ASSERT_LE(snippets.size(), made.count);
    for (std::size_t i = 0; i < snippets.size(); ++i) {
      check_piece(made, tokens, snippets[i]);
      check_marks(made, tokens, snippets[i]);
      const auto end_before = i == 0 ? 0 : span_of(snippets[i - 1]).end;
      EXPECT_LE(end_before, snippets[i].offset);
    }
    check_choice(made, tokens, snippets);
    check_presence(made, tokens, snippets);
    several += snippets.size() > 1 ? 1 : 0;
  }
  EXPECT_GT(several, 500U) << "the random bodies must give several snippets often";
}

}  // namespace
}  // namespace newshound::presenting
