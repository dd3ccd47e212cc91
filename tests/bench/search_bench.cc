// How long a search takes, query by query:
//   search_bench --index DIR --queries FILE.tsv [--k 10] [--mode or|and|phrase] [--reps 5] [--facets
//   outlet,entity,month] [--threads 1] [--exact-totals] [--stored] [--counts FILE]
// A query file is `id TAB words`; words are taken literally; `or` and `and` join them, `phrase` quotes them. Prints one
// line, the best of the repetitions for each query:
//   newshound MODE[+facets] k=10 n=300 mean_us=.. p50=.. p90=.. p99=.. max=.. docs=..
// As with the peers, hits are the numbers of documents here and no text is read; --stored reads what a list of results
// shows, but for snippets. --counts writes `matches TAB query` for each
// query (exact with --exact-totals).
#include <newshound/newshound.h>

#include <boost/program_options.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <limits>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace options = boost::program_options;
using Clock = std::chrono::steady_clock;

int fail(const std::string& message) {
  std::fprintf(stderr, "search_bench: %s\n", message.c_str());
  return 1;
}

std::string phrase_of(const std::string& words) {
  std::string quoted = "\"";
  for (const char c : words)
    if (c != '"' && c != '\\') quoted.push_back(c);
  return quoted + "\"";
}

newshound::SearchRequest request_for(const std::string& words, const std::string& mode) {
  newshound::SearchRequest request;
  request.query = mode == "phrase" ? phrase_of(words) : words;
  request.literal = mode != "phrase";
  request.match = mode == "or" ? newshound::Match::any : newshound::Match::all;
  request.snippets = 0;
  request.ids_only = true;
  request.count = newshound::Count::estimate;
  return request;
}

void add_facets(const std::string& names, newshound::SearchRequest& request) {
  std::istringstream list(names);
  for (std::string name; std::getline(list, name, ',');) {
    if (name == "month")
      request.histogram = newshound::DateUnit::month;
    else
      request.facets.push_back({name, 10});
  }
}

std::vector<newshound::SearchRequest> read_requests(const options::variables_map& given) {
  std::vector<newshound::SearchRequest> requests;
  std::ifstream file(given["queries"].as<std::string>());
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos) continue;
    auto request = request_for(line.substr(tab + 1), given["mode"].as<std::string>());
    request.limit = given["k"].as<std::uint64_t>();
    if (given.count("exact-totals") != 0) request.count = newshound::Count::exact;
    request.ids_only = given.count("stored") == 0;
    request.threads = given["threads"].as<unsigned>();
    add_facets(given["facets"].as<std::string>(), request);
    requests.push_back(std::move(request));
  }
  return requests;
}

void print_line(const options::variables_map& given, std::vector<double> best, std::uint64_t articles) {
  std::sort(best.begin(), best.end());
  const std::size_t n = best.size();
  const auto at = [&](double share) {
    return best[std::min(n - 1, static_cast<std::size_t>(static_cast<double>(n) * share))];
  };
  const double mean = std::accumulate(best.begin(), best.end(), 0.0) / static_cast<double>(n);
  std::printf("newshound %s%s k=%llu n=%zu mean_us=%.1f p50=%.1f p90=%.1f p99=%.1f max=%.1f docs=%llu\n",
              given["mode"].as<std::string>().c_str(), given["facets"].as<std::string>().empty() ? "" : "+facets",
              static_cast<unsigned long long>(given["k"].as<std::uint64_t>()), n, mean, at(0.5), at(0.9), at(0.99),
              best.back(), static_cast<unsigned long long>(articles));
}

void write_counts(const std::string& path, const std::vector<newshound::SearchRequest>& requests,
                  const std::vector<std::uint64_t>& totals) {
  if (path.empty()) return;
  std::ofstream file(path);
  for (std::size_t i = 0; i < requests.size(); ++i) file << totals[i] << '\t' << requests[i].query << '\n';
}

int run(const options::variables_map& given) {
  auto searcher = newshound::Searcher::open(given["index"].as<std::string>());
  if (!searcher) return fail(searcher.error().message);
  const auto requests = read_requests(given);
  if (requests.empty()) return fail("the query file has no line `id TAB words`");
  std::vector<double> best(requests.size(), std::numeric_limits<double>::max());
  std::vector<std::uint64_t> totals(requests.size());
  for (unsigned repetition = 0; repetition < given["reps"].as<unsigned>(); ++repetition) {
    for (std::size_t i = 0; i < requests.size(); ++i) {
      const auto start = Clock::now();
      const auto found = searcher->search(requests[i]);
      best[i] = std::min(best[i], std::chrono::duration<double, std::micro>(Clock::now() - start).count());
      if (!found) return fail(requests[i].query + ": " + found.error().message);
      totals[i] = found->total;
    }
  }
  const auto info = searcher->info();
  write_counts(given["counts"].as<std::string>(), requests, totals);
  print_line(given, std::move(best), info ? info->articles : 0);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  options::options_description description("search_bench");
  auto add = description.add_options();
  add("index", options::value<std::string>()->required(), "archive");
  add("queries", options::value<std::string>()->required(), "lines: id TAB words");
  add("k", options::value<std::uint64_t>()->default_value(10), "hits asked for");
  add("mode", options::value<std::string>()->default_value("or"), "or, and, phrase");
  add("reps", options::value<unsigned>()->default_value(5), "repetitions; the best counts");
  add("facets", options::value<std::string>()->default_value(""), "for instance outlet,entity,month");
  add("exact-totals", "count every match");
  add("stored", "read of each hit what a list of results shows");
  add("threads", options::value<unsigned>()->default_value(1), "segments searched at the same time");
  add("counts", options::value<std::string>()->default_value(""), "file for the matches of each query");
  try {
    options::variables_map given;
    options::store(options::parse_command_line(argc, argv, description), given);
    options::notify(given);
    const auto mode = given["mode"].as<std::string>();
    if (mode != "or" && mode != "and" && mode != "phrase") return fail("--mode is or, and or phrase");
    return run(given);
  } catch (const options::error& error) {
    std::fprintf(stderr, "search_bench: %s\n", error.what());
    return 2;
  }
}
