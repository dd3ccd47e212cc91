#include "tests/oracle/random_archive.h"

#include <string>
#include <vector>

namespace newshound::oracle {

void RandomArchive::commit(std::size_t articles, std::size_t removals) {
  constexpr std::size_t kIds = 60;  // few, so that articles replace each other
  std::vector<std::string> removed;
  for (std::size_t i = 0; i < removals; ++i) removed.push_back(std::to_string(news.below(kIds)));
  for (const auto& id : removed) naive.remove(id);
  std::vector<Article> put;
  for (std::size_t i = 0; i < articles; ++i) put.push_back(news.article(std::to_string(news.below(kIds))));
  for (const auto& article : put) naive.put(article, today_);
  archive.commit(put, removed, today_);
  ++today_;
}

void RandomArchive::fill() {
  commit(30, 0);
  commit(20, 5);
  commit(8, 3);
  commit(3, 3);
}

}  // namespace newshound::oracle
