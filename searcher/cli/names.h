// The names that enumerations of the library have in output.
#ifndef NEWSHOUND_CLI_NAMES_H
#define NEWSHOUND_CLI_NAMES_H

#include <newshound/results.h>

#include <string_view>

namespace newshound::search_cli {

std::string_view unit_name(DateUnit unit);
std::string_view entity_type_name(EntityType type);
std::string_view kind_name(QueryNode::Kind kind);
std::string_view suggestion_name(Suggestion::Kind kind);
std::string_view form_name(QueryNode::Form form);

}  // namespace newshound::search_cli

#endif
