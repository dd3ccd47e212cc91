#include "indexer/reading/json_document.h"

#include <algorithm>
#include <utility>

#include "indexer/reading/finishing.h"
#include "indexer/reading/json_extent.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxHead = 64 << 10;

enum class Place { top, list, members };  // members: of an object that holds a list

class JsonDocument final : public ArticleSource {
 public:
  JsonDocument(InputBuffer& buffer, SourceInfo info, JsonArticleParser& parser)
      : buffer_(buffer), info_(std::move(info)), parser_(parser) {}

  std::optional<Item> next() override {
    if (buffer_.offset() == 0 && buffer_.window().starts_with(kByteOrderMark)) buffer_.consume(kByteOrderMark.size());
    while (!ended_) {
      if (!skip_to_value()) return end();
      auto item = place_ == Place::members ? read_member() : place_ == Place::list ? read_element() : read_top();
      if (item) return item;
    }
    return {};
  }

 private:
  // White space and commas are stepped over, wherever they are; false at the end.
  bool skip_to_value() {
    while (true) {
      const auto begin = buffer_.window().find_first_not_of(" \t\r\n,");
      if (begin != std::string_view::npos) {
        buffer_.consume(begin);
        return true;
      }
      buffer_.consume(buffer_.window().size());
      if (!buffer_.fill()) return false;
    }
  }

  std::optional<Item> read_top() {
    const char c = buffer_.window().front();
    if (c == '[') return enter(Place::list);
    if (c == '}' || c == ']') return reject_byte();
    return read_value(c == '{');
  }

  std::optional<Item> read_element() {
    const char c = buffer_.window().front();
    if (c == ']') return enter(in_object_ ? Place::members : Place::top);
    if (c == '}') return reject_byte();
    return read_value(false);
  }

  // One step through the members of an object: a key, a list that begins, a value to keep in mind, or the end.
  std::optional<Item> read_member() {
    const char c = buffer_.window().front();
    if (c == '}') {
      in_object_ = false;
      return enter(Place::top);
    }
    if (c == ']') return reject_byte();
    if (c == ':') {
      buffer_.consume(1);
      return {};
    }
    if (c == '[' && names_list_of_articles(key_)) {
      read_head();
      return enter(Place::list);
    }
    take_member();
    return {};
  }

  std::optional<Item> enter(Place place) {
    buffer_.consume(1);
    place_ = place;
    return {};
  }

  // A key, or the value of one: what an article could say as well is kept as the head of the list.
  void take_member() {
    JsonExtent extent;
    const bool whole = find_end(extent, kMaxHead, false);
    const auto text = buffer_.window().substr(0, extent.length());
    if (key_.empty() && whole && text.size() >= 2 && text.front() == '"') {
      key_ = std::string(text.substr(1, text.size() - 2));
    } else {
      if (whole && head_.size() + text.size() < kMaxHead)
        head_ += (head_.empty() ? "\"" : ",\"") + key_ + "\":" + std::string(text);
      key_.clear();
    }
    skip_rest(extent);
  }

  void read_head() {
    key_.clear();
    std::string object = "{" + head_ + "}";
    const auto length = object.size();
    object.resize(length + InputBuffer::kPadding);
    auto parsed = parser_.parse(std::string_view(object).substr(0, length));
    if (auto* article = std::get_if<Article>(&parsed)) list_ = std::move(*article);
    if (!list_.outlet.known() && !list_.title.empty())
      list_.outlet = Field(list_.title, Standing::stated, "title of the feed");
  }

  // Looks as far as `most` bytes for the end of the value, or for the list it holds; false if neither is there.
  bool find_end(JsonExtent& extent, std::uint64_t most, bool may_hold_list) {
    while (true) {
      if (extent.look(buffer_.window()) && (extent.ended() || may_hold_list)) return extent.length() <= most;
      if (extent.holds_list() && !may_hold_list)
        extent.pass_list();
      else if (buffer_.window().size() > most || !buffer_.fill())
        return false;
    }
  }

  std::optional<Item> read_value(bool may_hold_list) {
    JsonExtent extent;
    const bool found = find_end(extent, info_.options.max_document, may_hold_list);
    if (extent.holds_list() && may_hold_list) {
      in_object_ = true;
      list_ = {};
      head_.clear();
      return enter(Place::members);
    }
    if (!found && buffer_.window().size() > info_.options.max_document) return reject_long(extent);
    if (!found && !buffer_.stream().fault().empty()) return end();
    return read_article(found ? extent.length() : buffer_.window().size());
  }

  Item read_article(std::size_t length) {
    const auto line = buffer_.line();
    const auto offset = buffer_.offset();
    auto parsed = parser_.parse(buffer_.window().substr(0, length));
    buffer_.consume(length);
    if (const auto* fault = std::get_if<JsonFault>(&parsed)) {
      const std::string id = fault->id.empty() ? "" : info_.options.id_prefix + fault->id;
      return Rejection{info_.path, line, offset + fault->offset, id, fault->reason};
    }
    auto& article = std::get<Article>(parsed);
    article.source = info_.path;
    article.line = line;
    fill_from_list(article);
    return finish(std::move(article), offset, {}, info_.options);
  }

  void fill_from_list(Article& article) const {
    if (place_ != Place::list || !in_object_) return;
    if (!article.outlet.known()) article.outlet = list_.outlet;
    if (!article.byline.known()) article.byline = list_.byline;
    if (!article.language.known()) article.language = list_.language;
  }

  Item reject_long(JsonExtent& extent) {
    auto rejection = reject("longer than " + std::to_string(info_.options.max_document) + " bytes");
    skip_rest(extent);
    return rejection;
  }

  // Drops the value that `extent` stands in or behind.
  void skip_rest(JsonExtent& extent) {
    while (!extent.ended()) {
      if (extent.holds_list()) extent.pass_list();
      if (extent.look(buffer_.window())) continue;
      const auto size = buffer_.window().size();
      buffer_.consume(size);
      extent.forget(size);
      if (!buffer_.fill()) return;
    }
    buffer_.consume(extent.length());
  }

  Item reject_byte() {
    auto rejection = reject("not valid JSON: a bracket that closes nothing");
    buffer_.consume(1);
    return rejection;
  }

  Item reject(std::string reason) {
    return Rejection{info_.path, buffer_.line(), buffer_.offset(), {}, std::move(reason)};
  }

  std::optional<Item> end() {
    ended_ = true;
    if (auto fault = stream_fault(buffer_, info_)) return fault;
    if (place_ != Place::top) return reject("the JSON ends too early: a bracket is not closed");
    return {};
  }

  InputBuffer& buffer_;
  SourceInfo info_;
  JsonArticleParser& parser_;
  Place place_ = Place::top;
  bool in_object_ = false;
  std::string key_;   // of the member whose value comes next
  std::string head_;  // members seen so far, as JSON
  Article list_;      // what holds for every article of the list
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleSource> make_json_document(InputBuffer& buffer, SourceInfo info, JsonArticleParser& parser) {
  return std::make_unique<JsonDocument>(buffer, std::move(info), parser);
}

}  // namespace newshound::reading
