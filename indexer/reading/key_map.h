// Which JSON key feeds which part of an article.
#ifndef NEWSHOUND_READING_KEY_MAP_H
#define NEWSHOUND_READING_KEY_MAP_H

#include <newshound/result.h>

#include <string>
#include <utility>
#include <vector>

namespace newshound::reading {

enum class Part { id, title, body, outlet, published, byline, section, url, language, entities, people, orgs, places };

struct Key {
  std::string name;
  Part part;
};

// Keys in order of preference within each part: the first that has a value gives it (entities come from all). `map`
// holds pairs {part, key}: the keys of a part replace the usual ones, and a key of the map feeds nothing else.
// Errc::usage names an unknown part, all there are and the nearest.
Result<std::vector<Key>> make_keys(const std::vector<std::pair<std::string, std::string>>& map);

}  // namespace newshound::reading

#endif
