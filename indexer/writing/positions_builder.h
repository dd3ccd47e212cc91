// The words of a small segment and where they stand, collected article by article and written as a positions file.
#ifndef NEWSHOUND_WRITING_POSITIONS_BUILDER_H
#define NEWSHOUND_WRITING_POSITIONS_BUILDER_H

#include "indexer/format/positions_writer.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newshound::writing {

class PositionsBuilder {
 public:
  // A key, and one of the forms it has.
  struct Word {
    std::uint32_t key = 0;
    std::uint32_t form = 0;
  };
  Word number(std::string_view key, std::string_view term, std::string_view form);

  // A word of the article in hand. Places of one key ascend within an article.
  void add(Word word, std::uint32_t place);

  void add_alias(const std::string& key, std::string_view target);

  // Ends the article in hand; the next word belongs to the next row. `words` are those of title and body, `sentences`
  // those of the body.
  void end_article(std::uint32_t title_words, std::uint32_t words, std::span<const format::SentenceLength> sentences);

  void write(const std::filesystem::path& path);

  // What it takes, about, in bytes: most of it for words that come once.
  [[nodiscard]] std::uint64_t memory() const;

 private:
  struct Place {
    std::uint32_t row;
    std::uint32_t place;
    std::uint32_t form;
  };
  struct Term {
    std::string key;
    std::vector<format::WordForm> forms;
    std::vector<Place> places;
  };

  std::uint32_t number_form(Term& term, std::string_view folded, std::string_view text);
  void write_term(Term& term, format::PositionsWriter& writer) const;

  std::deque<Term> terms_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // views of terms_
  std::uint64_t form_count_ = 0;
  std::uint64_t place_count_ = 0;
  std::vector<format::RowNumbers> rows_;
  format::SentenceTable sentences_;
  std::map<std::string, std::set<std::string, std::less<>>> aliases_;
};

}  // namespace newshound::writing

#endif
