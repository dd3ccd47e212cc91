// What a search gives back: plain values that own everything and stay valid after the searcher is gone.
#ifndef NEWSHOUND_RESULTS_H
#define NEWSHOUND_RESULTS_H

#include <newshound/article.h>
#include <newshound/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace newshound {

// One node of a parsed query. Which members mean something depends on the kind.
struct QueryNode {
  enum class Kind {
    everything,    // *
    word,          // value: the word as typed; field: empty or a text field
    phrase,        // value: the text between the quotes, "*" alone for any one word; field: empty or a text field
    near,          // children: words or phrases of one field, each near the one before as `within` and `ordered` say
    conjunction,   // children: all of them
    disjunction,   // children: any of them
    negation,      // children: one, that must not match
    maybe,         // children: one, that ranks articles higher and filters nothing
    filter,        // field and value: an exact facet value, id, url
    similar,       // field: like; value: the id of an article; the articles that are about the same
    unknown,       // field: articles without a value for it (outlet:unknown)
    has,           // field: articles with a value for it (has:date)
    date_range,    // field: date or added; first..last, both included; an absent one is open
    number_range,  // field: words; least..most, both included; an absent one is open
  };
  // How a word of an article must be written to be this word; case and accents do not matter but for exact_case.
  enum class Form {
    any,         // any form of its stem
    exact,       // =word: this form, unstemmed
    exact_case,  // ==word: this form in just these letters; dots do not count, so that U.S. is US
    pattern,     // value has * for any characters and ? for one; forms, unstemmed
    fuzzy,       // forms, unstemmed, that `distance` edits or fewer make of the value
  };
  enum class Within { distance, sentence, paragraph };

  Kind kind = Kind::everything;
  std::string field;
  std::string value;
  bool must = false;           // of a word, written with a +: it is looked for even if it is a stop word
  Form form = Form::any;       // of a word
  bool from_capitals = false;  // of a word: its form follows from its capitals, no sign was typed
  double weight = 1;           // of a word or phrase: its score is multiplied by this
  // Of near within a distance: the positions of neighbours differ by 1 to this. Of a phrase: its words stand in any
  // order with at most this many others among them; 0: in their order, with none. Of a fuzzy word: edits.
  unsigned distance = 0;
  Within within = Within::distance;
  bool ordered = false;  // of near: in this order only
  std::optional<Day> first;
  std::optional<Day> last;
  std::optional<std::uint32_t> least;
  std::optional<std::uint32_t> most;
  std::vector<QueryNode> children;
  Span span;  // bytes of the query text it came from; empty for clauses added by a program

  // Spans and from_capitals do not count: two texts may mean the same query.
  friend bool operator==(const QueryNode& a, const QueryNode& b) {
    return a.kind == b.kind && a.field == b.field && a.value == b.value && a.must == b.must && a.form == b.form &&
           a.weight == b.weight && a.distance == b.distance && a.within == b.within && a.ordered == b.ordered &&
           a.first == b.first && a.last == b.last && a.least == b.least && a.most == b.most && a.children == b.children;
  }
};

// A query as it was understood.
struct ParsedQuery {
  std::string text;       // as given
  std::string canonical;  // parses to the same tree
  QueryNode ast;
  std::vector<std::string> warnings;
};

// A piece of the stored body. `text` equals the body's bytes from `offset` on; marks are byte spans within `text`.
struct Snippet {
  std::string text;
  std::vector<Span> marks;
  std::size_t offset = 0;
};

struct Hit {
  std::uint64_t rank = 0;  // 1-based, over all pages
  std::string id;
  double score = 0;  // BM25; 0 if the query has filters only
  std::string title;
  std::vector<Span> title_marks;
  std::string outlet;  // empty: unknown; so for all below
  std::optional<Day> day;
  std::string published;  // as given
  std::string url;
  std::string language;
  std::string byline;
  std::string section;
  std::vector<Entity> entities;
  std::vector<Snippet> snippets;
};

struct FacetBucket {
  std::string value;
  std::uint64_t count = 0;
  friend bool operator==(const FacetBucket&, const FacetBucket&) = default;
};

struct FacetResult {
  std::string field;
  bool exact = true;
  std::uint64_t distinct = 0;        // different values among all matches
  std::uint64_t unknown = 0;         // matches without a value
  std::vector<FacetBucket> buckets;  // count descending, then value in byte order; at most the limit asked for
};

enum class DateUnit { day, week, month, year };

struct HistogramBucket {
  Day start = 0;  // first day of the unit; weeks start on Monday
  std::uint64_t count = 0;
  friend bool operator==(const HistogramBucket&, const HistogramBucket&) = default;
};

struct Histogram {
  DateUnit unit = DateUnit::month;
  std::vector<HistogramBucket> buckets;  // dense from the first to the last with a match; at most 10,000
  std::uint64_t undated = 0;
};

// Another spelling of the query that finds more.
struct Correction {
  std::string query;        // canonical text
  std::uint64_t total = 0;  // articles that match it
};

// What an answer lacks. Everything in it is right; totals and counts are too low.
struct Partial {
  enum class Reason {
    // SearchRequest::timeout: the segments were not searched to their end; if none is named, only snippets are missing
    timeout,
    damaged,  // OpenOptions::skip_damaged: the segments were left out
  };
  Reason reason = Reason::timeout;
  std::vector<std::string> missing;  // names of segments
};

struct SearchResults {
  ParsedQuery query;
  std::uint64_t generation = 0;
  std::uint64_t total = 0;  // articles that match
  bool total_exact = true;
  std::optional<Partial> partial;  // empty: nothing is missing
  double elapsed_ms = 0;
  std::vector<Hit> hits;
  std::vector<FacetResult> facets;     // in the order asked for
  std::optional<Histogram> histogram;  // if asked for
  // If SearchRequest::advice asks for it:
  std::optional<Correction> did_you_mean;  // only offered, never applied
  std::vector<std::string> why_empty;      // if nothing matches: sentences that say why
};

// What the beginning of a word or name may become.
struct Suggestion {
  enum class Kind { word, outlet, entity };
  Kind kind = Kind::word;
  std::string value;
  std::uint64_t count = 0;  // articles that have it; of a word, in any of its forms
  std::string query;        // a clause that finds them
};

// What one clause of a query does on its own.
struct ClauseCount {
  std::string clause;  // canonical text
  Span span;
  std::uint64_t matches = 0;
};

struct Explanation {
  ParsedQuery query;
  std::vector<std::pair<std::string, std::string>> words;  // as typed -> the terms it became
  std::string xapian;                                      // the Xapian query, for those who know it
  std::uint64_t total = 0;
  std::vector<ClauseCount> clauses;
};

struct CountByField {
  std::string field;        // facet field, or "date"
  std::uint64_t known = 0;  // articles that have it
  std::uint64_t distinct = 0;
};

struct ArchiveInfo {
  std::string path;
  std::uint64_t generation = 0;
  std::string written;   // UTC
  std::string analyser;  // name and version
  std::uint64_t articles = 0;
  std::uint64_t segments = 0;
  std::uint64_t bytes = 0;
  std::optional<Day> first_day;
  std::optional<Day> last_day;
  std::vector<CountByField> fields;
  std::vector<FacetBucket> languages;
};

// One field of the query language, for help texts.
struct FieldInfo {
  std::string name;
  std::vector<std::string> aliases;
  std::string help;
  std::string example;
  bool facet = false;
};

}  // namespace newshound

#endif
