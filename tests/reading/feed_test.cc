#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

ReadAll read_text(const std::string& text, ReadOptions options = {}) {
  return read_alone("a.xml", text, std::move(options));
}

const std::string kHead =
    "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
    "xmlns:c=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">\n<channel>"
    "<title>Harbour Gazette</title><link>https://gazette.example/</link><language>en-gb</language>\n";
const std::string kTail = "</channel></rss>\n";

std::string rss(const std::string& items) { return kHead + items + kTail; }

TEST(Feed, PartsOfAnRssItemBecomeFields) {
  const auto all = read_text(
      rss("<item><media:title>Not this</media:title><title>Ferry &amp;amp; tram <![CDATA[<b>sail</b>]]></title>\n"
          "<link>https://gazette.example/1</link><guid isPermaLink=\"false\">g-1</guid>\n"
          "<pubDate>Mon, 06 May 2024 23:30:00 -0500</pubDate><c:creator><![CDATA[Mara Velden]]></c:creator>\n"
          "<category>Transport</category><description>Short.</description>\n"
          "<content:encoded><![CDATA[<p>It sails&nbsp;at <a href=\"x\">nine</a>.</p>\n<p>AT&T &copy; pays<br/>twice."
          "</p><script>alert(1)</script>]]></content:encoded></item>"));
  ASSERT_EQ(all.articles.size(), 1U);
  EXPECT_EQ(summary(all.articles[0]),
            "g-1|Ferry & tram sail|It sails\xc2\xa0"
            "at nine.\n\nAT&T \xc2\xa9 pays\ntwice.|Harbour Gazette(title of the feed)|"
            "Mon, 06 May 2024 23:30:00 -0500|Mara Velden|Transport|https://gazette.example/1|en-gb");
  EXPECT_EQ(all.articles[0].outlet.standing, Standing::stated);
  EXPECT_EQ(all.articles[0].day, 19849);  // as printed, whatever the day in UTC
  EXPECT_EQ(all.articles[0].line, 4U);
}

TEST(Feed, WhatAnItemMayLeaveOut) {
  const std::vector<std::pair<std::string, std::string>> table = {
      // Without an id: the link; without that, a hash of the text.
      {"<title>T</title><link>https://x.example/1</link>", "https://x.example/1|T||https://x.example/1"},
      {"<title>T</title>", "5aafb4d1dd2fcb1cc0a6a1e34b6a2ee1|T||"},
      {"<description>Only this.</description><guid>7</guid>", "7||Only this.|"},
      // A guid is an address unless it says that it is none.
      {"<title>T</title><guid>https://x.example/2</guid>", "https://x.example/2|T||https://x.example/2"},
      {"<title>T</title><guid isPermaLink=\"false\">https://x.example/2</guid>", "https://x.example/2|T||"},
      {"<guid>8</guid><title>A&nbsp;&eacute; &unknown; AT&T &#5;</title>", "8|A\xc2\xa0\xc3\xa9 &unknown; AT&T||"},
  };
  for (const auto& [item, expected] : table) {
    const auto all = read_text(rss("<item>" + item + "</item>"));
    ASSERT_EQ(all.articles.size(), 1U) << item;
    const auto& article = all.articles[0];
    if (item == "<title>T</title>") {
      EXPECT_EQ(article.id.size(), 32U);
      EXPECT_EQ(read_text(rss("<item>\n" + item + "</item>")).articles.at(0).id, article.id);
      continue;
    }
    EXPECT_EQ(article.id + "|" + article.title + "|" + article.body + "|" + article.url.value, expected);
  }
  EXPECT_EQ(read_text(rss("<item><guid>9</guid></item><item/>")).order,
            (Order{"!no title and no body", "!no title and no body"}));
}

TEST(Feed, AuthorsCategoriesAndSources) {
  const auto article = [](const std::string& item) {
    return read_text(rss("<item><title>T</title>" + item + "</item>")).articles.at(0);
  };
  EXPECT_EQ(article("<author>desk@gazette.example (Mara Velden)</author>").byline.value, "Mara Velden");
  EXPECT_EQ(article("<author>Velden (Lissen)</author>").byline.value, "Velden (Lissen)");
  EXPECT_EQ(article("<c:creator>A</c:creator><c:creator>B</c:creator>").byline.value, "A, B");
  EXPECT_FALSE(article("<category>A</category><category>B</category>").section.known());
  EXPECT_EQ(article("<source url=\"https://n.example/\">Northern Ledger</source>").outlet.value, "Northern Ledger");
  EXPECT_EQ(article("<c:publisher>Meridian Wire</c:publisher>").outlet.standing, Standing::given);
  EXPECT_EQ(article("<c:date>2024-05-06T09:00:00+02:00</c:date>").published.value, "2024-05-06T09:00:00+02:00");
  EXPECT_EQ(article("<c:language>nl</c:language>").language.value, "nl");
  EXPECT_FALSE(article("<pubDate>yesterday</pubDate>").day);
}

