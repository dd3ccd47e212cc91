#include "tests/oracle/naive_matcher.h"

#include "searcher/query/parser.h"
#include "tests/oracle/naive_fields.h"
#include "tests/oracle/naive_stop_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace newshound::oracle {
namespace {

using Kind = QueryNode::Kind;

bool same_word(const NaiveToken& asked, const NaiveToken& token) {
  if (asked.unspaced) return asked.term == token.term;
  return !token.unspaced && asked.stem == token.stem;
}

// The same word, or the same but for accents.
bool like_word(const NaiveToken& asked, const NaiveToken& token) {
  if (asked.unspaced || token.unspaced) return same_word(asked, token);
  return same_word(asked, token) || token.stem == asked.plain_stem || token.plain_stem == asked.plain_stem;
}

bool holds(const NaiveToken& asked, const NaiveText& text) {
  return std::any_of(text.begin(), text.end(), [&](const NaiveToken& token) { return like_word(asked, token); });
}

double count(const NaiveToken& asked, const NaiveText& text) {
  return static_cast<double>(
      std::count_if(text.begin(), text.end(), [&](const NaiveToken& token) { return same_word(asked, token); }));
}

bool has_phrase(const NaiveText& phrase, const NaiveText& text) {
  const auto same_term = [](const NaiveToken& a, const NaiveToken& b) { return a.term == b.term; };
  return std::search(text.begin(), text.end(), phrase.begin(), phrase.end(), same_term) != text.end();
}

// Positions of the first and the last word of each place where the clause stands.
using Places = std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>>;

Places places_of(const NaiveText& asked, bool in_order, const NaiveText& text) {
  Places places;
  for (std::size_t i = 0; i + asked.size() <= text.size(); ++i) {
    bool stands = true;
    for (std::size_t j = 0; j < asked.size(); ++j)
      stands = stands && (in_order ? asked[j].term == text[i + j].term : like_word(asked[j], text[i + j]));
    const auto first = static_cast<std::ptrdiff_t>(i);
    if (stands) places.emplace_back(first, first + static_cast<std::ptrdiff_t>(asked.size()) - 1);
  }
  return places;
}

bool has_near(const Places& left, const Places& right, unsigned distance) {
  const auto follows = [distance](std::ptrdiff_t end, std::ptrdiff_t begin) {
    return end < begin && begin - end <= static_cast<std::ptrdiff_t>(distance);
  };
  for (const auto& [left_begin, left_end] : left)
    for (const auto& [right_begin, right_end] : right)
      if (follows(left_end, right_begin) || follows(right_end, left_begin)) return true;
  return false;
}

// The texts a word of that field may stand in.
std::vector<const NaiveText*> texts_of(const std::string& field, const NaiveArticle& article) {
  if (field == "title") return {&article.title};
  if (field == "byline") return {&article.byline};
  return {&article.title, &article.body};
}

// Undated articles come last.
bool comes_first(const NaiveHit& a, const NaiveHit& b, Sort sort) {
  const auto key = [&](const NaiveHit& hit) {
    const auto& day = hit.article->article.day;
    const auto score = sort == Sort::relevance ? -hit.score : 0;
    const auto order = sort == Sort::oldest ? day.value_or(0) : -day.value_or(0);
    return std::tuple(score, !day.has_value(), order, hit.article->article.id);
  };
  return key(a) < key(b);
}

std::string in_quotes(const std::string& value) {
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') quoted.push_back('\\');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

}  // namespace

double NaiveMatcher::inverse_document_frequency(const std::string& typed, std::size_t at) {
  const auto [found, is_new] = frequencies_.try_emplace({typed, at});
  if (!is_new) return found->second;
  double with = 0;
  for (const auto& [id, article] : archive_.articles()) {
    const auto& asked = archive_.analyse(typed, article.stemmer)[at];
    if (count(asked, article.title) + count(asked, article.body) > 0) ++with;
  }
  const auto all = static_cast<double>(archive_.articles().size());
  return found->second = std::log(1 + (all - with + 0.5) / (with + 0.5));
}

double NaiveMatcher::score(const std::string& typed, std::size_t at, const NaiveArticle& article) {
  constexpr double kK1 = 1.2;
  constexpr double kB = 0.75;
  const auto& asked = archive_.analyse(typed, article.stemmer)[at];
  const double frequency = 3 * count(asked, article.title) + count(asked, article.body);
  const double length = 1 - kB + kB * length_of(article) / average_length_;
  const double part = inverse_document_frequency(typed, at) * frequency * (kK1 + 1) / (frequency + kK1 * length);
  return std::nearbyint(part * 0x1p30) / 0x1p30;  // so that the order of adding does not matter
}

// A single typed word matches by its stem; a phrase, a run that is several words, and a word of the byline by the
// surface words in order.
NaiveMatcher::Verdict NaiveMatcher::judge_words(const QueryNode& node, const NaiveArticle& article) {
  const auto& asked = archive_.analyse(node.value, article.stemmer);
  const bool in_order = node.kind == Kind::phrase || asked.size() > 1 || node.field == "byline";
  Verdict verdict;
  for (const auto* text : texts_of(node.field, article))
    if (in_order ? has_phrase(asked, *text) : holds(asked.front(), *text)) verdict.matches = true;
  if (!verdict.matches || node.field == "byline") return verdict;
  for (std::size_t at = 0; at < asked.size(); ++at) {
    double found = 0;
    for (const auto* text : texts_of(node.field, article)) found += count(asked[at], *text);
    if (found > 0) verdict.score += score(node.value, at, article);
  }
  return verdict;
}

NaiveMatcher::Verdict NaiveMatcher::judge_near(const QueryNode& node, const NaiveArticle& article) {
  auto verdict = judge_all(node, article);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    bool is_near = false;
    for (const auto* text : texts_of(node.children[i].field, article)) {
      std::array<Places, 2> places;
      for (const std::size_t side : {0U, 1U}) {
        const auto& child = node.children[i - 1 + side];
        const auto& asked = archive_.analyse(child.value, article.stemmer);
        places.at(side) =
            places_of(asked, child.kind == Kind::phrase || asked.size() > 1 || child.field == "byline", *text);
      }
      is_near = is_near || has_near(places[0], places[1], node.distance);
    }
    verdict.matches = verdict.matches && is_near;
  }
  return verdict;
}

