#include "indexer/reading/json_dialects.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "indexer/reading/entity_list.h"
#include "indexer/reading/markup_text.h"
#include "indexer/reading/paragraphs.h"

namespace newshound::reading {
namespace {

namespace dom = simdjson::dom;

using Names = std::initializer_list<std::string_view>;

// Empty unless it is a string.
std::string_view text_at(const dom::object& object, std::string_view key) {
  std::string_view text;
  if (object.at_key(key).get(text) != simdjson::SUCCESS) return {};
  return trimmed(text);
}

std::string_view first_text(const dom::object& object, Names keys) {
  for (const auto key : keys)
    if (const auto text = text_at(object, key); !text.empty()) return text;
  return {};
}

// Calls `take` for each object in the array under `key`.
template <typename Take>
void for_each_object(const dom::object& object, std::string_view key, Take take) {
  dom::array array;
  if (object.at_key(key).get(array) != simdjson::SUCCESS) return;
  for (const auto element : array) {
    dom::object inner;
    if (element.get(inner) == simdjson::SUCCESS) take(inner);
  }
}

// Nested more deeply than anybody writes: better no body than a wrong one.
std::string without_markup(std::string_view markup) { return text_of_markup(markup).value_or(std::string()); }

void fill(std::string& part, std::string_view text) {
  if (part.empty()) part = std::string(text);
}
void fill(Field& part, std::string_view text) {
  if (!part.known()) part = std::string(text);
}

std::string names_at(const dom::object& object, std::string_view key) {
  std::string names;
  for_each_object(object, key, [&](const dom::object& person) {
    const auto name = text_at(person, "name");
    if (!name.empty()) names += (names.empty() ? "" : ", ") + std::string(name);
  });
  return names;
}

void add_entities(const dom::object& object, Names keys, EntityType type, std::vector<Entity>& entities) {
  for (const auto key : keys)
    for_each_object(object, key,
                    [&](const dom::object& inner) { add_entity(std::string(text_at(inner, "name")), type, entities); });
}

// The value of the wanted kind among {"role","value"} objects: the one of role main, else the first.
std::string main_value(const dom::object& object, std::string_view key) {
  std::string found;
  bool is_main = false;
  for_each_object(object, key, [&](const dom::object& inner) {
    const auto value = text_at(inner, "value");
    const bool main = text_at(inner, "role") == "main";
    if (value.empty() || is_main || (!found.empty() && !main)) return;
    found = without_markup(value);
    is_main = main;
  });
  return found;
}

// Plain text where there is some, else what has markup.
std::string body_of_bodies(const dom::object& object, std::string_view key) {
  std::string plain;
  std::string marked_up;
  for_each_object(object, key, [&](const dom::object& inner) {
    const auto value = text_at(inner, "value");
    const auto type = first_text(inner, {"contenttype", "contentType"});
    const bool has_markup = type.find("html") != std::string_view::npos || type.find("xml") != std::string_view::npos ||
                            value.starts_with('<');
    auto& body = has_markup ? marked_up : plain;
    if (body.empty()) body = has_markup ? without_markup(value) : std::string(value);
  });
  return plain.empty() ? marked_up : plain;
}

std::string body_of_ninjs(const dom::object& object) {
  auto body = body_of_bodies(object, "bodies");
  // With its paragraphs, which the plain form has often lost.
  if (body.empty()) body = without_markup(first_text(object, {"body_xhtml", "body_html", "body_html5"}));
  if (body.empty()) body = std::string(text_at(object, "body_text"));
  if (body.empty()) body = body_of_bodies(object, "descriptions");
  if (body.empty()) body = std::string(text_at(object, "description_text"));
  if (body.empty()) body = without_markup(first_text(object, {"description_xhtml", "description_caption_xhtml"}));
  return body;
}

void read_outlet_of_ninjs(const dom::object& object, Article& article) {
  if (article.outlet.known()) return;
  const std::string holder(first_text(object, {"copyrightholder", "copyrightHolder"}));
  auto source = names_at(object, "infosources");
  if (source.empty()) source = names_at(object, "infoSources");
  if (!holder.empty())
    article.outlet = Field(holder, Standing::stated, "copyright holder");
  else if (!source.empty())
    article.outlet = Field(source, Standing::stated, "information source");
}

}  // namespace

void fill_from_json_feed(const dom::object& object, Article& article) {
  if (article.body.empty()) article.body = without_markup(text_at(object, "content_html"));
  fill(article.body, text_at(object, "content_text"));
  if (article.body.empty()) article.body = without_markup(text_at(object, "summary"));
  fill(article.published, text_at(object, "date_published"));
  if (!article.byline.known()) article.byline = names_at(object, "authors");
}

bool is_ninjs(const dom::object& object) {
  if (text_at(object, "uri").empty()) return false;
  static constexpr std::array<std::string_view, 12> kOwn = {
      "versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "pubstatus",
      "pubStatus",      "headlines",      "bodies",       "body_xhtml",   "body_text",      "eventDetails"};
  return std::any_of(kOwn.begin(), kOwn.end(),
                     [&](std::string_view key) { return object.at_key(key).error() == simdjson::SUCCESS; });
}

void fill_from_ninjs(const dom::object& object, Article& article) {
  const auto uri = text_at(object, "uri");
  fill(article.id, uri);
  if (uri.starts_with("http://") || uri.starts_with("https://")) fill(article.url, uri);
  if (auto headline = main_value(object, "headlines"); !headline.empty()) article.title = std::move(headline);
  if (article.body.empty()) article.body = body_of_ninjs(object);
  fill(article.published, first_text(object, {"firstcreated", "firstCreated", "versioncreated", "versionCreated",
                                              "contentcreated", "contentCreated"}));
  fill(article.byline, text_at(object, "by"));
  read_outlet_of_ninjs(object, article);
  add_entities(object, {"people", "person"}, EntityType::person, article.entities);
  add_entities(object, {"organisations", "organisation"}, EntityType::organization, article.entities);
  add_entities(object, {"places", "place"}, EntityType::place, article.entities);
}

}  // namespace newshound::reading
