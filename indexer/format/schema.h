// The one table of fields. Everything that depends on which fields an article has follows from it: the terms and
// columns that the indexer writes, the field names of the query language, `newshound info fields`, and the tables in
// searcher/QUERY_SYNTAX.md and indexer/FORMAT.md (a test compares them). Standard library only, so that the query
// parser can use it without an index.
#ifndef NEWSHOUND_FORMAT_SCHEMA_H
#define NEWSHOUND_FORMAT_SCHEMA_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newshound::format {

// How a field is queried.
enum class FieldKind : std::uint8_t {
  text,    // analysed words, ranked, phrases allowed
  value,   // exact value, case and accents folded; filters, never scores
  key,     // exact value, byte for byte
  like,    // the id of an article that others are like
  date,    // a date expression
  number,  // a number or a range of them
  has,     // the name of another field
};

// Persisted in columns files. Never change a number; never reuse one.
enum class ColumnId : std::uint32_t {
  none = 0,
  content_hash = 1,
  day = 2,
  outlet = 3,
  entity = 4,
  person = 5,
  organization = 6,
  place = 7,
  section = 8,
  language = 9,
  byline = 10,
  id = 11,
  added = 12,
};

// Whether an article can hold several values of a field.
enum class Cardinality : std::uint8_t { one, many };

struct FieldSpec {
  std::string_view name;                    // in canonical query text
  std::array<std::string_view, 3> aliases;  // accepted as well; empty ones at the end
  FieldKind kind;
  // Terms of the field are this prefix and the folded value or word; never change one. By Xapian's convention a prefix
  // is upper case and bare words are lower case, so that the two never meet.
  std::string_view prefix;
  ColumnId column;
  std::string_view facet;  // name as a facet; empty: none
  Cardinality cardinality;
  std::string_view help;
  std::string_view example;
};

