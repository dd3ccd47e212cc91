// --tz and --now -> the day that relative dates count from.
#include "searcher/cli/clock.h"

#include "indexer/format/program/day_text.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace newshound::search_cli {
namespace {

constexpr std::int64_t kLateEvening = 1715038200;  // 2024-05-06T23:30:00Z

struct ClockCase {
  std::string zone;
  std::string now;
  std::string day;
};

TEST(Clock, TodayFollowsZoneAndNow) {
  const ClockCase cases[] = {
      {"UTC", "", "2024-05-06"},
      {"Z", "", "2024-05-06"},
      {"+02:00", "", "2024-05-07"},
      {"+0200", "", "2024-05-07"},
      {"+02", "", "2024-05-07"},
      {"-05:00", "", "2024-05-06"},
      {"+00:29", "", "2024-05-06"},
      {"+00:30", "", "2024-05-07"},
      {"UTC", "1969-12-31", "1969-12-31"},
      {"+02:00", "2024-02-29", "2024-02-29"},
      {"+02:00", "2024-05-06T23:30:00", "2024-05-06"},
      {"+02:00", "2024-05-06T23:30:00Z", "2024-05-07"},
      {"-05:00", "2024-05-06T02:30Z", "2024-05-05"},
      {"UTC", "2024-05-06 00:30:15.250+02:00", "2024-05-05"},
      {"UTC", "1970-01-01T00:30:00+01:00", "1969-12-31"},
  };
  for (const auto& test : cases) {
    const auto day = today(test.zone, test.now, kLateEvening);
    ASSERT_TRUE(day) << test.zone << ' ' << test.now << ": " << day.error().message;
    EXPECT_EQ(program::day_text(*day), test.day) << test.zone << ' ' << test.now;
  }
}

TEST(Clock, NamedZonesGoThroughTheMachinesDatabase) {
  const auto day = today("Asia/Tokyo", "", kLateEvening);
  if (!day) GTEST_SKIP() << "no time zones on this machine";
  EXPECT_EQ(program::day_text(*day), "2024-05-07");
  EXPECT_EQ(program::day_text(*today("America/New_York", "2024-05-07T03:00:00Z", 0)), "2024-05-06");
}

TEST(Clock, TheProcessKeepsItsOwnZone) {
  setenv("TZ", "UTC", 1);
  ASSERT_TRUE(today("Asia/Tokyo", "", 0) || true);
  EXPECT_STREQ(std::getenv("TZ"), "UTC");
  EXPECT_EQ(program::day_text(*today("", "", kLateEvening)), "2024-05-06");
}

TEST(Clock, WhatIsNoZoneOrTimeIsAUsageError) {
  const std::pair<std::string, std::string> cases[] = {
      {"Nowhere/Atlantis", ""},
      {"../../etc/passwd", ""},
      {"/etc/passwd", ""},
      {"+25:00", ""},
      {"+02:60", ""},
      {"+2", ""},
      {"UTC", "tomorrow"},
      {"UTC", "2024-02-30"},
      {"UTC", "2024-05"},
      {"UTC", "2024-05-06T25:00"},
      {"UTC", "2024-05-06T10:00 CET"},
      {"UTC", "2024-05-06x"},
  };
  for (const auto& [zone, now] : cases) {
    const auto day = today(zone, now, kLateEvening);
    ASSERT_FALSE(day) << zone << ' ' << now;
    EXPECT_EQ(day.error().code, Errc::usage);
    EXPECT_FALSE(day.error().hint.empty());
  }
}

}  // namespace
}  // namespace newshound::search_cli
