#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/reading/reading_test_support.h"

namespace newshound::reading {
namespace {

const std::string kText = "Ferry sails\n\nOn Monday.";
const std::string kFeed = "<rss><channel><item><guid>f</guid><title>T</title></item></channel></rss>";

std::string record(const std::string& type, const std::string& address, const std::string& headers,
                   const std::string& block) {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + address + "\r\n" + headers +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

std::string response(const std::string& address, const std::string& headers, const std::string& body) {
  return record("response", address, "Content-Type: application/http; msgtype=response\r\n",
                http("200 OK", headers, body));
}

ReadAll read_bytes(const std::string& bytes, ReadOptions options = {}) {
  return read_alone("c.warc", bytes, std::move(options));
}

TEST(Warc, RecordsAreSourcesOfTheirOwn) {
  const std::string bytes =
      record("warcinfo", "", "", "software: x\r\n") +
      response("https://g.example/1", "Content-Type: text/plain\r\n", kText) +
      record("request", "https://g.example/1", "", "GET / HTTP/1.1\r\n\r\n") +
      response("https://g.example/feed", "content-type: application/rss+xml\r\n", kFeed) +
      response("https://g.example/x.png", "Content-Type: image/png\r\n", "\x89PNG") +
      record("response", "https://g.example/gone", "", http("404 Not Found", "Content-Type: text/plain\r\n", "Gone")) +
      record("resource", "<https://g.example/2>", "Content-Type: text/plain\r\n", "Tram");
  const TemporaryFolder folder;
  for (const auto compression : {Compression::none, Compression::gzip}) {
    const auto path = folder.write("c.warc.gz", compress(bytes, compression));
    const auto all = read_all({path});
    ASSERT_EQ(all.order, (Order{"https://g.example/1", "f", "https://g.example/2"}));
    EXPECT_EQ(all.articles[0].source, path + "!https://g.example/1");
    EXPECT_EQ(all.articles[0].title, "Ferry sails");
    EXPECT_EQ(all.articles[0].url.value, "https://g.example/1");
    EXPECT_EQ(all.articles[0].url.evidence, "WARC-Target-URI");
    EXPECT_FALSE(all.articles[1].url.known());
    EXPECT_EQ(all.warnings, (Order{path + ": 1 records left out that are neither text, HTML, JSON nor XML"}));
  }
}

TEST(Warc, CodingsAreTakenOff) {
  const std::string type = "Content-Type: text/plain\r\n";
  const auto body = [&](const std::string& headers, const std::string& bytes) {
    const auto all = read_bytes(response("https://g.example/1", type + headers, bytes));
    return all.articles.empty() ? all.order.at(0) : all.articles[0].title + "|" + all.articles[0].body;
  };
  const std::string chunks = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(body(chunks, "5;x=y\r\nFerry\r\n6\r\n sails\r\n0\r\n\r\n"), "Ferry sails|");
  EXPECT_EQ(body(chunks, kText), "Ferry sails|On Monday.");  // stored without its chunks
  EXPECT_EQ(body("Content-Encoding: gzip\r\n", compress(kText, Compression::gzip)), "Ferry sails|On Monday.");
  EXPECT_EQ(body(chunks, "5\r\nFerry\r\nxyz\r\n"), "!a chunk without a size");
  EXPECT_EQ(body("Content-Encoding: br\r\n", "x"), "!content encoded as br");
}

TEST(Warc, DeclaredCharacterSetIsHonoured) {
  const auto all =
      read_bytes(response("https://g.example/1", "Content-Type: text/plain; charset=\"ISO-8859-1\"\r\n", "Caf\xe9"));
  EXPECT_EQ(all.articles.at(0).title, "Café");
  EXPECT_TRUE(all.warnings.empty());
}

TEST(Warc, HtmlIsReadAsAPageWhateverItLooksLike) {
  const std::string type = "Content-Type: text/html; charset=ISO-8859-1\r\n";
  const std::string text = "The ferry sailed on Monday with forty passengers, a caf\xe9 owner and one goat on board.";
  for (const auto& html : {"<!doctype html><title>Ferry</title><p>" + text + "</p>", "<p>" + text + "</p>"}) {
    const auto all = read_bytes(response("https://g.example/1", type, html));
    ASSERT_EQ(all.articles.size(), 1U) << all.order.at(0);
    EXPECT_EQ(all.articles[0].body,
              "The ferry sailed on Monday with forty passengers, a café owner and one goat on board.");
    EXPECT_EQ(all.articles[0].id, "https://g.example/1");
    EXPECT_EQ(all.articles[0].url.value, "https://g.example/1");
  }
  EXPECT_EQ(read_bytes(response("https://g.example/1", type, "<p>Ferry")).order, (Order{"!a page without an article"}));
}

TEST(Warc, BrokenRecordCostsNoOther) {
  const auto a = response("https://g.example/a", "Content-Type: text/plain\r\n", "A");
  const auto b = response("https://g.example/b", "Content-Type: text/plain\r\n", "B");
  const std::vector<std::pair<std::string, std::string>> table = {
      {"what is this\r\n", "!no WARC record"},
      {"WARC/1.0\r\nWARC-Type: resource\r\n\r\n", "!a record without a Content-Length"},
      {"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: -5\r\n\r\n", "!a record without a Content-Length"},
      {record("response", "x", "", "no http"), "!no head of an HTTP response"},
      {record("response", "x", "", "no http\r\n\r\nx"), ""},
  };
  for (const auto& [broken, reason] : table) {
    const auto order = read_bytes(a + broken + b).order;
    EXPECT_EQ(order.front(), "https://g.example/a") << broken;
    EXPECT_EQ(order.back(), "https://g.example/b") << broken;
    if (!reason.empty()) {
      EXPECT_EQ(order.at(1), reason) << broken;
    }
  }
  const auto all = read_bytes(a + table[1].first + b);
  EXPECT_EQ(all.rejections[0].offset, a.size());
}

TEST(Warc, TruncatedFileSaysSo) {
  const auto whole = response("https://g.example/a", "Content-Type: text/plain\r\n", kText);
  for (std::size_t length = 8; length < whole.size() - 4; ++length)
    EXPECT_FALSE(read_bytes(whole.substr(0, length)).rejections.empty()) << length;
  EXPECT_EQ(read_bytes(whole.substr(0, whole.size() - 4)).articles.size(), 1U);
}

TEST(Warc, OneInAnotherIsReadToADepth) {
  auto bytes = record("resource", "u:0", "Content-Type: text/plain\r\n", "Ferry");
  for (int i = 0; i < 2; ++i) bytes = record("resource", "u:x", "Content-Type: text/plain\r\n", bytes);
  EXPECT_EQ(read_bytes(bytes).articles.size(), 1U);
  for (int i = 0; i < 200; ++i) bytes = record("resource", "u:x", "Content-Type: text/plain\r\n", bytes);
  EXPECT_EQ(read_bytes(bytes).order, (Order{"!packed more than 6 times over"}));
}

}  // namespace
}  // namespace newshound::reading
