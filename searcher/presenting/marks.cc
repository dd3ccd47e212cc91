#include "searcher/presenting/marks.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace newshound::presenting {
namespace {

class Collector {
 public:
  explicit Collector(matching::TypedWords typed_words) : typed_words_(std::move(typed_words)) {}

  void visit(const QueryNode& node) {
    using Kind = QueryNode::Kind;
    if (node.kind == Kind::negation) {
      // NOT NOT word is the word.
      if (node.children.front().kind == Kind::negation) visit(node.children.front().children.front());
      return;
    }
    if (node.kind == Kind::word || node.kind == Kind::phrase) add(node);
    for (const auto& child : node.children) visit(child);
  }

  Marks take() { return std::move(marks_); }

 private:
  void add(const QueryNode& node) {
    if (node.field == "byline") return;
    const auto is_same = [&](const QueryNode& other) {
      return node.kind == other.kind && node.value == other.value && node.field == other.field &&
             node.form == other.form && node.distance == other.distance;
    };
    if (std::any_of(added_.begin(), added_.end(), is_same)) return;  // a word marked twice is marked once
    added_.push_back(node);
    Mark mark{typed_words_.read(node)};
    if (mark.words.empty()) return;
    mark.others = node.kind == QueryNode::Kind::phrase ? node.distance : 0;
    mark.in_title = node.field.empty() || node.field == "title";
    mark.in_body = node.field != "title";
    mark.in_lead_only = node.field == "lead";
    marks_.push_back(std::move(mark));
  }

  matching::TypedWords typed_words_;
  std::vector<QueryNode> added_;
  Marks marks_;
};

}  // namespace

Marks marks_of(const QueryNode& ast, matching::TypedWords typed_words) {
  Collector collector(std::move(typed_words));
  collector.visit(ast);
  return collector.take();
}

}  // namespace newshound::presenting
