// The small stages on their own: escapes, characters, nearest names, side-by-side clauses, normal form.
#include "searcher/query/characters.h"
#include "searcher/query/escapes.h"
#include "searcher/query/lexer.h"
#include "searcher/query/nearest_name.h"
#include "searcher/query/simplify.h"
#include "tests/query/random_query.h"
#include "tests/query/tree_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace newshound::query {
namespace {

TEST(QueryEscapes, WordsAndQuotedTextReadBackAsWritten) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomQuery random(seed);
  for (int i = 0; i < 20000; ++i) {
    const std::string value = random.text();
    // A "*" between spaces is another thing in a phrase than in a value.
    const bool as_phrase = i % 2 == 0 && value.find('*') == std::string::npos;
    const auto quoted = read_quoted(write_quoted(value, as_phrase) + "x", 0, as_phrase);
    ASSERT_TRUE(quoted) << value;
    ASSERT_EQ(quoted->value, value);
    ASSERT_FALSE(quoted->wildcard) << value;
    std::string word;
    for (std::size_t at = 0; at < value.size(); at += character_at(value, at).length)
      if (!is_space(character_at(value, at).code)) word += value.substr(at, character_at(value, at).length);
    if (word.empty()) continue;
    for (const bool plain : {false, true}) {
      const auto read = read_word(write_word(word, plain) + " x", 0);
      ASSERT_EQ(read.value, word);
      ASSERT_EQ(read.end, write_word(word, plain).size());
      ASSERT_TRUE(plain || read.escaped) << word;
    }
  }
}

TEST(QueryCharacters, TellWordsFromPunctuation) {
  for (const std::string text : {"a", "7", "é", "京", "ก", "½", "ª", "①", "x—", "'s"})
    EXPECT_TRUE(has_word_character(text)) << text;
  for (const std::string text : {"", ".", "&", "--", "—", "…", "“", "€", "·", "、", "→", "！", "🙂", "\xff"})
    EXPECT_FALSE(has_word_character(text)) << text;
}

// Plain recursion over the definition.
std::size_t naive_distance(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string a1 = a.substr(1);
  const std::string b1 = b.substr(1);
  std::size_t least = naive_distance(a1, b1) + (a[0] == b[0] ? 0 : 1);
  least = std::min({least, naive_distance(a1, b) + 1, naive_distance(a, b1) + 1});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    least = std::min(least, naive_distance(a.substr(2), b.substr(2)) + 1);
  return least;
}

TEST(QueryNearestName, DistanceEqualsTheNaiveOne) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomQuery random(seed);
  const auto name = [&] {
    std::string text;
    for (std::size_t length = random.below(6); text.size() < length;) text += static_cast<char>('a' + random.below(3));
    return text;
  };
  for (int i = 0; i < 3000; ++i) {
    const std::string a = name();
    const std::string b = name();
    ASSERT_EQ(edit_distance(a, b), naive_distance(a, b)) << a << " " << b;
  }
}

TEST(QueryNearestName, TakesTheFirstOfTheNearest) {
  EXPECT_EQ(nearest_name("titel", {"outlet", "title"}), "title");
  EXPECT_EQ(nearest_name("TITLE", {"outlet", "title"}), "title");
  EXPECT_EQ(nearest_name("b", {"a", "c"}), "a");
  EXPECT_EQ(nearest_name("b", {}), "");
  EXPECT_EQ(nearest_name(std::string(100000, 'x'), {"title"}), "title");
}

TEST(QuerySimplify, FlattensAndUnwraps) {
  const QueryNode a{.kind = QueryNode::Kind::word, .value = "a"};
  QueryNode inner{.kind = QueryNode::Kind::conjunction, .children = {a, a}};
  QueryNode single{.kind = QueryNode::Kind::disjunction, .children = {inner}};
  QueryNode outer{.kind = QueryNode::Kind::conjunction, .children = {single, a}};
  EXPECT_EQ(tree_text(simplify(outer)), "(and a a a)");
  QueryNode negation{.kind = QueryNode::Kind::negation, .children = {outer}};
  EXPECT_EQ(tree_text(simplify(negation)), "(not (and a a a))");
}

std::string token_text(const Token& token) {
  const std::string field = token.field == nullptr ? "" : std::string(token.field->name) + "/";
  const std::string place = "@" + std::to_string(token.span.begin) + "-" + std::to_string(token.span.end);
  return field + token.text + place;
}

TEST(QueryLexer, TokensCarryTheirFieldAndBytes) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"a -b", "a@0-1 -@2-3 b@3-4"},
      {"é|b", "é@0-2 |@2-3 b@3-4"},
      {"title:(a \"b c\")", "title/(@0-7 title/a@7-8 title/b c@9-14 )@14-15"},
      {"outlet:\"x y\" z", "outlet/x y@0-12 z@13-14"},
      {"a AROUND(5) b", "a@0-1 AROUND(5)@2-11 b@12-13"},
      {"& a", "a@2-3"},
  };
  for (const auto& [text, expected] : rows) {
    const auto list = lex(text);
    ASSERT_TRUE(list) << text;
    std::string shown;
    for (const auto& token : list->tokens) shown += (shown.empty() ? "" : " ") + token_text(token);
    EXPECT_EQ(shown, expected) << text;
  }
}

}  // namespace
}  // namespace newshound::query
