#include "searcher/presenting/marks.h"

#include <cstddef>
#include <utility>

namespace newshound::presenting {
namespace {

class Collector {
 public:
  Collector(const std::vector<std::string>& stemmers, format::Analyser& analyser)
      : stemmers_(stemmers), analyser_(analyser) {}

  void visit(const QueryNode& node) {
    using Kind = QueryNode::Kind;
    if (node.kind == Kind::negation) return;
    if (node.kind == Kind::word || node.kind == Kind::phrase) add(node);
    for (const auto& child : node.children) visit(child);
  }

  Marks take() { return std::move(marks_); }

 private:
  void add(const QueryNode& node) {
    if (!node.field.empty() && node.field != "title") return;
    Mark mark;
    mark.in_body = node.field.empty();
    bool unspaced = false;
    for (const auto& token : analyser_.analyse(node.value, "")) {
      mark.words.push_back({std::string(token.term), {}});
      unspaced = unspaced || token.unspaced;
    }
    if (mark.words.empty()) return;
    if (node.kind == QueryNode::Kind::word && mark.words.size() == 1 && !unspaced)
      add_stems(node.value, mark.words.front());
    marks_.push_back(std::move(mark));
  }

  void add_stems(const std::string& text, MarkedWord& word) {
    for (const auto& stemmer : stemmers_) {
      const auto& token = analyser_.analyse(text, stemmer).front();
      word.stems.push_back({stemmer, std::string(token.stem), std::string(token.plain_stem)});
    }
  }

  const std::vector<std::string>& stemmers_;
  format::Analyser& analyser_;
  Marks marks_;
};

}  // namespace

Marks marks_of(const QueryNode& ast, const std::vector<std::string>& stemmers, format::Analyser& analyser) {
  Collector collector(stemmers, analyser);
  collector.visit(ast);
  return collector.take();
}

}  // namespace newshound::presenting
