// Article -> Xapian document and columns row, by one walk over the schema table. searcher/matching/plan.h is the other
// side: what is written here is what a query looks for.
#ifndef NEWSHOUND_WRITING_DOCUMENT_H
#define NEWSHOUND_WRITING_DOCUMENT_H

#include "indexer/format/analysis.h"
#include "indexer/format/columns.h"
#include "indexer/writing/positions_builder.h"

#include <newshound/article.h>

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newshound::writing {

struct Document {
  Xapian::Document xapian;
  format::ColumnRow row;
  std::string stemmer;  // code of the article's stemmer, "" for none
};

// One for each thread.
class DocumentMaker {
 public:
  // The words of the articles from here on go to `positions`, which is empty and outlives them.
  void begin_segment(PositionsBuilder& positions);

  // `content_hash` is format::content_hash of the article as it was put, `added` the day its id came to the archive.
  // The article is the next row of the segment.
  Document make(const Article& article, std::uint64_t content_hash, Day added);

  [[nodiscard]] std::uint64_t cut_tokens() const { return analyser_.cut_tokens(); }

 private:
  void add_title_and_body(const Article& article, Document& document);
  PositionsBuilder::Word number(const format::Token& token, const std::string& stemmer);
  void add_words(const std::vector<format::Token>& tokens, const std::string& stemmer);
  void add_paragraphs(const std::string& text, const std::string& stemmer);
  static void add_title_terms(const std::vector<format::Token>& tokens, Document& document);
  void add_byline(const std::string& byline, Document& document);
  void add_fields(const Article& article, Document& document);

  format::Analyser analyser_;
  PositionsBuilder* positions_ = nullptr;
  std::string key_;                                           // reused, to spare an allocation a word
  std::vector<std::optional<PositionsBuilder::Word>> known_;  // by the analyser's number of the word
  std::uint64_t known_era_ = 0;
  std::uint32_t place_ = 0;                        // of the last word
  std::vector<format::SentenceLength> sentences_;  // of subtitle and body in hand
};

}  // namespace newshound::writing

#endif
