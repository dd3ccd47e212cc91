// Xapian says what went wrong, but not in which file; and a database that it could not write it calls damaged.
#ifndef NEWSHOUND_WRITING_INDEX_ERRORS_H
#define NEWSHOUND_WRITING_INDEX_ERRORS_H

#include "indexer/format/guard.h"

#include <xapian.h>

#include <filesystem>
#include <utility>

namespace newshound::writing {

// Errc::io, naming `path`, a database or its directory, and the hint that the system's reason has.
format::Failure cannot_make(const std::filesystem::path& path, const Xapian::Error& error);

// Runs what writes a new database at `path` and reads no other, so that nothing can be damaged: what Xapian throws is
// thrown as above.
template <typename Work>
auto make_index(const std::filesystem::path& path, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::DatabaseError& error) {
    throw cannot_make(path, error);
  }
}

}  // namespace newshound::writing

#endif
