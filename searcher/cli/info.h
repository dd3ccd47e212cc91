// `newshound info`: what an archive holds and what a query may name.
#ifndef NEWSHOUND_CLI_INFO_H
#define NEWSHOUND_CLI_INFO_H

#include "indexer/format/program/json_text.h"
#include "searcher/cli/style.h"

#include <newshound/results.h>

#include <ostream>
#include <vector>

namespace newshound::search_cli {

void write_index_text(std::ostream& out, const ArchiveInfo& info, const Style& style);
void write_coverage_text(std::ostream& out, const ArchiveInfo& info, const Style& style);
void write_fields_text(std::ostream& out, const std::vector<FieldInfo>& fields, const Style& style);

// Each with "version" and one member named for the topic.
program::Json index_json(const ArchiveInfo& info);
program::Json coverage_json(const ArchiveInfo& info);
program::Json fields_json(const std::vector<FieldInfo>& fields);

}  // namespace newshound::search_cli

#endif
