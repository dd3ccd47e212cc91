// A tree of HTML -> the blocks of text in it, in document order, and the elements that hold them. A block is what a
// reader sees as one paragraph, heading or list item.
#ifndef NEWSHOUND_READING_HTML_BLOCKS_H
#define NEWSHOUND_READING_HTML_BLOCKS_H

#include <libxml/tree.h>

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::reading {

enum class BlockKind { paragraph, heading, item, quote, cell, other };

struct Block {
  std::string text;             // UTF-8, white space collapsed; a line feed is a <br>
  std::size_t linked = 0;       // bytes of `text` that are links
  std::size_t linked_away = 0;  // and lead to another site
  std::size_t element = 0;      // the innermost of PageBlocks::elements that holds it
  BlockKind kind = BlockKind::other;
  bool is_headline = false;  // <h1>
};

// Whether so many of its bytes are as good as all.
inline bool is_most_of(std::size_t bytes, const Block& block) { return bytes * 10 > block.text.size() * 8; }

// Whether it is long enough for sentences, and mostly unlinked.
bool is_prose(const Block& block);

// An element that begins a line. It holds blocks [first_block, end_block).
struct BlockElement {
  const xmlNode* node = nullptr;
  std::size_t parent = 0;  // its own number for the first, the root
  std::size_t first_block = 0;
  std::size_t end_block = 0;
};

struct PageBlocks {
  std::vector<Block> blocks;
  std::vector<BlockElement> elements;                // in document order
  std::set<std::string, std::less<>> picture_texts;  // alt="" of its pictures, white space collapsed
};

// What is left out.
enum class Strictness {
  strict,   // what class words or tags say is beside the article, and what is hidden
  lenient,  // what tags say, and what is hidden
  none,     // what is no text
};

// `url` is that of the page; empty if it is not known. The cells of a row of short ones are one block.
// The class words of `spared` elements say nothing.
PageBlocks find_blocks(const xmlNode* root, std::string_view url, Strictness strictness,
                       const std::vector<const xmlNode*>& spared = {});

}  // namespace newshound::reading

#endif
