#include "indexer/understanding/outlet_lexicon.h"
#include "indexer/understanding/registrable_host.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/format/analysis.h"

namespace newshound::understanding {
namespace {

TEST(OutletLexicon, NamesAliasesAndHostsLeadToTheOutlet) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"Rolling Stone", "Rolling Stone"},
      {"  rolling   STONE ", "Rolling Stone"},
      {"RollingStone.com", "Rolling Stone"},
      {"NYT", "The New York Times"},
      {"New York Times - Opinion", "The New York Times"},
      {"www.nytimes.com", "The New York Times"},
      {"CNN (Web News)", "CNN"},
      {"edition.cnn.com", "CNN"},
      {"some.desk.cnn.com", "CNN"},
      {"Associated Press", "Associated Press"},
      {"AP", "Associated Press"},
      {"guardian", "The Guardian"},
      {"bbc news", "BBC News"},
      {"Reuters", "Reuters"},
      {"Variety", "Variety"},
      {"ABC News", "ABC News"},
      {"www.abc.net.au", "ABC News (Australia)"},
      {"El Pais", "El País"},
      {"Clarin", "Clarín"},
      {"Harbour Gazette", ""},
      {"cnn.com.example", ""},
      {"notcnn.com", ""},
      {"com", ""},
      {"CNN reports", ""},
      {"", ""},
  };
  for (const auto& [given, expected] : table) {
    const auto* outlet = find_outlet(given);
    EXPECT_EQ(outlet ? std::string(outlet->name) : "", expected) << given;
  }
}

TEST(OutletLexicon, EveryWayToWriteAnOutletIsListed) {
  const auto names = outlet_names("cnn");
  for (const auto* wanted : {"CNN", "CNN (Web News)", "cnn.com"})
    EXPECT_NE(std::find(names.begin(), names.end(), wanted), names.end()) << wanted;
  EXPECT_EQ(names.front(), "CNN");
  EXPECT_EQ(outlet_names("www.cnn.com"), names);
  EXPECT_TRUE(outlet_names("Harbour Gazette").empty());
}

TEST(OutletLexicon, HostBelongsToTheOutletOfTheHostThatSomebodyRegistered) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"cnn.com", "CNN"},
      {"edition.cnn.com", "CNN"},
      {"WWW.BBC.CO.UK", "BBC News"},
      {"cnn.com.example", ""},
      {"cnn.blogspot.com", ""},
      {"co.uk", ""},
      {"CNN", ""},
      {"cnn.com/world", ""},
      {"", ""},
  };
  for (const auto& [host, expected] : table) {
    const auto* outlet = find_outlet_by_host(host);
    EXPECT_EQ(outlet ? std::string(outlet->name) : "", expected) << host;
  }
}

TEST(RegistrableHost, EndsAtThePublicSuffix) {
  EXPECT_EQ(registrable_host("edition.gazette.co.uk"), "gazette.co.uk");
  EXPECT_EQ(registrable_host("News.Gazette.com"), "gazette.com");
  EXPECT_EQ(registrable_host("ferry.blogspot.com"), "ferry.blogspot.com");
  for (const auto* none : {"co.uk", "com", "", "a b.com", "gazette.com/x", "gäzette.de"})
    EXPECT_EQ(registrable_host(none), "") << none;
  EXPECT_EQ(registrable_host(std::string(300, 'a') + ".com"), "");
}

TEST(OutletLexicon, NoNameStandsForTwoOutlets) {
  std::map<std::string, std::string_view> seen;
  ASSERT_GT(outlets().size(), 150U);
  for (const auto& outlet : outlets()) {
    std::vector<std::string_view> names{outlet.name};
    names.insert(names.end(), outlet.aliases.begin(), outlet.aliases.end());
    names.insert(names.end(), outlet.hosts.begin(), outlet.hosts.end());
    for (const auto name : names) {
      const auto [place, fresh] = seen.emplace(format::fold_value(name), outlet.name);
      EXPECT_TRUE(fresh || place->second == outlet.name) << name << ": " << place->second << " and " << outlet.name;
      EXPECT_EQ(find_outlet(name), &outlet) << name;
    }
  }
}

TEST(OutletLexicon, HostsAreHosts) {
  for (const auto& outlet : outlets())
    for (const auto host : outlet.hosts) {
      EXPECT_NE(host.find('.'), std::string_view::npos) << host;
      EXPECT_EQ(host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-"), std::string_view::npos) << host;
      EXPECT_FALSE(host.starts_with("www.")) << host;
    }
}

}  // namespace
}  // namespace newshound::understanding
