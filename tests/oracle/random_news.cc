#include "tests/oracle/random_news.h"

#include "indexer/format/dates.h"

#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace newshound::oracle {
namespace {

using Words = std::vector<std::string_view>;

const std::map<std::string, Words>& vocabulary() {
  static const std::map<std::string, Words> kWords = {
      {"en", {"ferry", "ferries", "Ferry",      "strike",   "strikes", "striking", "harbour", "the", "of",
              "The",   "WHO",     "re-elected", "election", "Kenya's", "Kenya",    "U.S.",    "US",  "us",
              "u.s.",  "who",     "COVID-19",   "9/11",     "résumé",  "resume",   "resumes"}},
      {"es", {"huelga", "huelgas", "puerto", "puertos", "canción", "cancion", "está", "esta", "no"}},
      {"de", {"Hafen", "Häfen", "Streik", "Streiks", "Fähre", "Fähren", "Straße", "Strasse"}},
      {"ja", {"東京", "東京都", "京都", "港", "ストライキ"}},
      {"fr", {"l'homme", "hommes", "homme", "aujourd'hui"}},
      {"xx", {"ferry", "ferries", "zorbl"}},
  };
  return kWords;
}

const Words& all_words() {
  static const Words kWords = [] {
    Words words;
    for (const auto& [language, own] : vocabulary()) words.insert(words.end(), own.begin(), own.end());
    return words;
  }();
  return kWords;
}

// Words that have no twin with other accents: NEAR looks for every form of a stem (searcher/matching/plan_near.cc), and
// where one form belongs to two stems ("hafen" in Spanish: of Hafen and of Häfen) it cannot tell which stands there.
constexpr std::array<std::string_view, 14> kNearWords = {"ferry", "ferries", "strike", "striking", "harbour",
                                                         "the",   "Kenya",   "huelga", "puertos",  "Streiks",
                                                         "Fähre", "港",      "homme",  "election"};
constexpr std::array<std::string_view, 9> kPatterns = {"ferr*", "*ries", "f?rry",  "re-elect*", "*strik*",
                                                       "h?f*n", "*é*",   "Res*es", "k*a"};
constexpr std::array<std::string_view, 6> kFuzzyWords = {"ferry", "fery", "Hafen", "harbuor", "kenyas", "homme"};
constexpr std::array<std::string_view, 7> kLanguages = {"en", "es", "de", "ja", "fr", "pt-BR", "xx"};
constexpr std::array<std::string_view, 5> kOutlets = {"Harbour Gazette", "BBC News", "The New York Times", "Süd Kurier",
                                                      "unknown"};
constexpr std::array<std::string_view, 8> kOutletNames = {"harbour gazette", "Harbour Gazette", "bbc",     "NYT",
                                                          "nytimes.com",     "sud kurier",      "unknown", "Nowhere"};
constexpr std::array<std::string_view, 4> kSections = {"Politics", "politics", "Été", "World news"};
constexpr std::array<std::string_view, 4> kBylines = {"Mara Velden", "By Mara Velden", "O'Brien and Velden", "東京"};
constexpr std::array<std::string_view, 5> kNames = {"Mara Velden", "Velden", "Port-Almeda", "Conseil d’État",
                                                    "Harbour Board"};
constexpr std::array<std::string_view, 8> kFacets = {"outlet", "entity",  "person",   "org",
                                                     "place",  "section", "language", "byline"};
constexpr std::array<std::string_view, 9> kColumns = {"outlet", "entity",  "person", "org", "place",
                                                      "byline", "section", "lang",   "date"};

template <typename List>
std::string one_of(RandomNews& random, const List& list) {
  return std::string(list[random.below(list.size())]);
}

}  // namespace

std::size_t RandomNews::below(std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
}

std::string RandomNews::day() { return format::to_string(kFirstDay + static_cast<Day>(below(800))); }

std::string RandomNews::text(std::size_t words, const std::string& language) {
  constexpr std::array<std::string_view, 9> kSeparators = {" ", " ", " ", " ", ", ", ". ", "\n", ".\n\n", ""};
  const auto own = vocabulary().find(language);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += own != vocabulary().end() && !chance(4) ? one_of(*this, own->second) : one_of(*this, all_words());
    text += language == "ja" ? one_of(*this, kSeparators) : std::string(kSeparators[below(kSeparators.size() - 1)]);
  }
  return text;
}

Article RandomNews::article(const std::string& id) {
  Article article;
  article.id = id;
  const auto language = chance(3) ? one_of(*this, kLanguages) : std::string("en");
  if (!chance(6)) article.language = language;
  if (!chance(8)) article.title = text(1 + below(4), language);
  if (article.title.empty() || !chance(8)) article.body = text(1 + below(24), language);
  if (!chance(5)) article.outlet = one_of(*this, kOutlets);
  if (!chance(5)) article.published = chance(6) ? "some day" : day();
  if (chance(2)) article.byline = one_of(*this, kBylines);
  if (chance(2)) article.section = one_of(*this, kSections);
  if (chance(2)) article.url = "https://gazette.example/" + id + "?a=(1)";
  for (std::size_t i = below(4); i > 0; --i) {
    Entity entity{one_of(*this, kNames), {}};
    if (!chance(4)) entity.type = static_cast<EntityType>(below(3));
    article.entities.push_back(std::move(entity));
  }
  return article;
}

std::string RandomNews::word() { return one_of(*this, all_words()); }

std::string RandomNews::words(std::size_t most, const char* separator) {
  std::string text = word();
  for (std::size_t i = below(most); i > 0; --i) text += separator + word();
  return text;
}

