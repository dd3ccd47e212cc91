#include "indexer/reading/table_article.h"

#include <algorithm>

#include "indexer/reading/entity_list.h"
#include "indexer/reading/paragraphs.h"

namespace newshound::reading {
namespace {

// "Publish Date" is publish_date.
std::string plain_name(std::string_view name) {
  std::string plain(trimmed(name));
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c == ' ' || c == '-') c = '_';
  }
  return plain;
}

std::optional<EntityType> type_of(Part part) {
  if (part == Part::people) return EntityType::person;
  if (part == Part::orgs) return EntityType::organization;
  if (part == Part::places) return EntityType::place;
  return {};
}

void add_entities(std::string_view names, Part part, std::vector<Entity>& entities) {
  while (!names.empty()) {
    const auto end = std::min(names.find_first_of(";|"), names.size());
    add_entity(std::string(trimmed(names.substr(0, end))), type_of(part), entities);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

void fill(std::string& part, std::string_view value) {
  if (part.empty()) part = std::string(value);
}
void fill(Field& part, std::string_view value) {
  if (!part.known()) part = std::string(value);
}

void put(std::string_view value, Part part, Article& article) {
  switch (part) {
    case Part::id:
      return fill(article.id, value);
    case Part::title:
      return fill(article.title, value);
    case Part::body:
      return fill(article.body, value);
    case Part::outlet:
      return fill(article.outlet, value);
    case Part::published:
      return fill(article.published, value);
    case Part::byline:
      return fill(article.byline, value);
    case Part::section:
      return fill(article.section, value);
    case Part::url:
      return fill(article.url, value);
    case Part::language:
      return fill(article.language, value);
    default:
      return add_entities(value, part, article.entities);
  }
}

}  // namespace

NamedParts::NamedParts(const std::vector<std::string>& names, const std::vector<Key>& keys) {
  std::vector<std::string> plain;
  for (const auto& name : names) plain.push_back(plain_name(name));
  for (const auto& key : keys)
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == key.name || plain[i] == plain_name(key.name)) columns_.push_back({i, key.part});
}

bool NamedParts::has_text() const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [](const Column& column) { return column.part == Part::title || column.part == Part::body; });
}

Article NamedParts::article(const std::vector<std::string>& values) const {
  Article article;
  for (const auto& column : columns_) {
    if (column.index >= values.size()) continue;
    const auto value = trimmed(values[column.index]);
    if (!value.empty()) put(value, column.part, article);
  }
  return article;
}

}  // namespace newshound::reading
