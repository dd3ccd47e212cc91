// Searching an archive. A Searcher is a snapshot: one generation of the archive, unchanged until refresh().
//
//   auto searcher = newshound::Searcher::open("news.idx");
//   auto found = searcher->search({.query = "harbour ferry outlet:\"Harbour Gazette\"", .facets = {{"outlet", 10}}});
//   if (!found) return show(found.error());
//   for (const auto& hit : found->hits) use(hit);
//
// Thread rule: different searchers are free, in any number of threads and processes, while one writer writes; one
// searcher, one thread at a time. It takes no lock and writes nothing.
#ifndef NEWSHOUND_SEARCHER_H
#define NEWSHOUND_SEARCHER_H

#include <newshound/result.h>
#include <newshound/results.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace newshound {

enum class Match { all, any };  // how words that stand side by side are joined
enum class Sort { relevance, newest, oldest };
// Whether SearchResults::total must be exact. An estimate lets a search by relevance leave out articles that are too
// weak to become hits; the hits are the same. With facets or a histogram, and in any other order, totals are exact
// anyway.
enum class Count { exact, estimate };

struct FacetRequest {
  std::string field;         // outlet, entity, person, org, place, section, language, byline
  std::uint64_t limit = 10;  // buckets returned; all matches are counted whatever it is
  // Counted as if the query had no filter of this field: what choosing another value would find (multi-select). Filters
  // are clauses of the query that must hold, or SearchRequest::filters; a clause that must not match stays.
  bool without_own_filter = false;
};

// A clause given beside the query text, as if the query had gone on `field:"value"`. Values of one field are
// alternatives; different fields must all hold. Fields: those of facets, and after, before.
struct Filter {
  std::string field;
  std::string value;
};

struct SearchRequest {
  std::string query;     // searcher/QUERY_SYNTAX.md; empty with filters: everything they leave
  bool literal = false;  // plain words, nothing in them is an operator
  Match match = Match::all;
  Sort sort = Sort::relevance;
  std::uint64_t limit = 10;  // hits returned; 0: totals and facets only
  std::uint64_t offset = 0;
  std::vector<FacetRequest> facets = {};
  std::optional<DateUnit> histogram = {};
  std::vector<Filter> filters = {};
  bool ids_only = false;          // of each hit only rank, id and score: no article is read
  unsigned snippets = 1;          // for each hit
  unsigned snippet_bytes = 240;   // the most a snippet may have
  std::optional<Day> today = {};  // what date:yesterday counts from; the current UTC day if absent
  Count count = Count::exact;
  bool advice = false;   // also what spelling finds more, and why nothing matches; takes time only where there is cause
  unsigned threads = 1;  // segments of the archive searched at the same time; what is found does not depend on it
  // How long the search may take. What was found until then is the answer, with SearchResults::partial. Advice that
  // would take longer is left out.
  std::optional<std::chrono::milliseconds> timeout = {};
};

struct OpenOptions {
  // Reads every byte of every segment, and leaves out those that are damaged; missing() names them, and so does each
  // answer. For a damaged archive that must answer until it is mended.
  bool skip_damaged = false;
};

class Searcher {
 public:
  // Errc::archive_not_found, Errc::wrong_version, Errc::damaged, Errc::io.
  static Result<Searcher> open(const std::string& path, OpenOptions options = {});

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Errc::query with a span; Errc::usage for an unknown facet or filter; Errc::damaged.
  Result<SearchResults> search(const SearchRequest& request);

  // How the query is understood and what each clause matches alone.
  Result<Explanation> explain(const SearchRequest& request);

  // The stored article; empty if there is none with that id.
  Result<std::optional<Article>> article(const std::string& id);

  // Words, outlets and entities that begin with `prefix` (entities and outlets also with a word of theirs), case and
  // accents folded: words first, then outlets, then entities, at most `limit` of each, the most frequent first. The
  // first call for a snapshot reads its vocabulary and counts its outlets and entities.
  Result<std::vector<Suggestion>> suggest(const std::string& prefix, std::uint64_t limit = 10);

  Result<ArchiveInfo> info();

  [[nodiscard]] std::uint64_t generation() const;

  // Names of the segments that were left out because they are damaged.
  [[nodiscard]] const std::vector<std::string>& missing() const;

  // Moves to the archive's current generation; true if it was another one.
  Result<bool> refresh();

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The fields a query may name.
Result<std::vector<FieldInfo>> query_fields();

}  // namespace newshound

#endif
