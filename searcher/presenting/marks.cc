#include "searcher/presenting/marks.h"

#include <utility>

namespace newshound::presenting {
namespace {

class Collector {
 public:
  explicit Collector(matching::TypedWords typed_words) : typed_words_(std::move(typed_words)) {}

  void visit(const QueryNode& node) {
    using Kind = QueryNode::Kind;
    if (node.kind == Kind::negation) return;
    if (node.kind == Kind::word || node.kind == Kind::phrase) add(node);
    for (const auto& child : node.children) visit(child);
  }

  Marks take() { return std::move(marks_); }

 private:
  void add(const QueryNode& node) {
    if (node.field == "byline") return;
    Mark mark{typed_words_.read(node)};
    if (mark.words.empty()) return;
    mark.others = node.kind == QueryNode::Kind::phrase ? node.distance : 0;
    mark.in_title = node.field.empty() || node.field == "title";
    mark.in_body = node.field != "title";
    mark.in_lead_only = node.field == "lead";
    marks_.push_back(std::move(mark));
  }

  matching::TypedWords typed_words_;
  Marks marks_;
};

}  // namespace

Marks marks_of(const QueryNode& ast, matching::TypedWords typed_words) {
  Collector collector(std::move(typed_words));
  collector.visit(ast);
  return collector.take();
}

}  // namespace newshound::presenting
