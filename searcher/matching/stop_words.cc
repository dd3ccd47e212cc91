#include "searcher/matching/stop_words.h"

#include "indexer/format/stemming.h"
#include "indexer/format/terms.h"
#include "searcher/matching/stop_word_data.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace newshound::matching {
namespace {

using Kind = QueryNode::Kind;

// The line of the data that begins with `stemmer` and a tab, without these; empty if there is none.
std::string_view line_of(std::string_view stemmer) {
  for (auto rest = kStopWordData; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    if (line.starts_with(stemmer) && line.substr(stemmer.size()).starts_with('\t'))
      return line.substr(stemmer.size() + 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

bool is_in_byline(const QueryNode& node) { return node.field == "byline"; }

// A pattern or a fuzzy word: what it is spelled like is in no language.
bool stands_for_others(const QueryNode& node) {
  return node.form == QueryNode::Form::pattern || node.form == QueryNode::Form::fuzzy;
}

bool is_group(const QueryNode& node) { return node.kind == Kind::conjunction || node.kind == Kind::disjunction; }

}  // namespace

const std::unordered_set<std::string>& StopWords::list(const std::string& stemmer) {
  const auto [found, is_new] = lists_.try_emplace(stemmer);
  if (!is_new || stemmer.empty()) return found->second;
  for (auto rest = line_of(stemmer); !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto& tokens = analyser_.analyse(rest.substr(0, end), stemmer);
    if (tokens.size() == 1) found->second.emplace(tokens.front().term);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return found->second;
}

bool StopWords::has(const std::string& stemmer, std::string_view term) {
  return list(stemmer).contains(std::string(term));
}

WithoutStopWords StopWordFilter::apply(const QueryNode& ast) {
  WithoutStopWords result{ast, {}};
  texts_.clear();
  collect(ast);
  if (texts_.size() < 2) return result;
  stemmer_ = language(ast);
  if (stemmer_.empty() || !remains(ast)) return result;
  (void)prune(result.ast, result.left_out);
  return result;
}

void StopWordFilter::collect(const QueryNode& node) {
  if ((node.kind == Kind::word || node.kind == Kind::phrase) && !is_in_byline(node)) texts_.push_back(&node);
  for (const auto& child : node.children) collect(child);
}

std::string StopWordFilter::language(const QueryNode& ast) {
  const auto names_language = [](const QueryNode& node) { return node.kind == Kind::filter && node.field == "lang"; };
  if (ast.kind == Kind::conjunction) {
    const auto filter = std::find_if(ast.children.begin(), ast.children.end(), names_language);
    if (filter != ast.children.end()) return std::string(format::stemmer_code(filter->value));
  }
  const auto& stemmers = snapshot_.stemmers();
  return stemmers.size() == 1 ? stemmers.front() : most_probable_language();
}

// Naive Bayes over the articles that hold each word. Where a language has few articles its frequencies are drawn to
// those of the whole archive, as if kPriorArticles more were like that; a word that no article holds tells nothing.
std::string StopWordFilter::most_probable_language() {
  constexpr double kPriorArticles = 10;
  std::vector<Candidate> candidates;
  for (const auto& stemmer : snapshot_.stemmers()) {
    const auto articles = static_cast<double>(statistics_.articles_stemmed_by(stemmer));
    if (!stemmer.empty() && articles > 0)
      candidates.push_back({stemmer, articles, std::log(articles), frequencies(stemmer)});
  }
  const auto all = static_cast<double>(statistics_.articles());
  for (std::size_t word = 0; !candidates.empty() && word < candidates.front().frequencies.size(); ++word) {
    double anywhere = 0;
    for (const auto& candidate : candidates) anywhere += candidate.frequencies[word];
    if (anywhere == 0) continue;
    for (auto& candidate : candidates)
      candidate.log_probability += std::log((candidate.frequencies[word] + kPriorArticles * anywhere / all) /
                                            (candidate.articles + kPriorArticles));
  }
  const auto best = std::max_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return a.log_probability < b.log_probability;
  });
  return best == candidates.end() ? std::string() : best->stemmer;
}

std::vector<double> StopWordFilter::frequencies(const std::string& stemmer) {
  std::vector<double> frequencies;
  for (const auto* text : texts_) {
    if (stands_for_others(*text)) continue;
    for (const auto& token : analyser_.analyse(text->value, stemmer)) {
      const auto key = format::stem_term("", stemmer, token.stem);
      frequencies.push_back(token.unspaced ? 0 : static_cast<double>(statistics_.document_frequency({key})));
    }
  }
  return frequencies;
}

bool StopWordFilter::is_stop_word(const QueryNode& node) {
  if (node.kind != Kind::word || node.form != QueryNode::Form::any || node.must || is_in_byline(node)) return false;
  const auto& tokens = analyser_.analyse(node.value, stemmer_);
  const bool has_stops = tokens.size() == 1 && tokens.front().form.find('.') != std::string_view::npos;  // "a.m."
  return tokens.size() == 1 && !has_stops && stop_words_.has(stemmer_, tokens.front().term);
}

// Something is looked for that is no stop word. What must not match or does not score is not looked for.
bool StopWordFilter::remains(const QueryNode& node) {
  if (is_group(node))
    return std::any_of(node.children.begin(), node.children.end(),
                       [this](const auto& child) { return remains(child); });
  if (node.kind == Kind::near) return true;
  if ((node.kind != Kind::word && node.kind != Kind::phrase) || is_in_byline(node)) return false;
  return !is_stop_word(node) && !analyser_.analyse(node.value, stemmer_).empty();
}

// True if nothing of the node is left.
bool StopWordFilter::prune(QueryNode& node, std::vector<std::string>& left_out) {
  if (is_stop_word(node)) {
    if (std::find(left_out.begin(), left_out.end(), node.value) == left_out.end()) left_out.push_back(node.value);
    return true;
  }
  if (node.kind == Kind::maybe) return prune(node.children.front(), left_out);
  if (!is_group(node)) return false;
  std::erase_if(node.children, [&](QueryNode& child) { return prune(child, left_out); });
  if (node.children.size() == 1) {
    auto only = std::move(node.children.front());
    node = std::move(only);
    return false;
  }
  return node.children.empty();
}

}  // namespace newshound::matching
