// How long each kind of clause takes beside a plain AND of two words:
//   clause_bench --index DIR --queries FILE.tsv [--reps 5]
// A query file is `id TAB words`; the first two words of each line are put into every kind of clause. Prints one line
// for each kind, of the best of the repetitions for each query, in the order of the means:
//   clause KIND n=300 mean_us=.. p50=.. p99=.. times_and=.. example
// Totals are estimated, hits are read by number only, as in search_bench.
#include <newshound/newshound.h>

#include <boost/program_options.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <limits>
#include <numeric>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace options = boost::program_options;
using Clock = std::chrono::steady_clock;

struct Words {
  std::string a;
  std::string b;
};

// In a shape, {a} and {b} stand for the words, {begin}, {end} and {middle} for the first with a wildcard.
struct Kind {
  const char* name;
  const char* shape;
};

constexpr Kind kKinds[] = {
    {"and", "{a} {b}"},
    {"or", "{a} OR {b}"},
    {"without", "{a} -{b}"},
    {"maybe", "{a} MAYBE {b}"},
    {"weights", "{a}^2 {b}"},
    {"phrase", "\"{a} {b}\""},
    {"phrase with a gap", "\"{a} * {b}\""},
    {"loose phrase", "\"{a} {b}\"~3"},
    {"near", "{a} NEAR/5 {b}"},
    {"in order", "{a} ADJ/5 {b}"},
    {"same sentence", "{a} NEAR/s {b}"},
    {"same paragraph", "{a} NEAR/p {b}"},
    {"not in one sentence", "{a} -({a} NEAR/s {b})"},
    {"exact form", "={a} ={b}"},
    {"exact case", "=={a} =={b}"},
    {"beginning of a word", "{begin} {b}"},
    {"end of a word", "{end} {b}"},
    {"middle of a word", "{middle} {b}"},
    {"fuzzy word", "{a}~1 {b}"},
    {"in the title", "title:{a} {b}"},
    {"in the lead", "lead:{a} {b}"},
    {"in the body", "body:{a} {b}"},
    {"a quarter", "{a} {b} date:2016-Q2"},
    {"added", "{a} {b} added:..2100"},
    {"long articles", "{a} {b} words:>800"},
};

int fail(const std::string& message) {
  std::fprintf(stderr, "clause_bench: %s\n", message.c_str());
  return 1;
}

std::string query_of(std::string query, const Words& words) {
  const auto& word = words.a;
  const std::pair<const char*, std::string> parts[] = {{"{a}", word},
                                                       {"{b}", words.b},
                                                       {"{begin}", word.substr(0, 4) + "*"},
                                                       {"{end}", "*" + word.substr(word.size() - 4)},
                                                       {"{middle}", word.substr(0, 2) + "?" + word.substr(3)}};
  for (const auto& [name, value] : parts)
    for (auto at = query.find(name); at != std::string::npos; at = query.find(name, at + value.size()))
      query.replace(at, std::string(name).size(), value);
  return query;
}

// Lines whose first two words are of small letters, five at least, so that each shape says what it means.
std::vector<Words> read_words(const std::string& path) {
  const auto is_plain = [](const std::string& word) {
    return word.size() > 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  std::vector<Words> list;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream text(line.substr(line.find('\t') + 1));
    Words words;
    if (text >> words.a >> words.b && is_plain(words.a) && is_plain(words.b)) list.push_back(words);
  }
  return list;
}

struct Line {
  std::string name;
  std::string example;
  std::vector<double> best;  // microseconds, by query, ascending
  [[nodiscard]] double mean() const {
    return std::accumulate(best.begin(), best.end(), 0.0) / static_cast<double>(best.size());
  }
  [[nodiscard]] double at(double share) const {
    return best[std::min(best.size() - 1, static_cast<std::size_t>(static_cast<double>(best.size()) * share))];
  }
};

// False if `once` fails.
bool measure(unsigned repetitions, std::size_t queries, const std::function<bool(std::size_t)>& once, Line& line) {
  line.best.assign(queries, std::numeric_limits<double>::max());
  for (unsigned repetition = 0; repetition < repetitions; ++repetition)
    for (std::size_t i = 0; i < queries; ++i) {
      const auto start = Clock::now();
      if (!once(i)) return false;
      line.best[i] = std::min(line.best[i], std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
  std::sort(line.best.begin(), line.best.end());
  return true;
}

void print(std::vector<Line> lines) {
  const double plain = lines.front().mean();
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.mean() < b.mean(); });
  for (const auto& line : lines)
    std::printf("clause %-20s n=%zu mean_us=%.1f p50=%.1f p99=%.1f times_and=%.1f  %s\n", line.name.c_str(),
                line.best.size(), line.mean(), line.at(0.5), line.at(0.99), line.mean() / plain, line.example.c_str());
}

int run(const options::variables_map& given) {
  auto searcher = newshound::Searcher::open(given["index"].as<std::string>());
  if (!searcher) return fail(searcher.error().message);
  const auto words = read_words(given["queries"].as<std::string>());
  if (words.empty()) return fail("the query file has no line `id TAB word word` of small letters");
  const auto repetitions = given["reps"].as<unsigned>();
  std::vector<Line> lines;
  for (const auto& kind : kKinds) {
    lines.push_back({kind.name, query_of(kind.shape, words.front()), {}});
    const auto search = [&](std::size_t i) {
      newshound::SearchRequest request;
      request.query = query_of(kind.shape, words[i]);
      request.snippets = 0;
      request.ids_only = true;
      request.count = newshound::Count::estimate;
      return searcher->search(request).has_value();
    };
    if (!measure(repetitions, words.size(), search, lines.back())) return fail(lines.back().example + " fails");
  }
  lines.push_back({"suggest", words.front().a.substr(0, 3), {}});
  const auto suggest = [&](std::size_t i) { return searcher->suggest(words[i].a.substr(0, 3)).has_value(); };
  if (!measure(repetitions, words.size(), suggest, lines.back())) return fail("suggest fails");
  print(std::move(lines));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  options::options_description description("clause_bench");
  auto add = description.add_options();
  add("index", options::value<std::string>()->required(), "archive");
  add("queries", options::value<std::string>()->required(), "lines: id TAB word word");
  add("reps", options::value<unsigned>()->default_value(5), "repetitions; the best counts");
  try {
    options::variables_map given;
    options::store(options::parse_command_line(argc, argv, description), given);
    options::notify(given);
    return run(given);
  } catch (const options::error& error) {
    std::fprintf(stderr, "clause_bench: %s\n", error.what());
    return 2;
  }
}
