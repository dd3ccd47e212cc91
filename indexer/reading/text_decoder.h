// Pieces of one document -> UTF-8: as declared, else UTF-8, else as the detector says of the first piece that is none.
#ifndef NEWSHOUND_READING_TEXT_DECODER_H
#define NEWSHOUND_READING_TEXT_DECODER_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::reading {

class TextDecoder {
 public:
  // `declared` may be empty. A set that had to be detected is named in `warnings`, once, with the path.
  TextDecoder(std::string path, std::string declared, std::vector<std::string>& warnings);

  // Empty for bytes that mean nothing in the set, or that are no text.
  std::optional<std::string> decode(std::string_view bytes);

  // The set that decode() failed with.
  [[nodiscard]] const std::string& character_set() const { return declared_.empty() ? detected_ : declared_; }

 private:
  std::string path_;
  std::string declared_;
  std::string detected_;
  std::vector<std::string>& warnings_;
};

}  // namespace newshound::reading

#endif
