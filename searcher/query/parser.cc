#include "searcher/query/parser.h"

#include "searcher/query/characters.h"
#include "searcher/query/lexer.h"
#include "searcher/query/limits.h"
#include "searcher/query/literal.h"
#include "searcher/query/printer.h"
#include "searcher/query/query_error.h"
#include "searcher/query/token_warnings.h"
#include "searcher/query/tree_builder.h"

#include <string>
#include <utility>
#include <vector>

namespace newshound::query {
namespace {

struct Tree {
  QueryNode ast;
  std::vector<std::string> warnings;
};

Result<void> check_text(std::string_view text) {
  if (text.size() > kMaxQueryBytes)
    return query_error("the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes",
                       {kMaxQueryBytes, text.size()}, "make it shorter");
  if (const auto at = first_invalid_byte(text))
    return query_error("the query is not UTF-8", {*at, *at + 1}, "give it in UTF-8");
  if (is_blank(text)) return query_error("the query is empty", {0, text.size()}, "write a word, or * for everything");
  return {};
}

Result<Tree> read_tree(std::string_view text, const ParseOptions& options) {
  auto lexed = options.literal ? lex_literally(text) : lex(text);
  if (!lexed) return lexed.error();
  if (lexed->tokens.empty())
    return query_error("the query has no word in it", {0, text.size()}, "write a word, or * for everything");
  if (!options.literal)
    for (auto& warning : token_warnings(lexed->tokens)) lexed->warnings.push_back(std::move(warning));
  auto ast = build_tree(std::move(lexed->tokens), options.match, options.today, lexed->warnings);
  if (!ast) return ast.error();
  return Tree{*std::move(ast), std::move(lexed->warnings)};
}

}  // namespace

Result<ParsedQuery> parse(std::string_view text, const ParseOptions& options) {
  if (auto sound = check_text(text); !sound) return sound.error();
  auto tree = read_tree(text, options);
  if (!tree) return tree.error();
  // Match::any adds groups, the canonical text adds escapes: what is printed must stay within the limits as well.
  if (depth(tree->ast) >= kMaxDepth)
    return query_error("the query is nested too deeply", {0, text.size()}, "make it flatter");
  std::string canonical = canonical_text(tree->ast);
  if (canonical.size() > kMaxQueryBytes)
    return query_error("the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes when written out",
                       {0, text.size()}, "make it shorter");
  return ParsedQuery{std::string(text), std::move(canonical), std::move(tree->ast), std::move(tree->warnings)};
}

}  // namespace newshound::query
