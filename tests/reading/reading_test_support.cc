#include "tests/reading/reading_test_support.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>  // mkdtemp

#include <fstream>

namespace newshound::reading {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "newshound-reading-XXXXXX").string();
  if (!mkdtemp(name.data())) ADD_FAILURE() << "no temporary folder";
  root_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(root_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
  const auto file = root_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file.string();
}

std::string compress(std::string_view bytes, Compression compression) {
  if (compression == Compression::none) return std::string(bytes);
  std::string out(bytes.size() + (1 << 16), '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_raw(writer);
  if (compression == Compression::gzip)
    archive_write_add_filter_gzip(writer);
  else if (compression == Compression::zstd)
    archive_write_add_filter_zstd(writer);
  else if (compression == Compression::bzip2)
    archive_write_add_filter_bzip2(writer);
  else
    archive_write_add_filter_xz(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, "data");
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(writer, entry);
  archive_write_data(writer, bytes.data(), bytes.size());
  archive_entry_free(entry);
  EXPECT_EQ(archive_write_close(writer), ARCHIVE_OK) << archive_error_string(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

std::string pack(const Members& members, Container container) {
  std::size_t size = 1 << 20;
  for (const auto& [name, bytes] : members) size += bytes.size() + 4096;
  std::string out(size, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  if (container == Container::tar)
    archive_write_set_format_pax_restricted(writer);
  else
    archive_write_set_format_zip(writer);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : members) {
    const bool link = name.starts_with("->");
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.substr(link ? 2 : 0).c_str());
    archive_entry_set_filetype(entry, link ? AE_IFLNK : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    if (link)
      archive_entry_set_symlink(entry, bytes.c_str());
    else
      archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    EXPECT_EQ(archive_write_header(writer, entry), ARCHIVE_OK) << archive_error_string(writer);
    if (!link) archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  EXPECT_EQ(archive_write_close(writer), ARCHIVE_OK) << archive_error_string(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

ReadAll read_all(const std::vector<std::string>& sources, ReadOptions options) {
  ReadAll all;
  auto reader = Reader::open(sources, std::move(options));
  if (!reader) {
    ADD_FAILURE() << reader.error().message;
    return all;
  }
  while (auto item = reader->next()) {
    if (auto* article = std::get_if<Article>(&*item)) {
      all.order.push_back(article->id);
      all.articles.push_back(std::move(*article));
    } else {
      all.rejections.push_back(std::get<Rejection>(*item));
      all.order.push_back("!" + all.rejections.back().reason);
    }
  }
  all.warnings = reader->warnings();
  all.bytes_read = reader->bytes_read();
  all.bytes_total = reader->bytes_total();
  return all;
}

ReadAll read_alone(const std::string& name, std::string_view bytes, ReadOptions options) {
  const TemporaryFolder folder;
  return read_all({folder.write(name, bytes)}, std::move(options));
}

std::string summary(const Article& article) {
  std::string text = article.id + "|" + article.title + "|" + article.body;
  for (const auto* field :
       {&article.outlet, &article.published, &article.byline, &article.section, &article.url, &article.language})
    text +=
        "|" + field->value + (field->known() && field->standing != Standing::given ? "(" + field->evidence + ")" : "");
  for (const auto& entity : article.entities)
    text += "|" + entity.name + ":" + (entity.type ? std::to_string(static_cast<int>(*entity.type)) : "-");
  return text;
}

}  // namespace newshound::reading
