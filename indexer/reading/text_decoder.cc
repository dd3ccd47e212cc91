#include "indexer/reading/text_decoder.h"

#include <utility>

#include "indexer/reading/character_set.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {

TextDecoder::TextDecoder(std::string path, std::string declared, std::vector<std::string>& warnings)
    : path_(std::move(path)), declared_(is_utf8_name(declared) ? "" : std::move(declared)), warnings_(warnings) {}

std::optional<std::string> TextDecoder::decode(std::string_view bytes) {
  if (!declared_.empty()) return decode_declared(bytes, declared_);
  if (!first_bad_byte(bytes)) return std::string(bytes);
  if (!detected_.empty()) return decode_declared(bytes, detected_);
  auto decoded = decode_text(std::string(bytes));
  if (!decoded) return {};
  detected_ = decoded->taken;
  warnings_.push_back(path_ + ": not UTF-8, read as " + detected_);
  return std::move(decoded->text);
}

}  // namespace newshound::reading
