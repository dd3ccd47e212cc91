#include "indexer/format/columns.h"

#include "indexer/format/dates.h"
#include "indexer/format/guard.h"
#include "indexer/format/stored_file.h"
#include "tests/format/exact_bytes.h"
#include "tests/format/random_article.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace newshound::format {
namespace {

ColumnRow random_row(Random& random) {
  ColumnRow row;
  row.id = "id-" + std::to_string(random());
  row.content_hash = random();
  row.added = static_cast<Day>(pick(random, 40000)) - 20000;
  if (pick(random, 3) != 0) row.day = static_cast<Day>(pick(random, 40000)) - 20000;
  for (std::size_t i = 0; i < kFacetColumns.size(); ++i) {
    const std::size_t most = cardinality_of(kFacetColumns.at(i)) == Cardinality::many ? 5 : 1;
    std::set<std::string> values;
    for (std::size_t n = pick(random, most); n > 0; --n)
      values.insert("v" + std::to_string(pick(random, 30)) + random_text(random, pick(random, 1)));
    row.values.at(i).assign(values.begin(), values.end());
  }
  return row;
}

// Rows as a naive copy in memory; about a tenth have nothing.
std::vector<ColumnRow> random_rows(Random& random, std::size_t count) {
  std::vector<ColumnRow> rows;
  for (std::size_t i = 0; i < count; ++i) rows.push_back(pick(random, 9) == 0 ? ColumnRow{} : random_row(random));
  return rows;
}

std::string written(const std::vector<ColumnRow>& rows) {
  ColumnsBuilder builder;
  for (const auto& row : rows) builder.add(row);
  return builder.bytes();
}

void expect_rows(const Columns& columns, const std::vector<ColumnRow>& rows) {
  ASSERT_EQ(columns.rows(), rows.size());
  ASSERT_EQ(columns.days().size(), rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    SCOPED_TRACE("row " + std::to_string(i));
    const auto read = columns.row(i);
    EXPECT_EQ(read.id, rows[i].id);
    EXPECT_EQ(columns.id(i), rows[i].id);
    EXPECT_EQ(read.content_hash, rows[i].content_hash);
    EXPECT_EQ(read.day, rows[i].day);
    EXPECT_EQ(read.added, rows[i].added);
    EXPECT_EQ(columns.days_added()[i], rows[i].added);
    EXPECT_EQ(columns.days()[i], rows[i].day);
    EXPECT_EQ(read.values, rows[i].values);
  }
}

void expect_dictionaries(const Columns& columns, const std::vector<ColumnRow>& rows) {
  for (std::size_t i = 0; i < kFacetColumns.size(); ++i) {
    std::set<std::string> all;
    for (const auto& row : rows) all.insert(row.values.at(i).begin(), row.values.at(i).end());
    const auto& facet = columns.facet(kFacetColumns.at(i));
    std::vector<std::string> read;
    for (std::uint32_t ordinal = 1; ordinal <= facet.distinct(); ++ordinal) read.emplace_back(facet.value(ordinal));
    EXPECT_EQ(read, std::vector<std::string>(all.begin(), all.end()));
  }
}

// Asks for everything, and takes Failure for damage or version only; the Errc of opening, or nothing.
std::optional<Errc> code_of_reading(std::string_view bytes) {
  try {
    const Columns columns(bytes, "columns");
    try {
      columns.check_all();
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().code, Errc::damaged);
    }
    for (std::uint32_t row = 0; row < columns.rows(); ++row) {
      try {
        (void)columns.row(row);
      } catch (const Failure& failure) {
        EXPECT_EQ(failure.error().code, Errc::damaged);
      }
    }
    for (const auto column : kFacetColumns)
      for (const auto ordinal : {std::uint32_t{0}, std::uint32_t{1}, columns.facet(column).distinct()}) try {
          (void)columns.facet(column).value(ordinal);
        } catch (const Failure& failure) {
          EXPECT_EQ(failure.error().code, Errc::damaged);
        }
    return {};
  } catch (const Failure& failure) {
    EXPECT_TRUE(failure.error().code == Errc::damaged || failure.error().code == Errc::wrong_version);
    return failure.error().code;
  }
}

TEST(Columns, GiveBackWhatANaiveCopyHolds) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const auto rows = random_rows(random, seed == 40 ? 3000 : seed - 1);  // none and one row among them
    const auto bytes = written(rows);
    const Columns columns(bytes, "columns");
    expect_rows(columns, rows);
    expect_dictionaries(columns, rows);
    EXPECT_NO_THROW(columns.check_all());
  }
}

