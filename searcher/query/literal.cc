#include "searcher/query/literal.h"

#include "searcher/query/characters.h"

#include <cstddef>
#include <string>
#include <utility>

namespace newshound::query {
namespace {

// Past the run, or past the spaces, that begin at text[at].
std::size_t end_of(std::string_view text, std::size_t at, bool spaces) {
  while (at < text.size()) {
    const Character character = character_at(text, at);
    if (is_space(character.code) != spaces) break;
    at += character.length;
  }
  return at;
}

}  // namespace

Result<TokenList> lex_literally(std::string_view text) {
  TokenList list;
  std::vector<std::string> dropped;
  for (std::size_t at = end_of(text, 0, true); at < text.size();) {
    const std::size_t end = end_of(text, at, false);
    std::string run(text.substr(at, end - at));
    if (has_word_character(run))
      list.tokens.push_back({.text = std::move(run), .plain = true, .span = {at, end}, .value_span = {at, end}});
    else
      dropped.push_back(std::move(run));
    at = end_of(text, end, true);
  }
  list.warnings = dropped_warnings(dropped);
  return list;
}

}  // namespace newshound::query
