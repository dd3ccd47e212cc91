#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/nitf.h"
#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

ReadAll read_text(const std::string& text, ReadOptions options = {}) {
  return read_alone("a.xml", text, std::move(options));
}

const std::string kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const std::string kNar = "http://iptc.org/std/nar/2006-10-01/";

const std::string kNitfText =
    "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><body.head><hedline><hl1>Ferry\n  sails</hl1></hedline>"
    "<byline>By <person>Mara Velden</person>, <byttl>Staff</byttl></byline></body.head><body.content>"
    "<p>Port-Almeda (<org>Ferry Board</org>) -\n  It sails.</p><media><media-caption>A ferry</media-caption></media>"
    "<hl2>Tickets</hl2><p>They cost <num>4</num>.</p></body.content></body></nitf>";

std::string g2(const std::string& guid, const std::string& meta, const std::string& content) {
  return "<newsItem xmlns=\"" + kNar + "\" guid=\"" + guid + "\" xml:lang=\"en-GB\"><itemMeta>" +
         "<provider qcode=\"p:hg\"><name>Harbour Gazette</name></provider>"
         "<versionCreated>2024-05-07T10:00:00+02:00</versionCreated>"
         "<firstCreated>2024-05-06T23:30:00-05:00</firstCreated></itemMeta><contentMeta>" +
         meta + "</contentMeta><contentSet>" + content + "</contentSet></newsItem>";
}

TEST(NewsMlG2, PartsOfAnItemBecomeFields) {
  const auto all = read_text(
      kXml +
      g2("https://gazette.example/n/1",
         "<located qcode=\"c:1\"><name>Lissen</name></located><creator><name>Mara Velden</name></creator>"
         "<language tag=\"nl\"/><subject type=\"cpnat:person\" qcode=\"x:1\"/>"
         "<subject type=\"cpnat:organisation\"><name>Ferry Board</name></subject>"
         "<subject type=\"cpnat:geoArea\"><name>Port-Almeda</name></subject>"
         "<subject qcode=\"medtop:1\"><name>transport</name></subject><headline> Ferry &amp; tram </headline>",
         "<inlineXML contenttype=\"application/nitf+xml\">" + kNitfText + "</inlineXML>") +
      "\n");
  ASSERT_EQ(all.articles.size(), 1U);
  EXPECT_EQ(summary(all.articles[0]),
            "https://gazette.example/n/1|Ferry & tram|Port-Almeda (Ferry Board) - It sails.\n\nTickets\n\nThey cost 4.|"
            "Harbour Gazette|2024-05-06T23:30:00-05:00|Mara Velden||https://gazette.example/n/1|nl|Lissen:2|"
            "Ferry Board:1|Port-Almeda:2");
  EXPECT_EQ(all.articles[0].day, 19849);
}

TEST(NewsMlG2, ConceptsByCodeAreNamedByTheItemsAssertions) {
  auto item = g2("g", "<headline>T</headline><subject type=\"cpnat:person\" qcode=\"x:1\"/>", "");
  item.insert(item.find("<contentSet>"), "<assert qcode=\"x:1\"><name>Piet Arrondel</name></assert>");
  const auto all = read_text(item);
  ASSERT_EQ(all.articles.size(), 1U);
  EXPECT_EQ(all.articles[0].entities, (std::vector<Entity>{{"Piet Arrondel", EntityType::person}}));
}

TEST(NewsMlG2, EveryFormOfContent) {
  const auto body = [](const std::string& meta, const std::string& content) {
    return read_text(g2("g", "<headline>T</headline>" + meta, content)).articles.at(0).body;
  };
  EXPECT_EQ(body("",
                 "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>"
                 "<p>A</p><p>B<br/>C</p></body></html></inlineXML>"),
            "A\n\nB\nC");
  EXPECT_EQ(body("", "<inlineData contenttype=\"text/plain\"><![CDATA[A < B\nC]]></inlineData>"), "A < B\nC");
  EXPECT_EQ(body("", "<inlineData contenttype=\"text/html\">&lt;p&gt;A&lt;/p&gt;</inlineData>"), "A");
  EXPECT_EQ(body("<description>A picture.</description>", "<remoteContent href=\"x.jpg\"/>"), "A picture.");
}

TEST(NewsMlG2, OutletIsTheProviderElseWhatTheItemStates) {
  const auto outlet = [](const std::string& provider, const std::string& meta, const std::string& rights) {
    return read_text("<newsItem guid=\"g\"><rightsInfo>" + rights + "</rightsInfo><itemMeta>" + provider +
                     "</itemMeta><contentMeta><headline>T</headline>" + meta + "</contentMeta></newsItem>")
        .articles.at(0)
        .outlet;
  };
  EXPECT_EQ(outlet("<provider><name>A</name></provider>", "<creditline>B</creditline>", "").standing, Standing::given);
  EXPECT_EQ(outlet("<provider qcode=\"x:1\"/>", "<creditline>B</creditline>", "").evidence, "credit line");
  EXPECT_EQ(outlet("", "<infoSource><name>C</name></infoSource>", "").evidence, "information source");
  EXPECT_EQ(
      outlet("", "<infoSource><name>C</name></infoSource>", "<copyrightHolder><name>D</name></copyrightHolder>").value,
      "D");
  EXPECT_EQ(outlet("", "", "<copyrightHolder><name>D</name></copyrightHolder>").value, "D");
  EXPECT_FALSE(outlet("<provider uri=\"https://x.example/about\"/>", "", "").known());
}