TEST(Columns, DoNotDependOnTheOrderInWhichValuesArrive) {
  ColumnRow first;
  first.id = "a";
  first.content_hash = 1;
  first.values[0] = {"Zeta Post"};
  ColumnRow second = first;
  second.id = "b";
  second.values[0] = {"Alpha Post"};
  const auto bytes = written({first, second});
  const Columns columns(bytes, "columns");
  EXPECT_EQ(columns.facet(ColumnId::outlet).value(1), "Alpha Post");
  EXPECT_EQ(columns.facet(ColumnId::outlet).ordinals(0)[0], 2U);
  EXPECT_EQ(columns.facet(ColumnId::outlet).ordinals(1)[0], 1U);
}

// Archives written today are read by every later version: a change of these bytes is a new kColumnsVersion.
TEST(Columns, BytesOfAFileNeverChange) {
  ColumnRow row;
  row.id = "gazette-1";
  row.content_hash = 42;
  row.day = 19849;
  row.added = 19850;
  for (auto& values : row.values) values = {"value"};
  row.values[1] = {"Harbour Board", "Mara Velden"};
  ColumnsBuilder builder;
  builder.add(row);
  builder.add({});
  const auto bytes = builder.bytes();
  EXPECT_EQ(bytes.substr(0, 8), "NHCOLUMN");
  EXPECT_EQ(checksum(bytes), "092d36a2ac5b11c4");
}

TEST(Columns, RefuseAnotherVersionByName) {
  auto bytes = written({});
  bytes[8] = 1;
  try {
    const Columns columns(bytes, "some/columns");
    FAIL() << "it was read";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().code, Errc::wrong_version);
    EXPECT_NE(failure.error().message.find("some/columns"), std::string::npos);
    EXPECT_NE(failure.error().message.find("version 1"), std::string::npos);
  }
}

TEST(Columns, RefuseEveryTruncation) {
  Random random(7);
  const auto bytes = written(random_rows(random, 12));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    SCOPED_TRACE(size);
    const ExactBytes cut(std::string_view(bytes).substr(0, size));
    const auto code = code_of_reading(cut.view());
    // Up to seven bytes at the end are padding.
    EXPECT_TRUE(code == Errc::damaged || size + 8 > bytes.size());
  }
}

TEST(Columns, AnyByteOfTheHeaderMayBeAnything) {
  Random random(8);
  const auto bytes = written(random_rows(random, 6));
  const std::size_t header = 24 + 24 * (kFacetColumns.size() + 3);
  for (std::size_t at = 0; at < header; ++at) {
    for (const int value : {0x00, 0x01, 0x07, 0x08, 0x7F, 0x80, 0xFF}) {
      SCOPED_TRACE(std::to_string(at) + " is " + std::to_string(value));
      ExactBytes changed(bytes);
      changed[at] = static_cast<char>(value);
      (void)code_of_reading(changed.view());
    }
  }
}

TEST(Columns, FlippedBitsNeverLeadOutsideTheFile) {
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    ExactBytes changed(written(random_rows(random, 5)));
    for (std::size_t flips = 1 + pick(random, 7); flips > 0; --flips)
      changed[pick(random, changed.view().size() - 1)] ^= static_cast<char>(1U << pick(random, 7));
    (void)code_of_reading(changed.view());
  }
}

TEST(Columns, ADayWithoutADateIsDamage) {
  for (const auto& [day, is_sound] : std::vector<std::pair<Day, bool>>{
           {kNoDay, true}, {kFirstDay, true}, {kLastDay, true}, {kFirstDay - 1, false}, {kLastDay + 1, false}}) {
    ColumnRow row;
    row.id = "a";
    row.day = day;
    const auto bytes = written({row});
    const Columns columns(bytes, "columns");
    if (is_sound) {
      EXPECT_EQ(columns.day(0), day);
      EXPECT_NO_THROW(columns.check_all());
    } else {
      EXPECT_THROW((void)columns.day(0), Failure);
      EXPECT_THROW(columns.check_all(), Failure);
    }
  }
}

TEST(Columns, CheckAllFindsADictionaryOutOfOrder) {
  ColumnRow row;
  row.id = "a";
  row.content_hash = 1;
  row.values[1] = {"aaaa", "bbbb"};
  auto bytes = written({row});
  const auto at = bytes.find("aaaabbbb");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 'z';
  const Columns columns(bytes, "columns");
  EXPECT_THROW(columns.check_all(), Failure);
}

}  // namespace
}  // namespace newshound::format
