#include "tests/format/random_article.h"

#include "indexer/format/dates.h"

#include <array>
#include <sstream>

namespace newshound::format {
namespace {

constexpr std::array kWords = {"harbour", "ferry",  "council", "Velden", "l'eau", "Straße", "über",  "город",
                               "новости", "東京",   "新聞",    "ข่าว",    "أخبار", "ΑΘΗΝΑ",  "naïve", "Kenya's",
                               "3.14",    "e-mail", "😀",       "résumé", "a",     "I",      "QQQ",   "zwölf"};
constexpr std::array kLanguages = {"en", "de", "fr", "pt-BR", "ja", "xx"};

Field random_field(Random& random, std::string value) {
  switch (pick(random, 5)) {
    case 0:
      return {};
    case 1:
      return {std::move(value), Standing::stated, "line " + std::to_string(pick(random, 9))};
    case 2:
      return {std::move(value), Standing::derived, ""};
    case 3:
      return {std::move(value), Standing::inferred, "a rule, \"quoted\" \xE2\x80\x94 in words"};
    default:
      return {std::move(value)};
  }
}

std::string name(Random& random, const char* kind, std::size_t most) {
  return std::string(kind) + " " + kWords.at(pick(random, kWords.size() - 1)) + " " +
         std::to_string(pick(random, most));
}

void print(std::ostream& out, const char* label, const Field& field) {
  out << label << ": " << field.value << " / " << static_cast<int>(field.standing) << " / " << field.evidence << '\n';
}

}  // namespace

std::size_t pick(Random& random, std::size_t most) { return random() % (most + 1); }

std::string random_text(Random& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += kWords.at(pick(random, kWords.size() - 1));
    const auto separator = pick(random, 40);
    text += separator == 0 ? std::string(1, '\0') : separator < 3 ? "\n" : " ";
  }
  return text;
}

Article random_article(Random& random, const std::string& id) {
  Article article;
  article.id = id;
  article.title = "Headline " + random_text(random, pick(random, 8));
  article.body = random_text(random, pick(random, 120));
  article.outlet = random_field(random, name(random, "Gazette", 4));
  article.published = random_field(random, "2024-05-06T09:30:00+02:00");
  article.byline = random_field(random, name(random, "By", 3));
  article.subtitle = random_field(random, name(random, "Below the headline", 3));
  article.agency = random_field(random, name(random, "Wire", 3));
  if (pick(random, 2) == 0)
    article.bounds = {*make_day(2014, 12, 19) + static_cast<Day>(pick(random, 99)), {}, "a caption"};
  if (pick(random, 3) == 0) article.bounds.latest = *make_day(2015, 12, 19);
  article.section = random_field(random, name(random, "section", 2));
  article.url = random_field(random, "https://gazette.example/" + std::to_string(random()));
  article.language = Field(kLanguages.at(pick(random, kLanguages.size() - 1)));
  for (std::size_t i = pick(random, 4); i > 0; --i) {
    Entity entity{name(random, "Entity", 6), {}};
    if (pick(random, 3) != 0) entity.type = static_cast<EntityType>(pick(random, 2));
    article.entities.push_back(std::move(entity));
  }
  if (pick(random, 3) != 0) article.day = *make_day(1, 1, 1) + static_cast<Day>(pick(random, 3652058));
  if (pick(random, 1) != 0) article.source = name(random, "folder/file", 3);
  if (pick(random, 1) != 0) article.line = random();
  for (std::size_t i = pick(random, 2); i > 0; --i)
    article.dropped.push_back({pick(random, 99), random_text(random, 3), "photo credit"});
  return article;
}

std::string printed(const Article& article) {
  std::ostringstream out;
  out << "id: " << article.id << "\ntitle: " << article.title << "\nbody: " << article.body << '\n';
  print(out, "outlet", article.outlet);
  print(out, "published", article.published);
  print(out, "byline", article.byline);
  print(out, "subtitle", article.subtitle);
  print(out, "agency", article.agency);
  for (const auto& bound : {article.bounds.earliest, article.bounds.latest})
    out << "bound: " << bound.value_or(-1) << '\n';
  out << article.bounds.evidence << '\n';
  print(out, "section", article.section);
  print(out, "url", article.url);
  print(out, "language", article.language);
  for (const auto& entity : article.entities)
    out << "entity: " << entity.name << " / " << (entity.type ? static_cast<int>(*entity.type) : -1) << '\n';
  if (article.day) out << "day: " << *article.day << '\n';
  out << "source: " << article.source << '\n';
  if (article.line) out << "line: " << *article.line << '\n';
  for (const auto& dropped : article.dropped)
    out << "dropped: " << dropped.line << " / " << dropped.text << " / " << dropped.reason << '\n';
  return out.str();
}

}  // namespace newshound::format
