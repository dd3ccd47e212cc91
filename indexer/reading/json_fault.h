// What is wrong with a text that is not JSON, and where, in plain words.
#ifndef NEWSHOUND_READING_JSON_FAULT_H
#define NEWSHOUND_READING_JSON_FAULT_H

#include <simdjson.h>

#include <string_view>

#include "indexer/reading/json_article.h"

namespace newshound::reading {

// `error` is what simdjson said of the whole `text`, which InputBuffer::kPadding readable bytes follow.
JsonFault describe_fault(std::string_view text, simdjson::error_code error);

}  // namespace newshound::reading

#endif
