// Ranges of days are read from the day column as a posting list: every walk over it sees what a naive list has.
#include "searcher/matching/row_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace newshound::matching {
namespace {

constexpr unsigned kSeed = 19700101;

struct RandomDays {
  std::string bytes;
  std::vector<std::optional<Day>> days;  // by row; empty: undated
};

RandomDays random_days(std::mt19937& random) {
  RandomDays made;
  format::ColumnsBuilder builder;
  for (auto rows = random() % 40; rows > 0; --rows) {
    made.days.emplace_back();
    format::ColumnRow row;
    row.id = std::to_string(rows);
    row.content_hash = 1 + random() % 100;
    if (random() % 5 != 0) made.days.back() = row.day = static_cast<Day>(random() % 20) - 10;
    builder.add(row);
  }
  made.bytes = builder.bytes();
  return made;
}

std::vector<Xapian::docid> naive(const RandomDays& random, Day first, Day last) {
  std::vector<Xapian::docid> documents;
  for (std::size_t row = 0; row < random.days.size(); ++row)
    if (const auto day = random.days[row]; day && *day >= first && *day <= last)
      documents.push_back(static_cast<Xapian::docid>(row + 1));
  return documents;
}

// The first of the documents from `from` on; past all: nothing.
std::optional<Xapian::docid> first_from(const std::vector<Xapian::docid>& documents, Xapian::docid from) {
  const auto found = std::lower_bound(documents.begin(), documents.end(), from);
  return found == documents.end() ? std::nullopt : std::optional(*found);
}

using DaySource = RowSource<DayTest>;

void walk(DaySource& source, const std::vector<Xapian::docid>& documents, std::mt19937& random) {
  Xapian::docid at = 0;
  while (!source.at_end()) {
    const auto target = at + 1 + static_cast<Xapian::docid>(random() % 4);
    if (random() % 3 == 0) {
      ASSERT_EQ(source.check(target, 0), std::binary_search(documents.begin(), documents.end(), target));
      at = target;  // also where it found nothing, between two documents
      continue;
    }
    const bool step = random() % 2 == 0;
    if (step)
      source.next(0);
    else
      source.skip_to(target, 0);
    const auto expected = first_from(documents, step ? at + 1 : target);
    ASSERT_EQ(source.at_end(), !expected.has_value());
    if (!expected) return;
    ASSERT_EQ(source.get_docid(), *expected);
    at = *expected;
  }
}

TEST(RowSource, EveryWalkSeesTheDocumentsOfTheRange) {
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const Xapian::Database none;
  for (int round = 0; round < 2'000; ++round) {
    const auto made = random_days(random);
    const format::Columns columns(made.bytes, "columns");
    const Day first = static_cast<Day>(random() % 24) - 12;
    const Day last = first + static_cast<Day>(random() % 12) - 2;
    DaySource source({columns.days(), first, last});
    for (int again = 0; again < 2; ++again) {  // init() begins anew
      source.init(none);
      ASSERT_FALSE(source.at_end());
      walk(source, naive(made, first, last), random);
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

TEST(RowSource, OpenRangesHoldEveryDateAndNoUndatedDocument) {
  std::mt19937 random(kSeed);
  const auto made = random_days(random);
  const format::Columns columns(made.bytes, "columns");
  DaySource source({columns.days(), format::kNoDay + 1, std::numeric_limits<Day>::max()});
  source.init(Xapian::Database());
  std::vector<Xapian::docid> found;
  for (source.next(0); !source.at_end(); source.next(0)) found.push_back(source.get_docid());
  EXPECT_EQ(found, naive(made, -100, 100));
  EXPECT_GT(found.size(), 0U);
}

TEST(RowSource, ItsBoundsHoldForEveryRange) {
  std::mt19937 random(kSeed);
  const auto made = random_days(random);
  const format::Columns columns(made.bytes, "columns");
  const DaySource source({columns.days(), -5, 5});
  EXPECT_LE(source.get_termfreq_min(), source.get_termfreq_est());
  EXPECT_LE(source.get_termfreq_est(), source.get_termfreq_max());
  EXPECT_GE(source.get_termfreq_max(), naive(made, -5, 5).size());
}

}  // namespace
}  // namespace newshound::matching
