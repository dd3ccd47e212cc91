#include "indexer/reading/feed.h"

#include <utility>

#include "indexer/reading/xml_records.h"

namespace newshound::reading {
namespace {

class Feed final : public XmlRecords {
 public:
  Feed(InputBuffer& buffer, SourceInfo info) : XmlRecords(buffer, std::move(info), {"item", "entry"}) {}

 private:
  void read_head(const xmlNode* root) override { channel_ = read_channel(root); }

  std::string read_record(const xmlNode* record, Article& article) override {
    return read_entry(record, channel_, article);
  }

  FeedChannel channel_;
};

}  // namespace

std::unique_ptr<ArticleSource> make_feed(InputBuffer& buffer, SourceInfo info) {
  return std::make_unique<Feed>(buffer, std::move(info));
}

}  // namespace newshound::reading
