#include "tests/oracle/naive_matcher.h"

#include "searcher/query/parser.h"
#include "tests/oracle/naive_fields.h"
#include "tests/oracle/naive_stop_words.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace newshound::oracle {
namespace {

using Form = QueryNode::Form;
using Kind = QueryNode::Kind;

double count(const NaiveToken& asked, const NaiveText& text) {
  return static_cast<double>(
      std::count_if(text.begin(), text.end(), [&](const NaiveToken& token) { return same_word(asked, token); }));
}

// The texts a word of that field may stand in.
std::vector<const NaiveText*> texts_of(const std::string& field, const NaiveArticle& article) {
  if (field == "title") return {&article.title};
  if (field == "byline") return {&article.byline};
  if (field == "body" || field == "lead") return {&article.body};
  return {&article.title, &article.body};
}

// Tokens of the body that are in its first two paragraphs.
std::size_t end_of_lead(const NaiveArticle& article) {
  const auto& ends = article.paragraph_ends;
  return ends.size() < 2 ? article.body.size() : ends[1];
}

// The number of the sentence or paragraph that a token of the body is in.
std::size_t unit_of(std::size_t token, const std::vector<std::size_t>& ends) {
  std::size_t unit = 0;
  while (unit < ends.size() && ends[unit] <= token) ++unit;
  return unit;
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

double NaiveMatcher::inverse_document_frequency(const NaiveToken& typed) {
  const auto [found, is_new] = frequencies_.try_emplace(typed.form);
  if (!is_new) return found->second;
  double with = 0;
  for (const auto& [id, article] : archive_.articles()) {
    const auto& asked = archive_.analyse(typed.form, article.stemmer).front();
    if (count(asked, article.title) + count(asked, article.body) > 0) ++with;
  }
  const auto all = static_cast<double>(archive_.articles().size());
  return found->second = std::log(1 + (all - with + 0.5) / (with + 0.5));
}

double NaiveMatcher::score(const NaiveToken& typed, double weight, const NaiveArticle& article) {
  constexpr double kK1 = 1.2;
  constexpr double kB = 0.75;
  const double frequency = 3 * count(typed, article.title) + count(typed, article.body);
  const double length = 1 - kB + kB * length_of(article) / average_length_;
  const double part = inverse_document_frequency(typed) * weight * frequency * (kK1 + 1) / (frequency + kK1 * length);
  return std::nearbyint(part * 0x1p30) / 0x1p30;  // so that the order of adding does not matter
}

Places NaiveMatcher::places(const QueryNode& clause, const NaiveText& text, const NaiveArticle& article) {
  auto places = words_.places(clause, text, article.stemmer);
  if (clause.field != "lead") return places;
  std::erase_if(places, [&](const auto& place) { return place.second >= end_of_lead(article); });
  return places;
}

// What stands in a way of its own scores by all of the article; a single word of the title by the title.
double NaiveMatcher::score_of(const QueryNode& clause, const NaiveArticle& article) {
  if (clause.field == "byline" || clause.form == Form::pattern || clause.form == Form::fuzzy) return 0;
  const bool in_title = clause.field == "title" && words_.is_plain(clause);
  double score = 0;
  for (const auto& asked : words_.asked(clause, article.stemmer)) {
    if (!asked) continue;
    const double found = count(*asked, article.title) + (in_title ? 0 : count(*asked, article.body));
    if (found > 0) score += this->score(*asked, clause.weight, article);
  }
  return score;
}

NaiveMatcher::Verdict NaiveMatcher::judge_words(const QueryNode& node, const NaiveArticle& article) {
  Verdict verdict;
  for (const auto* text : texts_of(node.field, article))
    verdict.matches = verdict.matches || !places(node, *text, article).empty();
  if (verdict.matches) verdict.score = score_of(node, article);
  return verdict;
}

bool NaiveMatcher::is_near(const QueryNode& node, const NaiveText& text, const NaiveArticle& article, const Place& left,
                           const Place& right) {
  const auto distance = static_cast<std::size_t>(node.distance);
  const auto& [left_first, left_last] = left;
  const auto& [right_first, right_last] = right;
  const bool in_order = left_last < right_first;
  const bool in_other_order = !node.ordered && right_last < left_first;
  if (!in_order && !in_other_order) return false;
  if (node.within == QueryNode::Within::distance)
    return in_order ? right_first - left_last <= distance : left_first - right_last <= distance;
  if (&text != &article.body) return true;
  const auto& ends = node.within == QueryNode::Within::sentence ? article.sentence_ends : article.paragraph_ends;
  const auto unit = unit_of(left_first, ends);
  return unit_of(left_last, ends) == unit && unit_of(right_first, ends) == unit && unit_of(right_last, ends) == unit;
}

// Each place of the first side, and from it through the chain.
NaiveMatcher::Verdict NaiveMatcher::judge_near(const QueryNode& node, const NaiveArticle& article) {
  Verdict verdict;
  for (const auto* text : texts_of(node.children.front().field, article)) {
    auto reached = places(node.children.front(), *text, article);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      Places next;
      for (const auto& place : places(node.children[i], *text, article))
        if (std::any_of(reached.begin(), reached.end(),
                        [&](const Place& from) { return is_near(node, *text, article, from, place); }))
          next.push_back(place);
      reached = next;
    }
    verdict.matches = verdict.matches || !reached.empty();
  }
  if (!verdict.matches) return verdict;
  for (const auto& child : node.children) verdict.score += score_of(child, article);
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
    case Kind::maybe: {
      const auto child = judge(node.children.front(), article);
      return {true, child.matches ? child.score : 0};
    }
    case Kind::filter:
      return {has_value(article.article, node.field, node.value), 0};
    case Kind::similar:
      return {};  // tests/matching/similar_test.cc has an oracle of its own
    case Kind::unknown:
      return {!is_known(article.article, node.field), 0};
    case Kind::has:
      return {is_known(article.article, node.field), 0};
    case Kind::number_range:
      return {article.body.size() >= node.least.value_or(0) && article.body.size() <= node.most.value_or(UINT32_MAX),
              0};
    case Kind::date_range: {
      const auto day = node.field == "added" ? std::optional(article.added) : article.article.day;
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
                       [&](const QueryNode& child) { return words_.asked(child, "").empty(); });
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
