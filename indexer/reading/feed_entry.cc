// One entry of a feed -> Article. An element counts by its namespace, whatever its prefix: <media:title> is not the
// title.
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reading/feed.h"
#include "indexer/reading/markup_text.h"
#include "indexer/reading/paragraphs.h"
#include "indexer/reading/xml_node.h"

namespace newshound::reading {
namespace {

constexpr const char* kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kContent = "http://purl.org/rss/1.0/modules/content/";
constexpr std::string_view kDublinCore = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view kDublinCoreTerms = "http://purl.org/dc/terms/";
constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";

std::string_view namespace_of(const xmlNode* node) {
  return node->ns && node->ns->href ? reinterpret_cast<const char*>(node->ns->href) : "";
}

// All children of that name in that namespace.
std::vector<const xmlNode*> children(const xmlNode* parent, std::string_view name, std::string_view in) {
  std::vector<const xmlNode*> found;
  for (const auto* node = parent ? parent->children : nullptr; node; node = node->next)
    if (is_element(node, name) && namespace_of(node) == in) found.push_back(node);
  return found;
}

// In the namespace of the entry itself.
const xmlNode* own_child(const xmlNode* parent, std::string_view name) {
  const auto found = children(parent, name, parent ? namespace_of(parent) : "");
  return found.empty() ? nullptr : found.front();
}

const xmlNode* child_in(const xmlNode* parent, std::string_view name, std::string_view in) {
  const auto found = children(parent, name, in);
  return found.empty() ? nullptr : found.front();
}

// The first of these that has a value.
std::string first_of(std::initializer_list<const xmlNode*> nodes) {
  for (const auto* node : nodes)
    if (auto text = content(node); !text.empty()) return text;
  return {};
}

// The text of an RSS element, which holds HTML in escaped form, or of an Atom text construct: plain, HTML or XHTML
// (RFC 4287, 3.1). Empty for HTML nested too deeply.
std::optional<std::string> text_of(const xmlNode* node, bool atom) {
  if (!node) return std::string();
  const auto type = atom ? attribute(node, "type") : "html";
  if (type == "xhtml" || xmlFirstElementChild(const_cast<xmlNode*>(node))) return paragraphs_of(node);
  if (type.empty() || type == "text" || type == "text/plain") return content(node);
  return text_of_markup(content(node));
}

// "desk@gazette.example (Mara Velden)" is how RSS 2.0 wants it.
std::string name_of_author(const std::string& author) {
  const auto open = author.find(" (");
  if (author.find('@') >= open || author.empty() || author.back() != ')') return author;
  return author.substr(open + 2, author.size() - open - 3);
}

std::string atom_authors(const xmlNode* parent) {
  std::string names;
  for (const auto* author : children(parent, "author", namespace_of(parent))) {
    const auto name = child_content(author, "name");
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

std::string creators(const xmlNode* entry) {
  std::string names;
  for (const auto* creator : children(entry, "creator", kDublinCore)) {
    const auto name = content(creator);
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

// <link>address</link>, or <link rel="alternate" href="address"/>.
std::string link_of(const xmlNode* entry) {
  std::string other;
  for (const auto in : {namespace_of(entry), kAtom}) {
    for (const auto* link : children(entry, "link", in)) {
      const auto rel = attribute(link, "rel");
      auto address = attribute(link, "href");
      if (address.empty()) address = content(link);
      if (!address.empty() && (rel.empty() || rel == "alternate")) return address;
      if (rel == "self" && other.empty()) other = std::move(address);
    }
  }
  return other;
}

bool is_web_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// A single category is the section; of several nobody knows which one is.
std::string section_of(const xmlNode* entry) {
  const auto categories = children(entry, "category", namespace_of(entry));
  if (categories.size() != 1) return {};
  auto label = attribute(categories[0], "label");
  if (label.empty()) label = attribute(categories[0], "term");
  return label.empty() ? content(categories[0]) : label;
}

void read_outlet(const xmlNode* entry, const FeedChannel& channel, Article& article) {
  article.outlet = content(child_in(entry, "publisher", kDublinCore));
  if (article.outlet.known()) return;
  const auto* source = own_child(entry, "source");
  auto title = source ? child_content(source, "title") : "";
  if (title.empty()) title = content(source && !child(source, "id") ? source : nullptr);
  if (!title.empty())
    article.outlet = Field(on_one_line(title), Standing::stated, "source of the entry");
  else if (!channel.title.empty())
    article.outlet = Field(channel.title, Standing::stated, "title of the feed");
}

void read_names(const xmlNode* entry, const FeedChannel& channel, Article& article, bool atom) {
  article.byline = atom ? atom_authors(entry) : name_of_author(content(own_child(entry, "author")));
  if (!article.byline.known()) article.byline = creators(entry);
  if (!article.byline.known()) article.byline = channel.byline;
  article.section = on_one_line(section_of(entry));
  auto language = content(child_in(entry, "language", kDublinCore));
  if (language.empty()) language = attribute(entry, "xml:lang");
  article.language = language.empty() ? channel.language : language;
}

void read_address(const xmlNode* entry, Article& article) {
  article.id = first_of({own_child(entry, "guid"), own_child(entry, "id"), child_in(entry, "identifier", kDublinCore)});
  const auto* guid = own_child(entry, "guid");
  auto url = link_of(entry);
  if (url.empty() && is_web_address(article.id) && attribute(guid, "isPermaLink") != "false") url = article.id;
  if (url.empty()) url = attribute(entry, "about", kRdf);
  article.url = std::move(url);
}

std::string date_of(const xmlNode* entry) {
  return first_of({own_child(entry, "pubDate"), own_child(entry, "published"), own_child(entry, "issued"),
                   child_in(entry, "date", kDublinCore), child_in(entry, "issued", kDublinCoreTerms),
                   child_in(entry, "created", kDublinCoreTerms), own_child(entry, "updated"),
                   own_child(entry, "modified"), child_in(entry, "updated", kAtom)});
}

// The fullest text there is.
std::optional<std::string> body_of(const xmlNode* entry, bool atom) {
  const std::array<std::pair<const xmlNode*, bool>, 5> places = {
      {{child_in(entry, "encoded", kContent), false},
       {own_child(entry, "content"), atom},
       {own_child(entry, "description"), false},
       {own_child(entry, "summary"), atom},
       {child_in(entry, "description", kDublinCore), false}}};
  for (const auto& [node, as_atom] : places) {
    auto text = text_of(node, as_atom);
    if (!text || !text->empty()) return text;
  }
  return std::string();
}

}  // namespace

FeedChannel read_channel(const xmlNode* root) {
  const auto* inner = child(root, "channel");
  const auto* channel = inner ? inner : root;
  FeedChannel found;
  found.title = on_one_line(text_of(own_child(channel, "title"), name_of(root) == "feed").value_or(""));
  found.language = first_of({own_child(channel, "language"), child_in(channel, "language", kDublinCore)});
  if (found.language.empty()) found.language = attribute(root, "xml:lang");
  if (name_of(root) == "feed") found.byline = atom_authors(root);
  return found;
}

std::string read_entry(const xmlNode* entry, const FeedChannel& channel, Article& article) {
  const bool atom = name_of(entry) == "entry";
  read_address(entry, article);
  auto title = text_of(own_child(entry, "title"), atom);
  auto body = body_of(entry, atom);
  if (!title || !body) return "HTML nested too deeply";
  article.title = on_one_line(*title);
  article.body = std::move(*body);
  article.published = date_of(entry);
  read_outlet(entry, channel, article);
  read_names(entry, channel, article, atom);
  return {};
}

}  // namespace newshound::reading
