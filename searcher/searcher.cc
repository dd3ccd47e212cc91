// The public Searcher: text -> tree -> plan -> matches -> results. Each step is one room; this file only hands on.
#include <newshound/searcher.h>

#include "indexer/format/dates.h"
#include "indexer/format/guard.h"
#include "searcher/matching/facets.h"
#include "searcher/matching/match.h"
#include "searcher/matching/own_filters.h"
#include "searcher/matching/plan.h"
#include "searcher/matching/segment_query.h"
#include "searcher/matching/stop_words.h"
#include "searcher/presenting/capitals.h"
#include "searcher/presenting/hit.h"
#include "searcher/presenting/spelling.h"
#include "searcher/presenting/suggester.h"
#include "searcher/presenting/why_empty.h"
#include "searcher/query/characters.h"
#include "searcher/query/filters.h"
#include "searcher/query/parser.h"
#include "searcher/query/printer.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <set>
#include <utility>

namespace newshound {
namespace {

using Clock = std::chrono::steady_clock;
using Names = std::vector<std::string>;

Day utc_today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<Day>(now.time_since_epoch().count());
}

ParsedQuery parse(const SearchRequest& request) {
  ParsedQuery parsed;
  parsed.text = request.query;
  const Day today = request.today.value_or(utc_today());
  const bool is_empty = request.query.find_first_not_of(" \t\r\n") == std::string::npos;
  if (!is_empty || request.filters.empty()) {
    const query::ParseOptions options{request.match, request.literal, today};
    parsed = format::value_or_throw(query::parse(request.query, options));
  }
  parsed.ast = format::value_or_throw(query::with_filters(std::move(parsed.ast), request.filters, today));
  parsed.canonical = query::canonical_text(parsed.ast);
  return parsed;
}

// What explain says a stop word became.
constexpr const char* kStopWord = "a stop word, left out";

// In a literal query no sign can bring them back.
std::string stop_word_warning(const std::vector<std::string>& left_out, bool is_literal) {
  std::string words;
  for (const auto& word : left_out) words.append(words.empty() ? "" : ", ").append(word);
  const auto warning = std::string(left_out.size() == 1 ? "stop word" : "stop words") + " left out: " + words;
  return is_literal ? warning : warning + " (write +" + left_out.front() + " to search for it)";
}

const format::FieldSpec& facet_field(const std::string& name) {
  const auto* field = format::find_facet(name);
  if (field == nullptr) {
    std::string names;
    for (const auto& known : format::kFields)
      if (!known.facet.empty()) names.append(names.empty() ? "" : ", ").append(known.facet);
    throw format::Failure(Errc::usage, "there is no facet \"" + name + "\"", "facets are " + names);
  }
  return *field;
}

}  // namespace

struct Searcher::State {
  State(std::string archive, OpenOptions given)
      : path(std::move(archive)),
        options(given),
        snapshot(path, options.skip_damaged),
        statistics(snapshot),
        facets(snapshot),
        vocabularies(snapshot) {}

  // Everything a query needs of its snapshot; replaced as a whole by refresh().
  std::string path;
  OpenOptions options;
  matching::Snapshot snapshot;
  matching::Statistics statistics;
  matching::FacetCounter facets;
  format::Analyser analyser;
  matching::StopWords stop_words;
  matching::Vocabularies vocabularies;
  presenting::CapitalsWarner capitals;
  std::optional<presenting::Suggester> suggester;

  // The query without its stop words, and the plan of that.
  struct Planned {
    QueryNode ast;
    matching::Plan plan;
  };
  Planned plan(ParsedQuery& query, bool is_literal, const matching::Extent& extent);
  matching::Planner planner() { return {snapshot, statistics, vocabularies, analyser, stop_words}; }
  [[nodiscard]] matching::Extent extent(unsigned threads, matching::Deadline deadline = {}) const {
    return {snapshot, statistics.average_length(), threads, deadline};
  }

  SearchResults search(const SearchRequest& request);
  void find(const SearchRequest& request, const matching::Extent& extent, SearchResults& results);
  void note_missing(const std::set<std::size_t>& cut_short, SearchResults& results) const;
  std::vector<matching::Match> match(const SearchRequest& request, const Planned& planned,
                                     const matching::Extent& extent, SearchResults& results);
  matching::Matches count(const SearchRequest& request, const Planned& planned, const matching::Extent& extent,
                          SearchResults& results);
  std::vector<Hit> hits(const SearchRequest& request, const std::vector<matching::Match>& matches, const QueryNode& ast,
                        matching::Deadline deadline, SearchResults& results);
  void advise(const Planned& planned, const matching::Extent& extent, SearchResults& results);
  std::uint64_t count_all(const QueryNode& ast, const matching::Extent& extent);
  Explanation explain(const SearchRequest& request);
  std::vector<Suggestion> suggest(const std::string& prefix, std::uint64_t limit);
  void make_suggester();
  ArchiveInfo info();
};

