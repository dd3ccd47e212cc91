#include "indexer/understanding/dateline.h"

#include <algorithm>
#include <array>

#include "indexer/format/ascii.h"

namespace newshound::understanding {
namespace {

struct Agency {
  std::string_view written;  // in a dateline or a byline, in lower case
  std::string_view name;
};

// Agencies whose copy other outlets print.
constexpr std::array<Agency, 27> kAgencies = {{
    {"reuters", "Reuters"},
    {"thomson reuters", "Reuters"},
    {"ap", "Associated Press"},
    {"associated press", "Associated Press"},
    {"the associated press", "Associated Press"},
    {"afp", "Agence France-Presse"},
    {"agence france-presse", "Agence France-Presse"},
    {"upi", "United Press International"},
    {"united press international", "United Press International"},
    {"dpa", "dpa"},
    {"xinhua", "Xinhua"},
    {"tass", "TASS"},
    {"interfax", "Interfax"},
    {"efe", "EFE"},
    {"ansa", "ANSA"},
    {"kyodo", "Kyodo News"},
    {"jiji", "Jiji Press"},
    {"yonhap", "Yonhap"},
    {"pti", "Press Trust of India"},
    {"ians", "Indo-Asian News Service"},
    {"ani", "Asian News International"},
    {"pa", "PA Media"},
    {"press association", "PA Media"},
    {"the canadian press", "The Canadian Press"},
    {"aap", "Australian Associated Press"},
    {"belga", "Belga"},
    {"anp", "ANP"},
}};

constexpr std::size_t kMostPlaceBytes = 60;
constexpr std::size_t kMostSourceBytes = 40;

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

bool begins_with_dash(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("-- ") || text.starts_with("\u2013") || text.starts_with("\u2014");
}

// A place begins with a capital, and a sentence would end before a bracket.
bool may_be_place(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() > kMostPlaceBytes || text.front() < 'A' || text.front() > 'Z') return false;
  return text.find_first_of("!?:;\"") == std::string_view::npos && text.find(". ") == std::string_view::npos;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view body) {
  const auto begin = body.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  const auto line = body.substr(begin, std::min(body.find('\n', begin), body.size()) - begin);
  const auto open = line.find('(');
  const auto close = line.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  const auto place = trim(line.substr(0, open));
  const auto source = trim(line.substr(open + 1, close - open - 1));
  if (!may_be_place(place) || source.empty() || source.size() > kMostSourceBytes) return {};
  if (!begins_with_dash(trim(line.substr(close + 1)))) return {};
  return Dateline{place, source};
}

std::string_view find_agency(std::string_view name) {
  const auto is_it = [&](const Agency& agency) {
    return std::equal(name.begin(), name.end(), agency.written.begin(), agency.written.end(),
                      [](char a, char b) { return format::ascii_lower(a) == b; });
  };
  const auto found = std::find_if(kAgencies.begin(), kAgencies.end(), is_it);
  return found == kAgencies.end() ? std::string_view() : found->name;
}

}  // namespace newshound::understanding
