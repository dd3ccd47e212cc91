// Article -> Xapian document and columns row, by one walk over the schema table. searcher/matching/plan.h is the other
// side: what is written here is what a query looks for.
#ifndef NEWSHOUND_WRITING_DOCUMENT_H
#define NEWSHOUND_WRITING_DOCUMENT_H

#include "indexer/format/analysis.h"
#include "indexer/format/columns.h"

#include <newshound/article.h>

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_set>

namespace newshound::writing {

// Words of the title count as often as this many words of the body.
inline constexpr std::uint32_t kTitleWeight = 3;

// Positions between the end of the title and the start of the body, so that no phrase or NEAR crosses.
inline constexpr std::uint32_t kFieldGap = 1000;

struct Document {
  Xapian::Document xapian;
  format::ColumnRow row;
  std::string stemmer;  // code of the article's stemmer, "" for none
};

// One for each thread.
class DocumentMaker {
 public:
  // `content_hash` is format::content_hash of the article as it was put.
  Document make(const Article& article, std::uint64_t content_hash);

  // Surface forms seen since the last call that differ from their stem, as "<stemmer>:<stem>" NUL "<form>".
  std::unordered_set<std::string> take_forms();

  [[nodiscard]] std::uint64_t cut_tokens() const { return analyser_.cut_tokens(); }

 private:
  void add_title_and_body(const Article& article, Document& document);
  void add_fields(const Article& article, Document& document);
  void note_form(std::string_view stemmer, const format::Token& token);

  format::Analyser analyser_;
  std::unordered_set<std::string> forms_;
  std::string form_;  // reused, to spare an allocation a word
};

}  // namespace newshound::writing

#endif
