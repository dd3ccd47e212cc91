#include "indexer/reading/html_text.h"

#include <utility>
#include <variant>
#include <vector>

#include "indexer/reading/html_blocks.h"
#include "indexer/reading/html_choice.h"
#include "indexer/reading/html_lines.h"
#include "indexer/reading/html_page.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kEnough = 500;        // bytes; a shorter text makes us look at what was left out
constexpr std::size_t kMuchMore = 3;        // times the text, and it was left out wrongly
constexpr std::size_t kWorthTelling = 250;  // bytes; a shorter articleBody is a summary
constexpr std::size_t kTimesLonger = 2;     // than what the page shows, and the articleBody is the whole

std::string join(const std::vector<const Block*>& blocks) {
  std::string text;
  for (const auto* block : blocks) {
    if (!text.empty()) text += "\n\n";
    text += block->text;
  }
  return text;
}

std::string text_of_page(const PageBlocks& page, std::string_view title) {
  if (page.blocks.empty()) return {};
  const auto& element = page.elements[choose_element(page)];
  return join(told_blocks(page, element.first_block, element.end_block, title));
}

// Elements that hold more than half of a page's prose hold its article, whatever their class words say ("paywall",
// "page-with-sidebar"): unless that is the prose of readers, which is why strict comes first.
std::vector<const xmlNode*> holders_of_most_prose(const PageBlocks& page) {
  std::vector<std::size_t> bytes{0};  // of prose before each block
  for (const auto& block : page.blocks) bytes.push_back(bytes.back() + (is_prose(block) ? block.text.size() : 0));
  std::vector<const xmlNode*> holders;
  for (const auto& element : page.elements)
    if ((bytes[element.end_block] - bytes[element.first_block]) * 2 > bytes.back()) holders.push_back(element.node);
  return holders;
}

// An articleBody without its tags, if it has some; else its lines, blank ones between.
std::string text_of_statement(const std::string& stated) {
  std::string lines;
  for (const char c : stated)
    if (c == '\n')
      lines += "<p>";
    else
      lines += c;
  const auto tree = parse_page(lines);
  if (std::holds_alternative<PageFault>(tree)) return {};
  const auto page = find_blocks(xmlDocGetRootElement(std::get<HtmlTree>(tree).get()), {}, Strictness::none);
  std::vector<const Block*> blocks;
  for (const auto& block : page.blocks) blocks.push_back(&block);
  return join(blocks);
}

}  // namespace

std::string find_article_text(const xmlNode* root, std::string_view title, std::string_view url) {
  auto best = text_of_page(find_blocks(root, url, Strictness::strict), title);
  if (best.size() >= kEnough) return best;
  const auto lenient = find_blocks(root, url, Strictness::lenient);
  const auto try_another = [&](const PageBlocks& page) {
    if (best.size() >= kEnough) return;
    auto text = text_of_page(page, title);
    if (text.size() > kMuchMore * best.size()) best = std::move(text);
  };
  try_another(find_blocks(root, url, Strictness::strict, holders_of_most_prose(lenient)));
  try_another(lenient);
  try_another(find_blocks(root, url, Strictness::none));
  return best;
}

std::string choose_text(std::string found, const std::string& stated) {
  if (stated.size() < kWorthTelling || stated.size() < found.size() * kTimesLonger) return found;
  auto text = text_of_statement(stated);
  const bool is_cut = text.ends_with("...") || text.ends_with("\u2026");
  return is_cut || text.size() < found.size() * kTimesLonger ? found : text;
}

}  // namespace newshound::reading
