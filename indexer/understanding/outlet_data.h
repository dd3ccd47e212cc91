// The text of data/outlets.tsv, as cmake/embed_text.cmake compiles it in.
#ifndef NEWSHOUND_UNDERSTANDING_OUTLET_DATA_H
#define NEWSHOUND_UNDERSTANDING_OUTLET_DATA_H

#include <string_view>

namespace newshound::understanding {

extern const std::string_view kOutletData;

}  // namespace newshound::understanding

#endif