TEST(Feed, AtomEntriesInEveryTextForm) {
  const auto all = read_text(
      "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>\n<!-- <entry> --><a:feed "
      "xmlns:a=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\"nl\"><a:title type=\"html\">Northern &lt;i&gt;Ledger&lt;/i&gt;</a:title>"
      "<a:author><a:name>The Desk</a:name></a:author><a:updated>2024-01-01T00:00:00Z</a:updated>\n"
      "<a:entry><a:id>urn:x:1</a:id><a:title>1 &lt; 2 &amp;amp;</a:title>"
      "<a:link rel=\"self\" href=\"https://n.example/self\"/><a:link href=\"https://n.example/1\"/>"
      "<a:updated>2024-05-07T00:00:00Z</a:updated><a:published>2024-05-06T01:00:00+02:00</a:published>"
      "<a:category term=\"economy\" label=\"Economy\"/><a:summary>Short</a:summary>"
      "<a:content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One</p><p>Two <b>three</b></p></div>"
      "</a:content></a:entry>\n"
      "<a:entry xml:lang=\"en\"><a:id>urn:x:2</a:id><a:title type=\"html\">A &lt;b&gt;B&lt;/b&gt;</a:title>"
      "<a:author><a:name>Mara Velden</a:name></a:author><a:updated>2024-05-08</a:updated>"
      "<a:content type=\"html\">&lt;p&gt;X&lt;/p&gt;Y</a:content>"
      "<a:source><a:id>s</a:id><a:title>Meridian Wire</a:title></a:source></a:entry></a:feed>");
  ASSERT_EQ(all.articles.size(), 2U);
  EXPECT_EQ(
      summary(all.articles[0]),
      "urn:x:1|1 < 2 &amp;|One\n\nTwo three|Northern Ledger(title of the feed)|2024-05-06T01:00:00+02:00|The Desk|"
      "Economy|https://n.example/1|nl");
  EXPECT_EQ(summary(all.articles[1]),
            "urn:x:2|A B|X\n\nY|Meridian Wire(source of the entry)|2024-05-08|Mara Velden|||en");
  EXPECT_TRUE(all.rejections.empty());
}

TEST(Feed, Rss1HasItsItemsBesideTheChannel) {
  const auto all = read_text(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel rdf:about=\"https://g.example/\"><title>Lissen Courier"
      "</title><dc:language>en</dc:language><items><rdf:Seq><rdf:li "
      "resource=\"https://g.example/1\"/></rdf:Seq></items>"
      "</channel>\n<item rdf:about=\"https://g.example/1\"><title>Ferry</title><description>Sails.</description>"
      "<dc:date>2024-05-06</dc:date></item></rdf:RDF>");
  ASSERT_EQ(all.articles.size(), 1U);
  EXPECT_EQ(summary(all.articles[0]),
            "https://g.example/1|Ferry|Sails.|Lissen Courier(title of the feed)|2024-05-06|||"
            "https://g.example/1|en");
}

TEST(Feed, CharacterSetIsTheDeclaredOneElseUtf8ElseDetected) {
  const std::string item = "<item><guid>1</guid><title>Caf\xe9 \x93open\x94</title></item>";
  const auto with = [&](const std::string& set, const std::string& what) {
    return read_text("<?xml version=\"1.0\" encoding=\"" + set + "\"?><rss><channel>" + what + kTail);
  };
  for (const auto* set : {"windows-1252", "ISO-8859-1"}) {
    const auto all = with(set, item);
    EXPECT_EQ(all.articles.at(0).title, "Café “open”") << set;
    EXPECT_TRUE(all.warnings.empty());
  }
  EXPECT_EQ(with("KOI8-R", "<item><title>\xf0\xc1\xd2\xcf\xcd</title></item>").articles.at(0).title, "Паром");
  const auto mixed = with("UTF-8", item + "<item><guid>2</guid><title>Café</title></item>");
  EXPECT_EQ(mixed.articles.at(0).title, "Café “open”");
  EXPECT_EQ(mixed.articles.at(1).title, "Café");
  ASSERT_EQ(mixed.warnings.size(), 1U);
  EXPECT_NE(mixed.warnings[0].find("not UTF-8, read as windows-1252"), std::string::npos);
  EXPECT_EQ(with("x-unknown", item).order, (Order{"!not in the character set x-unknown"}));
}

TEST(Feed, BrokenItemCostsNoOther) {
  const std::string a = "<item><guid>a</guid><title>A</title></item>\n";
  const std::string b = "<item><guid>b</guid><title>B</title></item>\n";
  const std::vector<std::pair<std::string, std::string>> table = {
      {"<item><title>X</title>\n", "!the record is not closed"},
      {"<item>\n<title>X</titel></item>\n",
       "!not well-formed XML: Opening and ending tag mismatch: title line 2 and titel"},
      {"<item><guid>x</guid></item>", "!no title and no body"},
      {"<item><title>X</title><description>" + std::string(300, 'x') + std::string(2000, '<') + "</description></item>",
       "!not well-formed XML: StartTag: invalid element name"},
  };
  for (const auto& [broken, reason] : table)
    EXPECT_EQ(read_text(rss(a + broken + b)).order, (Order{"a", reason, "b"})) << broken;
  const auto all = read_text(rss(a + table[1].first + b));
  EXPECT_EQ(all.rejections[0].line, 5U);
  EXPECT_EQ(all.rejections[0].offset, kHead.size() + a.size() + 7);
}

