#include "indexer/format/segment.h"

#include "indexer/format/guard.h"
#include "indexer/format/positions_writer.h"
#include "indexer/format/stored_file.h"
#include "indexer/format/terms.h"
#include "tests/format/temporary_directory.h"

#include <gtest/gtest.h>

namespace newshound::format {
namespace {

StoredFile described(const std::filesystem::path& path) {
  return {path.filename().string(), std::filesystem::file_size(path), checksum_of_file(path), checksum_of_ends(path)};
}

// A segment of four documents, "a" to "d".
class SegmentTest : public testing::Test {
 protected:
  SegmentTest() : paths_(directory_.path()) {
    entry_.name = "s00000001-0";
    std::filesystem::create_directories(place());
    write_index();
    write_columns();
    write_positions(4);
    write_store(4);
    entry_.rows = 4;
    entry_.articles = 4;
  }

  std::filesystem::path place() { return paths_.segment(entry_.name); }

  void write_index() {
    const auto building = directory_ / "building";
    Xapian::WritableDatabase database(building.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (const char* id : {"a", "b", "c", "d"}) {
      Xapian::Document document;
      document.add_boolean_term(value_term("Q", id));
      database.add_document(document);
    }
    database.commit();
    database.compact((place() / "index.glass").string(), Xapian::DBCOMPACT_SINGLE_FILE);
    entry_.index = described(place() / "index.glass");
  }

  void write_columns() {
    ColumnsBuilder builder;
    for (const char* id : {"a", "b", "c", "d"}) {
      ColumnRow row;
      row.id = id;
      builder.add(row);
    }
    write_new_file(place() / "columns", builder.bytes());
    entry_.columns = described(place() / "columns");
  }

  void write_positions(std::size_t rows) {
    SentenceTable sentences;
    for (std::size_t i = 0; i < rows; ++i) sentences.add("");
    PositionsWriter(place() / "positions").finish(std::vector<RowNumbers>(rows), sentences);
    entry_.positions = described(place() / "positions");
  }

  void write_store(int rows) {
    ArticleStoreBuilder builder;
    for (int row = 0; row < rows; ++row) builder.add({});
    write_new_file(place() / "articles", builder.bytes());
    entry_.store = described(place() / "articles");
  }

  void write_dead(const std::vector<std::uint32_t>& documents) {
    write_new_file(place() / "dead-00000002", encode_dead(documents));
    entry_.dead = described(place() / "dead-00000002");
  }

  Errc code_of_opening() {
    try {
      const Segment segment(paths_, entry_);
    } catch (const Failure& failure) {
      EXPECT_NE(failure.error().message.find(entry_.name), std::string::npos) << failure.error().message;
      return failure.error().code;
    }
    ADD_FAILURE() << "it was opened";
    return Errc::internal;
  }

  TemporaryDirectory directory_;
  ArchivePaths paths_;
  SegmentEntry entry_;
};

TEST_F(SegmentTest, FindsLivingDocumentsById) {
  const Segment segment(paths_, entry_);
  EXPECT_EQ(segment.find("a"), Xapian::docid{1});
  EXPECT_EQ(segment.find("d"), Xapian::docid{4});
  EXPECT_EQ(segment.find("c"), Xapian::docid{3});
  EXPECT_EQ(segment.find("e"), std::nullopt);
}

TEST_F(SegmentTest, DeadDocumentsAreNotAlive) {
  write_dead({2});
  const Segment segment(paths_, entry_);
  EXPECT_TRUE(segment.is_alive(1));
  EXPECT_FALSE(segment.is_alive(2));
  EXPECT_TRUE(segment.is_alive(3));
  EXPECT_TRUE(segment.is_alive(4));
  EXPECT_EQ(segment.find("b"), std::nullopt);
}

TEST_F(SegmentTest, NumbersThatNoDocumentHasAreDamage) {
  for (const bool has_dead : {false, true}) {
    if (has_dead) write_dead({2});
    const Segment segment(paths_, entry_);
    for (const Xapian::docid document : {0U, 5U, 4'000'000'000U}) {
      EXPECT_THROW((void)segment.is_alive(document), Failure) << document;
      EXPECT_THROW((void)segment.row(document), Failure) << document;
    }
    EXPECT_EQ(segment.row(4), 3U);
  }
}

// Whatever stands there is read when a segment is opened, and Xapian does not look twice at what it says.
TEST_F(SegmentTest, AFlippedBitAtTheBeginningOrTheEndOfAFileIsDamage) {
  write_dead({2});
  for (const auto& file : entry_.files()) {
    const auto path = place() / file.name;
    const auto sound = read_file(path);
    for (const std::size_t at : {std::size_t{0}, sound.size() / 2, std::min<std::size_t>(sound.size(), 4096) - 1,
                                 sound.size() - std::min<std::size_t>(sound.size(), 4096), sound.size() - 1}) {
      const bool is_near_an_end = at < 4096 || at + 4096 >= sound.size();
      if (!is_near_an_end) continue;
      auto flipped = sound;
      flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
      write_new_file(path, flipped);
      EXPECT_EQ(code_of_opening(), Errc::damaged) << path << " byte " << at;
    }
    write_new_file(path, sound);
  }
  EXPECT_NO_THROW(Segment(paths_, entry_));
}

TEST_F(SegmentTest, FilesOfAnotherSizeAreDamaged) {
  entry_.columns.bytes += 8;
  EXPECT_EQ(code_of_opening(), Errc::damaged);
  entry_.columns.bytes -= 8;
  entry_.store.bytes += 1;
  EXPECT_EQ(code_of_opening(), Errc::damaged);
  entry_.store.bytes -= 1;
  entry_.positions.bytes += 1;
  EXPECT_EQ(code_of_opening(), Errc::damaged);
  entry_.positions.bytes -= 1;
  entry_.index.bytes -= 1;
  EXPECT_EQ(code_of_opening(), Errc::damaged);
}

TEST_F(SegmentTest, AMissingFileIsDamage) {
  for (const char* name : {"index.glass", "articles", "positions"}) {
    std::filesystem::remove(place() / name);
    EXPECT_EQ(code_of_opening(), Errc::damaged);
  }
}

TEST_F(SegmentTest, PartsThatDisagreeAreDamaged) {
  entry_.rows = 5;
  EXPECT_EQ(code_of_opening(), Errc::damaged);
  entry_.rows = 4;
  write_store(3);
  EXPECT_EQ(code_of_opening(), Errc::damaged);
  write_store(4);
  write_positions(3);
  EXPECT_EQ(code_of_opening(), Errc::damaged);
}

TEST_F(SegmentTest, TombstonesOfDocumentsThatDoNotExistAreDamaged) {
  write_dead({0});
  EXPECT_EQ(code_of_opening(), Errc::damaged);
  write_dead({5});
  EXPECT_EQ(code_of_opening(), Errc::damaged);
}

}  // namespace
}  // namespace newshound::format
