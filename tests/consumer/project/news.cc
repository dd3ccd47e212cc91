// A program outside the project that uses both halves: writes an archive and searches it.
#include <newshound/newshound.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto indexer = newshound::Indexer::open(argv[1]);
  if (!indexer) return std::cerr << indexer.error().message << '\n', 1;
  newshound::Article article;
  article.id = "gazette-1";
  article.title = "Ferry resumes service";
  article.body = "The harbour ferry resumed service on Monday.";
  article.outlet = "Harbour Gazette";
  if (auto put = indexer->put(article); !put) return std::cerr << put.error().message << '\n', 1;
  if (auto report = indexer->commit(); !report) return std::cerr << report.error().message << '\n', 1;

  auto searcher = newshound::Searcher::open(argv[1]);
  if (!searcher) return std::cerr << searcher.error().message << '\n', 1;
  auto found = searcher->search({.query = "outlet:\"harbour gazette\" ferries", .facets = {{"outlet", 10}}});
  if (!found) return std::cerr << found.error().message << '\n', 1;
  for (const auto& hit : found->hits) std::cout << hit.id << ' ' << hit.title << '\n';
  for (const auto& bucket : found->facets.front().buckets) std::cout << bucket.value << ' ' << bucket.count << '\n';
}
