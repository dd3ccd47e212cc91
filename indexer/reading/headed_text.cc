#include "indexer/reading/headed_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/reading/character_set.h"
#include "indexer/reading/finishing.h"
#include "indexer/reading/paragraphs.h"
#include "indexer/reading/table_article.h"
#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxName = 40;

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kMaxName && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

// Without its end, which `text` loses as well.
std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return std::string(value);
}

// "[a, 'b']" is "a; b".
std::string without_brackets(std::string_view value) {
  value = trimmed(value);
  if (!value.starts_with('[') || !value.ends_with(']')) return unquoted(value);
  value = value.substr(1, value.size() - 2);
  std::string list;
  while (!value.empty()) {
    const auto end = std::min(value.find(','), value.size());
    list += (list.empty() ? "" : "; ") + unquoted(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return list;
}

// A line that belongs to the value before: "- item", or more text.
void add_to_value(std::string_view line, bool front_matter, std::string& value) {
  line = trimmed(line);
  const bool item = front_matter && line.starts_with("- ");
  if (value == "|" || value == ">") value.clear();
  if (!value.empty()) value += item ? "; " : " ";
  value += front_matter ? unquoted(item ? line.substr(2) : line) : std::string(line);
}

// False for a line that does not belong into a head.
bool add_line(std::string_view line, HeadedText& head) {
  const bool indented =
      line.starts_with(' ') || line.starts_with('\t') || (head.front_matter && line.starts_with("- "));
  if (indented) {
    if (head.names.empty()) return false;
    add_to_value(line, head.front_matter, head.values.back());
    return true;
  }
  if (head.front_matter && (line.starts_with('#') || trimmed(line).empty())) return true;
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_name(line.substr(0, colon))) return false;
  const auto value = line.substr(colon + 1);
  if (!value.empty() && value.front() != ' ' && value.front() != '\t') return false;
  head.names.emplace_back(line.substr(0, colon));
  head.values.push_back(head.front_matter ? without_brackets(value) : std::string(trimmed(value)));
  return true;
}

// What e-mail calls the parts of an article.
std::vector<Key> with_names_of_mail(std::vector<Key> keys) {
  static constexpr std::array<std::pair<std::string_view, Part>, 5> kMail = {{{"subject", Part::title},
                                                                              {"from", Part::byline},
                                                                              {"message-id", Part::id},
                                                                              {"slug", Part::id},
                                                                              {"content-language", Part::language}}};
  for (const auto& [name, part] : kMail) keys.push_back({std::string(name), part});
  return keys;
}

std::string value_of(const HeadedText& head, std::string_view name) {
  for (std::size_t i = 0; i < head.names.size(); ++i) {
    std::string lower = head.names[i];
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (lower == name) return head.values[i];
  }
  return {};
}

std::string declared_set(const HeadedText& head) {
  const auto type = value_of(head, "content-type");
  constexpr std::string_view kKey = "charset=";
  const auto at = type.find(kKey);
  return at == std::string::npos ? std::string() : unquoted(type.substr(at + kKey.size()));
}

// "# Title" at the head of Markdown, taken out of the body.
std::string take_heading(std::string_view& body) {
  auto rest = body.substr(std::min(body.find_first_not_of(" \t\r\n"), body.size()));
  if (!rest.starts_with("# ")) return {};
  const auto line = take_line(rest);
  body = rest;
  return std::string(trimmed(line.substr(2)));
}

class HeadedFile final : public ArticleSource {
 public:
  HeadedFile(InputBuffer& buffer, SourceInfo info, const std::vector<Key>& keys)
      : buffer_(buffer), info_(std::move(info)), keys_(with_names_of_mail(keys)) {}

  std::optional<Item> next() override {
    if (std::exchange(ended_, true)) return {};
    while (buffer_.window().size() <= info_.options.max_document) {
      if (buffer_.fill()) continue;
      if (auto fault = stream_fault(buffer_, info_)) return fault;
      return read(std::string(buffer_.window()));
    }
    return reject("longer than " + std::to_string(info_.options.max_document) + " bytes");
  }

 private:
  Item read(std::string bytes) {
    const auto declared = declared_set(split_head(bytes));
    auto text = decode(std::move(bytes), declared);
    if (!text) return reject("not a text, neither in UTF-8 nor in another character set");
    auto head = split_head(*text);
    if (head.names.empty()) return reject("no lines `Key: value` at the beginning");
    const auto encoding = value_of(head, "content-transfer-encoding");
    if (encoding == "base64" || encoding == "quoted-printable") return reject("mail encoded as " + encoding);
    auto article = NamedParts(head.names, keys_).article(head.values);
    if (head.front_matter && article.title.empty()) article.title = take_heading(head.body);
    if (article.body.empty()) article.body = std::string(trimmed(head.body));
    article.source = info_.path;
    return finish(std::move(article), 0, info_.name, info_.options);
  }

  std::optional<std::string> decode(std::string bytes, const std::string& declared) {
    if (!is_utf8_name(declared)) return decode_declared(bytes, declared);
    auto decoded = decode_text(std::move(bytes));
    if (!decoded) return {};
    if (!decoded->taken.empty()) info_.warnings.push_back(info_.path + ": not UTF-8, read as " + decoded->taken);
    return std::move(decoded->text);
  }

  [[nodiscard]] Item reject(std::string reason) const { return Rejection{info_.path, 1, 0, {}, std::move(reason)}; }

  InputBuffer& buffer_;
  SourceInfo info_;
  std::vector<Key> keys_;
  bool ended_ = false;
};

}  // namespace

HeadedText split_head(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  HeadedText head;
  auto rest = text;
  if (trimmed(take_line(rest)) == "---") {
    head.front_matter = true;
    text = rest;
  }
  while (!text.empty()) {
    const auto line = take_line(text);
    const bool ends = head.front_matter ? line == "---" || line == "..." : trimmed(line).empty();
    if (ends) {
      head.body = text;
      return head;
    }
    if (!add_line(line, head)) return {};
  }
  if (head.front_matter) return {};
  return head;
}

bool looks_headed(std::string_view text, const std::vector<Key>& keys) {
  const auto head = split_head(text);
  const NamedParts parts(head.names, with_names_of_mail(keys));
  return parts.known() >= (head.front_matter ? 1U : 2U);
}

std::unique_ptr<ArticleSource> make_headed_text(InputBuffer& buffer, SourceInfo info, const std::vector<Key>& keys) {
  return std::make_unique<HeadedFile>(buffer, std::move(info), keys);
}

}  // namespace newshound::reading
