// Invented web pages for the tests of HTML.
#ifndef NEWSHOUND_TESTS_READING_HTML_PAGES_H
#define NEWSHOUND_TESTS_READING_HTML_PAGES_H

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "indexer/reading/html_source.h"

namespace newshound::reading {

inline constexpr std::string_view kFirst =
    "The harbour ferry resumed service on Monday after a winter of repairs, and the first crossing carried forty "
    "passengers and one goat.";
inline constexpr std::string_view kSecond =
    "Mara Velden, who keeps the timetable, said the new engine would be quieter than the old one, which had woken the "
    "island for thirty years.";
inline constexpr std::string_view kThird =
    "The council has promised to pay for a second boat by next spring, provided that the goat is not counted as a "
    "passenger.";

inline std::string paragraph(std::string_view text) { return "<p>" + std::string(text) + "</p>"; }

// The three paragraphs, marked up.
inline std::string story() { return paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird); }

// The three paragraphs as an article has them.
inline std::string story_text() {
  return std::string(kFirst) + "\n\n" + std::string(kSecond) + "\n\n" + std::string(kThird);
}

// A page with that head, and the story in its body.
inline std::string page_with(std::string_view head, std::string_view html_attributes = "") {
  return "<!DOCTYPE html><html " + std::string(html_attributes) + "><head>" + std::string(head) +
         "</head><body><div class=\"story\">" + story() + "</div></body></html>";
}

inline std::string json_ld(std::string_view json) {
  return "<script type=\"application/ld+json\">" + std::string(json) + "</script>";
}

inline HtmlArticle parsed(std::string page, PageOrigin origin = {}) {
  auto result = parse_html(std::move(page), origin);
  if (auto* fault = std::get_if<PageFault>(&result)) {
    ADD_FAILURE() << fault->reason;
    return {};
  }
  return std::get<HtmlArticle>(std::move(result));
}

inline std::string body_of(std::string page) { return parsed(std::move(page)).article.body; }

// Why the page is no article; empty if it is one.
inline std::string fault_of(std::string page) {
  const auto result = parse_html(std::move(page), {});
  const auto* fault = std::get_if<PageFault>(&result);
  return fault ? fault->reason : std::string();
}

// "value [standing: evidence]"
inline std::string shown(const Field& field) {
  static constexpr const char* kStandings[] = {"unknown", "given", "stated", "derived", "inferred"};
  if (!field.known()) return "unknown";
  return field.value + " [" + kStandings[static_cast<int>(field.standing)] + ": " + field.evidence + "]";
}

}  // namespace newshound::reading

#endif
