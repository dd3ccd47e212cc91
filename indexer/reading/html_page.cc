#include "indexer/reading/html_page.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "indexer/reading/html_tags.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxAttributes = 256;   // of one tag; real pages have dozens
constexpr std::ptrdiff_t kMaxTags = 250'000;  // each costs some 250 bytes and real pages have a tenth of it
constexpr std::size_t kMaxDepth = 256;        // libxml2's own limit, under which walks of ours may count on

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

std::string without_code(std::string_view page, const std::vector<std::string_view>& code) {
  std::string rest;
  rest.reserve(page.size());
  for (const auto text : code) {
    rest += page.substr(0, static_cast<std::size_t>(text.data() - page.data()));
    page.remove_prefix(static_cast<std::size_t>(text.data() - page.data()) + text.size());
  }
  return rest += page;
}

HtmlTree run_parser(std::string_view page, int& error) {
  static const bool kReady = (xmlInitParser(), true);  // once, before any two threads parse
  static_cast<void>(kReady);
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD;
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (!context) return nullptr;
  HtmlTree tree(
      htmlCtxtReadMemory(context.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions));
  error = context->disableSAX != 0 ? context->errNo : 0;
  return tree;
}

}  // namespace

std::variant<HtmlTree, PageFault> parse_page(std::string_view page) {
  if (page.size() > kMaxPageBytes) return PageFault{"longer than " + std::to_string(kMaxPageBytes) + " bytes"};
  const auto look = look_at_tags(page);
  if (look.most_attributes > kMaxAttributes)
    return PageFault{"a tag with more than " + std::to_string(kMaxAttributes) + " attributes"};
  if (std::count(page.begin(), page.end(), '<') > kMaxTags)
    return PageFault{"more than " + std::to_string(kMaxTags) + " tags"};
  int error = 0;
  auto tree = run_parser(without_code(page, look.code), error);
  if (error != 0) return PageFault{"elements nested deeper than " + std::to_string(kMaxDepth)};
  if (!tree || !xmlDocGetRootElement(tree.get())) return PageFault{"not a page of HTML"};
  return tree;
}

}  // namespace newshound::reading
