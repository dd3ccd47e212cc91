// The front of the room: sources in, one article after another out. Moves from file to file; the public door of
// <newshound/reader.h>.
#include <newshound/reader.h>

#include <utility>

#include "indexer/format/guard.h"
#include "indexer/reading/byte_stream.h"
#include "indexer/reading/json_article.h"
#include "indexer/reading/key_map.h"
#include "indexer/reading/opened_source.h"
#include "indexer/reading/source_walk.h"

namespace newshound {

using reading::Item;
using reading::SourceFile;

namespace {

Rejection unreadable(const std::string& path, const std::string& why) {
  return {path, 0, 0, {}, "cannot be read: " + why, true};
}

}  // namespace

struct Reader::State {
  State(ReadOptions read_options, std::vector<reading::Key> known_keys)
      : options(std::move(read_options)),
        keys(std::move(known_keys)),
        parser(keys),
        context{options, keys, parser, warnings} {}

  ReadOptions options;
  std::vector<reading::Key> keys;
  reading::JsonArticleParser parser;
  std::vector<SourceFile> files;
  std::vector<std::string> warnings;
  std::uint64_t bytes_total = 0;

  reading::ReadingContext context;

  std::size_t next_file = 0;
  const SourceFile* file = nullptr;               // the one being read
  std::unique_ptr<reading::OpenedSource> source;  // of the file being read
  std::uint64_t bytes_of_read_files = 0;

  [[nodiscard]] bool stopped() const { return options.stop && options.stop(); }
  std::optional<Item> next();
  std::optional<Item> open_next_file();
  void close_file();
};

// The next item of the file in hand, or of the files after it.
std::optional<Item> Reader::State::next() {
  while (true) {
    if (source) {
      if (auto item = source->next()) return item;
      close_file();
    }
    if (next_file == files.size()) return {};
    if (auto rejection = open_next_file()) return rejection;
  }
}

// Empty, or the rejection of the file as a whole.
std::optional<Item> Reader::State::open_next_file() {
  file = &files[next_file++];
  if (!file->fault.empty()) return unreadable(file->path, file->fault);
  auto stream = reading::open_byte_stream(file->path, options.stop);
  if (!stream) return unreadable(file->path, stream.error().message);
  source = std::make_unique<reading::OpenedSource>(*std::move(stream), file->path, file->name, context,
                                                   reading::Packing{std::make_shared<reading::Expansion>()});
  return {};
}

void Reader::State::close_file() {
  if (source) bytes_of_read_files += source->bytes_taken();
  source.reset();
}

namespace {

// All files of all sources; Errc::io if there are sources and none of them can be read.
Result<void> walk_all(const std::vector<std::string>& sources, std::vector<SourceFile>& files,
                      std::vector<std::string>& warnings) {
  bool any = false;
  for (const auto& source : sources) {
    auto walk = reading::walk_source(source);
    any = any || !(walk.files.size() == 1 && walk.files.front().path == source && !walk.files.front().fault.empty());
    for (auto& file : walk.files) files.push_back(std::move(file));
    for (auto& warning : walk.warnings) warnings.push_back(std::move(warning));
  }
  if (any || files.empty()) return {};
  return Error{Errc::io, "cannot read " + files.front().path + ": " + files.front().fault, {}, {}};
}

}  // namespace

Result<Reader> Reader::open(std::vector<std::string> sources, ReadOptions options) {
  auto opened = format::guard("open the sources", [&]() -> Result<Reader> {
    if (sources.empty()) return Error{Errc::usage, "no source is named", "name a file, a folder or -", {}};
    auto keys = reading::make_keys(options.map);
    if (!keys) return keys.error();
    auto state = std::make_unique<State>(std::move(options), *std::move(keys));
    if (auto walked = walk_all(sources, state->files, state->warnings); !walked) return walked.error();
    for (const auto& file : state->files) state->bytes_total += file.bytes;
    return Reader(std::move(state));
  });
  if (!opened) return opened.error();
  return *std::move(opened);
}

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

std::optional<std::variant<Article, Rejection>> Reader::next() {
  auto item = format::guard("read", [this] { return state_->next(); });
  // Asked afterwards: a source that was stopped looks like one that broke off.
  if (state_->stopped()) return {};
  if (item) return *std::move(item);
  // What went wrong with one file (memory, say) does not end the others.
  Rejection rejection{state_->file ? state_->file->path : "", 0, 0, {}, item.error().message, true};
  state_->close_file();
  return rejection;
}

std::uint64_t Reader::bytes_read() const {
  return state_->bytes_of_read_files + (state_->source ? state_->source->bytes_taken() : 0);
}

std::uint64_t Reader::bytes_total() const { return state_->bytes_total; }

const std::vector<std::string>& Reader::warnings() const { return state_->warnings; }

}  // namespace newshound
