// Which blocks of the chosen element the article itself tells.
#ifndef NEWSHOUND_READING_HTML_LINES_H
#define NEWSHOUND_READING_HTML_LINES_H

#include <string_view>
#include <vector>

#include "indexer/reading/html_blocks.h"

namespace newshound::reading {

// Of the blocks [first, end) of a page, in the same order: without the title and what stands before it, lines that are
// links to the same site, calls to read on or to subscribe, captions, bylines, dates, and headings over nothing.
std::vector<const Block*> told_blocks(const PageBlocks& page, std::size_t first, std::size_t end,
                                      std::string_view title);

}  // namespace newshound::reading

#endif
