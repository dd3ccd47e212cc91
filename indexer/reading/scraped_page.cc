#include "indexer/reading/scraped_page.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/format/ascii.h"
#include "indexer/format/dates.h"
#include "indexer/reading/page_lines.h"
#include "indexer/reading/page_title.h"
#include "indexer/reading/text_dates.h"
#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

constexpr std::string_view kSpaces = " \t\v\f";

std::string_view trim_end(std::string_view line) { return line.substr(0, line.find_last_not_of(kSpaces) + 1); }

struct Line {
  std::uint64_t number = 0;  // from 1
  std::string_view text;     // without its end
  bool is_first = false;     // of its block: the line above is blank
  bool is_last = false;
  bool is_taken = false;  // not part of the body

  [[nodiscard]] bool is_alone() const { return is_first && is_last; }
};

// Those that are not blank. CRLF and a lone CR end a line as LF does.
std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint64_t number = 0;
  bool was_blank = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of("\r\n", begin), text.size());
    const auto line = trim_end(text.substr(begin, end - begin));
    begin = text.substr(end, 2) == "\r\n" ? end + 2 : end + 1;
    ++number;
    if (line.empty() && !lines.empty()) lines.back().is_last = true;
    if (!line.empty()) lines.push_back({number, line, was_blank, false, false});
    was_blank = line.empty();
  }
  if (!lines.empty()) lines.back().is_last = true;
  return lines;
}

// Words of four letters and more, in ASCII lower case.
std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + ' ') {
    const bool is_part = format::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    if (is_part) word.push_back(format::ascii_lower(c));
    if (is_part) continue;
    if (word.size() >= 4) words.push_back(word);
    word.clear();
  }
  return words;
}

bool says_much_the_same(std::string_view headline, std::string_view page_title) {
  const auto wanted = long_words(page_title);
  const auto found = long_words(headline);
  const auto same = std::count_if(wanted.begin(), wanted.end(), [&](const auto& word) {
    return std::find(found.begin(), found.end(), word) != found.end();
  });
  return !wanted.empty() && same * 2 >= std::ssize(wanted);
}

// All of the page title, whatever its capitals, or all before a separator.
bool is_beginning_of_title(std::string_view text, std::string_view page_title) {
  if (text.empty() || !format::starts_like(page_title, format::ascii_lower_case(text))) return false;
  const auto rest = page_title.substr(text.size());
  return rest.empty() ||
         std::any_of(kTitleSeparators.begin(), kTitleSeparators.end(), [&](auto one) { return rest.starts_with(one); });
}

// "Published: March 4, 2014" -> "March 4, 2014"
std::string_view without_date_label(std::string_view line) {
  constexpr std::array<std::string_view, 6> kLabels = {"Published on", "Published", "Posted on",
                                                       "Posted",       "Date",      "First published"};
  for (const auto label : kLabels)
    if (line.starts_with(label) && line.size() > label.size() &&
        (line[label.size()] == ' ' || line[label.size()] == ':'))
      return trim(line.substr(label.size() + 1));
  return line;
}

// "By Mara Velden and Piet Arrondel" -> "Mara Velden and Piet Arrondel"; empty if the line is none.
std::string_view author_in(std::string_view line) {
  constexpr std::size_t kMostWords = 10;
  if (!line.starts_with("By ") && !line.starts_with("BY ")) return {};
  const auto names = trim(line.substr(3, line.find('|') == std::string_view::npos ? line.npos : line.find('|') - 3));
  const bool is_name = !names.empty() && format::is_ascii_upper(names.front()) && !ends_as_sentence(names);
  return is_name && word_count(names) <= kMostWords ? names : std::string_view();
}

class PageParser {
 public:
  explicit PageParser(std::string_view text) : lines_(split_lines(text)) {}

