#include "searcher/presenting/highlight.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace newshound::presenting {
namespace {

using Candidates = std::unordered_map<std::string_view, std::vector<std::size_t>>;

// Past the last token of the mark where it begins at tokens[at]; `at` if it does not.
std::size_t end_in_order(const Mark& mark, const std::vector<format::Token>& tokens, std::size_t at,
                         std::string_view stemmer) {
  const auto length = mark.words.back().offset + 1;
  if (length > tokens.size() - at) return at;
  for (const auto& word : mark.words)
    if (!matching::matches(word, tokens[at + word.offset], stemmer)) return at;
  return at + length;
}

std::size_t end_in_any_order(const Mark& mark, const std::vector<format::Token>& tokens, std::size_t at,
                             std::string_view stemmer) {
  auto missing = mark.words;
  const auto last = std::min(tokens.size(), at + mark.words.size() + mark.others);
  for (std::size_t i = at; i < last; ++i) {
    const auto found = std::find_if(missing.begin(), missing.end(), [&](const matching::TypedWord& word) {
      return matching::matches(word, tokens[i], stemmer);
    });
    if (found != missing.end()) missing.erase(found);
    if (missing.empty()) return i + 1;
  }
  return at;
}

std::size_t end_of(const Mark& mark, const std::vector<format::Token>& tokens, std::size_t at,
                   std::string_view stemmer) {
  return mark.others == 0 ? end_in_order(mark, tokens, at, stemmer) : end_in_any_order(mark, tokens, at, stemmer);
}

// The marks by the words that they may begin with. Those that only a look at a word can tell are always candidates.
class FirstWords {
 public:
  FirstWords(const Marks& marks, std::string_view stemmer, Where where) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const auto& mark = marks[i];
      if (mark.words.empty() || !(where == Where::title ? mark.in_title : mark.in_body)) continue;
      const auto first = mark.words.begin();
      std::for_each(first, mark.others == 0 ? first + 1 : mark.words.end(),
                    [&](const matching::TypedWord& word) { add(word, i, stemmer); });
    }
  }

  // Candidates for the token, in ascending order.
  void find(const format::Token& token, std::vector<std::size_t>& found) const {
    found = always_;
    if (const auto at = by_term_.find(token.term); at != by_term_.end())
      found.insert(found.end(), at->second.begin(), at->second.end());
    for (const auto& stem : {token.stem, token.plain_stem})
      if (const auto at = by_stem_.find(stem); at != by_stem_.end())
        found.insert(found.end(), at->second.begin(), at->second.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }

 private:
  void add(const matching::TypedWord& word, std::size_t mark, std::string_view stemmer) {
    if (word.test) return always_.push_back(mark);
    if (!word.any_form || word.stems.empty()) return by_term_[word.term].push_back(mark);
    for (const auto& typed : word.stems)
      if (typed.stemmer == stemmer)
        for (const auto& stem : std::set<std::string_view>{typed.stem, typed.plain_stem})
          by_stem_[stem].push_back(mark);
  }

  Candidates by_term_;
  Candidates by_stem_;
  std::vector<std::size_t> always_;
};

}  // namespace

std::vector<MarkMatch> find_matches(const std::vector<format::Token>& tokens, std::string_view stemmer,
                                    const Marks& marks, Where where) {
  std::vector<MarkMatch> found;
  const FirstWords first_words(marks, stemmer, where);
  std::vector<std::size_t> candidates;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    first_words.find(tokens[at], candidates);
    for (const auto i : candidates) {
      const auto end = end_of(marks[i], tokens, at, stemmer);
      if (end > at) found.push_back({i, {tokens[at].begin, tokens[end - 1].end}});
    }
  }
  return found;
}

std::vector<Span> merge_spans(const MarkMatch* first, const MarkMatch* last, std::size_t offset) {
  std::vector<Span> spans;
  for (const auto* match = first; match != last; ++match) {
    const Span span{match->span.begin - offset, match->span.end - offset};
    if (!spans.empty() && span.begin <= spans.back().end)
      spans.back().end = std::max(spans.back().end, span.end);
    else
      spans.push_back(span);
  }
  return spans;
}

std::vector<Span> mark_spans(const std::vector<format::Token>& tokens, std::string_view stemmer, const Marks& marks,
                             Where where) {
  const auto found = find_matches(tokens, stemmer, marks, where);
  return merge_spans(found.data(), found.data() + found.size(), 0);
}

}  // namespace newshound::presenting
