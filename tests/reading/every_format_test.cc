// One folder that holds every format at once, as files, compressed, and packed: the same articles come out of each.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

// Invented; each file gives what its name says.
const Members& every_format() {
  static const Members kFiles = {
      {"lines.jsonl", "{\"id\":\"jsonl-1\",\"title\":\"A\"}\n{\"id\":\"jsonl-2\",\"title\":\"B\"}\nno json\n"},
      {"list.json", "[\n{\"id\":\"json-1\",\"title\":\"A\"},\n{\"id\":\"json-2\",\"title\":\"B\"},{}\n]\n"},
      {"feed.json",
       R"({"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"jsonfeed-1","content_html":"<p>A</p>"}]})"},
      {"ninjs.json", R"({"uri":"ninjs-1","versioncreated":"2024-05-06T09:30:00Z","headline":"A","body_text":"B"})"},
      {"rss.xml",
       "<?xml version=\"1.0\"?><rss><channel><item><guid>rss-1</guid><title>A</title></item>\n<item><title>B</item>"
       "</channel></rss>"},
      {"rdf.xml",
       "<rdf:RDF xmlns:rdf=\"x\" xmlns=\"http://purl.org/rss/1.0/\"><item><title>A</title><link>rdf-1</link></item>"
       "</rdf:RDF>"},
      {"atom.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>atom-1</id><title>A</title></entry></feed>"},
      {"g2.xml",
       "<newsMessage><itemSet><newsItem guid=\"g2-1\"><contentMeta><headline>A</headline></contentMeta></newsItem>"
       "<packageItem/></itemSet></newsMessage>"},
      {"newsml1.xml",
       "<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>newsml1-1</PublicIdentifier>"
       "</NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines>"
       "</NewsComponent></NewsItem></NewsML>"},
      {"nitf.xml",
       "<nitf><head><docdata><doc-id id-string=\"nitf-1\"/></docdata></head><body><body.content><p>A</p>"
       "</body.content></body></nitf>"},
      {"table.csv", "id,title\ncsv-1,A\ncsv-2,\"B\nC\"\nx\n"},
      {"table.tsv", "id\ttitle\ttext\ntsv-1\tA\tB, C\n"},
      {"mail.txt", "Subject: A\nFrom: B\nMessage-ID: mail-1\n\nC\n"},
      {"note.md", "---\nid: note-1\ntitle: A\n---\nB\n"},
      {"trec.sgm", "<DOC><DOCNO>trec-1</DOCNO><TEXT>A</TEXT></DOC>\n<DOC></DOC>\n"},
      {"reuters.sgm",
       "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\"><TEXT><TITLE>A</TITLE></TEXT></REUTERS>\n"},
      {"crawl.warc",
       "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: warc-1\r\nContent-Type: text/plain\r\n"
       "Content-Length: 1\r\n\r\nA\r\n\r\n"},
      {"other.xml", "<?xml version=\"1.0\"?><catalog/>"},
      {"scraped.txt", "A title\n\nA text.\n"},
  };
  return kFiles;
}

struct Counts {
  std::vector<std::string> ids;  // sorted, but for the id that a path makes
  std::vector<std::string> reasons;
  friend bool operator==(const Counts&, const Counts&) = default;
};

Counts counts_of(const ReadAll& all) {
  Counts counts;
  for (const auto& article : all.articles) counts.ids.push_back(article.title == "A title" ? "scraped" : article.id);
  for (const auto& rejection : all.rejections) counts.reasons.push_back(rejection.reason);
  std::sort(counts.ids.begin(), counts.ids.end());
  std::sort(counts.reasons.begin(), counts.reasons.end());
  return counts;
}

TEST(EveryFormat, FolderAndArchivesGiveTheSame) {
  const TemporaryFolder folder;
  const TemporaryFolder archives;
  for (const auto& [name, bytes] : every_format()) folder.write("news/" + name, bytes);
  const auto plain = counts_of(read_all({folder.path("news")}));
  EXPECT_EQ(plain.ids.size(), 21U);
  EXPECT_EQ(plain.reasons.size(), 7U);
  for (const auto* id : {"atom-1", "csv-2", "g2-1", "json-2", "jsonfeed-1", "jsonl-2", "mail-1", "newsml1-1", "ninjs-1",
                         "nitf-1", "note-1", "rdf-1", "reuters-1", "rss-1", "scraped", "trec-1", "tsv-1", "warc-1"})
    EXPECT_TRUE(std::binary_search(plain.ids.begin(), plain.ids.end(), id)) << id;
  for (const auto container : {Container::tar, Container::zip})
    for (const auto compression :
         {Compression::none, Compression::gzip, Compression::zstd, Compression::bzip2, Compression::xz})
      EXPECT_EQ(counts_of(read_all({archives.write("a", compress(pack(every_format(), container), compression))})),
                plain);
  Members packed;
  for (const auto& [name, bytes] : every_format()) packed.emplace_back(name + ".xz", compress(bytes, Compression::xz));
  EXPECT_EQ(counts_of(read_all({archives.write("b", pack(packed, Container::tar))})), plain);
}

// Cut anywhere, whatever the format: it ends, and gives no more articles (but for a head that has become a mere text).
TEST(EveryFormat, TruncatedFilesGiveNoMore) {
  const TemporaryFolder folder;
  for (const auto& [name, bytes] : every_format()) {
    if (name == "scraped.txt") continue;
    const auto whole = counts_of(read_all({folder.write(name, bytes)}));
    for (std::size_t length = bytes.size() / 2; length < bytes.size(); ++length) {
      const auto all = read_all({folder.write(name, bytes.substr(0, length))});
      EXPECT_LE(all.articles.size(), whole.ids.size() + 1) << name << " " << length;
    }
  }
}

}  // namespace
}  // namespace newshound::reading
