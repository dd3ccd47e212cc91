// One news item, as a reader makes it, the indexer takes it and the searcher gives it back. Plain values that own
// everything; any thread may use its own.
//
//   newshound::Article article;
//   article.id = "gazette-1";
//   article.title = "Ferry resumes service";
//   article.body = "The harbour ferry resumed service on Monday.";
//   article.outlet = "Harbour Gazette";
//   article.published = "2024-05-06T09:30:00+02:00";
//   article.entities = {{"Mara Velden", newshound::EntityType::person}};
#ifndef NEWSHOUND_ARTICLE_H
#define NEWSHOUND_ARTICLE_H

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace newshound {

// Where a value comes from. Nothing is guessed in silence: what is not known stays unknown.
enum class Standing {
  unknown,   // no value
  given,     // the source's own metadata
  stated,    // the text says so
  derived,   // a rule from stated facts
  inferred,  // a model's judgement
};

// A value with its standing and, where it was not simply given, the evidence for it in a few words
// ("page title suffix, line 1"). An empty value is an unknown one.
struct Field {
  std::string value;
  Standing standing = Standing::unknown;
  std::string evidence;

  Field() = default;
  // A plain string is a given value; an empty one is unknown.
  Field(std::string text)  // NOLINT(google-explicit-constructor)
      : value(std::move(text)), standing(value.empty() ? Standing::unknown : Standing::given) {}
  Field(const char* text) : Field(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  Field(std::string text, Standing how, std::string why)
      : value(std::move(text)), standing(how), evidence(std::move(why)) {}

  [[nodiscard]] bool known() const { return !value.empty(); }
};

enum class EntityType { person, organization, place };

// A named person, organization or place. Without a type it is counted under `entity` only.
struct Entity {
  std::string name;
  std::optional<EntityType> type;
  friend bool operator==(const Entity&, const Entity&) = default;
};

// A line of a scraped text that is not part of the article.
struct DroppedLine {
  std::uint64_t line = 0;  // 1-based
  std::string text;
  std::string reason;  // "page title", "photo credit"
};

// Days since 1970-01-01 in the proleptic Gregorian calendar; may be negative.
using Day = std::int32_t;

// What a text tells of the day on which it came out, where it does not name it.
struct DayBounds {
  std::optional<Day> earliest;
  std::optional<Day> latest;
  std::string evidence;  // "December 19, 2014 in a caption, line 8"
  friend bool operator==(const DayBounds&, const DayBounds&) = default;
};

struct Article {
  std::string id;  // identity across sources and runs; at most 4,096 bytes
  std::string title;
  Field subtitle;    // the line below the headline; searched as the first paragraph of the body
  std::string body;  // UTF-8, stored as it is; paragraphs end with a line feed
  Field outlet;      // as printed: "Rolling Stone"
  Field published;   // date or time as given: "2015-01-02", "2015-01-02T22:10:00-05:00"
  Field agency;      // the wire agency whose copy it is: "Reuters"
  Field byline;
  Field section;
  Field url;
  Field language;  // BCP 47: "en", "pt-BR"; compared by its primary subtag
  std::vector<Entity> entities;

  // The day as the outlet printed it (its own zone). Filled from `published` by the reader and by Indexer::put when it
  // is not set; stays empty when `published` is not a date.
  std::optional<Day> day;
  DayBounds bounds;  // only where `published` is not known

  // Where a reader found it; empty for an article made by a program.
  std::string source;                 // the path as reached, "news.tar.gz!a/b.html" in an archive
  std::optional<std::uint64_t> line;  // 1-based, for sources that hold many articles
  std::vector<DroppedLine> dropped;
};

}  // namespace newshound

#endif
