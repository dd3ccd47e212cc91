#include "indexer/reading/xml_records.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/reading/finishing.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxHead = 256 << 10;

struct Namespace {
  std::string_view prefix;
  std::string_view name;
};
// Declared for documents that use them and forgot to.
constexpr std::array<Namespace, 4> kUsual = {{{"content", "http://purl.org/rss/1.0/modules/content/"},
                                              {"dc", "http://purl.org/dc/elements/1.1/"},
                                              {"dcterms", "http://purl.org/dc/terms/"},
                                              {"atom", "http://www.w3.org/2005/Atom"}}};

std::string declaration(std::string_view prefix, std::string_view name) {
  std::string escaped;
  for (const char c : name) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return " xmlns" + (prefix.empty() ? "" : ":" + std::string(prefix)) + "=\"" + escaped + "\"";
}

std::uint64_t start_of_line(std::string_view text, unsigned line) {
  std::size_t at = 0;
  for (; line > 1; --line) {
    const auto feed = text.find('\n', at);
    if (feed == std::string_view::npos) break;
    at = feed + 1;
  }
  return at;
}

}  // namespace

XmlRecords::XmlRecords(InputBuffer& buffer, SourceInfo info, std::vector<std::string> names)
    : buffer_(buffer), info_(std::move(info)), names_(std::move(names)) {}

std::optional<Item> XmlRecords::next() {
  if (ended_) return {};
  if (!cutter_) begin();
  if (auto record = cutter_->next()) return read(*record);
  return end();
}

// A document without a prolog that could be read is searched for records all the same.
void XmlRecords::begin() {
  std::optional<XmlProlog> prolog;
  while (!(prolog = find_prolog(buffer_.window())) && buffer_.window().size() < kMaxHead && buffer_.fill()) {
  }
  if (prolog) {
    prolog_ = std::move(*prolog);
    buffer_.consume(prolog_.begin);
  }
  // What HTTP says comes before what the document says (RFC 7303, 3).
  decoder_.emplace(info_.path, info_.character_set.empty() ? prolog_.character_set : info_.character_set,
                   info_.warnings);
  // <a:entry> in an <a:feed>, but <item> in an <rdf:RDF>.
  if (const auto prefix = prolog_.prefix(); !prefix.empty())
    for (std::size_t i = names_.size(); i > 0; --i) names_.push_back(prefix + names_[i - 1]);
  const bool is_record = std::find(names_.begin(), names_.end(), prolog_.root) != names_.end();
  cutter_.emplace(buffer_, names_, is_record ? std::string() : prolog_.root,
                  std::min(info_.options.max_document, kMaxXmlBytes));
  const auto parsed = parse_xml(take_head(), Recovery::forgive);
  const auto* root = parsed.document ? xmlDocGetRootElement(parsed.document.get()) : nullptr;
  keep_namespaces(root);
  if (root && !is_record) read_head(root);
}

// Everything before the first record, as far as it is no more than an introduction.
std::string XmlRecords::take_head() {
  const auto first_record = [&] {
    std::size_t first = buffer_.window().size();
    for (const auto& name : names_) {
      const auto tag = "<" + name;
      for (auto at = buffer_.window().find(tag); at < first; at = buffer_.window().find(tag, at + 1))
        if (at + tag.size() < buffer_.window().size() && ends_element_name(buffer_.window()[at + tag.size()]))
          first = at;
    }
    return first;
  };
  auto first = first_record();
  while (first == buffer_.window().size() && first < kMaxHead && buffer_.fill()) first = first_record();
  return clean_xml(decoder_->decode(buffer_.window().substr(0, std::min(first, kMaxHead))).value_or(std::string()));
}

void XmlRecords::keep_namespaces(const xmlNode* root) {
  std::vector<std::string> declared;
  for (const auto* ns = root ? root->nsDef : nullptr; ns; ns = ns->next) {
    declared.emplace_back(ns->prefix ? reinterpret_cast<const char*>(ns->prefix) : "");
    namespaces_ += declaration(declared.back(), ns->href ? reinterpret_cast<const char*>(ns->href) : "");
  }
  for (const auto& usual : kUsual)
    if (std::find(declared.begin(), declared.end(), usual.prefix) == declared.end())
      namespaces_ += declaration(usual.prefix, usual.name);
}

Item XmlRecords::read(const Record& record) {
  Rejection rejection{info_.path, record.line, record.offset, {}, record.fault};
  if (!record.fault.empty()) return rejection;
  const auto text = decoder_->decode(record.text);
  if (!text) {
    rejection.reason = "not in the character set " + decoder_->character_set();
    return rejection;
  }
  const auto parsed = parse_xml("<record" + namespaces_ + ">" + clean_xml(*text) + "</record>", Recovery::none);
  if (!parsed.document) {
    rejection.offset += start_of_line(record.text, parsed.line);
    rejection.reason = parsed.fault;
    return rejection;
  }
  Article article;
  article.source = info_.path;
  article.line = record.line;
  rejection.reason = read_record(xmlDocGetRootElement(parsed.document.get())->children, article);
  if (rejection.reason.empty()) return finish(std::move(article), record.offset, {}, info_.options);
  if (!article.id.empty()) rejection.id = info_.options.id_prefix + article.id;
  return rejection;
}

std::optional<Item> XmlRecords::end() {
  ended_ = true;
  if (auto fault = stream_fault(buffer_, info_)) return fault;
  if (prolog_.root.empty()) return Rejection{info_.path, 1, 0, {}, "not XML"};
  if (cutter_->outer_is_open())
    return Rejection{info_.path,
                     buffer_.line(),
                     buffer_.offset(),
                     {},
                     "the XML ends too early: <" + prolog_.root + "> is not closed"};
  return {};
}

}  // namespace newshound::reading
