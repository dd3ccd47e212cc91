#include "indexer/reading/newsml.h"

#include <utility>

#include "indexer/reading/nitf.h"
#include "indexer/reading/xml_records.h"

namespace newshound::reading {
namespace {

class NewsMl final : public XmlRecords {
 public:
  NewsMl(InputBuffer& buffer, SourceInfo info)
      : XmlRecords(buffer, std::move(info),
                   {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem",
                    "NewsItem", "nitf", "contentSet"}) {}

 private:
  // NewsML 1 says in the envelope, once for all items, who sends them.
  void read_head(const xmlNode* root) override {
    const auto* envelope = child(root, "NewsEnvelope");
    sender_ = attribute(child(child(envelope, "SentFrom"), "Party"), "FormalName");
    if (sender_.empty()) sender_ = attribute(child(envelope, "NewsService"), "FormalName");
  }

  std::string read_record(const xmlNode* record, Article& article) override {
    const std::string name(name_of(record));
    if (name == "newsItem") return read_newsml_g2(record, article);
    if (name == "NewsItem") {
      auto fault = read_newsml_1(record, article);
      if (!article.outlet.known() && !sender_.empty()) article.outlet = sender_;
      return fault;
    }
    // A content set alone, cut out of its item, is taken for what it holds.
    const auto* nitf = name == "nitf" ? record : descendant(record, "nitf");
    if (!nitf) return "a " + name + ", which is no news item";
    fill_from_nitf(nitf, article);
    return {};
  }

  std::string sender_;
};

}  // namespace

std::unique_ptr<ArticleSource> make_newsml(InputBuffer& buffer, SourceInfo info) {
  return std::make_unique<NewsMl>(buffer, std::move(info));
}

}  // namespace newshound::reading
