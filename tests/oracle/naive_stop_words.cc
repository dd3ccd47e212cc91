#include "tests/oracle/naive_stop_words.h"

#include "searcher/matching/stop_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace newshound::oracle {
namespace {

using Kind = QueryNode::Kind;

void collect(const QueryNode& node, std::vector<QueryNode>& texts) {
  if ((node.kind == Kind::word || node.kind == Kind::phrase) && node.field != "byline") texts.push_back(node);
  for (const auto& child : node.children) collect(child, texts);
}

bool article_holds(const NaiveArticle& article, const NaiveToken& asked) {
  for (const auto* text : {&article.title, &article.body})
    for (const auto& token : *text)
      if (!token.unspaced && token.stem == asked.stem) return true;
  return false;
}

// Articles of each language that hold the word at `at` of the text.
std::map<std::string, double> counts_of(const std::string& text, std::size_t at, NaiveArchive& archive) {
  std::map<std::string, double> counts;
  for (const auto& [id, article] : archive.articles()) {
    const auto asked = archive.analyse(text, article.stemmer)[at];
    if (!asked.unspaced && article_holds(article, asked)) ++counts[article.stemmer];
  }
  counts.erase("");
  return counts;
}

std::string most_probable(const std::vector<QueryNode>& texts, NaiveArchive& archive) {
  std::map<std::string, double> articles;
  for (const auto& [id, article] : archive.articles()) ++articles[article.stemmer];
  if (articles.size() == 1) return articles.begin()->first;
  articles.erase("");
  std::map<std::string, double> probability;
  for (const auto& [stemmer, count] : articles) probability[stemmer] = std::log(count);
  for (const auto& text : texts) {
    if (text.form == QueryNode::Form::pattern || text.form == QueryNode::Form::fuzzy) continue;
    for (std::size_t at = 0; at < archive.analyse(text.value, "").size(); ++at) {
      auto counts = counts_of(text.value, at, archive);
      double sum = 0;
      for (const auto& [stemmer, count] : counts) sum += count;
      if (sum == 0) continue;
      const double share = sum / static_cast<double>(archive.articles().size());
      for (const auto& [stemmer, count] : articles)
        probability[stemmer] += std::log((counts[stemmer] + 10 * share) / (count + 10));
    }
  }
  std::string best;
  for (const auto& [stemmer, logarithm] : probability)
    if (best.empty() || logarithm > probability[best] + 1e-9) best = stemmer;
  return best;
}

// Of clauses lang: that must hold, then of the filter, if it has one value.
std::vector<std::string> given_languages(const QueryNode& ast, const std::vector<Filter>& filters) {
  std::vector<std::string> given;
  if (ast.kind == Kind::conjunction)
    for (const auto& child : ast.children)
      if (child.kind == Kind::filter && child.field == "lang") given.push_back(child.value);
  std::vector<std::string> values;
  for (const auto& filter : filters)
    if (filter.field == "language") values.push_back(filter.value);
  if (values.size() == 1) given.push_back(values.front());
  return given;
}

struct Pruner {
  NaiveArchive& archive;
  std::string stemmer;
  matching::StopWords stop_words = {};

  bool is_stop_word(const QueryNode& node) {
    if (node.kind != Kind::word || node.form != QueryNode::Form::any || node.must || node.field == "byline")
      return false;
    const auto tokens = archive.analyse(node.value, stemmer);
    return tokens.size() == 1 && tokens[0].form.find('.') == std::string::npos &&
           stop_words.has(stemmer, tokens[0].term);
  }

  // Words of bags that are no stop words, phrases and NEAR.
  std::size_t rest(const QueryNode& node) {
    if (node.kind == Kind::near) return 1;
    if (node.kind == Kind::word || node.kind == Kind::phrase)
      return node.field == "byline" || is_stop_word(node) || archive.analyse(node.value, "").empty() ? 0 : 1;
    std::size_t sum = 0;
    if (node.kind == Kind::conjunction || node.kind == Kind::disjunction)
      for (const auto& child : node.children) sum += rest(child);
    return sum;
  }

  bool left_empty(const QueryNode& left, const QueryNode& whole) {
    return is_stop_word(whole) || (!whole.children.empty() && left.children.empty());
  }

  // Empty groups stay for the caller to drop.
  QueryNode pruned(const QueryNode& node) {
    if (node.kind != Kind::conjunction && node.kind != Kind::disjunction && node.kind != Kind::maybe) return node;
    QueryNode copy = node;
    copy.children.clear();
    for (const auto& child : node.children) {
      if (is_stop_word(child)) continue;
      if (child.kind == Kind::maybe && left_empty(pruned(child.children.front()), child.children.front())) continue;
      auto left = pruned(child);
      const bool is_group = left.kind == Kind::conjunction || left.kind == Kind::disjunction;
      if (!is_group || !left.children.empty()) copy.children.push_back(left);
    }
    return copy;
  }
};

}  // namespace

QueryNode without_stop_words(const QueryNode& ast, const std::vector<Filter>& filters, NaiveArchive& archive) {
  std::vector<QueryNode> texts;
  collect(ast, texts);
  if (archive.articles().empty()) return ast;
  const auto languages = given_languages(ast, filters);
  const auto stemmer =
      languages.empty() ? most_probable(texts, archive) : std::string(format::stemmer_code(languages.front()));
  Pruner pruner{archive, stemmer};
  return pruner.rest(ast) == 0 ? ast : pruner.pruned(ast);
}

}  // namespace newshound::oracle
