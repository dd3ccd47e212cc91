// News outlets and the names they go by. The lexicon (data/outlets.tsv) is compiled in; no file is read.
//
// Thread rule: any number of threads.
#ifndef NEWSHOUND_UNDERSTANDING_OUTLET_LEXICON_H
#define NEWSHOUND_UNDERSTANDING_OUTLET_LEXICON_H

#include <string>
#include <string_view>
#include <vector>

namespace newshound::understanding {

struct OutletEntry {
  std::string_view name;                  // canonical: "The New York Times"
  std::vector<std::string_view> aliases;  // "NYT", "New York Times - News"
  std::vector<std::string_view> hosts;    // "nytimes.com"; each stands for its subdomains
};

// The outlet of that name, alias or host ("nyt", "www.nytimes.com"), compared folded; null if it is not in the lexicon.
const OutletEntry* find_outlet(std::string_view name_alias_or_host);

// The outlet whose host that is, or a host above it ("edition.gazette.example" -> "gazette.example"), but none above
// the one somebody registered: the pages of a blog are not those of its provider.
const OutletEntry* find_outlet_by_host(std::string_view host);

// The host in a url, "www.gazette.example"; empty if there is none.
std::string_view host_of(std::string_view url);

// Every way the outlet that `given` is a name of may be written: name, aliases, hosts. Empty if it is not in the
// lexicon.
std::vector<std::string> outlet_names(std::string_view given);

// The whole lexicon, in the order of the file.
const std::vector<OutletEntry>& outlets();

}  // namespace newshound::understanding

#endif
