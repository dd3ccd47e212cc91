#include "indexer/reading/format_choice.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/format/ascii.h"
#include "indexer/reading/csv_table.h"
#include "indexer/reading/headed_text.h"
#include "indexer/reading/html_look.h"
#include "indexer/reading/json_extent.h"
#include "indexer/reading/utf8.h"
#include "indexer/reading/xml_prolog.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kDoctype = "<!DOCTYPE lewis";
constexpr std::string_view kRecord = "<REUTERS";
constexpr std::size_t kMaxWhiteSpace = 128 << 10;

std::string_view after_white_space(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// One object a line, or anything else that JSON can be.
InputFormat kind_of_json(std::string_view text) {
  JsonExtent first;
  first.look(text);
  return first.holds_list() || first.has_lines() ? InputFormat::json : InputFormat::jsonl;
}

bool is_list_of_objects(std::string_view text) {
  if (!text.starts_with('[')) return false;
  const auto inside = after_white_space(text.substr(1));
  return inside.starts_with('{') || inside.starts_with(']');
}

struct Root {
  std::string_view name;
  InputFormat format;
};
constexpr std::array<Root, 13> kRoots = {{{"RDF", InputFormat::feed},
                                          {"feed", InputFormat::feed},
                                          {"rss", InputFormat::feed},
                                          {"NewsML", InputFormat::newsml},
                                          {"catalogItem", InputFormat::newsml},
                                          {"conceptItem", InputFormat::newsml},
                                          {"contentSet", InputFormat::newsml},
                                          {"knowledgeItem", InputFormat::newsml},
                                          {"newsItem", InputFormat::newsml},
                                          {"newsMessage", InputFormat::newsml},
                                          {"nitf", InputFormat::newsml},
                                          {"packageItem", InputFormat::newsml},
                                          {"planningItem", InputFormat::newsml}}};

// By the first element; text for XML of another kind, and for what is none.
InputFormat kind_of_xml(InputBuffer& buffer) {
  auto prolog = find_prolog(buffer.window());
  while (!prolog && buffer.window().size() < kMaxWhiteSpace && buffer.fill()) prolog = find_prolog(buffer.window());
  for (const auto& root : kRoots)
    if (prolog && prolog->root_name() == root.name) return root.format;
  return InputFormat::text;
}

bool may_be_markup(std::string_view window) {
  const auto text = after_white_space(window);
  return text.starts_with('<') || text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}

// XML by its first element, else a web page if it looks like one.
InputFormat kind_of_markup(InputBuffer& buffer) {
  if (after_white_space(buffer.window()).starts_with('<'))
    if (const auto format = kind_of_xml(buffer); format != InputFormat::text) return format;
  while (buffer.window().size() < kBytesOfLook && buffer.fill()) {
  }
  return looks_like_html(buffer.window()) ? InputFormat::html : InputFormat::text;
}

}  // namespace

InputFormat choose_format(InputBuffer& buffer, const std::vector<Key>& keys) {
  while (after_white_space(buffer.window()).size() < kDoctype.size() && buffer.window().size() < kMaxWhiteSpace &&
         buffer.fill()) {
  }
  const auto text = after_white_space(buffer.window());
  if (text.starts_with(kDoctype) || text.starts_with(kRecord)) return InputFormat::reuters;
  if (text.starts_with("<DOC>")) return InputFormat::trec;
  if (text.starts_with("WARC/1.")) return InputFormat::warc;
  if (text.starts_with('{')) return kind_of_json(text);
  if (is_list_of_objects(text)) return InputFormat::json;
  if (may_be_markup(text)) return kind_of_markup(buffer);
  if (looks_like_csv(text, keys)) return InputFormat::csv;
  return looks_headed(text, keys) ? InputFormat::headers : InputFormat::text;
}

namespace {

// A single element from beginning to end, "<groupSet> ... </groupSet>".
bool is_one_element(std::string_view text) {
  const auto prolog = find_prolog(text);
  const auto end = text.find_last_not_of(" \t\r\n");
  return prolog && text.substr(0, end + 1).ends_with("</" + prolog->root + ">");
}

}  // namespace

std::string_view look_of(std::string_view text) {
  text = after_white_space(text);
  // choose_format() sees a page by its bytes; what comes here was decoded first.
  if (format::starts_like(text, "<!doctype html") || format::starts_like(text, "<html"))
    return "HTML in UTF-16 or UTF-32 without a mark";
  if (format::starts_like(text, "<?xml") || is_one_element(text)) return "XML";
  return {};
}

}  // namespace newshound::reading
