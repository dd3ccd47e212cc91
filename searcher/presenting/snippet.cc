#include "searcher/presenting/snippet.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "indexer/format/characters.h"
#include "indexer/format/folding.h"
#include "indexer/format/sentences.h"

namespace newshound::presenting {
namespace {

struct Piece {
  Span span;
  std::size_t different_marks = 0;
  std::size_t marks = 0;
};

// More different marks, more marks, earlier, longer.
bool is_better(const Piece& a, const Piece& b) {
  return std::tuple(b.different_marks, b.marks, a.span.begin, b.span.end) <
         std::tuple(a.different_marks, a.marks, b.span.begin, a.span.end);
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

// One body, its words, sentences and matches, and the pieces that can be cut from it.
class Body {
 public:
  Body(std::string_view text, const std::vector<format::Token>& tokens, std::string_view stemmer, const Marks& marks,
       std::size_t max_bytes, unsigned lead_paragraphs)
      : text_(text),
        tokens_(tokens),
        marks_(marks),
        matches_(find_matches(tokens, stemmer, marks, Where::body)),
        sentences_(format::find_sentences(text, tokens)),
        max_bytes_(max_bytes) {
    std::erase_if(matches_, [lead = end_of_lead(lead_paragraphs), &marks](const MarkMatch& match) {
      return marks[match.mark].in_lead_only && match.span.end > lead;
    });
  }

  [[nodiscard]] std::vector<Piece> marked_pieces() const;
  [[nodiscard]] Span beginning() const;
  [[nodiscard]] Snippet snippet(Span span) const;

 private:
  [[nodiscard]] std::size_t end_of_lead(unsigned lead_paragraphs) const;
  [[nodiscard]] std::vector<MarkMatch> matches_within(Span span) const;
  [[nodiscard]] Piece score(Span span) const;
  [[nodiscard]] Span sentences_from(std::size_t sentence) const;
  [[nodiscard]] Span window(const format::Sentence& sentence, Span around) const;
  [[nodiscard]] bool is_one_word(std::size_t token) const;
  [[nodiscard]] std::size_t with_opening(const format::Sentence& sentence, std::size_t token) const;
  [[nodiscard]] std::size_t with_closing(const format::Sentence& sentence, std::size_t token) const;
  [[nodiscard]] bool fits(Span span) const { return span.end - span.begin <= max_bytes_; }

  std::string_view text_;
  const std::vector<format::Token>& tokens_;
  const Marks& marks_;
  std::vector<MarkMatch> matches_;  // by where they begin
  std::vector<format::Sentence> sentences_;
  std::size_t max_bytes_;
};

std::size_t Body::end_of_lead(unsigned lead_paragraphs) const {
  unsigned paragraphs = 0;
  for (const auto& sentence : sentences_)
    if (sentence.ends_paragraph && ++paragraphs == lead_paragraphs) return sentence.span.end;
  return text_.size();
}

std::vector<MarkMatch> Body::matches_within(Span span) const {
  std::vector<MarkMatch> within;
  auto at = std::lower_bound(matches_.begin(), matches_.end(), span.begin,
                             [](const MarkMatch& match, std::size_t begin) { return match.span.begin < begin; });
  for (; at != matches_.end() && at->span.begin < span.end; ++at)
    if (at->span.end <= span.end) within.push_back(*at);
  return within;
}

Piece Body::score(Span span) const {
  const auto within = matches_within(span);
  std::vector<std::size_t> marks;
  for (const auto& match : within) marks.push_back(match.mark);
  std::sort(marks.begin(), marks.end());
  const auto different = std::unique(marks.begin(), marks.end()) - marks.begin();
  return {span, static_cast<std::size_t>(different), within.size()};
}

// The sentence and as many after it as fit.
Span Body::sentences_from(std::size_t sentence) const {
  Span span = sentences_[sentence].span;
  while (++sentence < sentences_.size() && fits({span.begin, sentences_[sentence].span.end}))
    span.end = sentences_[sentence].span.end;
  return span;
}

// A token and the one before it are parts of one word: "l'homme".
bool Body::is_one_word(std::size_t token) const {
  const std::size_t gap = tokens_[token - 1].end;
  return gap < tokens_[token].begin && format::apostrophe_at(text_, gap) == tokens_[token].begin - gap;
}

// Where the punctuation begins that a space parts from the token before, and nothing from this one.
std::size_t Body::with_opening(const format::Sentence& sentence, std::size_t token) const {
  const std::size_t word = tokens_[token].begin;
  const std::size_t limit = token == sentence.first_token ? sentence.span.begin : tokens_[token - 1].end;
  for (std::size_t begin = word; begin > limit;) {
    const auto before = format::previous_character(text_, begin);
    auto at = before;
    if (format::is_white_space(format::next_character(text_, at))) return begin;
    begin = before;
  }
  return token == sentence.first_token ? limit : word;
}

// Where the punctuation ends that a space parts from the token after, and nothing from this one.
std::size_t Body::with_closing(const format::Sentence& sentence, std::size_t token) const {
  const bool last = token + 1 == sentence.end_token;
  const std::size_t limit = last ? sentence.span.end : tokens_[token + 1].begin;
  for (std::size_t end = tokens_[token].end; end < limit;) {
    auto after = end;
    if (format::is_white_space(format::next_character(text_, after))) return end;
    end = after;
  }
  return last ? limit : tokens_[token].end;
}

// Words of a sentence that is too long, with a third of the room left for what stands before `around`.
Span Body::window(const format::Sentence& sentence, Span around) const {
  const auto room = std::min(max_bytes_ / 3, max_bytes_ - std::min(max_bytes_, around.end - around.begin));
  const auto earliest = std::min(std::max(sentence.span.begin, around.begin - std::min(around.begin, room)),
                                 sentence.span.end - max_bytes_);
  std::size_t first = sentence.first_token;
  while (first + 1 < sentence.end_token && tokens_[first].begin < earliest) ++first;
  while (first > sentence.first_token && (tokens_[first].begin > around.begin || is_one_word(first))) --first;
  auto begin = with_opening(sentence, first);
  if (!fits({begin, tokens_[first].end})) begin = tokens_[first].begin;

  std::size_t last = first;
  while (last + 1 < sentence.end_token && fits({begin, tokens_[last + 1].end})) ++last;
  while (last > first && last + 1 < sentence.end_token && is_one_word(last + 1)) --last;
  const auto end = with_closing(sentence, last);
  return {begin, fits({begin, end}) ? end : tokens_[last].end};
}

// For every match: its sentence and what fits behind it, the sentence alone (for when the rest overlaps a better
// piece), the words around the match in a sentence that is too long, or else the match itself.
std::vector<Piece> Body::marked_pieces() const {
  std::vector<Piece> pieces;
  std::size_t sentence = 0;
  for (const auto& match : matches_) {
    while (sentences_[sentence].span.end <= match.span.begin) ++sentence;
    const auto& own = sentences_[sentence];
    const auto span = fits(own.span) ? sentences_from(sentence) : window(own, match.span);
    const bool one_word = marks_[match.mark].words.size() == 1;
    if (span.end >= match.span.end)
      pieces.push_back(score(span));
    else if (fits(match.span) || one_word)
      pieces.push_back(score(match.span));
    if (fits(own.span) && own.span.end >= match.span.end) pieces.push_back(score(own.span));
  }
  return pieces;
}

Span Body::beginning() const {
  if (sentences_.empty()) {
    const auto whole = format::trim(text_, {0, text_.size()});
    return format::trim(
        text_, {whole.begin,
                whole.begin + format::cut_text(text_.substr(whole.begin, whole.end - whole.begin), max_bytes_).size()});
  }
  const auto& first = sentences_.front();
  return fits(first.span) ? sentences_from(0) : window(first, {first.span.begin, first.span.begin});
}

Snippet Body::snippet(Span span) const {
  const auto within = matches_within(span);
  return {std::string(text_.substr(span.begin, span.end - span.begin)),
          merge_spans(within.data(), within.data() + within.size(), span.begin), span.begin};
}

// The best pieces that do not overlap a better one, in text order.
std::vector<Span> pick(std::vector<Piece> pieces, unsigned count) {
  std::stable_sort(pieces.begin(), pieces.end(), is_better);
  std::vector<Span> picked;
  for (const auto& piece : pieces) {
    if (picked.size() == count) break;
    const auto overlaps = [&](Span other) { return overlap(piece.span, other); };
    if (std::none_of(picked.begin(), picked.end(), overlaps)) picked.push_back(piece.span);
  }
  std::sort(picked.begin(), picked.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return picked;
}

}  // namespace

std::vector<Snippet> make_snippets(std::string_view text, const std::vector<format::Token>& tokens,
                                   std::string_view stemmer, const Marks& marks, unsigned count, std::size_t max_bytes,
                                   unsigned lead_paragraphs) {
  if (count == 0) return {};
  const Body body(text, tokens, stemmer, marks, max_bytes, lead_paragraphs);
  auto spans = pick(body.marked_pieces(), count);
  if (spans.empty()) spans.push_back(body.beginning());
  std::vector<Snippet> snippets;
  for (const auto span : spans)
    if (span.begin < span.end) snippets.push_back(body.snippet(span));
  return snippets;
}

}  // namespace newshound::presenting
