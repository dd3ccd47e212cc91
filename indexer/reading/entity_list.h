// The given entities of one article, each once.
#ifndef NEWSHOUND_READING_ENTITY_LIST_H
#define NEWSHOUND_READING_ENTITY_LIST_H

#include <newshound/article.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace newshound::reading {

// Adds an entity that has a name and is not there yet. Compared with the first thousand only: nobody's article has
// more, and a list of a million must not take time with its square.
inline void add_entity(std::string name, std::optional<EntityType> type, std::vector<Entity>& entities) {
  constexpr std::size_t kCompared = 1000;
  Entity entity{std::move(name), type};
  const auto end = entities.begin() + static_cast<std::ptrdiff_t>(std::min(entities.size(), kCompared));
  if (!entity.name.empty() && std::find(entities.begin(), end, entity) == end) entities.push_back(std::move(entity));
}

}  // namespace newshound::reading

#endif
