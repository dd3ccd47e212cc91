// Title, outlet, date, byline, section, url and language of a page, with standing and evidence.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/url_date.h"
#include "tests/reading/html_pages.h"

namespace newshound::reading {
namespace {

Article article_of(std::string_view head, PageOrigin origin = {}) { return parsed(page_with(head), origin).article; }

TEST(HtmlMetadata, JsonLdGivesEverything) {
  const auto article = article_of(json_ld(R"({
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry resumes service",
    "datePublished": "2024-05-06T09:30:00+02:00", "dateModified": "2024-05-07T10:00:00+02:00",
    "author": {"@type": "Person", "name": "Mara Velden"}, "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
    "articleSection": ["Island", "Ferries"], "inLanguage": "en-GB", "url": "https://gazette.example/ferry"})"));
  EXPECT_EQ(article.title, "Ferry resumes service");
  EXPECT_EQ(shown(article.outlet), "Harbour Gazette [given: JSON-LD publisher]");
  EXPECT_EQ(shown(article.published), "2024-05-06T09:30:00+02:00 [given: JSON-LD datePublished]");
  EXPECT_EQ(shown(article.byline), "Mara Velden [given: JSON-LD author]");
  EXPECT_EQ(shown(article.section), "Island [given: JSON-LD articleSection]");
  EXPECT_EQ(shown(article.language), "en-GB [given: JSON-LD inLanguage]");
  EXPECT_EQ(shown(article.url), "https://gazette.example/ferry [given: JSON-LD url]");
  EXPECT_EQ(article.body, story_text());
}

TEST(HtmlMetadata, JsonLdGraphIsFollowedByItsReferences) {
  const auto article = article_of(json_ld(R"({"@graph": [
    {"@type": "Organization", "@id": "#us", "name": "Harbour Gazette"},
    {"@type": "WebPage", "@id": "#page", "name": "Not the headline"},
    {"@type": ["Article", "NewsArticle"], "@id": "#a", "headline": "Ferry resumes", "publisher": {"@id": "#us"},
     "author": [{"@id": "#mara"}, {"name": "Tom Reed"}, "https://social.example/tom"]},
    {"@type": "Person", "@id": "#mara", "name": "Mara Velden"}]})"));
  EXPECT_EQ(article.title, "Ferry resumes");
  EXPECT_EQ(article.outlet.value, "Harbour Gazette");
  EXPECT_EQ(article.byline.value, "Mara Velden, Tom Reed");
}

TEST(HtmlMetadata, JsonLdArraysAndSeveralScriptsAreOnePage) {
  const auto article = article_of(
      json_ld(R"([{"@type": "BreadcrumbList"}, {"@type": "WebSite", "name": "The site"}])") +
      json_ld(R"([{"@type": "Article", "headline": "An older type"}, {"@type": "NewsArticle", "headline": "Ferry"}])"));
  EXPECT_EQ(article.title, "Ferry");
}

TEST(HtmlMetadata, FirstOfSeveralArticlesIsThePage) {
  const auto article = article_of(
      json_ld(R"([{"@type": "NewsArticle", "headline": "Ferry"}, {"@type": "NewsArticle", "headline": "Goat"}])"));
  EXPECT_EQ(article.title, "Ferry");
}

TEST(HtmlMetadata, JsonLdThatIsNotQuiteJsonIsReadAllTheSame) {
  for (const auto& wrapped : {std::string("<!-- JSON -->"), std::string("//<![CDATA[\n"), std::string("/* x */")}) {
    SCOPED_TRACE(wrapped);
    const auto article =
        article_of(json_ld(wrapped + "{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\n resumes\"} ;\n//]]>"));
    EXPECT_EQ(article.title, "Ferry resumes");
  }
}

TEST(HtmlMetadata, JsonLdThatIsNoJsonIsNoEvidence) {
  const auto article = article_of("<title>Ferry</title>" + json_ld("{\"@type\": \"NewsArticle\", \"headline\": }"));
  EXPECT_EQ(article.title, "Ferry");
}

TEST(HtmlMetadata, ReferencesEscapedTwiceAreResolved) {
  const auto article =
      article_of(json_ld(R"({"@type":"NewsArticle","headline":"Velden &amp; Sons&#8217; ferry &#x1f410; &x;"})"));
  EXPECT_EQ(article.title, "Velden & Sons\u2019 ferry \U0001f410 &x;");
}

TEST(HtmlMetadata, OpenGraphAlone) {
  const auto article = article_of(
      "<meta property=og:title content='Ferry resumes | Harbour Gazette'><meta property=og:site_name content='Harbour "
      "Gazette'>"
      "<meta property=og:url content=https://gazette.example/ferry><meta property=og:locale content=en_GB>"
      "<meta property=article:published_time content=2024-05-06T22:30:00-05:00><meta property=article:section "
      "content=Island>"
      "<meta name=author content='By Mara Velden'>");
  EXPECT_EQ(article.title, "Ferry resumes");
  EXPECT_EQ(shown(article.outlet), "Harbour Gazette [given: og:site_name]");
  EXPECT_EQ(shown(article.published), "2024-05-06T22:30:00-05:00 [given: meta article:published_time]");
  EXPECT_EQ(shown(article.url), "https://gazette.example/ferry [given: og:url]");
  EXPECT_EQ(shown(article.language), "en-GB [given: meta og:locale]");
  EXPECT_EQ(shown(article.section), "Island [given: meta article:section]");
  EXPECT_EQ(shown(article.byline), "Mara Velden [given: meta author]");
}

TEST(HtmlMetadata, BarePageKnowsItsTitleAndNothingElse) {
  const auto article = article_of("<title>Ferry resumes - A Site Nobody Knows</title>");
  EXPECT_EQ(article.title, "Ferry resumes - A Site Nobody Knows");
  for (const auto* field :
       {&article.outlet, &article.published, &article.byline, &article.section, &article.url, &article.language})
    EXPECT_EQ(shown(*field), "unknown");
}

TEST(HtmlMetadata, OutletFromTheFirstEvidenceThatHolds) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {json_ld(R"({"@type":"NewsArticle","publisher":"Harbour Gazette"})") +
           "<meta property=og:site_name content=Other>",
       "Harbour Gazette [given: JSON-LD publisher]"},
      {json_ld(R"({"@type":"NewsArticle","publisher":{"name":"Blogger"}})") +
           "<meta property=og:site_name content=Gazette>",
       "Gazette [given: og:site_name]"},
      {"<link rel=canonical href=https://edition.cnn.com/2024/ferry><title>Ferry - Rolling Stone</title>",
       "CNN [derived: host edition.cnn.com]"},
      {"<link rel=canonical href=https://cnn.blogspot.com/ferry>", "unknown"},
      {"<link rel=canonical href=https://nobody.example/ferry><title>Ferry | Rolling Stone</title>",
       "Rolling Stone [stated: page title suffix]"},
      {"<title>Ferry - Harbour Gazette of Nowhere</title>", "unknown"},
      {"<title>Rolling Stone</title>", "unknown"},
  };
  for (const auto& [head, outlet] : table) {
    SCOPED_TRACE(head);
    EXPECT_EQ(shown(article_of(head).outlet), outlet);
  }
}

TEST(HtmlMetadata, DateFromTheFirstEvidenceThatHolds) {
  const std::string link = "<link rel=canonical href=https://gazette.example/2024/05/06/ferry>";
  const std::string modified = "<meta property=article:modified_time content=2024-06-01>";
  const std::vector<std::pair<std::string, std::string>> table = {
      {json_ld(R"({"@type":"NewsArticle","datePublished":"2024-05-05"})") + link +
           "<meta property=article:published_time content=2024-05-04>",
       "2024-05-05 [given: JSON-LD datePublished]"},
      {json_ld(R"({"@type":"NewsArticle","datePublished":"last Monday"})") + "<meta name=pubdate content=2024-05-04>" +
           link,
       "2024-05-04 [given: meta pubdate]"},
      {json_ld(R"({"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"})") + link,
       "2024-05-06 [derived: url]"},
      {json_ld(R"({"@type":"NewsArticle","datePublished":"last Monday"})"),
       "last Monday [given: JSON-LD datePublished]"},
      {modified, "unknown"},
      {json_ld(R"({"@type":"NewsArticle","dateModified":"2024-06-01"})"), "unknown"},
  };
  for (const auto& [head, date] : table) {
    SCOPED_TRACE(head);
    EXPECT_EQ(shown(article_of(head).published), date);
  }
}

TEST(HtmlMetadata, TimeBesideTheHeadlineIsItsDateAndThatOfATeaserIsNot) {
  const std::string teaser = "<ul><li><time datetime=2020-01-01>old</time></li></ul>";
  const auto dated = parsed("<body>" + teaser +
                            "<article><header><h1>Ferry</h1><div><time datetime=2024-05-06T09:30+02:00>Monday</time>"
                            "<time datetime=2024-05-07>Tuesday</time></div></header>" +
                            story() + "</article></body>");
  EXPECT_EQ(shown(dated.article.published), "2024-05-06T09:30+02:00 [stated: <time>]");
  const auto undated = parsed("<body>" + teaser + "<div><div><div><div><article><h1>Ferry</h1>" + story() +
                              "</article></div></div></div></div></body>");
  EXPECT_EQ(shown(undated.article.published), "unknown");
}

TEST(HtmlMetadata, MicrodataDatesThePage) {
  const auto page = parsed("<div><span itemprop=datePublished content=2024-05-06>6 May</span>" + story() + "</div>");
  EXPECT_EQ(shown(page.article.published), "2024-05-06 [given: meta datepublished]");
}

TEST(HtmlMetadata, UrlIsThatOfTheArticleAndNotOfTheFrontPage) {
  const auto front = article_of(
      "<link rel=canonical href=https://gazette.example/><meta property=og:url content=https://gazette.example/a>");
  EXPECT_EQ(shown(front.url), "https://gazette.example/a [given: og:url]");
  EXPECT_EQ(shown(article_of("<link rel=canonical href=/relative>").url), "unknown");
  const auto fetched =
      article_of("<link rel=canonical href=https://gazette.example/b>", {.url = "https://gazette.example/b?x=1"});
  EXPECT_EQ(shown(fetched.url), "https://gazette.example/b?x=1 [given: where it was fetched]");
}

TEST(HtmlMetadata, TitleLosesTheOutletAndOnlyThat) {
  const std::string site = "<meta property=og:site_name content='Harbour Gazette'>";
  EXPECT_EQ(article_of(site + "<title>Ferry - and goat - HARBOUR GAZETTE</title>").title, "Ferry - and goat");
  EXPECT_EQ(article_of(site + "<title>Ferry - and goat</title>").title, "Ferry - and goat");
  const std::string long_headline =
      "The harbour ferry resumed service on Monday after a winter of repairs and quarrels";
  EXPECT_EQ(parsed(json_ld(R"({"@type":"NewsArticle","headline":")" + long_headline.substr(0, 65) + "\"}") + "<h1>" +
                   long_headline + "</h1>" + story())
                .article.title,
            long_headline);
}

