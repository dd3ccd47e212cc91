#include "indexer/writing/positions_merge.h"

#include "indexer/format/positions_writer.h"
#include "indexer/writing/form_order.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <utility>

namespace newshound::writing {
namespace {

using format::Occurrence;
using format::Positions;
using format::PositionsTerm;
using format::WordForm;

// One input on its walk through its terms.
struct Input {
  Input(const std::filesystem::path& path, std::uint32_t first)
      : positions(path), first_row(first), walk(positions), term(walk.next()) {}

  Positions positions;
  std::uint32_t first_row;  // of the output
  Positions::Walk walk;
  std::optional<PositionsTerm> term;
};

// The input with the least key first; of equal keys the one whose rows come first.
struct ComesLater {
  bool operator()(const Input* a, const Input* b) const {
    return a->term->key != b->term->key ? a->term->key > b->term->key : a->first_row > b->first_row;
  }
};
using Queue = std::priority_queue<Input*, std::vector<Input*>, ComesLater>;

// The forms of a term in all its inputs as one list, and for each input where its forms went.
struct JoinedForms {
  std::vector<WordForm> forms;
  std::vector<std::vector<std::uint32_t>> numbers;
};

JoinedForms join_forms(const std::vector<Input*>& inputs) {
  JoinedForms joined;
  std::map<std::pair<std::string, std::string>, std::uint32_t> known;
  for (const auto* input : inputs) {
    auto& numbers = joined.numbers.emplace_back();
    for (const auto& form : input->positions.forms(*input->term)) {
      const auto next = static_cast<std::uint32_t>(joined.forms.size());
      const auto [found, is_new] = known.try_emplace({form.text, form.term}, next);
      if (is_new) joined.forms.push_back({form.text, form.term, 0});
      joined.forms[found->second].count += form.count;
      numbers.push_back(found->second);
    }
  }
  const auto ordered = order_forms(joined.forms);
  for (auto& numbers : joined.numbers)
    for (auto& number : numbers) number = ordered[number];
  return joined;
}

class Merge {
 public:
  Merge(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& output) : writer_(output) {
    for (const auto& path : paths) {
      inputs_.push_back(std::make_unique<Input>(path, static_cast<std::uint32_t>(rows_.size())));
      const auto& positions = inputs_.back()->positions;
      for (std::uint32_t row = 0; row < positions.rows(); ++row) {
        rows_.push_back({positions.title_words(row), positions.length(row)});
        sentences_.add(positions.sentence_bytes(row));
      }
    }
  }

  void run(const Checkpoint& checkpoint) {
    Queue queue;
    for (const auto& input : inputs_)
      if (input->term) queue.push(input.get());
    constexpr std::uint64_t kTermsBetweenCheckpoints = 4096;
    for (std::uint64_t terms = 0; !queue.empty(); ++terms) {
      if (terms % kTermsBetweenCheckpoints == 0) {
        checkpoint();
        for (const auto& input : inputs_) input->positions.drop_pages();
      }
      write_term(take_least(queue));
      for (auto* input : taken_) {
        input->term = input->walk.next();
        if (input->term) queue.push(input);
      }
    }
    writer_.finish(rows_, sentences_);
  }

 private:
  // Every input whose next term has the least key, in the order of their rows.
  const std::vector<Input*>& take_least(Queue& queue) {
    taken_.clear();
    do {
      taken_.push_back(queue.top());
      queue.pop();
    } while (!queue.empty() && queue.top()->term->key == taken_.front()->term->key);
    return taken_;
  }

  void write_term(const std::vector<Input*>& inputs) {
    const auto joined = join_forms(inputs);
    writer_.begin_term(inputs.front()->term->key, joined.forms);
    for (std::size_t i = 0; i < inputs.size(); ++i) copy_postings(*inputs[i], joined.numbers[i]);
    writer_.end_term();
  }

  void copy_postings(const Input& input, const std::vector<std::uint32_t>& numbers) {
    for (format::PostingsCursor cursor(input.positions, *input.term); !cursor.at_end(); cursor.next()) {
      places_.clear();
      cursor.read_places(places_);
      for (auto& place : places_) place.form = numbers[place.form];
      writer_.add(input.first_row + cursor.row(), cursor.frequency(), input.positions.length(cursor.row()), places_);
    }
  }

  std::vector<std::unique_ptr<Input>> inputs_;
  std::vector<format::RowNumbers> rows_;
  format::SentenceTable sentences_;
  format::PositionsWriter writer_;
  std::vector<Input*> taken_;
  std::vector<Occurrence> places_;
};

}  // namespace

void merge_positions(const std::vector<std::filesystem::path>& inputs, const std::filesystem::path& output,
                     const Checkpoint& checkpoint) {
  Merge(inputs, output).run(checkpoint);
}

}  // namespace newshound::writing