TEST(Feed, MarksHideTagsAndUnclosedOnesDoNotHideThemForEver) {
  const std::string a = "<item><guid>a</guid><title>A<!-- </item> --></title></item>\n";
  const std::string b = "<item><guid>b</guid><title>B</title><description><![CDATA[<item>]]></description></item>\n";
  EXPECT_EQ(read_text(rss(a + "<!-- <item> -->" + b)).order, (Order{"a", "b"}));
  EXPECT_EQ(read_text(rss(a + "<!-- " + b)).order, (Order{"a", "b"}));
  EXPECT_EQ(read_text(rss(a + "<item><title><![CDATA[x</title></item>")).order.back(),
            "!the XML ends too early: <rss> is not closed");
}

TEST(Feed, TruncatedFeedSaysSo) {
  const auto whole = rss("<item><guid>a</guid><title>A</title></item><item><guid>b</guid><title>B</title></item>");
  for (std::size_t length = kHead.size(); length < whole.size() - 7; ++length) {
    const auto all = read_text(whole.substr(0, length));
    ASSERT_FALSE(all.rejections.empty()) << length;
    ASSERT_TRUE(all.rejections.back().reason.find("not closed") != std::string::npos) << all.rejections.back().reason;
  }
  EXPECT_TRUE(read_text(whole).rejections.empty());
}

TEST(Feed, EntitiesOfADocumentTypeAreNeverExpandedNorFetched) {
  const TemporaryFolder folder;
  const auto secret = folder.write("secret.txt", "top secret");
  std::string laughs = "<!DOCTYPE rss [\n<!ENTITY l0 \"ha>ha\">\n";
  for (int i = 1; i < 10; ++i) {
    laughs += "<!ENTITY l" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) laughs += "&l" + std::to_string(i - 1) + ";";
    laughs += "\">\n";
  }
  laughs += "<!ENTITY file SYSTEM \"file://" + secret + "\"><!ENTITY net SYSTEM \"http://127.0.0.1:9/x\">]>\n";
  const auto text = "<?xml version=\"1.0\"?>\n" + laughs +
                    rss("<item><guid>a</guid><title>&l9; &file; &net;</title></item>").substr(22);
  const auto all = read_text(text);
  ASSERT_EQ(all.articles.size(), 1U);
  EXPECT_EQ(all.articles[0].title, "&l9; &file; &net;");
}

TEST(Feed, DeepAndWideRecordsAreRejectedInGoodTime) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  std::string wide;
  for (int i = 0; i < 250000; ++i) wide += "<b/>";
  std::string escaped;
  for (int i = 0; i < 100000; ++i) escaped += "&lt;b&gt;";
  std::string many = "<b";
  for (int i = 0; i < 200000; ++i) many += " a" + std::to_string(i) + "=\"\"";
  std::string hyphens(4 << 20, '-');
  const auto item = [](const std::string& text) { return "<item><title>" + text + "</title></item>"; };
  const std::string last = "<item><guid>a</guid><title>A</title></item>";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(read_text(rss(item(deep) + item(wide) + item(escaped) + item(many + "/>") + last)).order,
            (Order{"!XML nested too deeply", "!more than 100000 XML elements", "!HTML nested too deeply",
                   "!an XML element with more than 2000 attributes", "a"}));
  EXPECT_EQ(read_text(rss(item("<!--" + hyphens + "-->B") + last)).order.size(), 2U);
  // Each of these could make the search for an end start again and again.
  std::string marks;
  for (int i = 0; i < 300000; ++i) marks += "<item><![CDATA[</item><!--";
  EXPECT_FALSE(read_text(rss(marks)).rejections.empty());
  std::string comments;
  for (int i = 0; i < 3000000; ++i) comments += "<!--";
  EXPECT_EQ(read_text(rss(comments + last), {.format = InputFormat::feed}).order, (Order{"a"}));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(120));
}

TEST(Feed, LongItemIsRejectedAndTheNextIsRead) {
  const std::string last = "<item><guid>a</guid><title>A</title></item>";
  const std::string text = rss("<item><title>" + std::string(3 << 20, 'x') + "</title></item>" + last);
  EXPECT_EQ(read_text(text, {.max_document = 1000}).order, (Order{"!longer than 1000 bytes", "a"}));
  EXPECT_EQ(read_text(rss("<item><title>" + std::string(10 << 20, 'x') + "</title></item>" + last)).order,
            (Order{"!longer than 9437184 bytes", "a"}));
}

TEST(Feed, OtherXmlIsNoFeed) {
  EXPECT_EQ(read_text("<?xml version=\"1.0\"?><catalog/>").order,
            (Order{"!XML, which Newshound does not read yet: as text only if asked to"}));
  EXPECT_EQ(read_text("Ferry", {.format = InputFormat::feed}).order, (Order{"!not XML"}));
}

}  // namespace
}  // namespace newshound::reading
