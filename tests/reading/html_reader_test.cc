// Pages through the public door: chosen by content, and hostile ones rejected while the rest goes on.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/html_look.h"
#include "indexer/reading/html_tags.h"
#include "tests/reading/html_pages.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(HtmlReader, PageIsOneArticleNamedByItsUrlOrItsFile) {
  const TemporaryFolder folder;
  folder.write("a.html.gz", compress(page_with("<title>Ferry</title>"), Compression::gzip));
  folder.write("b.txt",
               page_with("<link rel=canonical href=https://gazette.example/ferry><meta name=date content=2024-05-06>"));
  const auto all = read_all({folder.path("")});
  EXPECT_EQ(all.order, (Order{"a", "https://gazette.example/ferry"}));
  EXPECT_EQ(all.articles[0].title, "Ferry");
  EXPECT_EQ(all.articles[0].body, story_text());
  EXPECT_EQ(all.articles[0].source, folder.path("a.html.gz"));
  EXPECT_FALSE(all.articles[0].line);
  EXPECT_EQ(all.articles[1].day, 19849);
  EXPECT_TRUE(all.warnings.empty());
}

TEST(HtmlReader, PageIsToldByItsBeginning) {
  for (const std::string beginning :
       {"<!DOCTYPE HTML>", "<html lang=en>", " \n<HEAD>", "<!-- saved -->\n<!doctype html>",
        "<?xml version=\"1.0\"?><!-- x --><!DOCTYPE html PUBLIC \"x\">", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">",
        "\xef\xbb\xbf<body>", "<div class=a>", "<p>", "<meta charset=utf-8>"})
    EXPECT_TRUE(looks_like_html(beginning)) << beginning;
  EXPECT_TRUE(looks_like_html(std::string("\xff\xfe<\0h\0t\0m\0l\0>\0", 14)));
  for (const std::string beginning :
       {"", "<", "Ferry <p>", "{\"a\":\"<p>\"}", "<!DOCTYPE lewis>", "<?xml version=\"1.0\"?><rss>", "<feed>", "<!-- x",
        "<nitf>", "<doc>", "<DOC>", "<< p"})
    EXPECT_FALSE(looks_like_html(beginning)) << beginning;
}

TEST(HtmlReader, FormatCanBeAskedFor) {
  const TemporaryFolder folder;
  const auto path = folder.write("a", "Ferry news<p>" + story());
  EXPECT_EQ(read_all({path}, {.format = InputFormat::html}).articles.at(0).body, "Ferry news\n\n" + story_text());
  const auto page = folder.write("b", page_with("<title>Ferry</title>"));
  EXPECT_TRUE(read_all({page}, {.format = InputFormat::text}).articles.at(0).title.starts_with("<!DOCTYPE html>"));
}

TEST(HtmlReader, CharacterSetThatWasNotDeclaredIsAWarning) {
  const TemporaryFolder folder;
  const auto path = folder.write(
      "a.html",
      "<html><p>Le bac est \xe0 quai depuis f\xe9vrier, o\xf9 il a \xe9t\xe9 r\xe9par\xe9 par les ouvriers du port.");
  const auto all = read_all({path});
  EXPECT_EQ(all.articles.at(0).body, "Le bac est à quai depuis février, où il a été réparé par les ouvriers du port.");
  EXPECT_EQ(all.warnings, (Order{path + ": not UTF-8, read as ISO-8859-1"}));
}

TEST(HtmlReader, BadPagesAreRejectedAndTheRestGoesOn) {
  const TemporaryFolder folder;
  folder.write("a-nesting.html", "<html>" + repeated("<div>", 100000) + std::string(kFirst));
  folder.write(
      "b-attributes.html", "<html><p " + repeated("a", 1) + [] {
        std::string attributes;
        for (int i = 0; i < 300; ++i) attributes += " a" + std::to_string(i) + "=1";
        return attributes;
      }() + ">" + std::string(kFirst));
  folder.write("b-tags.html", "<html>" + story() + repeated("<br>", 300000));
  folder.write("c-nothing.html", "<html><head><title></title></head><body><script>x()</script></body></html>");
  folder.write("d-menu.html",
               "<html><title>Front page</title><nav><a href=/a>Island</a></nav><a href=/b>More</a></html>");
  folder.write("d-not-found.html", "<html><title>404</title><p>Not found.</p></html>");
  folder.write("e-comment.html", "<!-- " + std::string(100, 'x'));
  folder.write("f-long.html", "<html>" + std::string(10 << 20, 'x'));
  folder.write("g-binary.html", std::string("<html>\x01\x02\x03\x04\x05\x06\x0e\x0f\xff\xfe\xfd", 17));
  folder.write("h-good.html", page_with("<title>Ferry</title>"));
  const auto all = read_all({folder.path("")}, {.format = InputFormat::html});
  EXPECT_EQ(all.order, (Order{"!elements nested deeper than 256", "!a tag with more than 256 attributes",
                              "!more than 250000 tags", "!a page without an article", "!a page without an article",
                              "!a page without an article", "!not a page of HTML", "!longer than 9437184 bytes",
                              "!not a text, neither in UTF-8 nor in another character set", "h-good"}));
  EXPECT_EQ(all.rejections[0].source, folder.path("a-nesting.html"));
}

