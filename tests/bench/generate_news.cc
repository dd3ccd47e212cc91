// Invents news for benchmarks, as many articles as wanted, with the word statistics of a real collection:
//   generate_news --from FILE --articles N [--words 0] [--seed 1] > news.jsonl
// The same arguments give the same bytes. Each article is made of runs of one to six words, half of them from one
// article of FILE, so that words recur and occur together as in real text, half from any; and of a few words that no
// other article has, because the vocabulary of real news grows with it (Heaps' law). --words is the mean length; 0: the
// lengths of the articles of FILE. Days run over ten years; outlets and entities are drawn by Zipf's law, entities from
// 300,000 invented names.
#include <newshound/newshound.h>

#include <boost/program_options.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace {

namespace options = boost::program_options;

constexpr std::size_t kOutlets = 240;
constexpr std::size_t kEntities = 300'000;

// The words of one article, as they stand in the text.
using Words = std::vector<std::string>;

Words words_of(const std::string& text) {
  Words words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '\n' && c != '\t') {
      word.push_back(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// std::uniform_int_distribution may differ between libraries; this does not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  double fraction() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }

  // 0 to limit - 1, number i about as often as 1 / (i + 1).
  std::size_t zipf(std::size_t limit) {
    return static_cast<std::size_t>(std::pow(static_cast<double>(limit) + 1, fraction())) - 1;
  }

 private:
  std::mt19937_64 engine_;
};

// Something pronounceable that stands for the number.
std::string invented_name(std::size_t number) {
  constexpr std::array<std::string_view, 16> kSyllables = {"ba", "cor", "del", "fa", "gri", "hol", "ja", "ka",
                                                           "lu", "mer", "no",  "pe", "ras", "sol", "ti", "ve"};
  std::string name;
  do {
    name += kSyllables[number % kSyllables.size()];
    number /= kSyllables.size();
  } while (number > 0);
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

std::string two_digits(std::size_t number) {
  return std::string(number < 10 ? "0" : "").append(std::to_string(number));
}

std::string in_json(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped.push_back('\\');
    if (static_cast<unsigned char>(c) >= 0x20) escaped.push_back(c);
  }
  return escaped;
}

class Generator {
 public:
  Generator(std::vector<Words> source, std::size_t mean_words, std::uint64_t seed)
      : source_(std::move(source)), mean_words_(mean_words), random_(seed) {}

  // Each random number has a statement of its own, because compilers may order those of one expression as they like.
  std::string line(std::size_t number) {
    const auto& topic = source_[random_.below(source_.size())];
    const auto length = mean_words_ == 0 ? topic.size() : mean_words_ / 2 + random_.below(mean_words_);
    const auto title_length = 5 + random_.below(5);
    std::string line = R"({"id":"n)";
    line.append(std::to_string(number)).append(R"(","title":")").append(text(topic, title_length));
    line.append(R"(","text":")").append(text(topic, length)).append(" ");
    line.append(invented_name(kEntities + 3 * number)).append(R"(","language":"en","outlet":"The )");
    line.append(invented_name(random_.zipf(kOutlets))).append(R"( Herald","date":")");
    line.append(std::to_string(2010 + random_.below(10)));
    line.append("-").append(two_digits(1 + random_.below(12)));
    line.append("-").append(two_digits(1 + random_.below(28))).append(R"(","entities":[)");
    for (std::size_t i = 0; i < 8; ++i) {
      const auto entity = random_.zipf(kEntities);
      line.append(i == 0 ? "\"" : ",\"").append(invented_name(entity));
      line.append(" ").append(invented_name(entity / 7)).append("\"");
    }
    return line.append("]}\n");
  }

 private:
  std::string text(const Words& topic, std::size_t length) {
    std::string text;
    for (std::size_t have = 0; have < length;) {
      const auto& from = random_.below(2) == 0 ? topic : source_[random_.below(source_.size())];
      auto at = random_.below(from.size());
      for (auto run = 1 + random_.below(6); run > 0 && at < from.size() && have < length; --run, ++at, ++have)
        text.append(text.empty() ? "" : " ").append(in_json(from[at]));
    }
    return text;
  }

  std::vector<Words> source_;
  std::size_t mean_words_;
  Random random_;
};

int run(const options::variables_map& given) {
  auto reader = newshound::Reader::open({given["from"].as<std::string>()}, {});
  if (!reader) {
    std::fprintf(stderr, "generate_news: %s\n", reader.error().message.c_str());
    return 1;
  }
  std::vector<Words> source;
  while (auto item = reader->next())
    if (const auto* article = std::get_if<newshound::Article>(&*item))
      if (auto words = words_of(article->body); !words.empty()) source.push_back(std::move(words));
  if (source.empty()) {
    std::fprintf(stderr, "generate_news: %s holds no article with text\n", given["from"].as<std::string>().c_str());
    return 1;
  }
  Generator generator(std::move(source), given["words"].as<std::size_t>(), given["seed"].as<std::uint64_t>());
  for (std::size_t i = 0; i < given["articles"].as<std::size_t>(); ++i) {
    const auto line = generator.line(i);
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 1;
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  options::options_description description("generate_news");
  auto add = description.add_options();
  add("from", options::value<std::string>()->required(), "articles whose words are used: a file or a folder");
  add("articles", options::value<std::size_t>()->required(), "how many to make");
  add("words", options::value<std::size_t>()->default_value(0), "mean length of an article; 0: as in --from");
  add("seed", options::value<std::uint64_t>()->default_value(1), "another seed gives other articles");
  try {
    options::variables_map given;
    options::store(options::parse_command_line(argc, argv, description), given);
    options::notify(given);
    return run(given);
  } catch (const options::error& error) {
    std::fprintf(stderr, "generate_news: %s\n", error.what());
    return 2;
  }
}