std::string RandomNews::phrase() {
  if (chance(4)) return '"' + word() + " * " + words(2, " ") + '"';
  return '"' + words(3, " ") + '"' + (chance(3) ? "~" + std::to_string(1 + below(4)) : "");
}

std::string RandomNews::formed_word() {
  switch (below(4)) {
    case 0:
      return '=' + word();
    case 1:
      return "==" + word();
    case 2:
      return one_of(*this, kPatterns);
    default:
      return one_of(*this, kFuzzyWords) + (chance(2) ? "~1" : "~2");
  }
}

std::string RandomNews::near() {
  const auto operand = [&] {
    if (chance(4)) return chance(2) ? std::string("re-elected") : phrase();
    return chance(6) ? formed_word() : one_of(*this, kNearWords);
  };
  const std::string distance = chance(3)   ? (chance(2) ? " NEAR/s " : " NEAR/p ")
                               : chance(3) ? " ADJ/" + std::to_string(1 + below(6)) + " "
                                           : " NEAR/" + std::to_string(1 + below(6)) + " ";
  std::string text = operand() + distance + operand();
  if (chance(4)) text += distance + operand();
  if (chance(4)) return one_of(*this, std::array{"title", "byline", "lead", "body"}) + ":(" + text + ")";
  return text;
}

std::string RandomNews::date_clause() {
  switch (below(8)) {
    case 6:
      return "added:" + format::to_string(kFirstDayAdded + static_cast<Day>(below(4))) + (chance(2) ? ".." : "");
    case 7:
      return "words:" + one_of(*this, std::array{"", ">", "<=", ".."}) + std::to_string(1 + below(20));
    case 0:
      return "date:" + day();
    case 1:
      return "date:" + day() + "..";
    case 2:
      return "date:.." + day().substr(0, 7);
    case 3:
      return (chance(2) ? "after:" : "before:") + day().substr(0, 4 + 3 * below(3));
    case 4:
      return "date:" + day().substr(0, 7);
    default:
      return "date:2023-07.." + day().replace(0, 4, "2024");
  }
}

std::string RandomNews::field_clause() {
  switch (below(9)) {
    case 0:
      return one_of(*this, std::array{"title:", "lead:", "body:"}) + word();
    case 1:
      return one_of(*this, std::array{"title:", "lead:", "body:"}) + (chance(2) ? phrase() : formed_word());
    case 2:
      return "title:(" + words(3, chance(2) ? " OR " : " ") + ')';
    case 3:
      return chance(2) ? "byline:velden" : "byline:\"mara velden\"";
    case 4:
      return one_of(*this, std::array{"outlet", "section", "lang"}) + ":\"" + one_of(*this, kOutletNames) + '"';
    case 5:
      return chance(2) ? "outlet:\"" + one_of(*this, kOutletNames) + '"' : "section:" + one_of(*this, kSections);
    case 6:
      return one_of(*this, std::array{"entity", "person", "org", "place"}) + ":\"" + one_of(*this, kNames) + '"';
    case 7:
      if (chance(3)) return chance(2) ? "id:" + std::to_string(below(60)) : "url:https://gazette.example/7?a=(1)";
      return "lang:" + one_of(*this, std::array{"en", "EN", "pt", "pt-br", "pt-pt", "xx", "ja"});
    default:
      return chance(2) ? "has:" + one_of(*this, kColumns) : one_of(*this, kColumns) + ":unknown";
  }
}

std::string RandomNews::group(unsigned depth) {
  constexpr std::array<std::string_view, 4> kJoins = {" ", " ", " OR ", " AND "};
  std::string text = clause(depth - 1);
  for (std::size_t i = 1 + below(3); i > 0; --i) text += one_of(*this, kJoins) + clause(depth - 1);
  return '(' + text + ')' + (chance(8) ? "^3" : "");
}

std::string RandomNews::clause(unsigned depth) {
  if (depth > 0 && chance(2)) return group(depth);
  if (chance(9)) return "NOT " + clause(depth);
  if (chance(9)) return '+' + word();
  if (chance(9)) return "MAYBE " + clause(depth);
  if (chance(9)) return (chance(2) ? word() : phrase()) + (chance(2) ? "^2.5" : "^0.25");
  switch (below(10)) {
    case 0:
    case 8:
      return phrase();
    case 9:
      return formed_word();
    case 1:
      return near();
    case 2:
      return field_clause();
    case 3:
      return chance(2) ? date_clause() : field_clause();
    case 4:
      return chance(8) ? "*" : '"' + word() + '"';
    default:
      return word();
  }
}

Filter RandomNews::filter() {
  const auto field = chance(4) ? (chance(2) ? std::string("after") : "before") : one_of(*this, kFacets);
  if (field == "after" || field == "before") return {field, day()};
  if (field == "outlet") return {field, one_of(*this, kOutletNames)};
  if (field == "section") return {field, one_of(*this, kSections)};
  if (field == "language") return {field, one_of(*this, kLanguages)};
  if (field == "byline") return {field, one_of(*this, kBylines)};
  return {field, one_of(*this, kNames)};
}

SearchRequest RandomNews::search() {
  SearchRequest request;
  request.query = clause(2);
  if (chance(3)) request.query += ' ' + clause(0);
  if (chance(4)) request.match = Match::any;
  if (chance(4)) request.sort = chance(2) ? Sort::newest : Sort::oldest;
  if (chance(12)) request.literal = true;
  if (chance(4))
    for (std::size_t i = 1 + below(3); i > 0; --i) request.filters.push_back(filter());
  if (!request.filters.empty() && chance(3)) request.query.clear();
  request.today = kFirstDay + 100;
  return request;
}

}  // namespace newshound::oracle