NaiveMatcher::Verdict NaiveMatcher::judge_all(const QueryNode& node, const NaiveArticle& article) {
  Verdict all{true, 0};
  for (const auto& child : node.children) {
    const auto verdict = judge(child, article);
    all.matches = all.matches && verdict.matches;
    all.score += verdict.score;
  }
  return all;
}

NaiveMatcher::Verdict NaiveMatcher::judge_any(const QueryNode& node, const NaiveArticle& article) {
  Verdict any;
  for (const auto& child : node.children) {
    const auto verdict = judge(child, article);
    if (!verdict.matches) continue;
    any.matches = true;
    any.score += verdict.score;
  }
  return any;
}

NaiveMatcher::Verdict NaiveMatcher::judge(const QueryNode& node, const NaiveArticle& article) {
  switch (node.kind) {
    case Kind::everything:
      return {true, 0};
    case Kind::word:
    case Kind::phrase:
      return judge_words(node, article);
    case Kind::near:
      return judge_near(node, article);
    case Kind::conjunction:
      return judge_all(node, article);
    case Kind::disjunction:
      return judge_any(node, article);
    case Kind::negation:
      return {!judge(node.children.front(), article).matches, 0};
    case Kind::filter:
      return {has_value(article.article, node.field, node.value), 0};
    case Kind::unknown:
      return {!is_known(article.article, node.field), 0};
    case Kind::has:
      return {is_known(article.article, node.field), 0};
    case Kind::date_range: {
      const auto day = article.article.day;
      return {day && (!node.first || *day >= *node.first) && (!node.last || *day <= *node.last), 0};
    }
  }
  return {};
}

// Values of one field are alternatives; every field must hold. A filter is the clause `field:"value"`.
bool NaiveMatcher::passes(const std::vector<Filter>& filters, Day today, const NaiveArticle& article) {
  std::set<std::string> asked;
  std::set<std::string> held;
  for (const auto& filter : filters) {
    asked.insert(filter.field);
    const auto clause =
        query::parse(filter.field + ":" + in_quotes(filter.value), {.match = Match::all, .today = today});
    if (clause && judge(clause->ast, article).matches) held.insert(filter.field);
  }
  return asked == held;
}

// A side of NEAR must hold a word.
bool NaiveMatcher::refuses(const QueryNode& node) {
  if (node.kind == Kind::near)
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const QueryNode& child) { return archive_.analyse(child.value, "").empty(); });
  return std::any_of(node.children.begin(), node.children.end(), [&](const auto& child) { return refuses(child); });
}

Result<std::vector<NaiveHit>> NaiveMatcher::search(const SearchRequest& request) {
  const Day today = request.today.value_or(0);
  // An empty text beside filters is everything.
  const auto parsed =
      request.query.empty()
          ? Result<ParsedQuery>(ParsedQuery{})
          : query::parse(request.query, {.match = request.match, .literal = request.literal, .today = today});
  if (!parsed) return parsed.error();
  if (refuses(parsed->ast)) return Error{Errc::query, "the oracle refuses it", {}, {}};
  const auto ast = without_stop_words(parsed->ast, request.filters, archive_);
  std::vector<NaiveHit> hits;
  for (const auto& [id, article] : archive_.articles()) {
    const auto verdict = judge(ast, article);
    if (verdict.matches && passes(request.filters, today, article)) hits.push_back({&article, verdict.score});
  }
  std::sort(hits.begin(), hits.end(), [&](const auto& a, const auto& b) { return comes_first(a, b, request.sort); });
  return hits;
}

}  // namespace newshound::oracle
