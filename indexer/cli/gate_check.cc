#include "indexer/cli/gate_check.h"

#include "indexer/format/program/counted.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace newshound::index_cli {
namespace {

// Articles by outlet, and of the whole archive by the empty name.
Result<std::map<std::string, std::uint64_t>> count_articles(Searcher& searcher) {
  const auto found = searcher.search(
      {.query = "*", .limit = 0, .facets = {{.field = "outlet", .limit = std::numeric_limits<std::uint64_t>::max()}}});
  if (!found) return found.error();
  std::map<std::string, std::uint64_t> counts;
  counts[""] = found->total;
  for (const auto& bucket : found->facets.front().buckets) counts[bucket.value] = bucket.count;
  return counts;
}

std::uint64_t count_of(const std::map<std::string, std::uint64_t>& counts, const std::string& outlet) {
  const auto at = counts.find(outlet);
  return at == counts.end() ? 0 : at->second;
}

class Checker {
 public:
  Checker(Searcher& candidate, Searcher* before) : candidate_(candidate), before_(before) {}

  // Why the line does not hold; empty if it does.
  Result<std::string> check(const GateLine& line) { return line.query.empty() ? check_count(line) : check_hit(line); }

 private:
  Result<std::string> check_hit(const GateLine& line) {
    const auto found = candidate_.search({.query = line.query, .limit = kGateHits, .ids_only = true});
    if (!found && found.error().code == Errc::query) return "the query is wrong: " + found.error().message;
    if (!found) return found.error();
    const auto is_it = [&](const Hit& hit) { return hit.id == line.id; };
    if (std::any_of(found->hits.begin(), found->hits.end(), is_it)) return std::string();
    const auto article = candidate_.article(line.id);
    if (!article) return article.error();
    if (!*article) return "no article has the id " + line.id;
    return line.id + " is not among the first " + std::to_string(kGateHits) + " of " +
           program::counted(found->total, "hit");
  }

  Result<std::string> check_count(const GateLine& line) {
    if (before_ == nullptr) return std::string();
    if (auto counted = count(); !counted) return counted.error();
    const auto old_count = count_of(*old_counts_, line.outlet);
    const auto new_count = count_of(*new_counts_, line.outlet);
    const std::string name = line.outlet.empty() ? "the archive" : line.outlet;
    if (old_count == 0 && new_count == 0 && !line.outlet.empty()) return "no article is from " + name;
    const double least = static_cast<double>(old_count) * (1 - line.percent / 100);
    if (static_cast<double>(new_count) >= least) return std::string();
    return name + " had " + program::counted(old_count, "article") + " and would have " + std::to_string(new_count);
  }

  // Both sides, at the first line that asks.
  Result<void> count() {
    if (new_counts_) return {};
    auto old_counts = count_articles(*before_);
    if (!old_counts) return old_counts.error();
    auto new_counts = count_articles(candidate_);
    if (!new_counts) return new_counts.error();
    old_counts_ = *std::move(old_counts);
    new_counts_ = *std::move(new_counts);
    return {};
  }

  Searcher& candidate_;
  Searcher* before_;
  std::optional<std::map<std::string, std::uint64_t>> old_counts_;
  std::optional<std::map<std::string, std::uint64_t>> new_counts_;
};

}  // namespace

Result<std::vector<GateFailure>> failures(const Gate& gate, Searcher& candidate, Searcher* before) {
  std::vector<GateFailure> failed;
  Checker checker(candidate, before);
  for (const auto& line : gate.lines) {
    auto reason = checker.check(line);
    if (!reason) return reason.error();
    if (!reason->empty()) failed.push_back({line.line, line.text, *std::move(reason)});
  }
  return failed;
}

}  // namespace newshound::index_cli
