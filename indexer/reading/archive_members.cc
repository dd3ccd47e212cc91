#include "indexer/reading/archive_members.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/reading/archive_block_stream.h"
#include "indexer/reading/finishing.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kTarMagicAt = 257;
constexpr std::string_view kTarMagic = "ustar";

struct FreeArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using ArchiveReader = std::unique_ptr<archive, FreeArchive>;

class MemberStream final : public ArchiveBlockStream {
 public:
  MemberStream(archive* reader, const ByteStream& outer, std::shared_ptr<Expansion> expansion)
      : ArchiveBlockStream(reader), outer_(outer), expansion_(std::move(expansion)) {}

  [[nodiscard]] std::uint64_t bytes_taken() const override { return outer_.bytes_taken(); }

 private:
  void took_block(std::size_t length) override {
    if (!expansion_->add(length, outer_.bytes_taken())) end(expansion_->fault());
  }

  [[nodiscard]] std::string fault_of(int status) override {
    if (status == ARCHIVE_EOF) return {};
    return outer_.fault().empty() ? "damaged in its archive: " + told_by(reader()) : outer_.fault();
  }

  const ByteStream& outer_;
  std::shared_ptr<Expansion> expansion_;
};

bool is_hidden(std::string_view name) {
  while (!name.empty()) {
    const auto part = name.substr(0, name.find('/'));
    if (part.starts_with('.') && part != "." && part != "..") return true;
    name.remove_prefix(std::min(part.size() + 1, name.size()));
  }
  return false;
}

class ArchiveMembers final : public ArticleSource {
 public:
  ArchiveMembers(InputBuffer& buffer, SourceInfo info, const ReadingContext& context, Packing packing)
      : buffer_(buffer),
        info_(std::move(info)),
        context_(context),
        packing_(std::move(packing)),
        reader_(archive_read_new()) {
    if (!reader_) throw std::bad_alloc();
    ++packing_.layers;
    archive_read_support_format_tar(reader_.get());
    archive_read_support_format_zip_streamable(reader_.get());
  }

  std::optional<Item> next() override {
    if (!opened_) {
      if (auto fault = open()) return fault;
    }
    while (!ended_) {
      if (member_) {
        if (auto item = member_->next()) return item;
        member_.reset();
      }
      if (auto item = next_member()) return item;
    }
    return {};
  }

 private:
  std::optional<Item> open() {
    opened_ = true;
    if (packing_.layers > packing_.expansion->limits().layers)
      return end("packed more than " + std::to_string(packing_.expansion->limits().layers) + " times over");
    if (archive_read_open(reader_.get(), this, nullptr, &ArchiveMembers::give_block, nullptr) != ARCHIVE_OK)
      return end(fault());
    return {};
  }

  // Gives the window of the buffer, then what fills it next.
  static la_ssize_t give_block(archive* /*reader*/, void* self, const void** block) {
    auto& members = *static_cast<ArchiveMembers*>(self);
    auto& buffer = members.buffer_;
    buffer.consume(std::exchange(members.given_, 0));
    if (buffer.window().empty() && !buffer.fill()) return buffer.stream().fault().empty() ? 0 : -1;
    *block = buffer.window().data();
    members.given_ = buffer.window().size();
    return static_cast<la_ssize_t>(members.given_);
  }

  // Moves to the next member; a rejection if it, or all that follow, cannot be read.
  std::optional<Item> next_member() {
    if (packing_.expansion->exceeded()) return end(packing_.expansion->fault());
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader_.get(), &entry);
    if (status == ARCHIVE_EOF) return end({});
    if (status == ARCHIVE_RETRY) return {};
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return end(fault());
    if (!packing_.expansion->add_member())
      return end("more than " + std::to_string(packing_.expansion->limits().members) + " members");
    return open_member(entry);
  }

  std::optional<Item> open_member(archive_entry* entry) {
    const char* given = archive_entry_pathname(entry);
    const std::string name = given ? given : "";
    const auto path = info_.path + "!" + (name.starts_with("./") ? name.substr(2) : name);
    const auto type = archive_entry_filetype(entry);
    if (type == AE_IFDIR || is_hidden(name)) return {};
    if (type != AE_IFREG || archive_entry_hardlink(entry)) {
      context_.warnings.push_back(path + ": neither a file nor a folder, left out");
      return {};
    }
    if (archive_entry_is_data_encrypted(entry) != 0) return Rejection{path, 0, 0, {}, "cannot be read: encrypted"};
    auto stream = std::make_unique<MemberStream>(reader_.get(), buffer_.stream(), packing_.expansion);
    member_ = std::make_unique<OpenedSource>(std::move(stream), path, name_of(name), context_, packing_);
    return {};
  }

  // Identity of a member that is one article: "all.tar.gz!b/c.txt" is all/b/c.
  [[nodiscard]] std::string name_of(std::string_view member) const {
    if (member.starts_with("./")) member.remove_prefix(2);
    return (info_.name.empty() ? "" : info_.name + "/") + without_ending(member);
  }

  [[nodiscard]] std::string fault() const {
    const auto& of_stream = buffer_.stream().fault();
    return of_stream.empty() ? "the archive is damaged or ends too early: " + told_by(reader_.get()) : of_stream;
  }

  std::optional<Item> end(std::string reason) {
    ended_ = true;
    if (reason.empty()) return {};
    return Rejection{info_.path, 0, buffer_.offset(), {}, std::move(reason), true};
  }

  InputBuffer& buffer_;
  SourceInfo info_;
  const ReadingContext& context_;
  Packing packing_;
  ArchiveReader reader_;
  std::size_t given_ = 0;  // bytes of the window that libarchive has and may still look at
  std::unique_ptr<OpenedSource> member_;
  bool opened_ = false;
  bool ended_ = false;
};

}  // namespace

// A pipe that gave little and waits is not waited for if that is no tar file: a name in the first 100 bytes, padded
// with NULs, without line feeds, and nobody's file is named like the beginning of XML or JSON.
bool is_archive(InputBuffer& buffer) {
  const auto may_be_tar = [&] {
    const auto name = buffer.window().substr(0, 100);
    if (name.empty() || name.front() == '<' || name.front() == '{' || name.front() == '[') return false;
    return name.find('\n') == std::string_view::npos;
  };
  while (buffer.window().size() < kTarMagicAt + kTarMagic.size() && may_be_tar() && buffer.fill()) {
  }
  const auto window = buffer.window();
  if (window.starts_with("PK\x03\x04") || window.starts_with("PK\x05\x06")) return true;
  return window.size() > kTarMagicAt && window.substr(kTarMagicAt).starts_with(kTarMagic);
}

std::unique_ptr<ArticleSource> make_archive_members(InputBuffer& buffer, SourceInfo info, const ReadingContext& context,
                                                    Packing packing) {
  return std::make_unique<ArchiveMembers>(buffer, std::move(info), context, std::move(packing));
}

}  // namespace newshound::reading
