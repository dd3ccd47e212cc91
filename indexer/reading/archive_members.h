// The members of tar (ustar, GNU, pax) and zip archives, streamed one after another by libarchive, each read as a
// source of its own: its compression taken off, its format told by its content, an archive in it opened in turn.
//
// Nothing is ever written: a name is only a name, "../x" as good as any. Links and devices are left out with a warning,
// hidden names silently, as in a folder. An encrypted member is rejected by name.
#ifndef NEWSHOUND_READING_ARCHIVE_MEMBERS_H
#define NEWSHOUND_READING_ARCHIVE_MEMBERS_H

#include <memory>

#include "indexer/reading/opened_source.h"

namespace newshound::reading {

// Reads ahead in the buffer and consumes nothing.
bool is_archive(InputBuffer& buffer);

std::unique_ptr<ArticleSource> make_archive_members(InputBuffer& buffer, SourceInfo info, const ReadingContext& context,
                                                    Packing packing);

}  // namespace newshound::reading

#endif
