#include "indexer/cli/option_table.h"

#include <boost/program_options/value_semantic.hpp>

#include <string>
#include <vector>

namespace newshound::index_cli {
namespace {

namespace po = boost::program_options;

// Values stay text here: options.cc reads them, with errors that name the option.
auto* text(const char* name) { return po::value<std::string>()->value_name(name); }
auto* text(const char* name, const char* value) { return text(name)->default_value(value); }
auto* texts(const char* name) { return po::value<std::vector<std::string>>()->value_name(name); }

void add_input(po::options_description& table) {
  table.add_options()  //
      ("input-format", text("FORMAT", "auto"),
       "auto, text, html, jsonl, json, feed, newsml, csv, headers, trec, warc or reuters")(
          "map", texts("FIELD=KEY"), "read FIELD from this JSON key; repeat for more")("id-prefix", text("P"),
                                                                                       "put before every id")(
          "max-document", text("SIZE", "64M"),
          "a longer document is rejected, and one longer than an 80th of --memory");
}

void add_run(po::options_description& table) {
  table.add_options()  //
      ("report", text("FILE"), "write what the run did as JSON")("progress", text("HOW", "auto"),
                                                                 "on standard error: auto (a bar on a terminal), none, "
                                                                 "jsonl")(
          "on-error", text("WHAT", "skip"), "a document is rejected: skip it, or stop and commit nothing")(
          "max-errors", text("N"), "reject at most N or P% of the documents, else commit nothing")(
          "dry-run", po::bool_switch(), "read everything, write nothing")(
          "gate", text("FILE"), "lines `query TAB id` and `count-drop P%` that must hold, else nothing is swapped");
}

}  // namespace

po::options_description option_table(const CommandSpec& spec) {
  po::options_description table("Options", 100, 50);
  if ((spec.groups & kArchiveOptions) != 0)
    table.add_options()("index,i", text("DIR"), "the archive; else $NEWSHOUND_INDEX, else ./news.idx");
  if ((spec.groups & kInputOptions) != 0) add_input(table);
  if ((spec.groups & kRunOptions) != 0) add_run(table);
  if ((spec.groups & kAddOptions) != 0)
    table.add_options()("sync", po::bool_switch(), "remove articles that a SOURCE no longer has");
  if ((spec.groups & kRebuildOptions) != 0)
    table.add_options()("no-swap", po::bool_switch(), "keep the new generation aside; rollback N swaps later");
  if ((spec.groups & kRemoveOptions) != 0)
    table.add_options()("query", text("Q"), "remove what matches this query")("dry-run", po::bool_switch(),
                                                                              "say how many would go, write nothing");
  if ((spec.groups & kEffortOptions) != 0)
    table.add_options()("memory", text("SIZE", "512M"), "memory to use, at least 64M")(
        "threads", text("N", "0"), "threads that analyse and write; 0: one per core");
  if ((spec.groups & kWriterOptions) != 0)
    table.add_options()("lock-wait", text("TIME", "0s"), "how long to wait for another writer: 500ms, 30s, 5min");
  if ((spec.groups & kKeepOptions) != 0) table.add_options()("keep", text("N", "2"), "earlier runs kept for rollback");
  if ((spec.groups & kPlanOptions) != 0)
    table.add_options()("sample", text("N", "2000"), "articles to index for it")(
        "keep", text("N", "2"), "earlier runs to plan for")("format", text("FORMAT", "text"), "text or json");
  if ((spec.groups & kShowOptions) != 0) table.add_options()("format", text("FORMAT", "text"), "text or jsonl");
  table.add_options()("help,h", po::bool_switch(), "print this");
  return table;
}

}  // namespace newshound::index_cli
