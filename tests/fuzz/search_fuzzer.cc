// libFuzzer entry: any bytes as a query to an archive. The first byte chooses the options (bit 0: match any, bit 1:
// literal). Each is answered within ten seconds of the processor, which the sanitizers make of a twentieth of one, or
// refused with the place of the fault; the canonical text finds the same; marks are bytes of the texts they are in.
#include <newshound/newshound.h>

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

void require(bool holds, unsigned line = __builtin_LINE()) {
  if (holds) return;
  std::fprintf(stderr, "search_fuzzer: what line %u requires does not hold\n", line);
  std::abort();
}

newshound::Article article(int number, std::string title, std::string body, const char* language) {
  newshound::Article made{.id = std::to_string(number), .title = std::move(title), .body = std::move(body)};
  made.language = language;
  made.outlet = number % 2 == 0 ? "Harbour Gazette" : "Northern Ledger";
  made.published = "2024-05-" + std::to_string(10 + number % 20);
  made.byline = "Mara Velden";
  made.entities = {{"Mara Velden", newshound::EntityType::person}};
  return made;
}

// A few hundred small articles in two segments, some of them dead.
class Archive {
 public:
  Archive() : path_(std::filesystem::temp_directory_path() / ("newshound_fuzz_" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    for (int half = 0; half < 2; ++half) {
      auto indexer = newshound::Indexer::open(path_.string(), {.threads = 1});
      for (int i = 0; i < 150; ++i) require(indexer->put(small(half * 140 + i)).has_value());
      require(indexer->commit().has_value());
    }
    searcher_.push_back(*newshound::Searcher::open(path_.string()));
    require(searcher()
                .search({.query = "ferri* velden~1 byline:v* the", .advice = true})
                .has_value());  // reads what is kept
  }
  ~Archive() { std::filesystem::remove_all(path_); }

  newshound::Searcher& searcher() { return searcher_.front(); }

 private:
  static newshound::Article small(int i) {
    const std::string words[] = {"ferry",  "ferries", "harbour", "the",  "US",   "U.S.",    "us",      "WHO",
                                 "résumé", "resume",  "strike",  "9/11", "F-16", "Kenya's", "l'homme", "re-elected"};
    std::string body;
    for (int n = 0; n < 20; ++n) body += words[(i * 7 + n * n) % 16] + (n % 6 == 5 ? ". " : " ");
    if (i % 5 == 0) return article(i, "東京都知事", "港の" + body + "\n\nกรุงเทพ " + body, "ja");
    return article(i, words[i % 16] + " " + words[i % 7], body + "\n\n" + body, i % 3 == 0 ? "de" : "en");
  }

  std::filesystem::path path_;
  std::vector<newshound::Searcher> searcher_;
};

void check_hits(const newshound::SearchResults& found) {
  for (const auto& hit : found.hits) {
    for (const auto& mark : hit.title_marks) require(mark.begin < mark.end && mark.end <= hit.title.size());
    for (const auto& snippet : hit.snippets)
      for (const auto& mark : snippet.marks) require(mark.begin < mark.end && mark.end <= snippet.text.size());
  }
}

void check(newshound::Searcher& searcher, const newshound::SearchRequest& request) {
  const auto start = std::clock();  // of the processor: other programs may run
  const auto found = searcher.search(request);
  require(std::clock() - start < 10 * CLOCKS_PER_SEC);
  if (!found) {
    const auto& error = found.error();
    require(error.code == newshound::Errc::query && !error.message.empty() && error.span.has_value());
    require(error.span->begin <= error.span->end && error.span->end <= request.query.size());
    return;
  }
  check_hits(*found);
  newshound::SearchRequest again = request;
  again.query = found->query.canonical;
  again.match = newshound::Match::all;
  again.literal = false;
  const auto same = searcher.search(again);
  require(same.has_value() && same->total == found->total && same->hits.size() == found->hits.size());
  for (std::size_t i = 0; i < found->hits.size(); ++i) require(same->hits[i].id == found->hits[i].id);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Archive archive;
  if (size == 0) return 0;
  newshound::SearchRequest request;
  request.query.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  request.match = (data[0] & 1U) != 0 ? newshound::Match::any : newshound::Match::all;
  request.literal = (data[0] & 2U) != 0;
  request.today = 19850;
  request.snippets = 2;
  request.advice = true;
  check(archive.searcher(), request);
  return 0;
}
