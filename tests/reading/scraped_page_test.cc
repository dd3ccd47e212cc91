// Pages as scrapers leave them: which lines are the article's, and what the others tell. All invented.
#include "indexer/reading/scraped_page.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "indexer/format/dates.h"
#include "indexer/reading/page_lines.h"
#include "indexer/reading/text_dates.h"

namespace newshound::reading {
namespace {

const char* const kPage =
    "Lissen Imposes Ferry Tax After Harbour Strike - Rolling Stone\n"
    "Home Culture Culture News\n"
    "\n"
    "Lissen Council Imposes Tax On Every Ferry Following Harbour Strike\n"
    "\n"
    "Council “raises the price of quiet” for crews and their key suppliers\n"
    "\n"
    "By Mara Velden\n"
    "\n"
    "Arrondel, Velden, The Lantern\n"
    "\n"
    "Mayor Piet Arrondel holds a meeting about the strike at the Lantern House on March 4, 2014 in Lissen.\n"
    "\n"
    "Ilse Korvath/WireImage\n"
    "\n"
    "After the strike the council promised an answer, and on Friday it gave one that few had asked for.\n"
    "\n"
    "The tax will end on May 1, 2030, Variety reports. Crews had struck since February 11, 2014.\n"
    "\n"
    "\n"
    "Powered by\n"
    "Arrow Created with Sketch. Plus Created with Sketch.\n";

using Reasons = std::map<std::uint64_t, std::string>;

Reasons reasons(const Article& article) {
  Reasons reasons;
  for (const auto& dropped : article.dropped) reasons[dropped.line] = dropped.reason;
  return reasons;
}

TEST(ScrapedPage, KnowsTheArticleFromWhatStandsAroundIt) {
  const auto article = parse_scraped_text(kPage);
  EXPECT_EQ(article.title, "Lissen Council Imposes Tax On Every Ferry Following Harbour Strike");
  EXPECT_EQ(article.subtitle.value, "Council “raises the price of quiet” for crews and their key suppliers");
  EXPECT_EQ(article.outlet.value, "Rolling Stone");  // Variety is only cited
  EXPECT_EQ(article.section.value, "Culture / Culture News");
  EXPECT_EQ(article.section.standing, Standing::derived);
  EXPECT_EQ(article.byline.value, "Mara Velden");
  EXPECT_EQ(article.byline.evidence, "byline, line 8");
  EXPECT_TRUE(article.body.starts_with("After the strike")) << article.body;
  EXPECT_TRUE(article.body.ends_with("February 11, 2014.")) << article.body;
  EXPECT_EQ(reasons(article), (Reasons{{1, "page title"},
                                       {2, "breadcrumb"},
                                       {8, "byline"},
                                       {10, "picture keywords"},
                                       {12, "caption"},
                                       {14, "photo credit"},
                                       {21, "page furniture"},
                                       {22, "page furniture"}}));
}

TEST(ScrapedPage, ADateInTheTextIsABoundAndNotTheDate) {
  const auto article = parse_scraped_text(kPage);
  EXPECT_FALSE(article.published.known());
  ASSERT_TRUE(article.bounds.earliest);
  EXPECT_EQ(format::to_string(*article.bounds.earliest), "2014-03-04");
  EXPECT_FALSE(article.bounds.latest);
  EXPECT_EQ(article.bounds.evidence, "March 4, 2014 in a caption, line 12");
}

TEST(ScrapedPage, ALineWithADateAboveTheTextIsTheDate) {
  for (const char* line : {"March 4, 2014", "Published March 4, 2014", "Posted: 4 March 2014"}) {
    const auto article = parse_scraped_text("Ferry sails\n\n" + std::string(line) + "\n\nIt sailed on May 6, 2013.\n");
    EXPECT_EQ(article.published.standing, Standing::stated) << line;
    EXPECT_EQ(article.bounds, DayBounds()) << line;
    EXPECT_EQ(article.body, "It sailed on May 6, 2013.") << line;
  }
}

TEST(ScrapedPage, AHeadlineThatStandsTwiceIsKeptOnce) {
  const auto article = parse_scraped_text("Ferry sails again\n\nFerry sails again\n\nIt sailed.\n");
  EXPECT_EQ(article.title, "Ferry sails again");
  EXPECT_EQ(article.body, "It sailed.");
  EXPECT_EQ(reasons(article), (Reasons{{1, "page title"}}));
}

// The suffix is no outlet that the lexicon knows: the page title goes, and nothing is guessed.
TEST(ScrapedPage, AHeadlineIsFoundBelowAPageTitleOfAnUnknownOutlet) {
  const auto article = parse_scraped_text(
      "Ferry sails again - Harbour Gazette\nHome > News\n\nFerry Sails Again\n\nPhoto: The ferry.\n\nIt sailed.\n");
  EXPECT_EQ(article.title, "Ferry Sails Again");
  EXPECT_EQ(article.body, "It sailed.");
  EXPECT_FALSE(article.outlet.known());
  EXPECT_EQ(reasons(article), (Reasons{{1, "page title"}, {2, "breadcrumb"}, {6, "photo credit"}}));
}

TEST(ScrapedPage, SentencesAreNeverTakenForFurniture) {
  const std::string body =
      "The ferry that holds the record sailed.\n\nHome is where the harbour is, she said, and it is not far.\n\n"
      "By Monday nothing was left.\n\nShare this with nobody, the letter to the harbour board began, and nobody did.";
  const auto article = parse_scraped_text("Ferry sails\n\n" + body + "\n");
  EXPECT_EQ(article.body, body);
  EXPECT_TRUE(article.dropped.empty());
  EXPECT_FALSE(article.subtitle.known());
}

TEST(PageLines, AreToldByTheirWords) {
  for (const char* line : {"Photo by Piet Arrondel", "Image Source: Flickr (Ilse Korvath)", "Ilse Korvath/WireImage",
                           "(AP Photo/Piet Arrondel)", "Piet Arrondel / Getty Images", "Photo: Harbour Board"})
    EXPECT_TRUE(is_credit(line)) << line;
  for (const char* line : {"Photos of the harbour hang on the wall of every house in this town, wherever you go.",
                           "He ate and/or drank", "The image was blurred."})
    EXPECT_FALSE(is_credit(line)) << line;
  EXPECT_EQ(section_of("Home > World > Asia"), "World / Asia");
  EXPECT_EQ(section_of("Home Sports"), "Sports");
  EXPECT_FALSE(is_breadcrumb("Home of the brave and the tired"));
}

TEST(TextDates, AreThoseOfTheCalendarSpeltOut) {
  struct Row {
    const char* text;
    const char* days;
  };
  for (const auto& [text, days] : {Row{"on March 4, 2014, he", "2014-03-04 "}, Row{"of 4 March 2014.", "2014-03-04 "},
                                   Row{"Mar. 4, 2014 and Sept. 12, 2015", "2014-03-04 2015-09-12 "},
                                   Row{"May 2014", ""}, Row{"March 44, 2014", ""}, Row{"February 30, 2014", ""},
                                   Row{"Marches 4, 2014", ""}, Row{"in May, 2014 people came", ""}}) {
    std::string found;
    for (const auto& date : find_dates(text)) found += format::to_string(date.day) + " ";
    EXPECT_EQ(found, days) << text;
  }
}

}  // namespace
}  // namespace newshound::reading