Searcher::State::Planned Searcher::State::plan(ParsedQuery& query, bool is_literal, const matching::Extent& extent) {
  auto [ast, left_out] = matching::StopWordFilter(snapshot, statistics, analyser, stop_words).apply(query.ast);
  auto plan = planner().plan(ast);
  query.warnings.insert(query.warnings.end(), plan.warnings.begin(), plan.warnings.end());
  for (const auto& word : left_out) plan.words.emplace_back(word, kStopWord);
  if (!left_out.empty()) query.warnings.push_back(stop_word_warning(left_out, is_literal));
  for (auto& warning : capitals.warnings(ast, planner(), extent)) query.warnings.push_back(std::move(warning));
  return {std::move(ast), std::move(plan)};
}

// Once the time is up, without snippets.
std::vector<Hit> Searcher::State::hits(const SearchRequest& request, const std::vector<matching::Match>& matches,
                                       const QueryNode& ast, matching::Deadline deadline, SearchResults& results) {
  std::optional<presenting::HitMaker> maker;
  if (!request.ids_only)
    maker.emplace(ast, matching::TypedWords(snapshot.stemmers(), analyser, stop_words), analyser, request.snippets,
                  request.snippet_bytes);
  std::vector<Hit> hits;
  std::uint64_t rank = request.offset;
  for (const auto& match : matches) {
    if (maker && maker->needs_body() && deadline.is_past()) {
      maker->leave_out_snippets();
      results.partial = Partial{Partial::Reason::timeout, results.partial ? results.partial->missing : Names()};
    }
    const auto& segment = snapshot.segments()[match.segment];
    hits.emplace_back();
    if (!maker)
      hits.back().id = segment.columns().id(match.row);
    else
      hits.back() = maker->make(maker->needs_body() ? segment.store().article(match.row)
                                                    : segment.store().without_body(match.row));
    hits.back().rank = ++rank;
    hits.back().score = match.score;
  }
  return hits;
}

// Every match; fills in the facets.
matching::Matches Searcher::State::count(const SearchRequest& request, const Planned& planned,
                                         const matching::Extent& extent, SearchResults& results) {
  std::vector<std::string> alone;
  for (const auto& facet : request.facets)
    if (facet.without_own_filter) alone.emplace_back(facet_field(facet.field).name);
  const auto split = matching::split_own_filters(planned.ast, alone);
  matching::MultiSelectMatches found;
  if (split.filters.empty()) {
    found.all = matching::find_all(planned.plan, extent);
  } else {
    auto planner = this->planner();
    std::vector<matching::Matches> filters;
    for (const auto& filter : split.filters) filters.push_back(matching::find_all(planner.plan(filter), extent));
    found = matching::join_own_filters(matching::find_all(planner.plan(split.rest), extent), filters);
  }
  for (const auto& facet : request.facets) {
    const auto& field = facet_field(facet.field);
    const auto own = std::find(split.fields.begin(), split.fields.end(), field.name) - split.fields.begin();
    const bool is_alone = facet.without_own_filter && static_cast<std::size_t>(own) < split.fields.size();
    const auto& matches = is_alone ? found.without[static_cast<std::size_t>(own)] : found.all;
    results.facets.push_back(facets.count(matches, field, facet.limit));
  }
  return std::move(found.all);
}

// The hits; fills in the totals, and counts facets and days where they are asked for, which takes every match.
std::vector<matching::Match> Searcher::State::match(const SearchRequest& request, const Planned& planned,
                                                    const matching::Extent& extent, SearchResults& results) {
  const auto& plan = planned.plan;
  const bool wants_counts = !request.facets.empty() || request.histogram || extent.deadline.is_set();
  if (!wants_counts && request.limit == 0) {
    results.total = matching::count_matches(plan, extent);
    return {};
  }
  if (!wants_counts && plan.scores && request.sort == Sort::relevance) {
    auto best = matching::find_best(plan, extent, request.offset, request.limit, request.count);
    results.total = best.total;
    results.total_exact = results.total_exact && best.total_exact;
    return std::move(best.hits);
  }
  const auto all = count(request, planned, extent, results);
  results.total = all.total;
  note_missing(all.cut_short, results);
  if (request.histogram) results.histogram = matching::count_days(all, snapshot, *request.histogram);
  return matching::best_of(all, snapshot, request.sort, request.offset, request.limit);
}

