#include "indexer/reading/html_blocks.h"

#include <algorithm>
#include <utility>

#include "indexer/reading/html_roles.h"
#include "indexer/reading/html_tree.h"
#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

BlockKind kind_of_block(std::string_view tag) {
  if (tag == "p") return BlockKind::paragraph;
  if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') return BlockKind::heading;
  if (tag == "li" || tag == "dd" || tag == "dt") return BlockKind::item;
  if (tag == "blockquote") return BlockKind::quote;
  if (tag == "td" || tag == "th" || tag == "tr") return BlockKind::cell;
  return BlockKind::other;
}

constexpr std::size_t kProseBytes = 80;   // a shorter block may be anything
constexpr std::size_t kMaxDataCell = 80;  // bytes; longer cells lay out a page

// Whether a cell holds a datum, which means something beside the others of its row only.
bool is_data_cell(const xmlNode* node) {
  const auto tag = name_of(node);
  if (tag != "td" && tag != "th") return false;
  std::size_t bytes = 0;
  for (const auto* it = node->children; it; it = next_in_order(it, node)) {
    if (is_element(it) && kind_of_tag(name_of(it)) == TagKind::block) return false;
    if (is_text(it)) bytes += text_of(it).size();
    if (bytes > kMaxDataCell) return false;
  }
  return true;
}

// "https://www.gazette.example/ferry" -> "www.gazette.example"; empty for a link within the site.
std::string_view host_of(std::string_view link) {
  const auto slashes = link.find("//");
  if (slashes == std::string_view::npos || link.substr(0, slashes).find_first_of("/?#") != std::string_view::npos)
    return {};
  link.remove_prefix(slashes + 2);
  return link.substr(0, link.find_first_of("/?#:"));
}

// Its last two names: enough to tell a site from another, though not a site from its neighbour under .co.uk.
std::string_view site_of(std::string_view host) {
  const auto last = host.rfind('.');
  if (last == std::string_view::npos || last == 0) return host;
  const auto before = host.rfind('.', last - 1);
  return before == std::string_view::npos ? host : host.substr(before + 1);
}

// Walks the tree once; enter() and leave() are called for each element that is not left out.
class BlockFinder {
 public:
  BlockFinder(std::string_view host, Strictness strictness, const std::vector<const xmlNode*>& spared)
      : host_(host), strictness_(strictness), spared_(spared) {}

  PageBlocks find(const xmlNode* root) {
    const auto* node = root;
    while (node) {
      const bool entered = enter(node);
      if (entered && node->children) {
        node = node->children;
        continue;
      }
      if (entered) leave(node);
      while (node != root && !node->next) leave(node = node->parent);
      node = node == root ? nullptr : node->next;
    }
    end_block();
    return std::move(page_);
  }

 private:
  // False if what is below is not to be seen.
  bool enter(const xmlNode* node) {
    if (is_text(node)) add(text_of(node));
    if (!is_element(node)) return false;
    const auto tag = name_of(node);
    const auto kind = kind_of_tag(tag);
    if (kind == TagKind::line_break) return add_line_break(tag), false;
    if (tag == "img") page_.picture_texts.insert(collapsed(attribute(node, "alt")));
    if (kind == TagKind::silent || is_left_out(node)) return false;
    if (is_data_cell(node)) return add(" "), true;
    if (kind != TagKind::inline_text) return open(node), true;
    if (tag == "a") enter_link(node);
    return true;
  }

  [[nodiscard]] bool is_left_out(const xmlNode* node) const {
    if (strictness_ == Strictness::none) return false;
    return is_hidden(node) || kind_of_tag(name_of(node)) == TagKind::furniture ||
           (strictness_ == Strictness::strict && is_beside_article(node) && !is_spared(node));
  }

  [[nodiscard]] bool is_spared(const xmlNode* node) const {
    return std::find(spared_.begin(), spared_.end(), node) != spared_.end();
  }

  void leave(const xmlNode* node) {
    if (!open_.empty() && page_.elements[open_.back()].node == node) return close();
    links_ -= name_of(node) == "a";
  }

  void enter_link(const xmlNode* node) {
    ++links_;
    const auto host = host_of(attribute(node, "href"));
    away_ = !host.empty() && !host_.empty() && site_of(host) != site_of(host_);
  }

  void open(const xmlNode* node) {
    end_block();
    const auto number = page_.elements.size();
    page_.elements.push_back({node, open_.empty() ? number : open_.back(), page_.blocks.size(), 0});
    open_.push_back(number);
  }

  void close() {
    end_block();
    page_.elements[open_.back()].end_block = page_.blocks.size();
    open_.pop_back();
  }

  void add(std::string_view text) {
    const auto before = block_.text.size();
    append_collapsed(block_.text, text);
    if (links_ == 0) return;
    block_.linked += block_.text.size() - before;
    if (away_) block_.linked_away += block_.text.size() - before;
  }

  // Two of them, with nothing between, end a paragraph; so does a rule.
  void add_line_break(std::string_view tag) {
    trim_end();
    if (tag == "hr" || block_.text.ends_with('\n')) return end_block();
    if (!block_.text.empty()) block_.text += '\n';
  }

  void trim_end() {
    while (block_.text.ends_with(' ')) block_.text.pop_back();
  }

  void end_block() {
    while (block_.text.ends_with(' ') || block_.text.ends_with('\n')) block_.text.pop_back();
    if (!block_.text.empty() && !open_.empty()) {
      block_.element = open_.back();
      const auto tag = name_of(page_.elements[block_.element].node);
      block_.kind = kind_of_block(tag);
      block_.is_headline = tag == "h1";
      page_.blocks.push_back(std::move(block_));
    }
    block_ = {};
  }

  std::string_view host_;
  Strictness strictness_;
  const std::vector<const xmlNode*>& spared_;
  PageBlocks page_;
  std::vector<std::size_t> open_;  // elements around the place we are at
  std::size_t links_ = 0;          // <a> around it
  bool away_ = false;              // whether the last of them leads to another site
  Block block_;
};

}  // namespace

bool is_prose(const Block& block) {
  return block.text.size() >= kProseBytes && block.linked * 2 < block.text.size() && block.kind != BlockKind::heading;
}

PageBlocks find_blocks(const xmlNode* root, std::string_view url, Strictness strictness,
                       const std::vector<const xmlNode*>& spared) {
  return BlockFinder(host_of(url), strictness, spared).find(root);
}

}  // namespace newshound::reading
