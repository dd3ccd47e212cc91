// What the XML formats have in common: a document cut into its records, each decoded, parsed and rejected by itself.
// Memory holds one record of at most 9 MB and its tree.
#ifndef NEWSHOUND_READING_XML_RECORDS_H
#define NEWSHOUND_READING_XML_RECORDS_H

#include <optional>
#include <string>
#include <vector>

#include "indexer/reading/article_source.h"
#include "indexer/reading/record_cutter.h"
#include "indexer/reading/text_decoder.h"
#include "indexer/reading/xml_node.h"
#include "indexer/reading/xml_prolog.h"

namespace newshound::reading {

class XmlRecords : public ArticleSource {
 public:
  // `names`: of the elements that are records, without their prefixes.
  XmlRecords(InputBuffer& buffer, SourceInfo info, std::vector<std::string> names);

  std::optional<Item> next() final;

 protected:
  // The root of the document as far as it goes before the first record, once, before any record.
  virtual void read_head(const xmlNode* /*root*/) {}

  // Fills an article from its record; returns why it cannot, empty if it could.
  virtual std::string read_record(const xmlNode* record, Article& article) = 0;

  const SourceInfo& info() const { return info_; }

 private:
  void begin();
  std::string take_head();
  void keep_namespaces(const xmlNode* root);
  Item read(const Record& record);
  std::optional<Item> end();

  InputBuffer& buffer_;
  SourceInfo info_;
  std::vector<std::string> names_;
  XmlProlog prolog_;
  std::optional<TextDecoder> decoder_;
  std::optional<RecordCutter> cutter_;
  std::string namespaces_;  // declarations of the root, as attributes
  bool ended_ = false;
};

}  // namespace newshound::reading

#endif
