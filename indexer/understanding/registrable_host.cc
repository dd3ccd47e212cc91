#include "indexer/understanding/registrable_host.h"

#include <libpsl.h>

#include <algorithm>

#include "indexer/format/ascii.h"

namespace newshound::understanding {
namespace {

constexpr std::size_t kMaxHost = 253;  // RFC 1035

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

}  // namespace

std::string registrable_host(std::string_view host) {
  const auto lower = format::ascii_lower_case(host);
  if (lower.size() > kMaxHost || !std::all_of(lower.begin(), lower.end(), is_host_character)) return {};
  const char* registrable = psl_registrable_domain(psl_builtin(), lower.c_str());
  return registrable ? registrable : std::string();
}

}  // namespace newshound::understanding
