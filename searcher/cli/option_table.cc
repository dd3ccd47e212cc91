#include "searcher/cli/option_table.h"

#include <boost/program_options/value_semantic.hpp>

#include <string>
#include <vector>

namespace newshound::search_cli {
namespace {

namespace po = boost::program_options;

// Values stay text here: options.cc reads them, with errors that name the option.
auto* text(const char* name) { return po::value<std::string>()->value_name(name); }
auto* text(const char* name, const char* value) { return text(name)->default_value(value); }
auto* texts(const char* name) { return po::value<std::vector<std::string>>()->value_name(name); }
auto* toggle() { return po::bool_switch(); }

void add_common(po::options_description& table, const CommandSpec& spec) {
  table.add_options()  //
      ("index,i", text("DIR"), "the archive; else $NEWSHOUND_INDEX, else ./news.idx")(
          "format", text("FORMAT", "text"), ("one of " + std::string(spec.formats)).c_str())(
          "format-version", text("N", "1"), "version of the JSON that is written")(
          "color", text("WHEN", "auto"), "auto, always or never; auto respects NO_COLOR")(
          "skip-damaged", toggle(), "check every byte, and answer from the segments that are sound")("help,h", toggle(),
                                                                                                     "print this");
}

void add_query(po::options_description& table) {
  table.add_options()  //
      ("match", text("HOW", "all"), "how words side by side are joined: all or any")(
          "literal", toggle(), "the query is plain words, nothing in it is an operator")(
          "outlet", texts("NAME"), "only this outlet; repeat for more")(
          "entity", texts("NAME"), "only articles that name this person, organization or place")(
          "person", texts("NAME"), "only articles that name this person")("org", texts("NAME"),
                                                                          "only articles that name this organization")(
          "place", texts("NAME"), "only articles that name this place")("section", texts("NAME"), "only this section")(
          "lang", texts("CODE"), "only this language: en, de")(
          "after", texts("DATE"), "from the start of this date on")("before", texts("DATE"),
                                                                    "up to, not including, the start of this date")(
          "tz", text("ZONE"), "zone that today is taken in: +02:00 or Europe/Paris (default: the machine's)")(
          "now", text("TIME"), "date or timestamp that relative dates count from (default: the clock)");
}

void add_page(po::options_description& table) {
  table.add_options()  //
      ("limit,n", text("N", "10"), "hits printed; 0: totals only")("offset", text("N", "0"), "hits left out before")(
          "sort", text("ORDER"), "relevance, newest or oldest (default: relevance; with filters only: newest)");
}

void add_result(po::options_description& table) {
  table.add_options()  //
      ("facet", texts("LIST"), "also count values: outlet:10,entity:20")("histogram", text("UNIT"),
                                                                         "also count by day, week, month or year")(
          "snippets", text("N", "1"), "pieces of the body shown for each hit")("explain", toggle(),
                                                                               "also say how the query was understood")(
          "stats", toggle(), "also print time and generation where text goes into a pipe")(
          "batch", text("FILE"),
          "one search for each line `id TAB query`; - is standard input; needs --format trec or "
          "jsonl")("run", text("NAME", "newshound"), "name of the run in --format trec");
}

}  // namespace

po::options_description option_table(const CommandSpec& spec) {
  po::options_description table("Options", 100, 50);
  add_common(table, spec);
  if ((spec.groups & kQueryOptions) != 0) add_query(table);
  if ((spec.groups & kTimeOptions) != 0)
    table.add_options()("timeout", text("TIME"), "answer with what is found until then: 500ms, 2s (default: none)");
  if ((spec.groups & kPageOptions) != 0) add_page(table);
  if ((spec.groups & kResultOptions) != 0) add_result(table);
  if ((spec.groups & kBucketOptions) != 0) {
    table.add_options()("limit,n", text("N", "10"), "values printed");
  }
  if ((spec.groups & kCompletionOptions) != 0) {
    table.add_options()("limit,n", text("N", "10"), "words, outlets and entities printed of each");
  }
  return table;
}

}  // namespace newshound::search_cli
