#include "tests/matching/test_archive.h"

#include "indexer/format/guard.h"

namespace newshound {

Article small_article(const std::string& id, const std::string& body) {
  Article article;
  article.id = id;
  article.body = body;
  article.language = "en";
  return article;
}

std::uint64_t TestArchive::commit(const std::vector<Article>& articles, const std::vector<std::string>& removed,
                                  std::optional<Day> today) const {
  IndexOptions options;
  options.threads = 1;  // one segment a commit
  options.today = today;
  auto indexer = format::value_or_throw(Indexer::open(path(), options));
  for (const auto& id : removed) (void)format::value_or_throw(indexer.remove(id));
  for (const auto& article : articles) (void)format::value_or_throw(indexer.put(article));
  return format::value_or_throw(indexer.commit()).generation;
}

void TestArchive::compact() const { (void)format::value_or_throw(newshound::compact(path())); }

Searcher TestArchive::searcher() const { return format::value_or_throw(Searcher::open(path())); }

std::vector<std::string> ids(const std::vector<Hit>& hits) {
  std::vector<std::string> list;
  for (const auto& hit : hits) list.push_back(hit.id);
  return list;
}

std::vector<std::string> find(Searcher& searcher, const std::string& query) {
  return ids(format::value_or_throw(searcher.search({.query = query, .limit = 1'000, .snippets = 0})).hits);
}

}  // namespace newshound