TEST(HtmlReader, LongAttributeAndManyElementsAreHarmless) {
  const std::string picture = "<img src='data:image/png;base64," + std::string(4 << 20, 'A') + "'>";
  EXPECT_EQ(body_of("<html><body>" + picture + story() + "</body></html>"), story_text());
  EXPECT_EQ(body_of("<html><body>" + story() + repeated("<br><i></i>", 80000) + "</body></html>"), story_text());
}

TEST(HtmlReader, EntitiesOfThePageAreNotExpandedAndNothingIsFetched) {
  const auto body =
      body_of("<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><html><body>" +
              story() + "<p>It was &b; and &a; &amp; &eacute;&#233;&#0;&#xD800;&#x110000; so.</p></body></html>");
  EXPECT_TRUE(body.starts_with(story_text())) << body;
  EXPECT_NE(body.find("&b; and &a; & éé"), std::string::npos) << body;
  EXPECT_EQ(body.find("root:"), std::string::npos);
}

TEST(HtmlReader, JsonLdBombIsNoEvidence) {
  for (const auto& bomb :
       {repeated("[", 100000), repeated("{\"@graph\":", 100000), repeated("[", 900) + repeated("]", 900)}) {
    const auto page = parsed(page_with("<title>Ferry</title>" + json_ld(bomb)));
    EXPECT_EQ(page.article.title, "Ferry");
  }
}

TEST(HtmlReader, NestingJustBelowTheLimitIsRead) {
  EXPECT_EQ(body_of("<html><body>" + repeated("<div>", 240) + story()), story_text());
}

TEST(HtmlTags, AttributesAreCountedAsTheParserSeesThem) {
  const std::vector<std::pair<std::string, std::size_t>> table = {
      {"<p>", 0},
      {"<p a b=1 c='x y > z' d = \"u v\" e>", 5},
      {"<p a=b\"c d=1>", 2},
      {"<p =x a>", 1},
      {"<a b=1><p a b c>", 3},
      {"<script>if (a<b c d e f)</script><p a>", 1},
      {"<style><p a b c></style><p a>", 1},
      {"<!-- <p a b c> --><p a>", 1},
      {"<!-- <p a b c>", 3},
      {"<script><p a b c>", 3},
      {"<html a><html b><body c>", 3},
      {"<p a", 1},
      {"< p a b c>", 0},
      {"", 0},
  };
  for (const auto& [page, most] : table) EXPECT_EQ(look_at_tags(page).most_attributes, most) << page;
}

TEST(HtmlTags, CodeIsTheTextOfScriptsAndStylesButNotJson) {
  const std::vector<std::pair<std::string, std::vector<std::string_view>>> table = {
      {"<script>a</script><STYLE media='>'>b</Style><p>c", {"a", "b"}},
      {"<script type=application/ld+json>{}</script>", {}},
      {"<script></script>", {}},
      {"<script src=x />a</script >b", {"a"}},
      {"<!-- <script>a</script> --><script>'</p>'<b></script>", {"'</p>'<b>"}},
      {"<script>a", {}},
      {"<styled-box>a</styled-box><style></style>", {}},
      {"<script", {}},
      {"<script>a<script>b</script>c</script>", {"a<script>b"}},
  };
  for (const auto& [page, code] : table) EXPECT_EQ(look_at_tags(page).code, code) << page;
}

// Each took minutes or more where a step looked at everything again for each tag.
TEST(HtmlReader, TimeGrowsWithThePageAndNotWithItsSquare) {
  std::string gathered = "<html>";
  for (int i = 0; gathered.size() < (2 << 20); ++i) gathered += "<html a" + std::to_string(i) + "=1>";
  const std::vector<std::string> pages = {repeated("<script>", 200000),
                                          repeated("<!--", 400000),
                                          repeated("<style>", 200000),
                                          repeated("<", 200000),
                                          repeated("<p>x<b>y", 100000),
                                          repeated("<td>", 240000),
                                          gathered,
                                          "<meta charset=utf-8>" + repeated("\xe9 \xc3\xa9 ", 300000),
                                          repeated("<a href=x>", 200000),
                                          repeated("<h1>", 200) + repeated("<i></i>", 200000),
                                          repeated("&amp", 400000),
                                          repeated("<![CDATA[]]>", 200000),
                                          repeated("<p><img alt='The goat'>The goat</p>", 50000)};
  const auto begin = std::chrono::steady_clock::now();
  for (const auto& page : pages) static_cast<void>(parse_html(page, {}));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace newshound::reading
