#include "indexer/understanding/understand.h"

#include <string_view>

#include "indexer/understanding/language.h"

namespace newshound::understanding {
namespace {

constexpr std::string_view kUndetermined = "und";  // how BCP 47 says that nobody knows

}  // namespace

void understand(Article& article) {
  auto& language = article.language;
  language.value = normalise_language(language.value);
  if (language.value == kUndetermined) language = {};
  if (!language.known()) language = detect_language(article.title, article.body);
}

}  // namespace newshound::understanding
