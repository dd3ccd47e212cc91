#include "indexer/reading/html_lines.h"

#include <algorithm>

#include "indexer/reading/html_phrases.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxBeforeTitle = 6;  // blocks: kicker, date, share counts

// Links to the own site alone lead to other articles; those that lead away are what the article talks about.
bool is_link(const Block& block) { return is_most_of(block.linked - block.linked_away, block); }

bool has_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0xc3;
  });
}

bool is_told(const Block& block, std::string_view title) {
  const std::string_view line = block.text;
  if (!has_letter_or_digit(line) || line == title || is_link(block)) return false;
  return !is_call(line) && !is_label(line) && !is_publishing_time(line) && !is_byline(line);
}

bool is_caption(const PageBlocks& page, const Block& block) {
  return !ends_like_sentence(block.text) && page.picture_texts.contains(block.text);
}

// Behind the headline, where it stands near the beginning.
std::size_t first_of_text(const PageBlocks& page, std::size_t first, std::size_t end, std::string_view title) {
  for (auto i = first; i < std::min(end, first + kMaxBeforeTitle); ++i)
    if (page.blocks[i].is_headline || page.blocks[i].text == title) return i + 1;
  return first;
}

bool begins_list_of_others(const PageBlocks& page, std::size_t block, std::size_t end) {
  return page.blocks[block].kind != BlockKind::item && is_list_label(page.blocks[block].text) && block + 1 < end &&
         page.blocks[block + 1].linked > 0;
}

bool continues_list(const Block& block) {
  return block.linked > 0 && (block.kind == BlockKind::item || is_link(block));
}

}  // namespace

std::vector<const Block*> told_blocks(const PageBlocks& page, std::size_t first, std::size_t end,
                                      std::string_view title) {
  std::vector<const Block*> told;
  bool in_list_of_others = false;
  for (auto i = first_of_text(page, first, end, title); i < end; ++i) {
    const auto& block = page.blocks[i];
    in_list_of_others = begins_list_of_others(page, i, end) || (in_list_of_others && continues_list(block));
    if (!in_list_of_others && !is_caption(page, block) && is_told(block, title)) told.push_back(&block);
  }
  while (!told.empty() && (told.back()->kind == BlockKind::heading || is_appeal(told.back()->text))) told.pop_back();
  return told;
}

}  // namespace newshound::reading
