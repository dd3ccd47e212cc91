// The text of the article on a page: what belongs to it and what stands beside it.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/reading/html_pages.h"

namespace newshound::reading {
namespace {

std::string with_beside(const std::string& beside) { return "<body><main>" + story() + beside + "</main></body>"; }

TEST(HtmlText, WhatStandsBesideTheArticleIsDropped) {
  const std::vector<std::pair<const char*, std::string>> table = {
      {"navigation", "<nav><ul><li><a href=/a>Island</a></li><li><a href=/b>Weather</a></li></ul></nav>"},
      {"aside", "<aside>" + paragraph(kSecond) + "</aside>"},
      {"caption", "<figure><img src=x><figcaption>" + std::string(kFirst) + "</figcaption></figure>"},
      {"caption by class", "<div class=\"imageCaption\">" + paragraph(kFirst) + "</div>"},
      {"caption by alt text", "<p><img alt=\"The ferry  at the pier\"><em>The ferry at the pier</em></p>"},
      {"comments", "<div id=comments>" + paragraph(kFirst) + paragraph(kSecond) + "</div>"},
      {"sharing", "<ul class=\"post-share\"><li>Send it to a friend</li></ul>"},
      {"camel case", "<div class=\"RelatedArticles-list\">" + paragraph(kFirst) + "</div>"},
      {"cookies", "<div class=\"cookie_notice\">" + paragraph(kFirst) + "</div>"},
      {"role", "<div role=complementary>" + paragraph(kFirst) + "</div>"},
      {"hidden",
       "<div hidden>" + paragraph(kFirst) + "</div><p style=\"display: none\">" + std::string(kSecond) + "</p>"},
      {"script and style", "<script>var ferry = 'goat';</script><style>p { color: red }</style>"},
      {"form", "<label>Your name</label><button>Send</button><textarea>Write here</textarea>"},
      {"link to the own site", "<p><a href=/goats>Goats on other islands</a></p>"},
      {"call", "<p>Sign up for the Harbour Gazette's weekly letter about goats.</p>"},
      {"label", "<p>Advertisement</p>"},
      {"list of other articles", "<h3>More from the island</h3><ul><li>Goat <a href=/1>seen again</a></li></ul>"},
      {"byline", "<p>By Mara Velden</p>"},
      {"time", "<p>Updated: May 6, 2024, 9:30 a.m. CET</p>"},
      {"heading over nothing", "<h2>What comes next</h2>"},
      {"appeal at the end", "<p>If the goat moves you, follow the Gazette on Twitter for more of it.</p>"},
  };
  for (const auto& [name, beside] : table) {
    SCOPED_TRACE(name);
    EXPECT_EQ(body_of(with_beside(beside)), story_text());
  }
}

TEST(HtmlText, WhatTheArticleTellsIsKept) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"<h2>The goat</h2>" + paragraph(kSecond), "The goat\n\n" + std::string(kSecond)},
      {"<ul><li>One goat</li><li>Forty people</li></ul>", "One goat\n\nForty people"},
      {"<blockquote><p>It never looked back.</p></blockquote>", "It never looked back."},
      {"<p>Line one<br>line two<br><br>Line three</p>", "Line one\nline two\n\nLine three"},
      {"<p>The <b>goat</b>, <a href=/g>it seems</a>, can<i>not</i> swim.</p>", "The goat, it seems, cannot swim."},
      {"<p><a href=\"https://goats.example/\">All goats of the coast</a></p>", "All goats of the coast"},
      {"<table><tr><th>Boat</th><th>Goats</th></tr><tr><td>Heron</td><td>1</td></tr></table>", "Boat Goats\n\nHeron 1"},
      {"<div class=\"social-embed\"><blockquote>Goat ahoy, wrote the pilot.</blockquote></div>",
       "Goat ahoy, wrote the pilot."},
      {"<p>Copyright of the goat's portrait lies with the island.</p>",
       "Copyright of the goat's portrait lies with the island."},
      {"<p>\u201cGoat ahoy,\u201d the pilot wrote on Twitter.</p>",
       "\u201cGoat ahoy,\u201d the pilot wrote on Twitter."},
      {"<p>A subscription to the ferry will follow.</p>", "A subscription to the ferry will follow."},
      {"<p>4:14 p.m.</p><p>The goat is back.</p>", "4:14 p.m.\n\nThe goat is back."},
      {"<div class=\"overflow-hidden field-label-hidden\"><p>The goat is well.</p></div>", "The goat is well."},
      {"<div class=\"text-with-sidebar\"><p>The goat is well.</p></div>", "The goat is well."},
      {"<div class=\"tag-newsletter has-sidebar\"><p>The goat is well.</p></div>", "The goat is well."},
  };
  for (const auto& [more, text] : table) {
    SCOPED_TRACE(more);
    EXPECT_EQ(body_of("<link rel=canonical href=\"https://gazette.example/ferry\">" + with_beside(more)),
              story_text() + "\n\n" + text);
  }
}

