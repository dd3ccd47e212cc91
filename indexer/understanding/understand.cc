#include "indexer/understanding/understand.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/understanding/dateline.h"
#include "indexer/understanding/language.h"
#include "indexer/understanding/outlet_lexicon.h"

namespace newshound::understanding {
namespace {

constexpr std::string_view kUndetermined = "und";  // how BCP 47 says that nobody knows

// Unknown if the lexicon does not know it.
Field named(const OutletEntry* outlet, Standing standing, std::string evidence) {
  return outlet ? Field(std::string(outlet->name), standing, std::move(evidence)) : Field();
}

std::string_view last_line(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  return text.substr(text.rfind('\n') + 1);  // npos + 1 is 0
}

// "© 2015 Harbour Gazette. All rights reserved." -> "Harbour Gazette"; empty if the line is none.
std::string_view owner_in(std::string_view line) {
  constexpr std::array<std::string_view, 4> kSigns = {"\u00A9", "(c)", "(C)", "Copyright"};
  bool has_sign = false;
  for (bool more = true; more;) {
    more = false;
    for (const auto sign : kSigns) {
      if (!line.starts_with(sign)) continue;
      line.remove_prefix(sign.size());
      has_sign = more = true;
    }
    line.remove_prefix(std::min(line.find_first_not_of(" \t0123456789,-"), line.size()));
  }
  if (!has_sign) return {};
  return line.substr(0, std::min({line.find('.'), line.find(','), line.find('|'), line.size()}));
}

void set_agency(Article& article, const std::optional<Dateline>& dateline) {
  if (article.agency.known()) return;
  if (const auto agency = find_agency(article.byline.value); !agency.empty())
    article.agency = {std::string(agency), Standing::stated, "byline"};
  else if (dateline)
    if (const auto wire = find_agency(dateline->source); !wire.empty())
      article.agency = {std::string(wire), Standing::stated, "dateline"};
}

// An agency in the dateline has written the text, which says nothing of who printed it.
void set_outlet(Article& article, const std::optional<Dateline>& dateline) {
  const auto host = host_of(article.url.value);
  if (!article.outlet.known())
    article.outlet = named(find_outlet_by_host(host), Standing::derived, "host " + std::string(host));
  if (!article.outlet.known() && dateline && find_agency(dateline->source).empty())
    article.outlet = named(find_outlet(dateline->source), Standing::stated, "dateline");
  if (!article.outlet.known())
    article.outlet = named(find_outlet(owner_in(last_line(article.body))), Standing::stated, "copyright line");
}

}  // namespace

void understand(Article& article) {
  const auto dateline = find_dateline(article.body);
  set_agency(article, dateline);
  set_outlet(article, dateline);
  auto& language = article.language;
  language.value = normalise_language(language.value);
  if (language.value == kUndetermined) language = {};
  if (!language.known()) language = detect_language(article.title, article.body);
}

}  // namespace newshound::understanding
