#include "indexer/reading/html_phrases.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/format/ascii.h"

namespace newshound::reading {
namespace {

constexpr std::size_t kMaxCall = 250;  // bytes of a line that calls a reader to do something
constexpr std::size_t kMaxLabel = 60;  // bytes of a line that only says what follows or stands beside it
constexpr std::size_t kMaxAppeal = 300;
constexpr std::size_t kLongestBeginning = 64;

// Beginnings of lines by which a site speaks for itself in the middle of an article, folded: none that an article would
// begin a sentence with.
constexpr std::array kCalls =
    std::to_array<std::string_view>({"sign up for",
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
                                     "click here to",
                                     "click to share",
                                     "by signing up",
                                     "have a tip",
                                     "got a tip",
                                     "leave a comment",
                                     "leave a reply",
                                     "join the conversation",
                                     "view comments",
                                     "show comments",
                                     "tell us what",
                                     "we'd like to hear",
                                     "this material may not be published",
                                     "copyright \u00a9",
                                     "copyright (c)",
                                     "copyright 1",
                                     "copyright 2",
                                     "\u00a9",
                                     "all rights reserved",
                                     "download our",
                                     "support our",
                                     "read more:",
                                     "read also",
                                     "read next",
                                     "also read",
                                     "read:",
                                     "see also",
                                     "watch:",
                                     "more:",
                                     "related:",
                                     "recommended:",
                                     "filed under",
                                     "filed in:",
                                     "posted in",
                                     "tagged with",
                                     "tagged in",
                                     "tagged:",
                                     "tags:",
                                     "tag:",
                                     "source:",
                                     "photo:",
                                     "photos:",
                                     "image:",
                                     "image credit",
                                     "(image",
                                     "lesen sie auch",
                                     "mehr zum thema",
                                     "lire aussi",
                                     "\u00e0 lire aussi",
                                     "leia tamb\u00e9m",
                                     "veja tamb\u00e9m",
                                     "leggi anche",
                                     "lea tambi\u00e9n",
                                     "baca juga",
                                     "\u0447\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043a\u0436\u0435"});

// Beginnings that mean this in short lines only.
constexpr std::array kShortCalls = std::to_array<std::string_view>(
    {"share this", "share on", "get the latest", "get our", "read more", "related story", "related article",
     "related roundup", "have your say", "like this story", "download the", "want more stories",
     "buyer's guide:", "don't miss", "up next", "next up", "tagged", "filed in"});

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

// At the end of an article a site asks for things at more length: both of these somewhere in the line, folded. One
// alone may end a story: "..., the mayor wrote on Twitter."
struct Appeal {
  std::string_view verb;
  std::string_view thing;
};
constexpr std::array kAppeals = std::to_array<Appeal>({{"follow", "twitter"},
                                                       {"follow", "facebook"},
                                                       {"follow", "instagram"},
                                                       {"follow", " @"},
                                                       {"follow us", ""},
                                                       {"sign up", "newsletter"},
                                                       {"sign up", "inbox"},
                                                       {"sign up for", "daily"},
                                                       {"subscribe", "newsletter"},
                                                       {"subscribe", "podcast"},
                                                       {"subscribe", "today"},
                                                       {"newsletter", "inbox"},
                                                       {"click here", "more"},
                                                       {"click here", "information"},
                                                       {"contributed", "to this report"},
                                                       {"contributed", "to this story"}});

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
    folded += format::ascii_lower(c);
    text.remove_prefix(is_apostrophe ? kApostrophe.size() : 1);
  }
  return folded;
}

bool is_year(std::string_view word) { return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")); }

}  // namespace

bool is_call(std::string_view line) {
  if (line.size() > kMaxCall) return false;
  const auto text = folded(line, kLongestBeginning);
  return begins_with_any(text, kCalls) || (line.size() <= kMaxLabel && begins_with_any(text, kShortCalls));
}

bool is_label(std::string_view line) { return line.size() <= kMaxLabel && contains(kLabels, folded(line, kMaxLabel)); }

bool is_list_label(std::string_view line) {
  return line.size() <= kMaxLabel && begins_with_any(folded(line, kLongestBeginning), kListLabels);
}

bool is_appeal(std::string_view line) {
  if (line.size() > kMaxAppeal) return false;
  const auto text = folded(line, kMaxAppeal);
  return std::any_of(kAppeals.begin(), kAppeals.end(), [&](const Appeal& appeal) {
    return text.find(appeal.verb) != std::string::npos && text.find(appeal.thing) != std::string::npos;
  });
}

bool is_publishing_time(std::string_view line) {
  if (line.size() > kMaxLabel) return false;
  constexpr std::string_view kBetween = " ,.:;|/-()\n\xe2\x80\x93\xc2\xb7";  // the bytes of dash and middle dot as well
  const auto text = folded(line, kMaxLabel);
  bool dates_article = false;
  for (auto at = text.find_first_not_of(kBetween); at != std::string::npos;) {
    const auto end = std::min(text.find_first_of(kBetween, at), text.size());
    const auto word = std::string_view(text).substr(at, end - at);
    if (!format::is_ascii_digit(word.front()) && !contains(kTimeWords, word)) return false;
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
