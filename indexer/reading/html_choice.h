// Which element of a page holds its article: the one in which prose outweighs everything else the most.
//
// Each block weighs what it says for or against being among an article's text, and an element the sum of its blocks, so
// that widening it past the article costs more than it brings. After the text and link densities of Boilerpipe
// (Kohlschuetter et al., WSDM 2010) and the class words and siblings of Readability (Arc90), with a sum instead of
// thresholds.
#ifndef NEWSHOUND_READING_HTML_CHOICE_H
#define NEWSHOUND_READING_HTML_CHOICE_H

#include <cstddef>

#include "indexer/reading/html_blocks.h"

namespace newshound::reading {

// A number of PageBlocks::elements, of which there must be one.
std::size_t choose_element(const PageBlocks& page);

}  // namespace newshound::reading

#endif