SearchResults Searcher::State::search(const SearchRequest& request) {
  const auto start = Clock::now();
  SearchResults results;
  results.query = parse(request);
  for (const auto& facet : request.facets) (void)facet_field(facet.field);  // refused before the work
  results.generation = snapshot.manifest().generation;
  note_missing({}, results);
  find(request, extent(request.threads, matching::Deadline(request.timeout)), results);
  results.elapsed_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return results;
}

void Searcher::State::find(const SearchRequest& request, const matching::Extent& extent, SearchResults& results) {
  std::optional<Planned> planned;
  try {
    planned = plan(results.query, request.literal, extent);
    const auto matches = match(request, *planned, extent, results);
    results.hits = hits(request, matches, planned->ast, extent.deadline, results);
  } catch (const matching::TimedOut&) {  // before any segment was searched
    std::set<std::size_t> all;
    for (std::size_t i = 0; i < snapshot.segments().size(); ++i) all.insert(i);
    return note_missing(all, results);
  }
  const bool is_late = results.partial && results.partial->reason == Partial::Reason::timeout;
  if (request.advice && !is_late) try {
      advise(*planned, extent, results);
    } catch (const matching::TimedOut&) {  // advice can be done without
    }
}

// Damaged segments of the archive, and those that were not searched to their end.
void Searcher::State::note_missing(const std::set<std::size_t>& cut_short, SearchResults& results) const {
  if (cut_short.empty() && snapshot.missing().empty()) return;
  results.partial =
      Partial{cut_short.empty() ? Partial::Reason::damaged : Partial::Reason::timeout, snapshot.missing()};
  for (const auto i : cut_short) results.partial->missing.push_back(snapshot.segments()[i].entry().name);
  results.total_exact = false;
}

// Of the query without its stop words.
std::uint64_t Searcher::State::count_all(const QueryNode& ast, const matching::Extent& extent) {
  const auto found = matching::StopWordFilter(snapshot, statistics, analyser, stop_words).apply(ast);
  return matching::count_matches(planner().plan(found.ast), extent);
}

void Searcher::State::advise(const Planned& planned, const matching::Extent& extent, SearchResults& results) {
  presenting::Speller speller(snapshot, statistics, vocabularies, analyser);
  if (const auto corrected = speller.corrected(results.query.ast)) {
    const auto total = count_all(*corrected, extent);
    if (total > results.total) results.did_you_mean = Correction{query::canonical_text(*corrected), total};
  }
  if (results.total > 0) return;
  const auto count = [&](const QueryNode& ast) { return matching::count_matches(planner().plan(ast), extent); };
  results.why_empty = presenting::why_empty(planned.ast, count, snapshot.days());
}

void Searcher::State::make_suggester() {
  const auto all = matching::find_all(planner().plan({}), extent(1));
  std::vector<presenting::CountedValues> values;
  for (const auto& [kind, name] :
       {std::pair(Suggestion::Kind::outlet, "outlet"), {Suggestion::Kind::entity, "entity"}}) {
    auto counted = facets.count(all, facet_field(name), std::numeric_limits<std::uint32_t>::max());
    values.push_back({kind, name, std::move(counted.buckets)});
  }
  const auto count = [this](const QueryNode& clause) {
    return matching::count_matches(planner().plan(clause), extent(1));
  };
  suggester.emplace(snapshot, count, vocabularies, analyser, std::move(values));
}

std::vector<Suggestion> Searcher::State::suggest(const std::string& prefix, std::uint64_t limit) {
  if (query::first_invalid_byte(prefix))
    throw format::Failure(Errc::usage, "what is to be completed is not UTF-8", "give it in UTF-8");
  const auto folded = format::fold_value(prefix);
  if (folded.empty())
    throw format::Failure(Errc::usage, "there is nothing to complete", "give the beginning of a word");
  if (!suggester) make_suggester();
  return suggester->suggest(folded, limit);
}