inline constexpr std::array kFields = {
    FieldSpec{"title",
              {"headline", "intitle", ""},
              FieldKind::text,
              "S",
              ColumnId::none,
              "",
              Cardinality::one,
              "words of the headline",
              "title:ferry"},
    FieldSpec{"lead",
              {"", "", ""},
              FieldKind::text,
              "",
              ColumnId::none,
              "",
              Cardinality::one,
              "words of the first two paragraphs",
              "lead:ferry"},
    FieldSpec{"body",
              {"", "", ""},
              FieldKind::text,
              "",
              ColumnId::none,
              "",
              Cardinality::one,
              "words below the headline",
              "body:ferry"},
    FieldSpec{"byline",
              {"author", "by", ""},
              FieldKind::text,
              "A",
              ColumnId::byline,
              "byline",
              Cardinality::one,
              "words of the author line",
              "byline:velden"},
    FieldSpec{"outlet",
              {"source", "site", ""},
              FieldKind::value,
              "XO",
              ColumnId::outlet,
              "outlet",
              Cardinality::one,
              "the outlet that printed it, or an alias of it",
              "outlet:\"Harbour Gazette\""},
    FieldSpec{"entity",
              {"", "", ""},
              FieldKind::value,
              "XE",
              ColumnId::entity,
              "entity",
              Cardinality::many,
              "a person, organization or place, of whatever type",
              "entity:\"Mara Velden\""},
    FieldSpec{"person",
              {"", "", ""},
              FieldKind::value,
              "XP",
              ColumnId::person,
              "person",
              Cardinality::many,
              "a person",
              "person:\"Mara Velden\""},
    FieldSpec{"org",
              {"organization", "", ""},
              FieldKind::value,
              "XG",
              ColumnId::organization,
              "org",
              Cardinality::many,
              "an organization",
              "org:\"Harbour Board\""},
    FieldSpec{"place",
              {"", "", ""},
              FieldKind::value,
              "XL",
              ColumnId::place,
              "place",
              Cardinality::many,
              "a place",
              "place:Port-Almeda"},
    FieldSpec{"section",
              {"", "", ""},
              FieldKind::value,
              "XS",
              ColumnId::section,
              "section",
              Cardinality::one,
              "the section of the outlet",
              "section:politics"},
    FieldSpec{"lang",
              {"language", "", ""},
              FieldKind::value,
              "XN",
              ColumnId::language,
              "language",
              Cardinality::one,
              "the language, as a code",
              "lang:en"},
    FieldSpec{"url",
              {"", "", ""},
              FieldKind::key,
              "U",
              ColumnId::none,
              "",
              Cardinality::one,
              "the whole url",
              "url:https://gazette.example/ferry"},
    FieldSpec{"id",
              {"", "", ""},
              FieldKind::key,
              "Q",
              ColumnId::none,
              "",
              Cardinality::one,
              "the identity of one article",
              "id:gazette-1"},
    FieldSpec{"like",
              {"", "", ""},
              FieldKind::like,
              "",
              ColumnId::none,
              "",
              Cardinality::one,
              "articles about the same as the one with this id",
              "like:gazette-1"},
    FieldSpec{"date",
              {"", "", ""},
              FieldKind::date,
              "",
              ColumnId::day,
              "",
              Cardinality::one,
              "the day it was published: a year, month, day or range, or unknown",
              "date:2024-05..2024-06"},
    FieldSpec{"after",
              {"", "", ""},
              FieldKind::date,
              "",
              ColumnId::day,
              "",
              Cardinality::one,
              "published from the start of this day, month or year on",
              "after:2024-05-01"},
    FieldSpec{"before",
              {"", "", ""},
              FieldKind::date,
              "",
              ColumnId::day,
              "",
              Cardinality::one,
              "published before the start of this day, month or year",
              "before:2024-06-01"},
    FieldSpec{"added",
              {"", "", ""},
              FieldKind::date,
              "",
              ColumnId::added,
              "",
              Cardinality::one,
              "the day the archive first had it, in UTC",
              "added:1d.."},
    FieldSpec{"words",
              {"", "", ""},
              FieldKind::number,
              "",
              ColumnId::none,
              "",
              Cardinality::one,
              "the length of the body in words",
              "words:>50"},
    FieldSpec{"has",
              {"", "", ""},
              FieldKind::has,
              "XH",
              ColumnId::none,
              "",
              Cardinality::one,
              "articles that have a value for a field",
              "has:date"},
};

// Terms that belong to no single field. Never change one.
inline constexpr std::string_view kStemPrefix = "Z";  // Z[S|A]<stemmer>:<stem>, see terms.h

// The field of that name or alias; null if there is none.
constexpr const FieldSpec* find_field(std::string_view name) {
  for (const auto& field : kFields) {
    if (field.name == name) return &field;
    for (auto alias : field.aliases)
      if (!alias.empty() && alias == name) return &field;
  }
  return nullptr;
}

// The field that is a facet of that name; null if there is none.
constexpr const FieldSpec* find_facet(std::string_view name) {
  if (name.empty()) return nullptr;
  for (const auto& field : kFields)
    if (!field.facet.empty() && (field.facet == name || field.name == name)) return &field;
  return nullptr;
}

namespace schema_check {
constexpr bool names_are_unique() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (find_field(kFields[i].name) != &kFields[i]) return false;
    for (auto alias : kFields[i].aliases)
      if (!alias.empty() && find_field(alias) != &kFields[i]) return false;
  }
  return true;
}
// No prefix may begin another (or a stem's), else terms of two fields could be equal.
constexpr bool prefixes_are_free() {
  for (const auto& a : kFields)
    for (const auto& b : kFields) {
      if (&a == &b || a.prefix.empty() || b.prefix.empty()) continue;
      if (b.prefix.substr(0, a.prefix.size()) == a.prefix) return false;
      if (a.prefix.substr(0, 1) == kStemPrefix) return false;
    }
  return true;
}
static_assert(names_are_unique(), "two fields share a name or alias");
static_assert(prefixes_are_free(), "two fields share the beginning of a prefix");
}  // namespace schema_check

}  // namespace newshound::format

#endif
