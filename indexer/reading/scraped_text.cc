#include "indexer/reading/scraped_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/character_set.h"
#include "indexer/reading/finishing.h"
#include "indexer/reading/format_choice.h"
#include "indexer/understanding/outlet_lexicon.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kSpaces = " \t\v\f";

std::string_view trim_end(std::string_view line) { return line.substr(0, line.find_last_not_of(kSpaces) + 1); }

std::string_view trim(std::string_view line) {
  const auto begin = line.find_first_not_of(kSpaces);
  return begin == std::string_view::npos ? std::string_view() : trim_end(line.substr(begin));
}

// Without their ends; CRLF and a lone CR end a line as LF does.
std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const auto end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back(trim_end(text.substr(begin, end - begin)));
    begin = text.substr(end, 2) == "\r\n" ? end + 2 : end + 1;
  }
  return lines;
}

std::string join_body(const std::vector<std::string_view>& lines, std::size_t first) {
  std::string body;
  bool blank = false;
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (lines[i].empty()) {
      blank = true;
      continue;
    }
    if (!body.empty()) body += blank ? "\n\n" : "\n";
    body += lines[i];
    blank = false;
  }
  return body;
}

// "Headline - Outlet": the longest suffix after a separator that the lexicon knows. Never a guess: an unknown suffix
// stays part of the title.
void split_outlet_suffix(Article& article, std::uint64_t line) {
  static constexpr std::array<std::string_view, 4> kSeparators = {" - ", " | ", " \u2013 ", " \u2014 "};
  const std::string_view title = article.title;
  for (std::size_t at = 1; at < title.size(); ++at) {
    for (const auto separator : kSeparators) {
      if (!title.substr(at).starts_with(separator)) continue;
      const auto* outlet = understanding::find_outlet(trim(title.substr(at + separator.size())));
      if (!outlet) continue;
      article.dropped.push_back({line, article.title, "page title"});
      article.outlet = {std::string(outlet->name), Standing::stated, "page title suffix, line " + std::to_string(line)};
      article.title = std::string(trim(title.substr(0, at)));
      return;
    }
  }
}

class ScrapedText final : public ArticleSource {
 public:
  ScrapedText(InputBuffer& buffer, SourceInfo info) : buffer_(buffer), info_(std::move(info)) {}

  std::optional<Item> next() override {
    if (ended_) return {};
    ended_ = true;
    while (buffer_.window().size() <= info_.options.max_document) {
      if (buffer_.fill()) continue;
      if (auto fault = stream_fault(buffer_, info_)) return fault;
      return read(std::string(buffer_.window()));
    }
    if (auto unread = reject_other_format(buffer_.window())) return *unread;  // says more than that it is long
    return reject("longer than " + std::to_string(info_.options.max_document) + " bytes");
  }

 private:
  Item read(std::string bytes) {
    auto decoded = decode(std::move(bytes));
    if (!decoded) return reject("not a text, neither in UTF-8 nor in another character set");
    if (auto unread = reject_other_format(decoded->text)) return *unread;
    if (!decoded->taken.empty()) info_.warnings.push_back(info_.path + ": not UTF-8, read as " + decoded->taken);
    auto article = parse_scraped_text(decoded->text);
    article.source = info_.path;
    return finish(std::move(article), 0, info_.name, info_.options);
  }

  [[nodiscard]] std::optional<DecodedText> decode(std::string bytes) const {
    if (is_utf8_name(info_.character_set)) return decode_text(std::move(bytes));
    auto text = decode_declared(bytes, info_.character_set);
    if (!text) return {};
    return DecodedText{std::move(*text), {}};
  }

  // Tags and brackets must not become words: a file is text by elimination only if nothing says that it is not.
  [[nodiscard]] std::optional<Item> reject_other_format(std::string_view text) const {
    if (info_.options.format != InputFormat::automatic) return {};
    const auto look = look_of(text);
    if (look.empty()) return {};
    const auto reason = std::string(look) + ", which Newshound does not read yet: as text only if asked to";
    return Rejection{info_.path, 1, 0, {}, reason};
  }

  [[nodiscard]] Item reject(std::string reason) const { return Rejection{info_.path, 0, 0, {}, std::move(reason)}; }

  InputBuffer& buffer_;
  SourceInfo info_;
  bool ended_ = false;
};

}  // namespace

Article parse_scraped_text(std::string_view text) {
  Article article;
  const auto lines = split_lines(text);
  const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !line.empty(); });
  if (first == lines.end()) return article;
  const auto index = static_cast<std::size_t>(first - lines.begin());
  article.title = std::string(trim(*first));
  article.body = join_body(lines, index + 1);
  split_outlet_suffix(article, index + 1);
  return article;
}

std::unique_ptr<ArticleSource> make_scraped_text(InputBuffer& buffer, SourceInfo info) {
  return std::make_unique<ScrapedText>(buffer, std::move(info));
}

}  // namespace newshound::reading
