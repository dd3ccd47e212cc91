// The whole of Newshound in one short program: put three articles into an archive, search them, count by outlet.
// Usage: sample_search_news DIRECTORY (made if it is missing)
#include <newshound/newshound.h>

#include <iostream>

int fail(const newshound::Error& error) {
  std::cerr << error.message << '\n';
  return 1;
}

int main(int argc, char** argv) {
  const std::string archive = argc > 1 ? argv[1] : "sample.idx";
  auto indexer = newshound::Indexer::open(archive);
  if (!indexer) return fail(indexer.error());
  const std::vector<newshound::Article> articles = {
      {.id = "a", .title = "Ferry resumes service", .body = "The ferry sails on Monday.", .outlet = "Harbour Gazette"},
      {.id = "b", .title = "Islands cheer the boat", .body = "The first ferry was full.", .outlet = "Northern Ledger"},
      {.id = "c", .title = "Oyster beds reopen", .body = "Growers welcome the news.", .outlet = "Harbour Gazette"}};
  for (const auto& article : articles)
    if (auto put = indexer->put(article); !put) return fail(put.error());
  if (auto report = indexer->commit(); !report) return fail(report.error());

  auto searcher = newshound::Searcher::open(archive);
  if (!searcher) return fail(searcher.error());
  auto found = searcher->search({.query = "ferry", .facets = {{"outlet", 10}}});
  if (!found) return fail(found.error());
  std::cout << found->total << " articles\n";
  for (const auto& hit : found->hits) std::cout << hit.title << " (" << hit.outlet << ")\n";
  for (const auto& bucket : found->facets[0].buckets) std::cout << bucket.count << ' ' << bucket.value << '\n';
}
