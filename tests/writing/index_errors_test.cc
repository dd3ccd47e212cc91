#include "indexer/writing/index_errors.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace newshound::writing {
namespace {

template <typename Thrown>
Error error_for(const Thrown& thrown) {
  try {
    make_index("segments/building/0/index", [&] { throw thrown; });
  } catch (const format::Failure& failure) {
    return failure.error();
  }
  return {Errc::internal, "it went well", "", {}};
}

// Errors as Xapian 1.4 throws them.
TEST(IndexErrors, NameTheFileAndAreNeverCalledDamage) {
  const auto full = error_for(Xapian::DatabaseError("Error writing block 1", ENOSPC));
  EXPECT_EQ(full.code, Errc::io);
  EXPECT_EQ(full.message, "cannot make segments/building/0/index: Error writing block 1 (No space left on device)");
  EXPECT_EQ(full.hint, format::hint_for(ENOSPC));
  EXPECT_EQ(error_for(Xapian::DatabaseLockError("Couldn't open lockfile: Input/output error")).code, Errc::io);
  const auto within = error_for(Xapian::DatabaseCorruptError(
      "Modifications failed (DatabaseError: Error writing block 0 (No space left on device)), and couldn't open at the "
      "old revision"));
  EXPECT_EQ(within.code, Errc::io);
  EXPECT_EQ(within.hint, format::hint_for(ENOSPC));
}

TEST(IndexErrors, OthersPass) {
  EXPECT_THROW(make_index("index", [] { throw Xapian::InvalidArgumentError("a term is too long"); }),
               Xapian::InvalidArgumentError);
  EXPECT_EQ(make_index("index", [] { return 7; }), 7);
}

}  // namespace
}  // namespace newshound::writing
