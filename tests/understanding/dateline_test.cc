#include "indexer/understanding/dateline.h"

#include <gtest/gtest.h>

#include "indexer/understanding/understand.h"

namespace newshound::understanding {
namespace {

TEST(Dateline, StandsAtTheHeadWithItsSourceInBrackets) {
  struct Row {
    const char* body;
    const char* place;
    const char* source;
  };
  for (const auto& [body, place, source] :
       {Row{"PORT LISSEN, Jan 2 (Reuters) - The ferry sailed.", "PORT LISSEN, Jan 2", "Reuters"},
        Row{"\n (CNN) — The ferry sailed.", "", "CNN"}, Row{"LISSEN (AP) -- The ferry", "LISSEN", "AP"},
        Row{"The ferry (it is old) sailed.", "", ""}, Row{"\"No\" (she said) - and left", "", ""},
        Row{"It sailed. Nobody (AP) - came", "", ""}, Row{"LISSEN () - The ferry", "", ""}, Row{"", "", ""}}) {
    const auto dateline = find_dateline(body);
    EXPECT_EQ(dateline ? dateline->place : "", place) << body;
    EXPECT_EQ(dateline ? dateline->source : "", source) << body;
  }
}

Article understood(const char* body, const char* url = "") {
  Article article;
  article.title = "Ferry sails";
  article.body = body;
  article.url = url;
  understand(article);
  return article;
}

TEST(Understand, AnAgencyIsNoOutlet) {
  const auto article = understood("LISSEN (AP) - The ferry sailed.");
  EXPECT_EQ(article.agency.value, "Associated Press");
  EXPECT_EQ(article.agency.evidence, "dateline");
  EXPECT_FALSE(article.outlet.known());
}

TEST(Understand, TheOutletIsFoundByTheFirstEvidenceThatHolds) {
  EXPECT_EQ(understood("(CNN) - The ferry sailed.").outlet.value, "CNN");
  const auto by_host = understood("The ferry sailed, CNN reports.\n\n© 2015 Variety", "https://www.bbc.co.uk/1");
  EXPECT_EQ(by_host.outlet.value, "BBC News");
  EXPECT_EQ(by_host.outlet.standing, Standing::derived);
  const auto by_owner = understood("The ferry sailed.\n\nCopyright © 2014-2015 Variety. All rights reserved.\n");
  EXPECT_EQ(by_owner.outlet.value, "Variety");
  EXPECT_EQ(by_owner.outlet.evidence, "copyright line");
  EXPECT_FALSE(understood("The ferry sailed, Variety reports.").outlet.known());
  EXPECT_FALSE(understood("The ferry sailed.\n\n© 2015 Harbour Nobody", "https://example.org/1").outlet.known());
}

TEST(Understand, AByLineOfAnAgencyNamesIt) {
  Article article;
  article.body = "The ferry sailed.";
  article.byline = "The Associated Press";
  understand(article);
  EXPECT_EQ(article.agency.value, "Associated Press");
  EXPECT_EQ(article.byline.value, "The Associated Press");
}

}  // namespace
}  // namespace newshound::understanding
