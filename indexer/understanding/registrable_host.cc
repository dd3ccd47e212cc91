#include "indexer/understanding/registrable_host.h"

#include <libpsl.h>

#include <algorithm>

namespace newshound::understanding {
namespace {

constexpr std::size_t kMaxHost = 253;  // RFC 1035

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

}  // namespace

std::string registrable_host(std::string_view host) {
  std::string lower(host);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  if (lower.size() > kMaxHost || !std::all_of(lower.begin(), lower.end(), is_host_character)) return {};
  const char* registrable = psl_registrable_domain(psl_builtin(), lower.c_str());
  return registrable ? registrable : std::string();
}

}  // namespace newshound::understanding
