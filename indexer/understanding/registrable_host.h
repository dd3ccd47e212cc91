// Where a web host ends and the public begins, by the Public Suffix List (publicsuffix.org) as libpsl has it built in.
// The only file that knows libpsl.
#ifndef NEWSHOUND_UNDERSTANDING_REGISTRABLE_HOST_H
#define NEWSHOUND_UNDERSTANDING_REGISTRABLE_HOST_H

#include <string>
#include <string_view>

namespace newshound::understanding {

// The part of a host that somebody registered: "edition.gazette.co.uk" -> "gazette.co.uk", "ferry.blogspot.com" is its
// own. In lower case; empty for a public suffix itself and for what is no host.
std::string registrable_host(std::string_view host);

}  // namespace newshound::understanding

#endif
