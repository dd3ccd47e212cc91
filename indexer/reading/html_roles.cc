#include "indexer/reading/html_roles.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/format/ascii.h"
#include "indexer/reading/html_tree.h"
#include "indexer/reading/white_space.h"

namespace newshound::reading {
namespace {

// Phrasing content of HTML (section 3.2.5.2.5) and the old tags that dress letters.
constexpr std::array kInlineTags = std::to_array<std::string_view>(
    {"a",     "abbr", "acronym", "b",      "bdi",  "bdo",  "big",  "cite", "code", "data", "del",  "dfn",   "em",
     "font",  "i",    "ins",     "kbd",    "mark", "nobr", "q",    "rb",   "rp",   "rt",   "ruby", "s",     "samp",
     "small", "span", "strike",  "strong", "sub",  "sup",  "time", "tt",   "u",    "var",  "wbr",  "blink", "output"});

// Scripts and styles, what is filled in or played, and pictures. A form is not among them: some publishing systems put
// one around the whole page.
constexpr std::array kSilentTags = std::to_array<std::string_view>(
    {"applet",   "area",   "audio",    "button",   "canvas", "datalist", "embed",    "frame",    "frameset",
     "head",     "iframe", "img",      "input",    "label",  "legend",   "link",     "map",      "math",
     "meta",     "meter",  "noframes", "noscript", "object", "optgroup", "option",   "param",    "picture",
     "progress", "script", "select",   "source",   "style",  "svg",      "template", "textarea", "video"});

// What HTML 5 names, pictures with their captions among it.
constexpr std::array kFurnitureTags =
    std::to_array<std::string_view>({"address", "aside", "dialog", "figcaption", "figure", "footer", "menu", "nav"});

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of classes and ids: "share" of "post-share", "postShare" and "post_share". Gathered from the pages of news
// sites and the tools they use; a word is here only if no site of those was seen to put its articles under it.
constexpr std::array kBesideWords = std::to_array<std::string_view>(
    {// what readers say and do
     "sharing", "respond", "livefyre", "like", "likes", "poll", "print", "reactions",
     // other articles
     "trending", "popular", "mostread", "mostpopular", "readmore", "readnext", "morefrom", "more", "breaking", "ticker",
     "carousel", "slideshow", "pagination", "pager", "next", "prev", "prevnext", "nextprev", "upnext", "alsolike",
     // selling
     "signup", "optin", "ad", "ads", "adslot", "adbox", "adunit", "adsense", "adwrapper", "leaderboard", "mpu",
     "banner", "cta", "donate", "donation", "popup", "modal", "interstitial", "consent", "gdpr", "login", "signin",
     "register",
     // beside the text
     "credit", "credits", "author", "authors", "bio", "timestamp", "dateline", "tags", "taglist", "tagcloud", "topics",
     "meta", "copyright", "disclaimer",
     // page furniture
     "nav", "navbar", "navigation", "masthead", "topbar", "toolbar", "tooltip", "popover", "skip", "sr"});

// Beginnings of such words: "comments", "commentlist", "subscription".
constexpr std::array kBesideBeginnings = std::to_array<std::string_view>(
    {"comment", "disqus",   "share",   "social",  "addthis", "addtoany",   "rating",     "related", "recommend",
     "recirc",  "outbrain", "taboola", "zergnet", "teaser",  "yarpp",      "newsletter", "subscri", "promo",
     "sponsor", "advert",   "cookie",  "caption", "byline",  "breadcrumb", "menu",       "sidebar", "footer"});

// Parts of names, letters only, whose single words give nothing away: lists of what follows, text for screen readers,
// forms, and the box that one large outlet hides behind each name.
constexpr std::array kBesideNames =
    std::to_array<std::string_view>({"keypoints", "screenreader", "visuallyhidden", "signform", "rolloverpeopleblock"});

// Whole names by which style sheets hide what has them; as words of others they say less ("overflow-hidden").
constexpr std::array kHiddenNames = std::to_array<std::string_view>(
    {"hidden", "hide", "invisible", "d-none", "sr-only", "visually-hidden", "visuallyhidden"});

// Of the role attribute (WAI-ARIA).
constexpr std::array kRoles =
    std::to_array<std::string_view>({"navigation", "complementary", "banner", "contentinfo", "dialog", "alert",
                                     "alertdialog", "menu", "menubar", "search", "tooltip", "button"});

// Class names that describe an article or a state ("category-promo", "has-sidebar") and not what the element is.
constexpr std::array kDescribing =
    std::to_array<std::string_view>({"tag-", "category-", "has-", "no-", "with-", "is-", "not-"});

// What follows them in a name does the same: "content-with-sidebar".
constexpr std::array kDescribingWords = std::to_array<std::string_view>({"with", "has", "without", "no"});

// Names of the element that holds the text and little else, letters only.
constexpr std::array kArticleText = std::to_array<std::string_view>(
    {"articlebody", "articletext", "articlecontent", "storybody", "storytext", "storycontent", "entrycontent",
     "postcontent", "postbody", "posttext", "bodytext", "newstext", "articlebodytext", "contentbody"});

// Calls `take` with each word of a class name, in lower case: cut at what is no letter and before a capital.
template <typename Take>
bool any_word(std::string_view name, Take take) {
  std::string word;
  char previous = 0;
  for (const char c : name) {
    const bool cut = !format::is_ascii_letter(c) || (format::is_ascii_upper(c) && !format::is_ascii_upper(previous));
    if (cut && !word.empty()) {
      if (take(word)) return true;
      word.clear();
    }
    if (format::is_ascii_letter(c)) word += format::ascii_lower(c);
    previous = c;
  }
  return !word.empty() && take(word);
}

bool says_beside(std::string_view word) {
  return contains(kBesideWords, word) || std::any_of(kBesideBeginnings.begin(), kBesideBeginnings.end(),
                                                     [&](auto beginning) { return word.starts_with(beginning); });
}

// Calls `take` with each name in a list with white space between.
template <typename Take>
bool any_name(std::string_view names, Take take) {
  while (!names.empty()) {
    const auto end = std::min(names.find_first_of(kWhiteSpace), names.size());
    if (end > 0 && take(names.substr(0, end))) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

// Letters only, in lower case: "article-body" and "articleBody" are the same.
std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char c : name)
    if (format::is_ascii_letter(c)) letters += format::ascii_lower(c);
  return letters;
}

// Posts of social networks that an article quotes are part of it.
bool is_quoted_post(std::string_view name) {
  return name.find("social") != std::string_view::npos && name.find("embed") != std::string_view::npos;
}

bool name_says_beside(std::string_view name) {
  for (const auto beginning : kDescribing)
    if (name.starts_with(beginning)) return false;
  if (is_quoted_post(name)) return false;
  if (contains(kHiddenNames, name)) return true;
  bool describes = false;
  const auto says_so = [&](std::string_view word) {
    describes = describes || contains(kDescribingWords, word);
    return !describes && says_beside(word);
  };
  if (any_word(name, says_so)) return true;
  const auto letters = letters_of(name);
  return std::any_of(kBesideNames.begin(), kBesideNames.end(),
                     [&](auto part) { return letters.find(part) != std::string::npos; });
}

bool name_says_text(std::string_view name) { return contains(kArticleText, letters_of(name)); }

}  // namespace

TagKind kind_of_tag(std::string_view tag) {
  if (tag == "br" || tag == "hr") return TagKind::line_break;
  if (contains(kInlineTags, tag)) return TagKind::inline_text;
  if (contains(kFurnitureTags, tag)) return TagKind::furniture;
  return contains(kSilentTags, tag) ? TagKind::silent : TagKind::block;
}

bool is_hidden(const xmlNode* node) {
  if (has_attribute(node, "hidden")) return true;
  const auto style = attribute(node, "style");
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos ||
         style.find("visibility:hidden") != std::string_view::npos ||
         style.find("visibility: hidden") != std::string_view::npos;
}

bool is_beside_article(const xmlNode* node) {
  const auto tag = name_of(node);
  if (tag == "html" || tag == "body" || tag == "article" || tag == "main") return false;
  if (contains(kRoles, attribute(node, "role"))) return true;
  return any_name(attribute(node, "class"), name_says_beside) || any_name(attribute(node, "id"), name_says_beside);
}

bool is_article_text(const xmlNode* node) {
  if (attribute(node, "itemprop").find("articleBody") != std::string_view::npos) return true;
  return any_name(attribute(node, "class"), name_says_text) || any_name(attribute(node, "id"), name_says_text);
}

}  // namespace newshound::reading
