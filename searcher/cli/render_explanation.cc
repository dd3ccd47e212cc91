#include "searcher/cli/render_explanation.h"

#include "indexer/format/program/day_text.h"
#include "indexer/format/program/printable.h"
#include "searcher/cli/layout.h"
#include "searcher/cli/names.h"

namespace newshound::search_cli {
namespace {

std::string range_text(const QueryNode& node) {
  return (node.first ? program::day_text(*node.first) : "") + ".." + (node.last ? program::day_text(*node.last) : "");
}

void write_node(std::ostream& out, const QueryNode& node, unsigned depth) {
  out << std::string(2 + 2 * std::size_t{depth}, ' ') << kind_name(node.kind);
  if (!node.field.empty()) out << ' ' << program::printable(node.field);
  if (!node.value.empty()) out << " `" << program::printable(node.value) << '`';
  if (node.kind == QueryNode::Kind::near) out << " within " << node.distance;
  if (node.kind == QueryNode::Kind::date_range) out << ' ' << range_text(node);
  out << '\n';
  for (const auto& child : node.children) write_node(out, child, depth + 1);
}

void write_words(std::ostream& out, const Explanation& explanation, const Style& style) {
  if (explanation.words.empty()) return;
  out << bold("words", style) << '\n';
  for (const auto& [word, terms] : explanation.words)
    out << "  " << program::printable(word) << " -> " << program::printable(terms) << '\n';
}

}  // namespace

void write_explanation_text(std::ostream& out, const Explanation& explanation, const Style& style) {
  out << bold("query", style) << "\n  " << program::printable(explanation.query.text) << '\n'
      << bold("understood as", style) << "\n  " << program::printable(explanation.query.canonical) << '\n';
  write_node(out, explanation.query.ast, 0);
  write_words(out, explanation, style);
  out << bold("Xapian query", style) << "\n  " << program::printable(explanation.xapian) << '\n';
  std::vector<BarRow> rows;
  for (const auto& clause : explanation.clauses) rows.push_back({clause.clause, clause.matches});
  rows.push_back({"all together", explanation.total});
  out << bold("articles that match", style) << '\n' << bars(rows, 0, style);
}

void write_empty_clauses(std::ostream& out, const Explanation& explanation) {
  bool said = false;
  for (const auto& clause : explanation.clauses) {
    if (clause.matches > 0) continue;
    out << "No article matches " << program::printable(clause.clause) << " on its own.\n";
    said = true;
  }
  if (!said && explanation.clauses.size() > 1)
    out << "Each part of the query matches some articles, but none matches them all.\n";
}

}  // namespace newshound::search_cli
