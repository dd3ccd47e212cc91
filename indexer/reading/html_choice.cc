#include "indexer/reading/html_choice.h"

#include <algorithm>
#include <vector>

#include "indexer/reading/html_roles.h"
#include "indexer/reading/html_tree.h"

namespace newshound::reading {
namespace {

// Weights are in bytes of prose. All of these were tuned on the first half of docs/formats.md's pages.
constexpr double kLonelyShare = 0.4;    // what prose weighs that has no other prose beside it
constexpr double kTeaser = -10;         // such prose after the link of a headline
constexpr double kHeading = -10;        // articles have fewer of them than front pages
constexpr std::size_t kLineBytes = 25;  // a shorter line without links is a label,
constexpr double kShortLine = -5;       // which speaks against its surroundings a little,
constexpr double kLineShare = 0.1;      // and a longer one for them
constexpr double kLink = -10;           // beside its bytes
constexpr double kHeaviestLink = -100;
constexpr double kNoProse = 80;    // an element that weighs less holds none worth speaking of
constexpr double kSaysSo = 1.5;    // for an element whose class or itemprop says that it is the article's text
constexpr double kMostOfIt = 0.8;  // an <article> with so much of the chosen prose is the article, the rest others

double weight_of(const Block& block) {
  const auto size = static_cast<double>(block.text.size());
  const auto linked = static_cast<double>(block.linked);
  if (is_prose(block)) return size - linked;
  if (block.kind == BlockKind::heading) return kHeading;
  if (block.linked == 0) return block.text.size() < kLineBytes ? kShortLine : size * kLineShare;
  return std::max(kHeaviestLink, kLink - linked);
}

// For each block and one more, how many prose blocks stand before it.
std::vector<std::size_t> count_prose(const PageBlocks& page) {
  std::vector<std::size_t> counts{0};
  for (const auto& block : page.blocks) counts.push_back(counts.back() + is_prose(block));
  return counts;
}

// A teaser is one paragraph by itself; those of an article stand together.
bool is_lonely(const PageBlocks& page, const std::vector<std::size_t>& prose, const Block& block) {
  const auto& around = page.elements[page.elements[block.element].parent];
  return prose[around.end_block] - prose[around.first_block] < 2;
}

// For each block and one more, what all before it weigh.
std::vector<double> sum_weights(const PageBlocks& page) {
  const auto prose = count_prose(page);
  std::vector<double> sums{0};
  bool after_link = false;
  for (const auto& block : page.blocks) {
    auto weight = weight_of(block);
    if (is_prose(block) && is_lonely(page, prose, block)) weight = after_link ? kTeaser : weight * kLonelyShare;
    sums.push_back(sums.back() + weight);
    after_link = is_most_of(block.linked, block);
  }
  return sums;
}

class Chooser {
 public:
  explicit Chooser(const PageBlocks& page) : page_(page), sums_(sum_weights(page)) {}

  [[nodiscard]] std::size_t choose() const {
    std::size_t best = 0;
    double best_score = score(0);
    for (std::size_t i = 1; i < page_.elements.size(); ++i) {
      if (score(i) < best_score) continue;  // of equals the inner one, which comes later
      best = i;
      best_score = score(i);
    }
    return best_score < kNoProse ? said(best) : narrow(best);
  }

 private:
  [[nodiscard]] double sum(std::size_t element) const {
    return sums_[page_.elements[element].end_block] - sums_[page_.elements[element].first_block];
  }

  [[nodiscard]] double score(std::size_t element) const {
    const auto weight = sum(element);
    return weight > 0 && is_article_text(page_.elements[element].node) ? weight * kSaysSo : weight;
  }

  // On a page without prose (a list of results, verses) the element that says it is the article's text, else an
  // <article>, else what was chosen.
  [[nodiscard]] std::size_t said(std::size_t chosen) const {
    const auto none = page_.elements.size();
    const auto first = [&](auto is_it) {
      for (std::size_t i = 0; i < none; ++i)
        if (page_.elements[i].first_block < page_.elements[i].end_block && is_it(page_.elements[i].node)) return i;
      return none;
    };
    auto found = first(is_article_text);
    if (found == none) found = first([](const xmlNode* node) { return name_of(node) == "article"; });
    return found == none ? chosen : found;
  }

  // The first <article> inside that has most of it.
  [[nodiscard]] std::size_t narrow(std::size_t chosen) const {
    const auto end = page_.elements[chosen].end_block;
    for (auto i = chosen + 1; i < page_.elements.size() && page_.elements[i].first_block < end; ++i)
      if (name_of(page_.elements[i].node) == "article" && sum(i) > kMostOfIt * sum(chosen)) return i;
    return chosen;
  }

  const PageBlocks& page_;
  std::vector<double> sums_;
};

}  // namespace

std::size_t choose_element(const PageBlocks& page) { return Chooser(page).choose(); }

}  // namespace newshound::reading
