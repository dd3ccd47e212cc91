#include "indexer/writing/document.h"

#include "indexer/format/schema.h"
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

void DocumentMaker::note_form(std::string_view stemmer, const format::Token& token) {
  if (token.stem == token.term) return;
  form_.assign(stemmer).push_back(':');
  form_.append(token.stem).push_back('\0');
  form_.append(token.term);
  if (!forms_.contains(form_)) forms_.insert(form_);
}

void DocumentMaker::add_title_and_body(const Article& article, Document& document) {
  const auto& title_prefix = format::find_field("title")->prefix;
  std::uint32_t position = 0;
  for (const auto& token : analyser_.analyse(article.title, document.stemmer)) {
    position = token.position;
    document.xapian.add_posting(format::word_term("", token.term), position, token.unspaced ? kTitleWeight : 0);
    document.xapian.add_posting(format::word_term(title_prefix, token.term), position, 0);
    if (token.unspaced) continue;
    document.xapian.add_term(format::stem_term("", document.stemmer, token.stem), kTitleWeight);
    document.xapian.add_term(format::stem_term(title_prefix, document.stemmer, token.stem), 0);
    note_form(document.stemmer, token);
  }
  for (const auto& token : analyser_.analyse(article.body, document.stemmer, position + kFieldGap)) {
    document.xapian.add_posting(format::word_term("", token.term), token.position, token.unspaced ? 1 : 0);
    if (token.unspaced) continue;
    document.xapian.add_term(format::stem_term("", document.stemmer, token.stem), 1);
    note_form(document.stemmer, token);
  }
}

void DocumentMaker::add_fields(const Article& article, Document& document) {
  auto& xapian = document.xapian;
  for (const auto& field : format::kFields) {
    if (field.kind == format::FieldKind::key) {
      const auto& key = key_of(article, field);
      if (!key.empty()) xapian.add_boolean_term(format::value_term(field.prefix, key));
    }
    if (field.column == ColumnId::none || field.column == ColumnId::day) continue;
    const auto values = values_of(article, field.column);
    if (!values.empty()) xapian.add_boolean_term(format::has_term(field.name));
    for (const auto& value : values) {
      if (field.kind == format::FieldKind::text) {
        for (const auto& token : analyser_.analyse(value, ""))
          xapian.add_posting(format::word_term(field.prefix, token.term), token.position, 0);
      } else {
        for (const auto& name : names_of(field.column, value))
          xapian.add_boolean_term(format::value_term(field.prefix, format::fold_value(name)));
      }
    }
  }
  if (article.day) xapian.add_boolean_term(format::has_term("date"));
}

Document DocumentMaker::make(const Article& article, std::uint64_t content_hash) {
  Document document;
  document.stemmer = format::stemmer_code(article.language.value);
  add_title_and_body(article, document);
  add_fields(article, document);
  document.row.id = article.id;
  document.row.content_hash = content_hash;
  document.row.day = article.day.value_or(format::kNoDay);
  for (std::size_t i = 0; i < format::kFacetColumns.size(); ++i)
    document.row.values.at(i) = values_of(article, format::kFacetColumns.at(i));
  return document;
}

std::unordered_set<std::string> DocumentMaker::take_forms() { return std::exchange(forms_, {}); }

}  // namespace newshound::writing
