#include "indexer/format/stemming.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>

#include "indexer/format/analysis.h"
#include "indexer/format/ascii.h"

namespace newshound::format {
struct Stemmers::Stemmer {
  Xapian::Stem stem;
};

// What Xapian 1.4 has, by the codes it takes; its second algorithms for a language (porter, german2) are left out.
const std::vector<std::string_view>& stemmer_codes() {
  static const std::vector<std::string_view> kCodes = {"ar", "ca", "da", "de", "en", "es", "eu", "fi",
                                                       "fr", "ga", "hu", "hy", "id", "it", "lt", "ne",
                                                       "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr"};
  return kCodes;
}

std::string_view stemmer_code(std::string_view language) {
  std::string subtag(language.substr(0, language.find_first_of("-_")));
  std::transform(subtag.begin(), subtag.end(), subtag.begin(), ascii_lower);
  if (subtag == "nb" || subtag == "nn") subtag = "no";
  const auto number = stemmer_number(subtag);
  return number == 0 ? std::string_view() : stemmer_codes()[number - 1];
}

std::size_t stemmer_number(std::string_view code) {
  const auto& codes = stemmer_codes();
  const auto found = std::lower_bound(codes.begin(), codes.end(), code);
  if (found == codes.end() || *found != code) return 0;
  return static_cast<std::size_t>(found - codes.begin()) + 1;
}

Stemmers::Stemmers() : stemmers_(stemmer_codes().size() + 1) {}
Stemmers::~Stemmers() = default;

std::string Stemmers::stem(std::size_t number, const std::string& word) {
  if (number == 0) return word;
  auto& stemmer = stemmers_[number];
  if (!stemmer) stemmer = std::make_unique<Stemmer>(Stemmer{Xapian::Stem(std::string(stemmer_codes()[number - 1]))});
  return stemmer->stem(word);
}

}  // namespace newshound::format
