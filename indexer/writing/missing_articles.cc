#include "indexer/writing/missing_articles.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace newshound::writing {
namespace {

// Should two ids ever share one, an article that is gone stays.
std::uint64_t hash_of(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

bool lies_in(std::string_view path, std::string_view source) {
  if (!path.starts_with(source)) return false;
  if (path.size() == source.size() || source.ends_with('/')) return true;
  return path[source.size()] == '/' || path[source.size()] == '!';  // below a folder, in an archive
}

MissingArticles::MissingArticles(std::vector<std::string> sources) {
  for (auto& source : sources) sources_.push_back({without_slashes(std::move(source))});
}

void MissingArticles::saw(const std::string& id, const std::string& path) {
  seen_.push_back(hash_of(id));
  for (auto& source : sources_)
    if (lies_in(path, source.path)) ++source.articles;
}

void MissingArticles::rejected(const Rejection& rejection) {
  if (rejection.id.empty())
    broken_sources_.insert(rejection.source);
  else
    seen_.push_back(hash_of(rejection.id));
}

bool MissingArticles::is_unsure(std::string_view path) const {
  return std::any_of(broken_sources_.begin(), broken_sources_.end(),
                     [path](const std::string& broken) { return lies_in(path, broken); });
}

std::vector<std::string> MissingArticles::reasons() const {
  std::vector<std::string> reasons;
  for (const auto& source : sources_) {
    if (source.articles == 0)
      reasons.push_back(source.path + " gave no article, so none of its articles was removed");
    else if (source.known_articles == 0)
      reasons.push_back("no article of the archive came from " + source.path +
                        " under that name, so none was compared with it");
  }
  for (const auto& broken : broken_sources_)
    reasons.push_back("a document of " + broken + " was rejected, so none of its articles was removed");
  return reasons;
}

MissingArticles::Found MissingArticles::find(const std::vector<format::Segment>& segments) {
  std::sort(seen_.begin(), seen_.end());
  Found found;
  for (const auto& segment : segments)
    for (std::uint32_t row = 0; row < segment.entry().rows; ++row) {
      if (!segment.is_alive(row + 1)) continue;
      const auto article = segment.store().without_body(row);
      bool is_compared = false;
      bool is_in_empty_source = false;  // whatever other source it is in as well
      for (auto& source : sources_) {
        if (!lies_in(article.source, source.path)) continue;
        ++source.known_articles;
        is_compared = true;
        is_in_empty_source = is_in_empty_source || source.articles == 0;
      }
      const bool may_go = is_compared && !is_in_empty_source;
      const bool is_seen = std::binary_search(seen_.begin(), seen_.end(), hash_of(article.id));
      if (may_go && !is_seen && !is_unsure(article.source)) found.ids.push_back(article.id);
    }
  found.kept = reasons();
  return found;
}

}  // namespace newshound::writing
