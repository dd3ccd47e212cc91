#include "indexer/reading/html_phrases.h"

#include <algorithm>
#include <array>
#include <string>

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxCall = 250;  // bytes of a line that calls a reader to do something
constexpr std::size_t kMaxLabel = 60;  // bytes of a line that only says what follows or stands beside it
constexpr std::size_t kMaxAppeal = 300;
constexpr std::size_t kLongestBeginning = 64;

// Beginnings of lines by which a site speaks for itself in the middle of an article, folded.
constexpr std::array kCalls = std::to_array<std::string_view>(
    {"sign up for",
     "sign up to",
     "sign up here",
     "subscribe to",
     "subscribe now",
     "subscribe here",
     "follow us on",
     "follow him on",
     "follow her on",
     "follow them on",
     "like us on",
     "join us on",
     "share this",
     "share on",
     "click here to",
     "click to share",
     "get the latest",
     "get our",
     "read more",
     "read also",
     "read next",
     "also read",
     "read:",
     "see also",
     "watch:",
     "more:",
     "related:",
     "related story",
     "related article",
     "related roundup",
     "recommended:",
     "have your say",
     "tell us what",
     "have a tip",
     "got a tip",
     "like this story",
     "filed under",
     "filed in",
     "posted in",
     "tagged",
     "tags:",
     "tag:",
     "source:",
     "copyright",
     "\xc2\xa9",
     "all rights reserved",
     "this material may not be published",
     "photo:",
     "photos:",
     "image:",
     "image credit",
     "(image",
     "download the",
     "download our",
     "want more stories",
     "by signing up",
     "leave a comment",
     "leave a reply",
     "join the conversation",
     "view comments",
     "show comments",
     "buyer's guide:",
     "support our",
     "don't miss",
     "up next",
     "next up",
     "we'd like to hear",
     "lesen sie auch",
     "mehr zum thema",
     "lire aussi",
     "\xc3\xa0 lire aussi",
     "leia tamb\xc3\xa9m",
     "veja tamb\xc3\xa9m",
     "leggi anche",
     "lea tambi\xc3\xa9n",
     "baca juga",
     "\xd1\x87\xd0\xb8\xd1\x82\xd0\xb0\xd0\xb9\xd1\x82\xd0\xb5 \xd1\x82\xd0\xb0\xd0\xba\xd0\xb6\xd0\xb5"});

// Whole lines, folded.
constexpr std::array kLabels = std::to_array<std::string_view>({"advert",
                                                                "advertisement",
                                                                "advertising",
                                                                "ad",
                                                                "story continues below advertisement",
                                                                "article continues below",
                                                                "continue reading below",
                                                                "subscribe",
                                                                "share",
                                                                "comments",
                                                                "comment",
                                                                "loading...",
                                                                "facebook",
                                                                "twitter",
                                                                "email",
                                                                "print",
                                                                "video",
                                                                "photos",
                                                                "gallery",
                                                                "iklan",
                                                                "anzeige",
                                                                "publicidade",
                                                                "publicidad",
                                                                "pubblicit\xc3\xa0",
                                                                "publicit\xc3\xa9"});

// Beginnings of headings over lists of other articles, folded.
constexpr std::array kListLabels = std::to_array<std::string_view>(
    {"more ", "related", "read more", "read next", "see also", "recommended", "you may also", "you might also",
     "most read", "most popular", "trending", "top stories", "latest", "popular", "don't miss"});

// At the end of an article a site asks for things at more length, somewhere in the line; folded.
constexpr std::array kAppeals =
    std::to_array<std::string_view>({"newsletter", "sign up", "subscribe", "subscription", "follow ", "on twitter",
                                     "on facebook", "inbox", "click here", "contributed to this report"});

// Words of lines that say when, beside numbers.
constexpr std::array kTimeWords = std::to_array<std::string_view>(
    {"jan",     "january", "feb",       "february", "mar",       "march",    "apr",    "april",  "may",
     "jun",     "june",    "jul",       "july",     "aug",       "august",   "sep",    "sept",   "september",
     "oct",     "october", "nov",       "november", "dec",       "december", "mon",    "monday", "tue",
     "tuesday", "wed",     "wednesday", "thu",      "thursday",  "fri",      "friday", "sat",    "saturday",
     "sun",     "sunday",  "am",        "pm",       "a",         "p",        "m",      "utc",    "gmt",
     "et",      "est",     "edt",       "pt",       "pst",       "pdt",      "ist",    "cet",    "bst",
     "on",      "at",      "of",        "updated",  "published", "posted",   "last",   "first",  "modified",
     "ago",     "hours",   "hour",      "minutes",  "min",       "read",     "days",   "day"});

// Those that say that an article came out then, not that something happened.
constexpr std::array kPublishingWords =
    std::to_array<std::string_view>({"updated", "published", "posted", "ago", "read"});

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t size>
bool begins_with_any(std::string_view text, const std::array<std::string_view, size>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](auto beginning) { return text.starts_with(beginning); });
}

// At most `most` bytes of it: ASCII letters lowered, the apostrophe that of a typewriter.
std::string folded(std::string_view text, std::size_t most) {
  constexpr std::string_view kApostrophe = "\xe2\x80\x99";
  std::string folded;
  while (!text.empty() && folded.size() < most) {
    const bool is_apostrophe = text.starts_with(kApostrophe);
    const char c = is_apostrophe ? '\'' : text.front();
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    text.remove_prefix(is_apostrophe ? kApostrophe.size() : 1);
  }
  return folded;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_year(std::string_view word) { return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")); }

}  // namespace

bool is_call(std::string_view line) {
  return line.size() <= kMaxCall && begins_with_any(folded(line, kLongestBeginning), kCalls);
}

bool is_label(std::string_view line) { return line.size() <= kMaxLabel && contains(kLabels, folded(line, kMaxLabel)); }

bool is_list_label(std::string_view line) {
  return line.size() <= kMaxLabel && begins_with_any(folded(line, kLongestBeginning), kListLabels);
}

bool is_appeal(std::string_view line) {
  if (line.size() > kMaxAppeal) return false;
  const auto text = folded(line, kMaxAppeal);
  return std::any_of(kAppeals.begin(), kAppeals.end(),
                     [&](auto words) { return text.find(words) != std::string::npos; });
}

bool is_publishing_time(std::string_view line) {
  if (line.size() > kMaxLabel) return false;
  constexpr std::string_view kBetween = " ,.:;|/-()\n\xe2\x80\x93\xc2\xb7";  // the bytes of dash and middle dot as well
  const auto text = folded(line, kMaxLabel);
  bool dates_article = false;
  for (auto at = text.find_first_not_of(kBetween); at != std::string::npos;) {
    const auto end = std::min(text.find_first_of(kBetween, at), text.size());
    const auto word = std::string_view(text).substr(at, end - at);
    if (!is_digit(word.front()) && !contains(kTimeWords, word)) return false;
    dates_article = dates_article || is_year(word) || contains(kPublishingWords, word);
    at = text.find_first_not_of(kBetween, end);
  }
  return dates_article;
}

bool is_byline(std::string_view line) {
  return line.size() <= kMaxLabel && line.size() > 3 && folded(line, 3) == "by " && line[3] >= 'A' && line[3] <= 'Z';
}

bool ends_like_sentence(std::string_view line) {
  for (const std::string_view end : {".", "!", "?", ":", "\"", "\u201d", "\u2026", ")", "\u3002"})
    if (line.ends_with(end)) return true;
  return false;
}

}  // namespace newshound::reading