TEST(HtmlText, TeasersOfOtherArticlesAreNotTheArticle) {
  std::string page =
      "<body><section><article><h1>Ferry resumes service</h1>" + story() + "</article></section><section>";
  for (int i = 0; i < 12; ++i)
    page +=
        "<article><h3><a href=/x>Another island</a></h3><p>In other news the lighthouse keeper has counted all the "
        "gulls "
        "on the northern cliff, twice.</p></article>";
  EXPECT_EQ(body_of(page + "</section></body>"), story_text());
}

TEST(HtmlText, HeadlineAndWhatStandsBeforeItAreNoBody) {
  EXPECT_EQ(body_of("<title>Ferry resumes service</title><div><p>Island news</p><h1>Ferry resumes service</h1>" +
                    story() + "</div>"),
            story_text());
}

TEST(HtmlText, MissingClosingTagsAreMended) {
  EXPECT_EQ(body_of("<html><body><div class=story><p>" + std::string(kFirst) + "<p>" + std::string(kSecond) + "<p>" +
                    std::string(kThird)),
            story_text());
}

TEST(HtmlText, PageCutInTheMiddleGivesWhatIsThere) {
  const auto page = page_with("<title>Ferry</title>");
  const auto cut = page.find("quieter");
  const auto text = story_text();
  EXPECT_EQ(body_of(page.substr(0, cut)), text.substr(0, text.find(" quieter")));
}

TEST(HtmlText, ArticleInsideAnElementThatSaysItIsNoneIsFoundAllTheSame) {
  EXPECT_EQ(body_of("<body><div class=\"sidebar-layout\">" + story() + "</div></body>"), story_text());
}

TEST(HtmlText, ClassWordsAroundTheArticleAreWrongAndThoseInsideRight) {
  EXPECT_EQ(body_of("<body><div id=__next><div class=\"page-modal-enabled\">" + story() + "<div class=related>" +
                    paragraph(kFirst) + "</div></div></div></body>"),
            story_text());
}

TEST(HtmlText, CommentsLongerThanTheArticleAreNotTheArticle) {
  std::string comments = "<div id=comments>";
  for (int i = 0; i < 40; ++i) comments += paragraph(kSecond);
  const std::string longer =
      story() + "<p>It will sail twice a day until the autumn, weather and goat permitting.</p>" + paragraph(kFirst);
  EXPECT_TRUE(body_of("<body><div>" + longer + "</div>" + comments + "</div></body>").ends_with(kFirst));
}

TEST(HtmlText, ArticleThatAScriptWouldShowIsFound) {
  EXPECT_EQ(body_of("<body><nav><p>Island</p></nav><div style='visibility:hidden'>" + story() + "</div></body>"),
            story_text());
}

TEST(HtmlText, PageWithoutProseIsItsArticleElement) {
  const std::string results = "<h1>Regatta</h1><p>Heron 4</p><p>Gull 3</p><p>Goat, hors concours</p>";
  const std::string around = "<p>Island weather: rain in the west.</p>";
  EXPECT_EQ(body_of("<body>" + around + "<article>" + results + "</article></body>"),
            "Heron 4\n\nGull 3\n\nGoat, hors concours");
  EXPECT_EQ(body_of("<body>" + around + "<div class=entry-content>" + results + "</div></body>"),
            "Heron 4\n\nGull 3\n\nGoat, hors concours");
}

TEST(HtmlText, BodyThatOnlyJsonLdHasWholeIsTakenFromThere) {
  const std::string whole = std::string(kFirst) + "\\n\\n" + std::string(kSecond) + "\\n" + std::string(kThird);
  const auto script = json_ld(R"({"@type":"NewsArticle","headline":"Ferry","articleBody":")" + whole + "\"}");
  const auto teaser = paragraph("The harbour ferry resumed service on Monday after a winter of repairs.");
  EXPECT_EQ(body_of(script + teaser), story_text());
  EXPECT_EQ(body_of(script + story()), story_text());
  const auto cut = json_ld(R"({"@type":"NewsArticle","headline":"Ferry","articleBody":")" + whole + " and...\"}");
  EXPECT_EQ(body_of(cut + teaser), "The harbour ferry resumed service on Monday after a winter of repairs.");
}

TEST(HtmlText, StatedBodyOfHtmlLosesItsTags) {
  EXPECT_EQ(
      body_of(json_ld(R"({"@type":"NewsArticle","headline":"Ferry","articleBody":"&lt;p&gt;)" + std::string(kFirst) +
                      "&lt;/p&gt;&lt;p&gt;" + std::string(kSecond) + "&lt;/p&gt;" + std::string(kThird) + "\"}") +
              "<p>Read it in the app.</p>"),
      story_text());
}

TEST(HtmlText, SpacesOfEveryKindAreOneAndInvisibleCharactersNone) {
  const std::string odd = "The\u00a0 harbour\n\t ferry\u3000runs, the coun\u00adcil\u200b says.";
  EXPECT_EQ(body_of(with_beside(paragraph(odd))), story_text() + "\n\nThe harbour ferry runs, the council says.");
}

TEST(HtmlText, CdataIsItsText) {
  EXPECT_EQ(body_of(with_beside("<p><![CDATA[The goat & the ferry]]></p>")), story_text() + "\n\nThe goat & the ferry");
}

}  // namespace
}  // namespace newshound::reading