Explanation Searcher::State::explain(const SearchRequest& request) {
  Explanation explanation;
  explanation.query = parse(request);
  const auto extent = this->extent(request.threads);
  const auto planned = plan(explanation.query, request.literal, extent).plan;
  explanation.words = planned.words;
  explanation.total = matching::count_matches(planned, extent);
  if (!snapshot.segments().empty())
    explanation.xapian = matching::segment_query(planned.root, snapshot.segments().front(), statistics.average_length())
                             .get_description();
  const auto& ast = explanation.query.ast;
  const bool has_clauses = ast.kind == QueryNode::Kind::conjunction || ast.kind == QueryNode::Kind::disjunction;
  auto planner = this->planner();
  for (const auto& clause : has_clauses ? ast.children : std::vector<QueryNode>{ast}) {
    if (planner.holds_no_word(clause)) continue;  // left out, with a warning
    // MAYBE filters nothing; what is worth knowing is how many have it.
    const auto& counted = clause.kind == QueryNode::Kind::maybe ? clause.children.front() : clause;
    explanation.clauses.push_back(
        {query::canonical_text(clause), clause.span, matching::count_matches(planner.plan(counted), extent)});
  }
  return explanation;
}

ArchiveInfo Searcher::State::info() {
  const auto& manifest = snapshot.manifest();
  ArchiveInfo info;
  info.path = path;
  info.generation = manifest.generation;
  info.written = manifest.written;
  info.analyser = manifest.analyser;
  info.articles = snapshot.articles();
  info.segments = snapshot.segments().size();
  info.bytes = manifest.bytes();
  const auto all = matching::find_all(planner().plan({}), extent(1));
  for (const auto& field : format::kFields) {
    if (field.facet.empty()) continue;
    const auto facet = facets.count(all, field, field.facet == "language" ? all.total : 0);
    info.fields.push_back({facet.field, all.total - facet.unknown, facet.distinct});
    if (field.facet == "language") info.languages = facet.buckets;
  }
  std::uint64_t dated = 0;
  std::set<Day> days;
  for (std::size_t i = 0; i < all.by_segment.size(); ++i) {
    for (const auto& found : all.by_segment[i]) {
      const Day day = snapshot.segments()[i].columns().day(found.row);
      if (day == format::kNoDay) continue;
      ++dated;
      days.insert(day);
    }
  }
  if (!days.empty()) info.first_day = *days.begin();
  if (!days.empty()) info.last_day = *days.rbegin();
  info.fields.push_back({"date", dated, days.size()});
  return info;
}

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::string& path, OpenOptions options) {
  return format::guard("open " + path, [&] { return Searcher(std::make_unique<State>(path, options)); });
}

const std::vector<std::string>& Searcher::missing() const { return state_->snapshot.missing(); }

Result<SearchResults> Searcher::search(const SearchRequest& request) {
  return format::guard("search " + state_->path, [&] { return state_->search(request); });
}

Result<Explanation> Searcher::explain(const SearchRequest& request) {
  return format::guard("search " + state_->path, [&] { return state_->explain(request); });
}

Result<std::optional<Article>> Searcher::article(const std::string& id) {
  return format::guard("read article \"" + id + "\"", [&]() -> std::optional<Article> {
    const auto place = state_->snapshot.find(id);
    if (!place) return {};
    return place->segment->store().article(place->document - 1);
  });
}

Result<std::vector<Suggestion>> Searcher::suggest(const std::string& prefix, std::uint64_t limit) {
  return format::guard("complete \"" + prefix + "\"", [&] { return state_->suggest(prefix, limit); });
}

Result<ArchiveInfo> Searcher::info() {
  return format::guard("describe " + state_->path, [&] { return state_->info(); });
}

std::uint64_t Searcher::generation() const { return state_->snapshot.manifest().generation; }

Result<bool> Searcher::refresh() {
  return format::guard("refresh " + state_->path, [&] {
    const auto current = format::read_current_manifest(format::ArchivePaths(state_->path)).generation;
    if (current == generation()) return false;
    state_ = std::make_unique<State>(state_->path, state_->options);
    return true;
  });
}

Result<std::vector<FieldInfo>> query_fields() {
  return format::guard("list the fields", [] {
    std::vector<FieldInfo> fields;
    for (const auto& field : format::kFields) {
      FieldInfo info{
          std::string(field.name), {}, std::string(field.help), std::string(field.example), !field.facet.empty()};
      for (auto alias : field.aliases)
        if (!alias.empty()) info.aliases.emplace_back(alias);
      fields.push_back(std::move(info));
    }
    return fields;
  });
}

}  // namespace newshound
