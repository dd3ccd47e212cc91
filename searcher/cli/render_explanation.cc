#include "searcher/cli/render_explanation.h"

#include "indexer/format/program/day_text.h"
#include "indexer/format/program/printable.h"
#include "searcher/cli/layout.h"
#include "searcher/cli/names.h"

#include <sstream>
#include <string>

namespace newshound::search_cli {
namespace {

std::string query_weight(double weight) {
  std::ostringstream text;
  text << '^' << weight;
  return text.str();
}

std::string range_text(const QueryNode& node) {
  return (node.first ? program::day_text(*node.first) : "") + ".." + (node.last ? program::day_text(*node.last) : "");
}

// Behind the name of its kind.
std::string details(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  using Within = QueryNode::Within;
  std::string text;
  if (node.form != QueryNode::Form::any) text.append(" ").append(form_name(node.form));
  if (node.from_capitals) text += " (from its capitals)";
  if (node.kind == Kind::near && node.within == Within::distance) text += " within " + std::to_string(node.distance);
  if (node.within == Within::sentence) text += " within a sentence";
  if (node.within == Within::paragraph) text += " within a paragraph";
  if (node.ordered) text += ", in this order";
  if (node.kind == Kind::phrase && node.distance > 0)
    text += " in any order, with at most " + std::to_string(node.distance) + " others";
  if (node.kind == Kind::word && node.distance > 0) text += ", edits: " + std::to_string(node.distance);
  if (node.weight != 1) text += " " + query_weight(node.weight);
  if (node.must) text += " +";
  if (node.kind == Kind::date_range) text += " " + range_text(node);
  if (node.kind == Kind::number_range)
    text +=
        " " + (node.least ? std::to_string(*node.least) : "") + ".." + (node.most ? std::to_string(*node.most) : "");
  return text;
}

void write_node(std::ostream& out, const QueryNode& node, unsigned depth) {
  out << std::string(2 + 2 * std::size_t{depth}, ' ') << kind_name(node.kind);
  if (!node.field.empty()) out << ' ' << program::printable(node.field);
  if (!node.value.empty()) out << " `" << program::printable(node.value) << '`';
  out << details(node) << '\n';
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

}  // namespace newshound::search_cli
