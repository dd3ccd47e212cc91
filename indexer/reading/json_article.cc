#include "indexer/reading/json_article.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/reading/entity_list.h"
#include "indexer/reading/input_buffer.h"
#include "indexer/reading/json_dialects.h"
#include "indexer/reading/json_fault.h"

namespace newshound::reading {
namespace {

namespace dom = simdjson::dom;

static_assert(InputBuffer::kPadding >= simdjson::SIMDJSON_PADDING);

// A value that cannot be used, on its way to JsonArticleParser::parse.
struct WrongType {
  std::string reason;
};

std::string_view type_name(const dom::element& value) {
  switch (value.type()) {
    case dom::element_type::ARRAY:
      return "an array";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::STRING:
      return "a string";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

[[noreturn]] void refuse(const std::string& key, const dom::element& value, std::string_view wanted) {
  throw WrongType{"\"" + key + "\" is " + std::string(type_name(value)) + ", not " + std::string(wanted)};
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// Empty for null and for a blank string.
std::string_view text_of(const std::string& key, const dom::element& value) {
  if (value.is_null()) return {};
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) refuse(key, value, "a string");
  return is_blank(text) ? std::string_view() : text;
}

// A string, or an object whose "name" is one.
std::string_view name_of(const std::string& key, const dom::element& value) {
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return text_of(key, value);
  dom::element name;
  if (object.at_key("name").get(name) != simdjson::SUCCESS) return {};
  return text_of(key + ".name", name);
}

// A string, or an array of names joined with ", ".
std::string names_of(const std::string& key, const dom::element& value) {
  dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return std::string(name_of(key, value));
  std::string names;
  for (const auto element : array) {
    const auto name = name_of(key, element);
    if (name.empty()) continue;
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

std::string id_of(const std::string& key, const dom::element& value) {
  if (value.is_number()) return simdjson::minify(value);
  return std::string(text_of(key, value));
}

std::optional<EntityType> entity_type(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, EntityType>, 11> kTypes = {
      {{"person", EntityType::person},
       {"per", EntityType::person},
       {"organization", EntityType::organization},
       {"organisation", EntityType::organization},
       {"org", EntityType::organization},
       {"place", EntityType::place},
       {"location", EntityType::place},
       {"loc", EntityType::place},
       {"people", EntityType::person},
       {"orgs", EntityType::organization},
       {"places", EntityType::place}}};
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  for (const auto& [known, type] : kTypes)
    if (lower == known) return type;
  return {};
}

std::optional<EntityType> type_of_entity(const dom::element& value) {
  std::string_view type;
  if (value.at_key("type").get(type) != simdjson::SUCCESS) return {};
  return entity_type(type);
}

void add_entities(const std::string& key, const dom::element& value, std::optional<EntityType> type,
                  std::vector<Entity>& entities) {
  if (value.is_null()) return;
  dom::array array;
  if (value.get(array) != simdjson::SUCCESS) refuse(key, value, "an array");
  for (const auto element : array) {
    const auto name = name_of(key, element);
    if (name.empty()) continue;
    const auto own_type = element.is_object() && !type ? type_of_entity(element) : type;
    add_entity(std::string(name), own_type, entities);
  }
}

}  // namespace

struct JsonArticleParser::State {
  std::vector<Key> keys;
  std::vector<std::optional<dom::element>> values;  // for each key; views into the parser's document
  dom::parser parser;

  void collect(const dom::object& object) {
    std::fill(values.begin(), values.end(), std::nullopt);
    for (const auto field : object)
      for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i].name == field.key) values[i] = field.value;
  }

  // Every key of the part is checked for its type, the first with a value gives it.
  template <typename Read>
  std::string first_value(Part part, Read read) {
    std::string found;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i].part != part || !values[i]) continue;
      auto value = read(keys[i].name, *values[i]);
      if (found.empty()) found = std::move(value);
    }
    return found;
  }

  void read_entities(Part part, std::optional<EntityType> type, std::vector<Entity>& entities) {
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (keys[i].part == part && values[i]) add_entities(keys[i].name, *values[i], type, entities);
  }

  void read_article(Article& article) {
    const auto text = [](const std::string& key, const dom::element& value) {
      return std::string(text_of(key, value));
    };
    const auto name = [](const std::string& key, const dom::element& value) {
      return std::string(name_of(key, value));
    };
    article.id = first_value(Part::id, id_of);
    article.title = first_value(Part::title, text);
    article.body = first_value(Part::body, text);
    article.outlet = first_value(Part::outlet, name);
    article.published = first_value(Part::published, text);
    article.byline = first_value(Part::byline, names_of);
    article.section = first_value(Part::section, text);
    article.url = first_value(Part::url, text);
    article.language = first_value(Part::language, text);
    read_entities(Part::entities, {}, article.entities);
    read_entities(Part::people, EntityType::person, article.entities);
    read_entities(Part::orgs, EntityType::organization, article.entities);
    read_entities(Part::places, EntityType::place, article.entities);
  }
};

JsonArticleParser::JsonArticleParser(std::vector<Key> keys) : state_(std::make_unique<State>()) {
  state_->values.resize(keys.size());
  state_->keys = std::move(keys);
}
JsonArticleParser::JsonArticleParser(JsonArticleParser&&) noexcept = default;
JsonArticleParser& JsonArticleParser::operator=(JsonArticleParser&&) noexcept = default;
JsonArticleParser::~JsonArticleParser() = default;

std::variant<Article, JsonFault> JsonArticleParser::parse(std::string_view text) {
  constexpr std::size_t kKeptCapacity = 4 << 20;  // a parser takes some ten times the longest text it has seen
  if (state_->parser.capacity() > kKeptCapacity && text.size() < kKeptCapacity) state_->parser = dom::parser();
  dom::element root;
  if (const auto error = state_->parser.parse(text.data(), text.size(), false).get(root))
    return describe_fault(text, error);
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS)
    return JsonFault{"not a JSON object but " + std::string(type_name(root)), 0, {}};
  state_->collect(object);
  Article article;
  try {
    state_->read_article(article);
    if (is_ninjs(object)) fill_from_ninjs(object, article);
    if (article.body.empty() || !article.published.known()) fill_from_json_feed(object, article);
  } catch (WrongType& wrong) {
    return JsonFault{std::move(wrong.reason), 0, article.id};
  }
  return article;
}

}  // namespace newshound::reading
