#include "indexer/reading/html_metadata.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/format/dates.h"
#include "indexer/reading/html_head.h"
#include "indexer/reading/html_outlet.h"
#include "indexer/reading/json_ld.h"
#include "indexer/reading/url_date.h"

namespace newshound::reading {
namespace {

struct Evidence {
  std::string_view value;
  std::string why;
};

// The first with a value, as given.
Field first_given(std::initializer_list<Evidence> all) {
  for (const auto& [value, why] : all)
    if (!value.empty()) return {std::string(value), Standing::given, why};
  return {};
}

Evidence meta_evidence(const HtmlHead& head, std::initializer_list<std::string_view> names) {
  std::string_view name;
  const auto value = head.find(names, name);
  return {value, "meta " + std::string(name)};
}

bool is_web_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// An address that leads to an article and not to the front page of a site: templates leave that in every page.
std::string_view article_address(std::string_view url) {
  if (!is_web_address(url)) return {};
  const auto path = url.find('/', url.find("//") + 2);
  return path == std::string_view::npos || path + 1 == url.size() ? std::string_view() : url;
}

Field find_url(const HtmlHead& head, const JsonLdArticle& json_ld, std::string_view fetched) {
  std::string_view name;
  return first_given({{fetched, "where it was fetched"},
                      {article_address(head.canonical), "canonical link"},
                      {article_address(head.find({"og:url"}, name)), "og:url"},
                      {article_address(json_ld.url), "JSON-LD url"}});
}

// Names of meta elements under which outlets and their tools give the time of publication, the exact ones first.
Evidence date_of_meta(const HtmlHead& head) {
  return meta_evidence(head, {"article:published_time",
                              "og:article:published_time",
                              "article:published",
                              "article.published",
                              "datepublished",
                              "parsely-pub-date",
                              "sailthru.date",
                              "published_at",
                              "pub_date",
                              "pubdate",
                              "publish-date",
                              "publish_date",
                              "publication_date",
                              "publishdate",
                              "dc.date.issued",
                              "dcterms.issued",
                              "dcterms.date",
                              "dc.date",
                              "dcterms.created",
                              "article_date_original",
                              "displaydate",
                              "published",
                              "datecreated",
                              "cxenseparse:recs:publishtime",
                              "date"});
}

// No newspaper is older than 1605: templates without a date print the year 1.
bool is_plausible(std::string_view date) {
  static const auto kFirst = *format::make_day(1605, 1, 1);
  const auto day = format::parse_day(date);
  return day && *day >= kFirst;
}

// What is no date that we understand is kept only where nothing else is.
Field find_date(const HtmlHead& head, const JsonLdArticle& json_ld, std::string_view url) {
  const Field given[] = {first_given({{json_ld.published, "JSON-LD datePublished"}}),
                         first_given({date_of_meta(head)})};
  for (const auto& date : given)
    if (is_plausible(date.value)) return date;
  if (auto day = date_of_url(url); !day.empty()) return {std::move(day), Standing::derived, "url"};
  if (is_plausible(head.printed_time)) return {head.printed_time, Standing::stated, "<time>"};
  for (const auto& date : given)
    if (date.known() && !format::parse_day(date.value)) return date;
  return {};
}

// A name without "By"; an address of the web is no name.
std::string_view name_of_author(std::string_view author) {
  if (author.starts_with("By ") || author.starts_with("by ") || author.starts_with("BY ")) author.remove_prefix(3);
  return is_web_address(author) || author.starts_with('@') ? std::string_view() : author;
}

Field find_byline(const HtmlHead& head, const JsonLdArticle& json_ld) {
  if (!json_ld.authors.empty())
    return {std::string(name_of_author(json_ld.authors)), Standing::given, "JSON-LD author"};
  for (const std::string_view name : {"author", "article:author", "og:article:author", "byl", "parsely-author",
                                      "sailthru.author", "dc.creator", "dcterms.creator", "article_author"}) {
    auto evidence = meta_evidence(head, {name});
    evidence.value = name_of_author(evidence.value);
    if (!evidence.value.empty()) return first_given({evidence});
  }
  return {};
}

Field find_section(const HtmlHead& head, const JsonLdArticle& json_ld) {
  return first_given({{json_ld.section, "JSON-LD articleSection"},
                      meta_evidence(head, {"article:section", "og:article:section", "article.section",
                                           "parsely-section", "prism.section", "articlesection", "section"})});
}

// A tag of letters, digits and hyphens; pages also write "english", and templates "{{lang}}".
std::string language_tag(std::string_view text) {
  std::string tag(text.substr(0, text.find(',')));
  std::replace(tag.begin(), tag.end(), '_', '-');
  const bool plain = std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  return plain && tag.size() <= 35 ? tag : std::string();
}

Field find_language(const HtmlHead& head, const JsonLdArticle& json_ld) {
  const auto meta = meta_evidence(head, {"content-language", "language", "dc.language", "inlanguage", "og:locale"});
  for (const auto& [value, why] :
       {Evidence{json_ld.language, "JSON-LD inLanguage"}, {head.language, "<html lang>"}, meta})
    if (auto tag = language_tag(value); !tag.empty()) return {std::move(tag), Standing::given, why};
  return {};
}

// JSON-LD cuts long headlines, with dots or without; then another title goes on where it stops.
bool is_cut(std::string_view headline, std::string_view title) {
  for (const std::string_view dots : {"...", "\u2026"})
    if (headline.ends_with(dots)) return true;
  return title.size() > headline.size() && headline.size() > 60 && title.starts_with(headline);
}

std::string find_title(const HtmlHead& head, const JsonLdArticle& json_ld, std::string_view outlet) {
  std::string_view name;
  const auto shared = without_outlet(head.find({"og:title", "twitter:title", "dc.title"}, name), outlet);
  const auto page_title = without_outlet(head.title, outlet);
  for (const std::string_view title :
       {std::string_view(json_ld.headline), std::string_view(shared), std::string_view(head.headline)})
    if (!title.empty() && !is_cut(title, head.headline)) return without_outlet(title, outlet);
  return page_title;
}

}  // namespace

StatedArticle read_metadata(const xmlNode* root, std::string_view fetched_url, Article& article) {
  const auto head = read_head(root);
  const auto found = read_json_ld(head.json_ld);
  const auto json_ld = found.value_or(JsonLdArticle());
  std::string_view name;
  article.url = find_url(head, json_ld, fetched_url);
  article.outlet =
      find_outlet_of_page({json_ld.publisher, head.find({"og:site_name"}, name), article.url.value, head.title});
  article.title = find_title(head, json_ld, article.outlet.value);
  article.published = find_date(head, json_ld, article.url.value);
  article.byline = find_byline(head, json_ld);
  article.section = find_section(head, json_ld);
  article.language = find_language(head, json_ld);
  return {found || article.published.known() || head.find({"og:type"}, name) == "article", json_ld.body};
}

}  // namespace newshound::reading
