#include "searcher/presenting/spelling.h"

#include "searcher/matching/typed_words.h"
#include "searcher/query/word_pattern.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace newshound::presenting {
namespace {

using Kind = QueryNode::Kind;

// A word that fewer articles have, or one in so many, may be a slip.
constexpr std::uint64_t kRareArticles = 3;
constexpr std::uint64_t kRareShare = 2000;
// Each takes a look at every word there is; a query with more of them is in another language or no text.
constexpr unsigned kMostRareWords = 8;
// What was meant instead is at least so many times as frequent as what was typed.
constexpr std::uint64_t kTimesAsFrequent = 20;

// Short words have too many neighbours.
unsigned edits_for(const std::string& word) {
  constexpr std::size_t kOneEdit = 4;
  constexpr std::size_t kTwoEdits = 6;
  const auto characters = static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  return characters < kOneEdit ? 0 : characters < kTwoEdits ? 1 : 2;
}

bool has_digit(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool may_be_misspelled(const QueryNode& node) {
  const bool is_text = node.kind == Kind::word || node.kind == Kind::phrase;
  const bool is_plain = node.form == QueryNode::Form::any || node.form == QueryNode::Form::exact;
  return is_text && is_plain && node.field != "byline";
}

}  // namespace

std::optional<QueryNode> Speller::corrected(const QueryNode& ast) {
  QueryNode copy = ast;
  rare_words_ = 0;
  return correct(copy) && rare_words_ <= kMostRareWords ? std::optional(std::move(copy)) : std::nullopt;
}

// True if anything was.
bool Speller::correct(QueryNode& node) {
  if (node.kind == Kind::negation) return false;
  bool any = false;
  for (auto& child : node.children) any = correct(child) || any;
  if (!may_be_misspelled(node)) return any;
  struct Word {
    std::string term;
    std::size_t begin;
    std::size_t end;
  };
  std::vector<Word> words;
  for (const auto& token : analyser_.analyse(node.value, ""))
    if (!token.unspaced) words.push_back({std::string(token.term), token.begin, token.end});
  for (auto word = words.rbegin(); word != words.rend(); ++word) {  // from the end, so that places stay right
    const auto better = better_word(word->term);
    if (!better) continue;
    node.value.replace(word->begin, word->end - word->begin, *better);
    any = true;
  }
  return any;
}

// By the fewest edits, then the most frequent.
std::optional<std::string> Speller::better_word(const std::string& typed) {
  const auto most = edits_for(typed);
  if (most == 0 || has_digit(typed)) return {};
  const auto articles = articles_with(typed);
  if (!is_rare(articles) || ++rare_words_ > kMostRareWords) return {};
  std::map<std::string, std::uint64_t, std::less<>> alike;
  std::uint64_t occurrences = 0;
  vocabularies_.of_text().for_each([&](std::string_view word, std::string_view, std::uint32_t count) {
    if (word == typed)
      occurrences += count;
    else if (query::is_within_edits(typed, word, most))
      alike[std::string(word)] += count;
  });
  const auto least = std::max<std::uint64_t>(2, kTimesAsFrequent * occurrences);
  const std::pair<const std::string, std::uint64_t>* best = nullptr;
  const auto is_near = [&](const std::string& word) { return query::is_within_edits(typed, word, 1); };
  for (const auto& candidate : alike) {
    if (candidate.second < least || articles_with(candidate.first) <= articles) continue;
    const auto rank = [&](const auto& one) { return std::pair(is_near(one.first), one.second); };
    if (best == nullptr || rank(*best) < rank(candidate)) best = &candidate;
  }
  return best == nullptr ? std::nullopt : std::optional(best->first);
}

// That a search for it finds, whatever its form.
std::uint64_t Speller::articles_with(const std::string& word) {
  return statistics_.document_frequency(matching::stem_keys(word, snapshot_.stemmers(), analyser_));
}

bool Speller::is_rare(std::uint64_t articles) const {
  return articles <= std::max(kRareArticles, statistics_.articles() / kRareShare);
}

}  // namespace newshound::presenting
