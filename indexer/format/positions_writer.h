// Writes a positions file, term after term; positions.h has its grammar. Postings go straight to the file. The
// dictionary waits until the end: in memory, and past a few megabytes in a file beside, because an archive of scanned
// papers has millions of words that no other article has.
#ifndef NEWSHOUND_FORMAT_POSITIONS_WRITER_H
#define NEWSHOUND_FORMAT_POSITIONS_WRITER_H

#include "indexer/format/positions.h"
#include "indexer/format/stored_file.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newshound::format {

struct RowNumbers {
  std::uint32_t title_words = 0;
  std::uint32_t length = 0;  // sum of the frequencies of its terms
};

// The sentences of all rows, as the file has them.
class SentenceTable {
 public:
  void add(std::span<const SentenceLength> sentences);
  // Of a row of another file.
  void add(std::string_view bytes);

 private:
  friend class PositionsWriter;
  std::vector<std::uint64_t> ends_;
  std::string bytes_;
};

// Bytes that wait to be written, in the order in which they come.
class WaitingBytes {
 public:
  // `path` is used, and removed again, when there are many.
  explicit WaitingBytes(std::filesystem::path path) : path_(std::move(path)) {}
  WaitingBytes(const WaitingBytes&) = delete;
  WaitingBytes& operator=(const WaitingBytes&) = delete;
  ~WaitingBytes();

  [[nodiscard]] std::uint64_t size() const { return in_file_ + bytes_.size(); }
  // Where to append.
  std::string& end();
  void write_to(NewFile& file) const;

 private:
  std::filesystem::path path_;
  std::optional<NewFile> file_;
  std::uint64_t in_file_ = 0;
  std::string bytes_;  // after those in the file
};

class PositionsWriter {
 public:
  explicit PositionsWriter(const std::filesystem::path& path);

  // Keys ascend. `forms` are in the order in which they are to be written, which is what Occurrence::form counts.
  void begin_term(std::string_view key, std::span<const WordForm> forms);
  // Rows ascend, an alias has none; places are those of the file, without the gap, and ascend. `length` is the row's.
  void add(std::uint32_t row, std::uint32_t frequency, std::uint32_t length, std::span<const Occurrence> places);
  void end_term();

  // The file is whole but not synced. Both have as many rows. Throws Failure (Errc::io).
  void finish(const std::vector<RowNumbers>& rows, const SentenceTable& sentences);

 private:
  struct Skip {
    std::uint32_t last_row = 0;
    std::uint32_t end = 0;
    ScoreBounds bounds;
  };

  void end_block();
  void write(std::string_view bytes);
  void flush();
  void pad();
  void write_part(std::string_view bytes);
  void append_entry(std::uint64_t postings_bytes);

  NewFile file_;
  std::string unwritten_;      // what is for the file but not in it yet: most parts are a few bytes
  std::uint64_t written_ = 0;  // with those

  std::string key_;
  std::string key_before_;
  std::span<const WordForm> forms_;
  std::uint32_t documents_ = 0;
  ScoreBounds bounds_of_term_;
  ScoreBounds bounds_of_block_;
  std::uint64_t next_row_ = 0;  // the least that may follow
  std::uint32_t rows_in_block_ = 0;
  std::string rows_of_block_;
  std::string sizes_;
  std::string places_;
  std::string blocks_of_term_;
  std::vector<Skip> skips_;

  std::uint64_t terms_ = 0;
  WaitingBytes dictionary_;
  std::string blocks_;
};

}  // namespace newshound::format

#endif
