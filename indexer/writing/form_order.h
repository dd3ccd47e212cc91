// The order in which the forms of a term are written: the most frequent first, so that it takes the fewest bytes.
#ifndef NEWSHOUND_WRITING_FORM_ORDER_H
#define NEWSHOUND_WRITING_FORM_ORDER_H

#include "indexer/format/positions.h"

#include <cstdint>
#include <vector>

namespace newshound::writing {

// Sorts the forms; the result maps each old index to the new one.
std::vector<std::uint32_t> order_forms(std::vector<format::WordForm>& forms);

}  // namespace newshound::writing

#endif
