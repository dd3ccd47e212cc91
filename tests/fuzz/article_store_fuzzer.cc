// libFuzzer entry: any bytes as stored articles, as they are, as the only row of a store whose hashes hold (else the
// fuzzer would never come further), and as a frame of each kind. Whatever they are, they are refused as damaged or of
// another version, or every article is read or refused as damaged.
#include "indexer/format/article_store.h"
#include "indexer/format/guard.h"

#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace {

using newshound::Errc;
using namespace newshound::format;

template <typename Ask>
void ask(Ask&& question) {
  try {
    std::forward<Ask>(question)();
  } catch (const Failure& failure) {
    if (failure.error().code != Errc::damaged && failure.error().code != Errc::wrong_version) std::abort();
  }
}

void ask_everything(std::string_view bytes) {
  ask([&] {
    const ArticleStore store(bytes, "articles");
    ask([&] { store.check_all(); });
    for (std::uint32_t row = 0; row < store.rows(); ++row) ask([&] { (void)store.article(row); });
  });
}

std::string store_of_one(std::string_view meta, std::string_view body) {
  const ArticleStoreEntry entry{meta.size(), body.size(), XXH3_64bits(meta.data(), meta.size()),
                                XXH3_64bits(body.data(), body.size())};
  std::string bytes("NHARTICL\1\0\0\0\1\0\0\0", 16);
  return bytes.append(reinterpret_cast<const char*>(&entry), sizeof entry).append(meta).append(body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A copy, aligned as a mapped file is.
  const std::unique_ptr<char[]> copy(new char[size]);
  if (size > 0) std::memcpy(copy.get(), data, size);
  const std::string_view bytes(copy.get(), size);
  ask_everything(bytes);
  FramePacker packer;
  std::string packed;
  packer.append_frame(packed, bytes, FrameKind::meta);
  ask_everything(store_of_one(packed, bytes));
  ask_everything(store_of_one(bytes, bytes));
  return 0;
}
