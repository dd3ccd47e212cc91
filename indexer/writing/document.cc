#include "indexer/writing/document.h"

#include "indexer/format/schema.h"
#include "indexer/format/sentences.h"
#include "indexer/format/terms.h"
#include "indexer/understanding/outlet_lexicon.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace newshound::writing {
namespace {

using format::ColumnId;

std::vector<std::string> entity_names(const Article& article, std::optional<EntityType> type) {
  std::vector<std::string> names;
  for (const auto& entity : article.entities)
    if (!type || entity.type == type) names.push_back(entity.name);
  return names;
}

std::vector<std::string> one(const Field& field) {
  return field.known() ? std::vector<std::string>{field.value} : std::vector<std::string>{};
}

// What an article says for a facet column, verbatim, each value once.
std::vector<std::string> values_of(const Article& article, ColumnId column) {
  std::vector<std::string> values;
  switch (column) {
    case ColumnId::outlet:
      return one(article.outlet);
    case ColumnId::section:
      return one(article.section);
    case ColumnId::language:
      return one(article.language);
    case ColumnId::byline:
      return one(article.byline);
    case ColumnId::entity:
      values = entity_names(article, {});
      break;
    case ColumnId::person:
      values = entity_names(article, EntityType::person);
      break;
    case ColumnId::organization:
      values = entity_names(article, EntityType::organization);
      break;
    case ColumnId::place:
      values = entity_names(article, EntityType::place);
      break;
    default:
      break;
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

// A value as queries may name it: itself, and what is known to mean the same.
std::vector<std::string> names_of(ColumnId column, const std::string& value) {
  std::vector<std::string> names = {value};
  if (column == ColumnId::outlet) {
    for (auto& name : understanding::outlet_names(value)) names.push_back(std::move(name));
  } else if (column == ColumnId::language) {
    names.push_back(value.substr(0, value.find('-')));
  }
  return names;
}

const std::string& key_of(const Article& article, const format::FieldSpec& field) {
  return field.name == "id" ? article.id : article.url.value;
}

}  // namespace

void DocumentMaker::begin_segment(PositionsBuilder& positions) {
  positions_ = &positions;
  known_.clear();
}

// In news nearly every word has been seen before: its numbers are found by the number that the analyser gave it.
PositionsBuilder::Word DocumentMaker::number(const format::Token& token, const std::string& stemmer) {
  if (known_era_ != analyser_.era()) known_.clear();
  known_era_ = analyser_.era();
  if (token.word >= known_.size()) known_.resize(token.word + std::size_t{1});
  auto& known = known_[token.word];
  if (known) return *known;
  if (token.unspaced)
    key_ = token.term;
  else
    format::assign_stem_term(key_, "", stemmer, token.stem);
  if (token.plain_stem != token.stem) positions_->add_alias(format::stem_term("", stemmer, token.plain_stem), key_);
  known = positions_->number(key_, token.term, token.form);
  return *known;
}

// Gives each word of a text its place, after those that the article has already.
void DocumentMaker::add_words(const std::vector<format::Token>& tokens, const std::string& stemmer) {
  for (const auto& token : tokens) positions_->add(number(token, stemmer), ++place_);
}

// What says that a word is in the title; it does not score.
void DocumentMaker::add_title_terms(const std::vector<format::Token>& tokens, Document& document) {
  const auto& prefix = format::find_field("title")->prefix;
  for (const auto& token : tokens)
    document.xapian.add_term(token.unspaced ? format::word_term(prefix, token.term)
                                            : format::stem_term(prefix, document.stemmer, token.stem),
                             0);
}

// The last sentence of a text ends a paragraph.
void DocumentMaker::add_paragraphs(const std::string& text, const std::string& stemmer) {
  const auto& tokens = analyser_.analyse(text, stemmer);
  add_words(tokens, stemmer);
  for (const auto& sentence : format::find_sentences(text, tokens))
    sentences_.push_back(
        {static_cast<std::uint32_t>(sentence.end_token - sentence.first_token), sentence.ends_paragraph});
}

void DocumentMaker::add_title_and_body(const Article& article, Document& document) {
  place_ = 0;
  const auto& title = analyser_.analyse(article.title, document.stemmer);
  add_title_terms(title, document);
  add_words(title, document.stemmer);
  const auto title_words = place_;
  sentences_.clear();
  add_paragraphs(article.subtitle.value, document.stemmer);
  add_paragraphs(article.body, document.stemmer);
  add_byline(article.byline.value, document);
  positions_->end_article(title_words, place_, sentences_);
}

void DocumentMaker::add_byline(const std::string& byline, Document& document) {
  const auto& prefix = format::find_field("byline")->prefix;
  std::uint32_t place = 0;
  for (const auto& token : analyser_.analyse(byline, "")) {
    const auto term = format::word_term(prefix, token.term);
    document.xapian.add_term(term, 0);
    positions_->add(positions_->number(term, token.term, token.form), ++place);
  }
}

void DocumentMaker::add_fields(const Article& article, Document& document) {
  auto& xapian = document.xapian;
  for (const auto& field : format::kFields) {
    if (field.kind == format::FieldKind::key) {
      const auto& key = key_of(article, field);
      if (!key.empty()) xapian.add_boolean_term(format::value_term(field.prefix, key));
    }
    if (field.column == ColumnId::none || field.kind == format::FieldKind::date) continue;
    const auto values = values_of(article, field.column);
    if (!values.empty()) xapian.add_boolean_term(format::has_term(field.name));
    for (const auto& value : values) {
      if (field.kind == format::FieldKind::text) continue;  // its words are there
      for (const auto& name : names_of(field.column, value))
        xapian.add_boolean_term(format::value_term(field.prefix, format::fold_value(name)));
      if (field.column == ColumnId::outlet)
        xapian.add_boolean_term(format::own_value_term(field.prefix, format::fold_value(value)));
    }
  }
  if (article.day) xapian.add_boolean_term(format::has_term("date"));
}

Document DocumentMaker::make(const Article& article, std::uint64_t content_hash, Day added) {
  Document document;
  document.stemmer = format::stemmer_code(article.language.value);
  add_title_and_body(article, document);
  add_fields(article, document);
  document.row.id = article.id;
  document.row.content_hash = content_hash;
  document.row.added = added;
  document.row.day = article.day.value_or(format::kNoDay);
  for (std::size_t i = 0; i < format::kFacetColumns.size(); ++i)
    document.row.values.at(i) = values_of(article, format::kFacetColumns.at(i));
  return document;
}

}  // namespace newshound::writing