TEST(NewsMlG2, MessageGivesItsItemsAndNamesWhatIsNoNews) {
  const auto canceled = g2("c", "<headline>T</headline>", "");
  auto withdrawn = canceled;
  withdrawn.insert(withdrawn.find("<versionCreated>"), "<pubStatus qcode=\"stat:canceled\"/>");
  const auto all =
      read_text(kXml + "<n:newsMessage xmlns:n=\"" + kNar + "\"><n:header/><n:itemSet>" +
                "<n:packageItem guid=\"p\"/><n:newsItem guid=\"1\"><n:contentMeta><n:headline>One</n:headline>"
                "</n:contentMeta></n:newsItem><n:newsItem guid=\"2\"> </n:newsItem>\n" +
                "<n:conceptItem/></n:itemSet></n:newsMessage>");
  EXPECT_EQ(all.order, (Order{"!a packageItem, which is no news item", "1", "!no title and no body",
                              "!a conceptItem, which is no news item"}));
  EXPECT_EQ(all.rejections[1].id, "2");
  EXPECT_EQ(read_text(withdrawn).order, (Order{"!canceled by its provider"}));
}

TEST(NewsMl1, ComponentsGiveTheText) {
  const auto all = read_text(
      "<NewsML Version=\"1.2\">\n<NewsEnvelope><SentFrom><Party FormalName=\"Meridian "
      "Wire\"/></SentFrom></NewsEnvelope>"
      "<NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:x:1</PublicIdentifier></NewsIdentifier>"
      "</Identification><NewsManagement><FirstCreated>20240506T233000-0500</FirstCreated></NewsManagement>"
      "<NewsComponent><NewsLines><CopyrightLine>x</CopyrightLine></NewsLines><DescriptiveMetadata><Language "
      "FormalName=\"en\"/></DescriptiveMetadata><NewsComponent><NewsLines><HeadLine>Ferry</HeadLine><ByLine>Mara Velden"
      "</ByLine></NewsLines><NewsComponent><Role FormalName=\"StyleSheet\"/><ContentItem><DataContent>p "
      "{}</DataContent>"
      "</ContentItem></NewsComponent><NewsComponent><Role FormalName=\"Body\"/><ContentItem><DataContent><html><head>"
      "<title/></head><body><p>It sails.</p><p>Twice.</p></body></html></DataContent></ContentItem></NewsComponent>"
      "</NewsComponent></NewsComponent></NewsItem></NewsML>");
  ASSERT_EQ(all.articles.size(), 1U);
  EXPECT_EQ(summary(all.articles[0]),
            "urn:x:1|Ferry|It sails.\n\nTwice.|Meridian Wire|2024-05-06T23:30:00-05:00|Mara Velden|||en");
}

TEST(Nitf, DocumentAloneSaysMoreOfItself) {
  std::string nitf = kNitfText;
  nitf.insert(
      nitf.find("<body>"),
      "<head><title>Other</title><docdata><doc-id id-string=\"n-1\"/><date.issue norm=\"20240506T093000+0200\"/>"
      "<doc.copyright holder=\"Meridian Wire\"/><identified-content><location>Lissen</location>"
      "</identified-content></docdata><pubdata name=\"Harbour Gazette\" position.section=\"Harbour\"/></head>");
  const auto all = read_text(kXml + "<!DOCTYPE nitf SYSTEM \"nitf.dtd\">\n" + nitf);
  ASSERT_EQ(all.articles.size(), 1U);
  EXPECT_EQ(summary(all.articles[0]),
            "n-1|Ferry sails|Port-Almeda (Ferry Board) - It sails.\n\nTickets\n\nThey cost 4.|Harbour Gazette|"
            "2024-05-06T09:30:00+02:00|By Mara Velden, Staff|Harbour|||Lissen:2|Ferry Board:1");
  EXPECT_EQ(read_text("<contentSet><inlineXML>" + kNitfText + "</inlineXML></contentSet>").articles.at(0).title,
            "Ferry sails");
}

TEST(Nitf, TimesInBasicFormAreExtended) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"20240506", "2024-05-06"},
      {"20240506T093000", "2024-05-06T09:30:00"},
      {"20240506T093000Z", "2024-05-06T09:30:00Z"},
      {"20240506T093000-0530", "2024-05-06T09:30:00-05:30"},
      {"2024-05-06T09:30:00Z", "2024-05-06T09:30:00Z"},
      {"20240506 morning", "20240506 morning"},
      {"", ""},
  };
  for (const auto& [basic, extended] : table) EXPECT_EQ(extended_time(basic), extended);
}

TEST(NewsMl, BrokenItemCostsNoOther) {
  const std::string good = "<newsItem guid=\"1\"><contentMeta><headline>T</headline></contentMeta></newsItem>";
  const auto all = read_text("<newsMessage>" + good + "<newsItem guid=\"x\"><contentMeta></newsItem>\n" + good +
                             "<newsItem guid=\"y\">");
  ASSERT_EQ(all.order.size(), 5U);
  EXPECT_EQ(all.order[2], "1");
  EXPECT_EQ(all.rejections[1].reason, "the record is not closed");
  EXPECT_EQ(all.rejections[1].line, 2U);
}

}  // namespace
}  // namespace newshound::reading
