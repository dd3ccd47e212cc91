// The dateline that wire copy and many papers open with: "PORT LISSEN, Jan 2 (Reuters) - The ferry", "(CNN) — The
// ferry". What stands in brackets is the agency or the outlet that wrote it.
#ifndef NEWSHOUND_UNDERSTANDING_DATELINE_H
#define NEWSHOUND_UNDERSTANDING_DATELINE_H

#include <optional>
#include <string_view>

namespace newshound::understanding {

// Views of the body.
struct Dateline {
  std::string_view place;   // with a date, if there is one: "PORT LISSEN, Jan 2"; may be empty
  std::string_view source;  // "Reuters"
};

// At the head of the first line that is not blank; empty if it does not open so.
std::optional<Dateline> find_dateline(std::string_view body);

// The wire agency of that name ("AP" -> "Associated Press"), compared without case; empty if it is none.
std::string_view find_agency(std::string_view name);

}  // namespace newshound::understanding

#endif
