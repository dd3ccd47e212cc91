#include "searcher/presenting/highlight.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace newshound::presenting {
namespace {

using Candidates = std::unordered_map<std::string_view, std::vector<std::size_t>>;

// What a token must have; null if the word has nothing for that stemmer.
const MarkedStem* stem_for(const MarkedWord& word, std::string_view stemmer) {
  for (const auto& marked : word.stems)
    if (marked.stemmer == stemmer) return &marked;
  return nullptr;
}

bool matches(const MarkedWord& word, const format::Token& token, std::string_view stemmer) {
  if (word.stems.empty()) return token.term == word.term;
  const auto* marked = stem_for(word, stemmer);
  return marked != nullptr &&
         (token.stem == marked->stem || token.stem == marked->plain_stem || token.plain_stem == marked->plain_stem);
}

bool matches_at(const Mark& mark, const std::vector<format::Token>& tokens, std::size_t at, std::string_view stemmer) {
  if (mark.words.size() > tokens.size() - at) return false;
  for (std::size_t i = 0; i < mark.words.size(); ++i) {
    if (!matches(mark.words[i], tokens[at + i], stemmer)) return false;
    if (tokens[at + i].position != tokens[at].position + i) return false;
  }
  return true;
}

// The marks by their first word: a wildcard makes thousands of them, most of which the text does not have.
struct FirstWords {
  Candidates by_term;
  Candidates by_stem;

  FirstWords(const Marks& marks, std::string_view stemmer, Where where) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const auto& mark = marks[i];
      if (mark.words.empty() || !(where == Where::title ? mark.in_title : mark.in_body)) continue;
      const auto& first = mark.words.front();
      if (first.stems.empty())
        by_term[first.term].push_back(i);
      else if (const auto* marked = stem_for(first, stemmer))
        for (const auto& stem : std::set<std::string_view>{marked->stem, marked->plain_stem})
          by_stem[stem].push_back(i);
    }
  }

  // Candidates for the token, in ascending order.
  void find(const format::Token& token, std::vector<std::size_t>& found) const {
    found.clear();
    if (const auto at = by_term.find(token.term); at != by_term.end()) found = at->second;
    for (const auto& stem : {token.stem, token.plain_stem})
      if (const auto at = by_stem.find(stem); at != by_stem.end())
        found.insert(found.end(), at->second.begin(), at->second.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }
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
      if (!matches_at(marks[i], tokens, at, stemmer)) continue;
      found.push_back({i, {tokens[at].begin, tokens[at + marks[i].words.size() - 1].end}});
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