TEST(HtmlMetadata, LanguageOfTheTagAndNoTemplate) {
  EXPECT_EQ(shown(parsed(page_with("", "lang=fr-CA")).article.language), "fr-CA [given: <html lang>]");
  EXPECT_EQ(shown(parsed(page_with("", "lang='{{lang}}'")).article.language), "unknown");
}

TEST(UrlDate, IsTheDayThatTheAddressNames) {
  const std::vector<std::pair<const char*, const char*>> table = {
      {"https://g.example/2024/05/06/ferry", "2024-05-06"},
      {"https://g.example/news/2024/may/06/ferry", "2024-05-06"},
      {"https://g.example/2024-05-06-ferry.html", "2024-05-06"},
      {"https://g.example/ferry-2024-5-6", "2024-05-06"},
      {"https://g.example/20240506/ferry", "2024-05-06"},
      {"https://g.example/2024/05/ferry", ""},
      {"https://g.example/2024/13/06/ferry", ""},
      {"https://g.example/2023/02/29/ferry", ""},
      {"https://g.example/ferry?date=2024/05/06", ""},
      {"https://g.example/12345678/ferry", ""},
      {"https://2024.05.06.example/ferry", ""},
      {"https://g.example", ""},
      {"", ""},
  };
  for (const auto& [url, date] : table) EXPECT_EQ(date_of_url(url), date) << url;
}

}  // namespace
}  // namespace newshound::reading
