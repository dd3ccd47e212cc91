// Files in, articles out: JSON, web pages, plain text as scraped and newswire formats, each also compressed and in
// archives; all of them in docs/formats.md.
//
//   auto reader = newshound::Reader::open({"news.jsonl.gz", "scraped/"});
//   if (!reader) return fail(reader.error());
//   while (auto item = reader->next()) {
//     if (auto* article = std::get_if<newshound::Article>(&*item)) use(std::move(*article));
//     else log(std::get<newshound::Rejection>(*item));
//   }
//
// Thread rule: different readers are free; one reader, one thread at a time. Memory: a few times the document in hand
// (a JSON line of nothing but commas costs most, some twelve times its size) and 1 MiB of buffer; a source is never
// held whole.
#ifndef NEWSHOUND_READER_H
#define NEWSHOUND_READER_H

#include <newshound/article.h>
#include <newshound/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace newshound {

enum class InputFormat {
  automatic,  // by content, never by name; what is in none of the formats is text, or rejected if it is known to be
              // none
  text,       // one article a file, as scraped: the first line is its title; whatever it looks like
  html,       // one article a file: a web page
  jsonl,      // one JSON object a line
  json,       // a list of JSON objects, an object with such a list (JSON Feed), or one object (ninjs)
  feed,       // RSS 2.0, RSS 1.0, Atom
  newsml,     // NewsML-G2, NewsML 1, NITF
  csv,        // a table with a header line, its cells separated by commas, tabs or semicolons
  headers,    // one article a file: lines `Key: value` at its head, or between `---` lines (front matter)
  trec,       // TREC SGML records
  warc,       // Web ARChive records
  reuters,    // Reuters-21578 SGML records
};

struct ReadOptions {
  InputFormat format = InputFormat::automatic;

  // JSON keys, columns and header names of one's own: {"title", "headline_text"} reads the title from the key
  // headline_text. The first of a pair is id, title, body, outlet, published, byline, section, url, language or
  // entities (people, orgs, places as well).
  std::vector<std::pair<std::string, std::string>> map;

  std::string id_prefix;                     // put before every id that is read or made
  std::uint64_t max_document = 64ULL << 20;  // bytes; a longer line, file or record is rejected

  // Asked now and then from the thread that reads, also while a source is silent: true, and next() gives nothing more,
  // half a document neither as an article nor as a rejection. Must stay true once it was, and must not throw.
  std::function<bool()> stop = {};
};

// A document that could not be read as an article. The rest of its source goes on.
struct Rejection {
  std::string source;        // the path as reached, "news.tar.gz!a/b.html" in an archive; "-" is standard input
  std::uint64_t line = 0;    // 1-based line where the document begins; 0 if the source has no lines
  std::uint64_t offset = 0;  // bytes (after decompression) from the start of the source to the fault
  std::string id;            // if it was known
  std::string reason;
  bool cut_off = false;  // not one document but a file: it could not be read, or not to its end
};

class Reader {
 public:
  // Each source is a file, a folder (walked in byte order, hidden files left out) or "-" for standard input. Sources
  // that cannot be read become rejections; if none can, the error is Errc::io and names the first. An unknown name in
  // `options.map` is Errc::usage.
  static Result<Reader> open(std::vector<std::string> sources, ReadOptions options = {});

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // The next article or rejection, in the order of the sources; empty at the end and once `options.stop` is true. Never
  // fails: what goes wrong with a source is a rejection of it.
  std::optional<std::variant<Article, Rejection>> next();

  [[nodiscard]] std::uint64_t bytes_read() const;   // input bytes taken so far, as stored (before decompression)
  [[nodiscard]] std::uint64_t bytes_total() const;  // of all regular files; 0 for what cannot be known
  // Warnings that belong to no document: an empty file, a folder without one. Grows while reading.
  [[nodiscard]] const std::vector<std::string>& warnings() const;

 private:
  struct State;
  explicit Reader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace newshound

#endif
