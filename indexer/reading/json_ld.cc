#include "indexer/reading/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "indexer/reading/html_references.h"
#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// Types of schema.org that are an article, the more telling first (schema.org, subtypes of Article).
constexpr std::array kArticleTypes = std::to_array<std::string_view>(
    {"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
     "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "SatiricalArticle",
     "AdvertiserContentArticle", "ScholarlyArticle", "TechArticle", "Report", "SocialMediaPosting"});

// Members that hold further objects of the page. Others (about, mentions, itemListElement) name other things.
constexpr std::array kParts = std::to_array<std::string_view>({"@graph", "mainEntity", "mainEntityOfPage", "hasPart"});

// simdjson allows no control characters in strings, which pages have; white space elsewhere is as good as a space.
// Comments around are what old browsers were told.
std::string cleaned(const std::string& script) {
  std::string json = script;
  for (char& c : json)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  const auto begin = std::min(json.find_first_of("{["), json.size());
  const auto end = begin == json.size() ? std::string::npos : json.rfind(json[begin] == '{' ? '}' : ']');
  return end == std::string::npos || end < begin ? std::string() : json.substr(begin, end + 1 - begin);
}

std::string string_of(const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return collapsed(without_references(text));
  return {};
}

std::size_t rank_of_type(std::string_view type) {
  if (const auto slash = type.rfind('/'); slash != std::string_view::npos) type.remove_prefix(slash + 1);
  return static_cast<std::size_t>(std::find(kArticleTypes.begin(), kArticleTypes.end(), type) - kArticleTypes.begin());
}

// The best of its types; kArticleTypes.size() for what is no article.
std::size_t rank_of(const object& thing) {
  element type;
  if (thing.at_key("@type").get(type) != simdjson::SUCCESS) return kArticleTypes.size();
  array types;
  if (type.get(types) != simdjson::SUCCESS) return rank_of_type(string_of(type));
  auto best = kArticleTypes.size();
  for (const auto one : types) best = std::min(best, rank_of_type(string_of(one)));
  return best;
}

class Graph {
 public:
  explicit Graph(const std::vector<std::string>& scripts) {
    for (const auto& script : scripts) add(cleaned(script));
  }

  [[nodiscard]] std::optional<JsonLdArticle> article() const {
    if (best_rank_ == kArticleTypes.size()) return {};
    JsonLdArticle article;
    article.headline = text(best_, {"headline", "name", "alternativeHeadline"});
    element body;
    std::string_view bytes;
    if (best_.at_key("articleBody").get(body) == simdjson::SUCCESS && body.get(bytes) == simdjson::SUCCESS)
      article.body = without_references(bytes);
    article.publisher = names(best_, {"publisher", "sourceOrganization"});
    article.published = text(best_, {"datePublished", "dateCreated"});
    article.authors = names(best_, {"author", "creator"});
    article.section = text(best_, {"articleSection"});
    article.url = text(best_, {"url", "mainEntityOfPage"});
    article.language = text(best_, {"inLanguage"});
    return article;
  }

 private:
  void add(const std::string& json) {
    auto parser = std::make_unique<simdjson::dom::parser>();
    element root;
    if (json.empty() || parser->parse(json).get(root) != simdjson::SUCCESS) return;
    parsers_.push_back(std::move(parser));
    std::vector<element> open{root};
    while (!open.empty()) {
      const auto value = open.back();
      open.pop_back();
      array items;
      if (value.get(items) == simdjson::SUCCESS) push_reversed(items, open);
      object thing;
      if (value.get(thing) == simdjson::SUCCESS) look_at(thing, open);
    }
  }

  // So that they are taken in order.
  static void push_reversed(const array& items, std::vector<element>& open) {
    const auto first = open.size();
    for (const auto item : items) open.push_back(item);
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());
  }

  void look_at(const object& thing, std::vector<element>& open) {
    element id;
    if (thing.at_key("@id").get(id) == simdjson::SUCCESS && thing.size() > 1) by_id_.emplace(string_of(id), thing);
    if (const auto rank = rank_of(thing); rank < best_rank_) {
      best_rank_ = rank;
      best_ = thing;
    }
    for (const auto part : kParts) {
      element value;
      if (thing.at_key(part).get(value) == simdjson::SUCCESS) open.push_back(value);
    }
  }

  // The first of the members with a value: a string, the first string of an array, the name or @id of an object.
  [[nodiscard]] static std::string text(const object& thing, std::initializer_list<std::string_view> keys) {
    for (const auto key : keys) {
      element value;
      if (thing.at_key(key).get(value) != simdjson::SUCCESS) continue;
      array items;
      if (value.get(items) == simdjson::SUCCESS && items.size() > 0) value = *items.begin();
      auto found = string_of(value);
      if (found.empty()) found = member(value, "@id");
      if (found.empty()) found = member(value, "alternateName");
      if (!found.empty()) return found;
    }
    return {};
  }

  [[nodiscard]] static std::string member(const element& value, std::string_view key) {
    object thing;
    element found;
    if (value.get(thing) != simdjson::SUCCESS || thing.at_key(key).get(found) != simdjson::SUCCESS) return {};
    return string_of(found);
  }

  [[nodiscard]] std::string name_of(const element& value) const {
    auto name = string_of(value);
    if (name.empty()) name = member(value, "name");
    if (!name.empty()) return name;
    const auto referred = by_id_.find(member(value, "@id"));
    if (referred == by_id_.end()) return {};
    element found;
    return referred->second.at_key("name").get(found) == simdjson::SUCCESS ? string_of(found) : std::string();
  }

  // Names of persons or organizations; an address of the web is none.
  [[nodiscard]] std::string names(const object& thing, std::initializer_list<std::string_view> keys) const {
    std::string names;
    for (const auto key : keys) {
      element value;
      if (!names.empty() || thing.at_key(key).get(value) != simdjson::SUCCESS) continue;
      array items;
      if (value.get(items) != simdjson::SUCCESS)
        add_name(name_of(value), names);
      else
        for (const auto item : items) add_name(name_of(item), names);
    }
    return names;
  }

  static void add_name(const std::string& name, std::string& names) {
    if (name.empty() || name.starts_with("http")) return;
    names += (names.empty() ? "" : ", ") + name;
  }

  std::vector<std::unique_ptr<simdjson::dom::parser>> parsers_;  // own what the objects below are views of
  std::unordered_map<std::string, object> by_id_;
  object best_;
  std::size_t best_rank_ = kArticleTypes.size();
};

}  // namespace

std::optional<JsonLdArticle> read_json_ld(const std::vector<std::string>& scripts) { return Graph(scripts).article(); }

}  // namespace newshound::reading
