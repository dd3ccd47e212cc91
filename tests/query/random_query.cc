#include "tests/query/random_query.h"

#include "indexer/format/dates.h"
#include "searcher/query/characters.h"
#include "searcher/query/escapes.h"

#include <array>
#include <string_view>

namespace newshound::query {
namespace {

using Kind = QueryNode::Kind;

constexpr std::array<std::string_view, 85> kPieces = {
    "a",          "ferry",   "OR",      "AND",     "NOT",    "NEAR",    "NEAR/5", "NEAR5",   "AROUND(3)", "AROUND",
    "ADJ/2",      "MAYBE",   "(",       ")",       "|",      "-",       "+",      "*",       "?",         "~1",
    "^2",         "=",       "\"",      "“",       "”",      "\\",      ":",      "title:",  "by:",       "byline",
    "outlet:",    "id:",     "url:",    "date:",   "after:", "before:", "has:",   "..",      "2024",      "2024-05",
    "2019-02-03", "today",   "unknown", "colour:", "lead:",  "words:",  "added:", ">8",      "&",         ".",
    "—",          "é",       "東京",    "U.S.",    "C++",    "AT&T",    "'",      "/",       "//",        "http://",
    "entity:",    "lang:en", ",",       "\u00a0",  "\t",     "7d",      "5",      "re-",     "x",         "US",
    "NATO",       "EU\'s",   "US,",     "&&",      "||",     "!",       "=-",     "=title:", "~title:",   "NEAR(5)",
    "ADJ(s)",     "AROUND5", "^-1",     "10^6",    "~1,",
};

template <typename List>
std::string one_of(RandomQuery& random, const List& list) {
  return std::string(list[random.below(list.size())]);
}

}  // namespace

std::size_t RandomQuery::below(std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
}

std::string RandomQuery::characters(std::size_t most) {
  constexpr std::array<std::string_view, 34> kCharacters = {
      "a", "B", "7", "é", "京", "\"", "“", "”", "„", "\\", "*", "?", "(", ")", "|", "-", "+",
      ":", "~", "^", "=", "/",  ".",  "&", "'", "1", "x",  "_", "#", "@", "$", "—", ",", "OR"};
  std::string text;
  const std::size_t count = 1 + below(most);
  for (std::size_t i = 0; i < count; ++i) text += one_of(*this, kCharacters);
  return text;
}

std::string RandomQuery::word() {
  constexpr std::array<std::string_view, 42> kWords = {
      "ferry",  "OR",      "AND",      "NOT",  "NEAR",     "NEAR/5",   "NEAR5",  "ADJ",  "ADJ/2", "MAYBE", "AROUND",
      "title:", "title:x", "http://",  "=US",  "unknown",  "word^2",   "word~1", "-x",   "+x",    "a?b",   "foo:bar",
      "US",     "NATO",    "US,",      "U.S.", "EU's",     "!x",       "a&&b",   ":x",   "^2",    "x^-1",  "10^6",
      "10",     "AROUND5", "AROUND/5", "=-x",  "=title:x", "~title:x", "x~1,",   "x^2.", "title"};
  if (below(3) == 0) return one_of(*this, kWords);
  for (;;) {
    auto text = characters(6);
    if (has_word_character(text)) return text;
  }
}

double RandomQuery::weight() {
  constexpr std::array<double, 5> kWeights = {1, 2, 0.5, 2.25, 100};
  return kWeights[below(2) == 0 ? 0 : below(kWeights.size())];
}

// A word with signs, which only some letters can have.
QueryNode RandomQuery::formed_word(const std::string& field) {
  using Form = QueryNode::Form;
  constexpr std::array<std::string_view, 5> kWords = {"US", "Organic", "re-elected", "7", "東京"};
  constexpr std::array<std::string_view, 5> kPatterns = {"tax*", "*gate", "organi?ation", "re-elect*", "?b*"};
  QueryNode node{.kind = Kind::word, .field = field, .form = static_cast<Form>(1 + below(4))};
  node.value = node.form == Form::pattern ? one_of(*this, kPatterns) : one_of(*this, kWords);
  if (node.form == Form::fuzzy) node.distance = static_cast<unsigned>(1 + below(2));
  if (node.form == Form::exact || node.form == Form::exact_case) node.weight = weight();
  return node;
}

QueryNode RandomQuery::word_or_phrase(const std::string& field) {
  if (below(4) == 0) return formed_word(field);
  if (below(2) == 0) return {.kind = Kind::word, .field = field, .value = word(), .weight = weight()};
  QueryNode node{.kind = Kind::phrase, .field = field, .weight = weight()};
  do {
    node.value = word() + (below(4) == 0 ? " * x " : " ") + characters(4);
  } while (has_gap(node.value) && !has_word_character(node.value.substr(node.value.rfind('*'))));
  if (below(3) == 0 && !has_gap(node.value)) node.distance = static_cast<unsigned>(1 + below(100));
  return node;
}

QueryNode RandomQuery::near() {
  constexpr std::array<std::string_view, 4> kFields = {"", "title", "byline", "lead"};
  const auto field = one_of(*this, kFields);
  QueryNode node{.kind = Kind::near, .within = static_cast<QueryNode::Within>(below(3))};
  if (node.within == QueryNode::Within::distance) {
    node.distance = static_cast<unsigned>(1 + below(999));
    node.ordered = below(2) == 0;
  }
  const std::size_t count = 2 + below(3);
  while (node.children.size() < count) {
    auto child = word_or_phrase(field);
    node.children.push_back(std::move(child));
  }
  return node;
}

QueryNode RandomQuery::date_range() {
  const Day first = *format::make_day(format::kMinYear, 1, 1);
  const Day last = *format::make_day(format::kMaxYear, 12, 31);
  const auto day = [&] {
    return static_cast<Day>(first + static_cast<Day>(below(static_cast<std::size_t>(last - first) + 1)));
  };
  QueryNode node{.kind = Kind::date_range, .field = below(4) == 0 ? "added" : "date"};
  const std::size_t ends = below(4);
  if (ends != 0) node.first = day();
  if (ends == 1) node.last = node.first;
  if (ends == 0) node.last = day();
  if (ends == 2) {
    node.last = day();
    if (*node.first > *node.last) std::swap(node.first, node.last);
  }
  return node;
}

QueryNode RandomQuery::leaf() {
  constexpr std::array<std::string_view, 3> kText = {"", "title", "byline"};
  constexpr std::array<std::string_view, 6> kValues = {"outlet", "entity", "person", "lang", "id", "url"};
  constexpr std::array<std::string_view, 4> kColumns = {"outlet", "byline", "date", "org"};
  switch (below(8)) {
    case 0:
      return {.kind = Kind::everything};
    case 7: {
      QueryNode node{.kind = Kind::number_range, .field = "words"};
      const auto ends = below(4);
      if (ends != 0) node.least = static_cast<std::uint32_t>(below(1000));
      if (ends != 1) node.most = node.least.value_or(0) + static_cast<std::uint32_t>(below(3));
      return node;
    }
    case 1:
      if (below(6) == 0) return {.kind = Kind::similar, .field = "like", .value = characters(6)};
      return {.kind = Kind::filter, .field = one_of(*this, kValues), .value = below(4) == 0 ? word() : characters(6)};
    case 2:
      return {.kind = Kind::unknown, .field = one_of(*this, kColumns)};
    case 3:
      return {.kind = Kind::has, .field = one_of(*this, kColumns)};
    case 4:
      return date_range();
    default: {
      auto node = word_or_phrase(one_of(*this, kText));
      node.must = node.kind == Kind::word && below(4) == 0;
      return node;
    }
  }
}

QueryNode RandomQuery::group(Kind kind, unsigned depth) {
  QueryNode node{.kind = kind};
  const std::size_t count = 2 + below(3);
  while (node.children.size() < count) {
    auto child = tree(depth - 1);
    if (child.kind != kind) node.children.push_back(std::move(child));
  }
  return node;
}

QueryNode RandomQuery::tree(unsigned depth) {
  if (depth == 0) return leaf();
  switch (below(7)) {
    case 0:
      return group(Kind::conjunction, depth);
    case 1:
      return group(Kind::disjunction, depth);
    case 2: {
      QueryNode node{.kind = Kind::negation};
      node.children.push_back(tree(depth - 1));
      return node;
    }
    case 3:
      return near();
    case 4: {
      QueryNode node{.kind = Kind::maybe};
      node.children.push_back(tree(depth - 1));
      return node;
    }
    default:
      return leaf();
  }
}

std::string RandomQuery::text() {
  std::string text;
  const std::size_t count = 1 + below(12);
  for (std::size_t i = 0; i < count; ++i) {
    text += one_of(*this, kPieces);
    if (below(2) == 0) text += ' ';
  }
  return text;
}

std::string RandomQuery::bytes(std::size_t most) {
  std::string text(below(most + 1), '\0');
  for (char& c : text) c = static_cast<char>(below(256));
  return text;
}

}  // namespace newshound::query