  Article parse() {
    if (lines_.empty()) return {};
    article_.title = trim(lines_.front().text);
    lines_.front().is_taken = true;
    take_outlet_suffix();
    take_headline();
    take_top();
    for (std::size_t i = 1; i < lines_.size(); ++i) take_credit(i);
    for (auto& line : lines_)
      if (!line.is_taken && is_furniture(line.text)) drop(line, "page furniture");
    take_subtitle();
    join_body();
    find_bounds();
    std::sort(article_.dropped.begin(), article_.dropped.end(),
              [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(article_);
  }

 private:
  void drop(Line& line, const char* reason) {
    line.is_taken = true;
    article_.dropped.push_back({line.number, std::string(trim(line.text)), reason});
  }

  [[nodiscard]] static std::string at_line(const Line& line) { return ", line " + std::to_string(line.number); }

  void take_outlet_suffix() {
    const auto ending = known_ending(article_.title);
    if (!ending) return;
    drop(lines_.front(), "page title");
    article_.outlet = {std::string(ending->outlet->name), Standing::stated,
                       "page title suffix" + at_line(lines_.front())};
    article_.title = std::string(ending->headline);
  }

  // Of a page whose title is not the headline itself.
  void take_headline() {
    constexpr std::size_t kMostLines = 6;  // below the page title
    constexpr std::size_t kMostWords = 30;
    for (std::size_t i = 1; i < std::min(lines_.size(), kMostLines + 1); ++i) {
      const auto text = trim(lines_[i].text);
      const bool is_again = is_beginning_of_title(text, article_.title);
      const bool is_like = article_.outlet.known() && word_count(text) >= 4 && word_count(text) <= kMostWords &&
                           !ends_as_sentence(text) && says_much_the_same(text, article_.title);
      if (!lines_[i].is_alone() || (!is_again && !is_like)) continue;
      if (article_.dropped.empty()) drop(lines_.front(), "page title");
      article_.title = std::string(text);
      lines_[i].is_taken = true;
      headline_ = i;
      return;
    }
  }

  // Breadcrumb, byline and date stand above the first paragraph.
  void take_top() {
    constexpr std::size_t kMostLines = 10;
    for (std::size_t i = 1; i < std::min(lines_.size(), kMostLines); ++i) {
      auto& line = lines_[i];
      const auto text = trim(line.text);
      if (line.is_taken) continue;
      if (is_breadcrumb(text)) {
        article_.section = {section_of(text), Standing::derived, "breadcrumb" + at_line(line)};
        drop(line, "breadcrumb");
      } else if (const auto author = author_in(text); !author.empty() && !article_.byline.known()) {
        article_.byline = {std::string(author), Standing::stated, "byline" + at_line(line)};
        drop(line, "byline");
      } else if (const auto date = without_date_label(text); !article_.published.known() && format::parse_day(date)) {
        article_.published = {std::string(date), Standing::stated, "date" + at_line(line)};
        drop(line, "date");
      } else if (ends_as_sentence(text) && word_count(text) > 12) {
        return;
      }
    }
  }

  // A credit, the caption before it, and the keywords before that.
  void take_credit(std::size_t at) {
    if (lines_[at].is_taken || !is_credit(trim(lines_[at].text))) return;
    drop(lines_[at], "photo credit");
    std::size_t before = at - 1;
    const bool is_beside = !lines_[at].is_first;  // in the same block
    if (before > headline_ && !lines_[before].is_taken && may_be_caption(trim(lines_[before].text)) &&
        (is_beside || ends_as_sentence(lines_[before].text))) {
      captions_.push_back(before);
      drop(lines_[before--], "caption");
    }
    if (before > headline_ && !lines_[before].is_taken && lines_[before].is_alone() &&
        is_keyword_list(trim(lines_[before].text)))
      drop(lines_[before], "picture keywords");
  }

  // What stands before the first paragraph and is none itself.
  void take_subtitle() {
    constexpr std::size_t kFewestWords = 4;
    constexpr std::size_t kMostWords = 40;
    const auto is_free = [](const Line& line) { return !line.is_taken; };
    const auto line = std::find_if(lines_.begin() + static_cast<std::ptrdiff_t>(headline_) + 1, lines_.end(), is_free);
    if (line == lines_.end() || !line->is_alone() || ends_as_sentence(line->text)) return;
    const auto words = word_count(line->text);
    const bool has_text = std::any_of(line + 1, lines_.end(), [&](const Line& other) {
      return is_free(other) && ends_as_sentence(other.text) && word_count(other.text) > words;
    });
    if (!has_text || words < kFewestWords || words > kMostWords) return;
    article_.subtitle = {std::string(trim(line->text)), Standing::derived, "below the headline" + at_line(*line)};
    line->is_taken = true;
  }

  void join_body() {
    bool is_new_block = false;
    for (const auto& line : lines_) {
      is_new_block = is_new_block || line.is_first;
      if (line.is_taken) continue;
      if (!article_.body.empty()) article_.body += is_new_block ? "\n\n" : "\n";
      article_.body += line.text;
      is_new_block = false;
    }
  }

  // What has happened happened before the text came out: the latest of the dates that are not said of something to
  // come.
  void find_bounds() {
    if (article_.published.known()) return;
    for (const auto& line : lines_) {
      const bool is_caption =
          std::any_of(captions_.begin(), captions_.end(), [&](std::size_t at) { return &lines_[at] == &line; });
      if (line.is_taken && !is_caption) continue;
      for (const auto& date : find_dates(line.text)) {
        if (may_be_future(line.text, date) || (article_.bounds.earliest && *article_.bounds.earliest >= date.day))
          continue;
        article_.bounds.earliest = date.day;
        article_.bounds.evidence =
            std::string(date.written) + (is_caption ? " in a caption" : " in the text") + at_line(line);
      }
    }
  }

  std::vector<Line> lines_;
  std::vector<std::size_t> captions_;
  std::size_t headline_ = 0;  // its line
  Article article_;
};

}  // namespace

Article parse_scraped_text(std::string_view text) { return PageParser(text).parse(); }

}  // namespace newshound::reading
