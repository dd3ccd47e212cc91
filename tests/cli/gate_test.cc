// The lines of a gate.
#include "indexer/cli/gate.h"

#include <gtest/gtest.h>

namespace newshound::index_cli {
namespace {

TEST(Gate, LinesAreSearchesAndCounts) {
  const auto gate = parse_gate(
      "# first\n\nharbour ferry\tgazette-1\r\n  outlet:x \t id with space \ncount-drop 10%\n"
      "count-drop Harbour Gazette 2.5%\ncount-drop is a query\tx\n",
      "g.tsv");
  ASSERT_TRUE(gate) << gate.error().message;
  ASSERT_EQ(gate->lines.size(), 5U);
  EXPECT_EQ(gate->lines[0].line, 3U);
  EXPECT_EQ(gate->lines[0].query, "harbour ferry");
  EXPECT_EQ(gate->lines[0].id, "gazette-1");
  EXPECT_EQ(gate->lines[0].text, "harbour ferry\tgazette-1");
  EXPECT_EQ(gate->lines[1].query, "outlet:x");
  EXPECT_EQ(gate->lines[1].id, "id with space");
  EXPECT_TRUE(gate->lines[2].query.empty());
  EXPECT_TRUE(gate->lines[2].outlet.empty());
  EXPECT_EQ(gate->lines[2].percent, 10);
  EXPECT_EQ(gate->lines[3].outlet, "Harbour Gazette");
  EXPECT_EQ(gate->lines[3].percent, 2.5);
  EXPECT_EQ(gate->lines[4].query, "count-drop is a query");
}

TEST(Gate, AWrongLineIsNamed) {
  const struct {
    const char* text;
    const char* message;
  } rows[] = {
      {"ferry gazette-1", "g.tsv:1: it has no tab"},
      {"# x\n\tgazette-1", "g.tsv:2: its query or its id is empty"},
      {"ferry\t", "g.tsv:1: its query or its id is empty"},
      {"count-drop", "g.tsv:1: count-drop needs a share from 0% to 100% at its end"},
      {"count-drop 10", "g.tsv:1: count-drop needs a share from 0% to 100% at its end"},
      {"count-drop 101%", "g.tsv:1: count-drop needs a share from 0% to 100% at its end"},
      {"count-drop -1%", "g.tsv:1: count-drop needs a share from 0% to 100% at its end"},
      {"count-drops 10%", "g.tsv:1: it has no tab"},
      {"count-drop\t10%", "g.tsv:1: count-drop takes spaces, no tab: write `count-drop 10%`"},
      {"count-drop Hill Courier\t2%", "g.tsv:1: count-drop takes spaces, no tab: write `count-drop Hill Courier 2%`"},
  };
  for (const auto& row : rows) {
    const auto gate = parse_gate(row.text, "g.tsv");
    ASSERT_FALSE(gate) << row.text;
    EXPECT_EQ(gate.error().code, Errc::usage);
    EXPECT_EQ(gate.error().message, row.message);
  }
}

}  // namespace
}  // namespace newshound::index_cli
