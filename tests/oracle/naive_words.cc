#include "tests/oracle/naive_words.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace newshound::oracle {
namespace {

using Form = QueryNode::Form;
using Kind = QueryNode::Kind;

std::string letters_of(std::string form) {
  form.erase(std::remove(form.begin(), form.end(), '.'), form.end());
  return form;
}

bool has(const std::string& text, int (*kind)(int)) {
  return std::any_of(text.begin(), text.end(), [&](char c) { return kind(static_cast<unsigned char>(c)) != 0; });
}

bool is_acronym(const std::string& form) {
  const auto letters = letters_of(form);
  return letters.size() > 1 && std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// One character of UTF-8 from `text` on.
std::size_t width(const std::string& text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) ++bytes;
  return bytes;
}

bool fits(const std::string& pattern, const std::string& word) {
  if (pattern.empty()) return word.empty();
  if (pattern[0] == '*') return fits(pattern.substr(1), word) || (!word.empty() && fits(pattern, word.substr(1)));
  if (word.empty()) return false;
  if (pattern[0] == '?') return fits(pattern.substr(1), word.substr(width(word)));
  return pattern[0] == word[0] && fits(pattern.substr(1), word.substr(1));
}

// By trying every edit at the first place where the two differ.
bool is_near(const std::string& a, const std::string& b, unsigned edits) {
  if (a.empty() && b.empty()) return true;
  if (!a.empty() && !b.empty() && a.substr(0, width(a)) == b.substr(0, width(b)) &&
      is_near(a.substr(width(a)), b.substr(width(b)), edits))
    return true;
  if (edits == 0) return false;
  const auto a1 = a.empty() ? a : a.substr(width(a));
  const auto b1 = b.empty() ? b : b.substr(width(b));
  if (!a.empty() && is_near(a1, b, edits - 1)) return true;
  if (!b.empty() && is_near(a, b1, edits - 1)) return true;
  if (!a.empty() && !b.empty() && is_near(a1, b1, edits - 1)) return true;
  if (a1.empty() || b1.empty()) return false;
  const bool swapped =
      a.substr(0, width(a)) == b1.substr(0, width(b1)) && b.substr(0, width(b)) == a1.substr(0, width(a1));
  return swapped && is_near(a1.substr(width(a1)), b1.substr(width(b1)), edits - 1);
}

std::string with_letters(std::string text) {
  for (char& c : text)
    if (c == '*' || c == '?') c = 'x';
  return text;
}

}  // namespace

bool same_word(const NaiveToken& asked, const NaiveToken& token) {
  if (asked.unspaced) return asked.term == token.term;
  return !token.unspaced && asked.stem == token.stem;
}

bool like_word(const NaiveToken& asked, const NaiveToken& token) {
  if (asked.unspaced || token.unspaced) return same_word(asked, token);
  return same_word(asked, token) || token.stem == asked.plain_stem || token.plain_stem == asked.plain_stem;
}

std::vector<std::optional<NaiveToken>> NaiveWords::asked(const QueryNode& clause, const std::string& stemmer) {
  std::vector<std::optional<NaiveToken>> words;
  if (clause.kind == Kind::word) {
    const auto& tokens =
        archive_.analyse(clause.form == Form::pattern ? with_letters(clause.value) : clause.value, stemmer);
    return {tokens.begin(), tokens.end()};
  }
  std::string rest = " " + clause.value + " ";  // the random phrases have one space around a gap
  for (auto gap = rest.find(" * "); gap != std::string::npos; gap = rest.find(" * ")) {
    for (const auto& token : archive_.analyse(rest.substr(0, gap), stemmer)) words.emplace_back(token);
    words.emplace_back();
    rest = rest.substr(gap + 2);
  }
  for (const auto& token : archive_.analyse(rest, stemmer)) words.emplace_back(token);
  return words;
}

// The patterns of the tests have one word with wildcards at most, the last.
std::string NaiveWords::pattern_of(const QueryNode& clause, std::size_t word) {
  const auto count = archive_.analyse(with_letters(clause.value), "").size();
  const auto cut = clause.value.find_last_of('-');
  if (count > 1 && word + 1 < count) return archive_.analyse(with_letters(clause.value), "")[word].term;
  return format::fold_value(count > 1 && cut != std::string::npos ? clause.value.substr(cut + 1) : clause.value);
}

bool NaiveWords::is(const QueryNode& clause, std::size_t word, const NaiveToken& token, const std::string& stemmer) {
  const auto typed = asked(clause, stemmer);
  const auto& want = typed[word];
  if (!want) return true;
  if (clause.form == Form::pattern) return !token.unspaced && fits(pattern_of(clause, word), token.term);
  if (clause.form == Form::fuzzy) return !token.unspaced && is_near(want->term, token.term, clause.distance);
  if (clause.form == Form::exact_case) return letters_of(want->form) == letters_of(token.form);
  if (clause.kind == Kind::phrase || clause.form == Form::exact || typed.size() > 1 || clause.field == "byline")
    return want->term == token.term;
  if (!like_word(*want, token)) return false;
  if (!has(clause.value, std::islower)) return true;
  if (want->form.find('.') != std::string::npos && want->term.find('.') == std::string::npos)
    return is_acronym(token.form) || token.form.find('.') != std::string::npos;
  if (!stop_words_.has(stemmer, want->term)) return true;
  return !is_acronym(token.form);
}

Places NaiveWords::places(const QueryNode& clause, const NaiveText& text, const std::string& stemmer) {
  Places places;
  const auto words = asked(clause, stemmer).size();
  if (words == 0) return places;
  if (clause.kind == Kind::word || clause.distance == 0) {
    for (std::size_t i = 0; i + words <= text.size(); ++i) {
      bool stands = true;
      for (std::size_t j = 0; j < words; ++j) stands = stands && is(clause, j, text[i + j], stemmer);
      if (stands) places.emplace_back(i, i + words - 1);
    }
    return places;
  }
  // A stretch that has all the words, while none inside it has.
  const auto has_all = [&](std::size_t first, std::size_t last) {
    std::multiset<std::string> missing;
    for (const auto& word : asked(clause, stemmer)) missing.insert(word->term);
    for (auto i = first; i <= last; ++i)
      if (const auto found = missing.find(text[i].term); found != missing.end()) missing.erase(found);
    return missing.empty();
  };
  for (std::size_t i = 0; i < text.size(); ++i)
    for (auto j = i; j < std::min(text.size(), i + words + clause.distance); ++j)
      if (has_all(i, j) && (i == j || (!has_all(i + 1, j) && !has_all(i, j - 1)))) places.emplace_back(i, j);
  return places;
}

bool NaiveWords::is_plain(const QueryNode& clause) {
  return clause.kind == Kind::word && clause.form == Form::any && asked(clause, "").size() == 1;
}

}  // namespace newshound::oracle
