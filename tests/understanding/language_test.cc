#include "indexer/understanding/language.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/understanding/understand.h"

namespace newshound::understanding {
namespace {

const std::string kEnglish =
    "The harbour ferry resumed its service on Monday after three weeks of repairs, and the first passengers were "
    "greeted by the mayor with a short speech.";
const std::string kSpanish =
    "El transbordador del puerto reanudó su servicio el lunes después de tres semanas de reparaciones, y los primeros "
    "pasajeros fueron recibidos por la alcaldesa.";
const std::string kGerman =
    "Die Hafenfähre hat am Montag nach drei Wochen Reparatur ihren Dienst wieder aufgenommen, und die ersten Gäste "
    "wurden von der Bürgermeisterin begrüßt.";
const std::string kHebrew =
    "המעבורת בנמל חידשה את השירות ביום שני אחרי שלושה שבועות של תיקונים, וראש העיר בירכה את הנוסעים.";
const std::string kChinese = "港口渡轮经过三周维修后于星期一恢复服务，市长向第一批乘客致辞，并感谢所有工人的努力。";
const std::string kRussian =
    "Портовый паром возобновил работу в понедельник после трёх недель ремонта, и мэр поприветствовала первых "
    "пассажиров.";

TEST(Language, IsDetectedWithStandingAndEvidence) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {kEnglish, "en"}, {kSpanish, "es"}, {kGerman, "de"}, {kHebrew, "he"}, {kChinese, "zh"}, {kRussian, "ru"},
  };
  for (const auto& [text, expected] : table) {
    const auto language = detect_language("", text);
    EXPECT_EQ(language.value, expected) << text;
    EXPECT_EQ(language.standing, Standing::derived);
    EXPECT_TRUE(language.evidence.starts_with("cld2 ") && language.evidence.ends_with(" %")) << language.evidence;
    EXPECT_EQ(detect_language(text, "").value, expected);
  }
}

TEST(Language, StaysUnknownWithoutEnoughText) {
  for (const auto& text :
       {std::string(), std::string("Ferry"), std::string("12 345 67 890 12 34 567 89 -- 23 ... 42 17"),
        std::string("\xff\xfe") + kEnglish}) {
    const auto language = detect_language("", text);
    EXPECT_FALSE(language.known()) << text << language.value;
    EXPECT_EQ(language.standing, Standing::unknown);
  }
}

TEST(Language, GivenOneIsWrittenAsATag) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"en", "en"},
      {"EN", "en"},
      {"en-US", "en-US"},
      {"en_us", "en-US"},
      {"english", "en"},
      {"English", "en"},
      {" Spanish ", "es"},
      {"español", "es"},
      {"Deutsch", "de"},
      {"amh", "am"},
      {"spa", "es"},
      {"eng", "en"},
      {"iw", "he"},
      {"pt-br", "pt-BR"},
      {"zh-hant", "zh-Hant"},
      {"und", "und"},
      {"UND", "und"},
      {"", ""},
      {"tir", "ti"},
      {"yor", "yo"},
      {"pcm", "pcm"},
      {"Klingonese", "Klingonese"},
      {"xx-unknown-thing-1234567890", "xx-unknown-thing-1234567890"},
      {"en; q=1", "en; q=1"},
  };
  for (const auto& [given, expected] : table) EXPECT_EQ(normalise_language(given), expected) << given;
}

TEST(Understand, GivenLanguageStaysGiven) {
  Article article;
  article.body = kSpanish;
  article.language = "ENGLISH";
  understand(article);
  EXPECT_EQ(article.language.value, "en");
  EXPECT_EQ(article.language.standing, Standing::given);
  EXPECT_EQ(article.language.evidence, "");
}

TEST(Understand, LanguageGivenAsUndeterminedIsDetected) {
  Article article;
  article.body = kSpanish;
  article.language = "UND";
  understand(article);
  EXPECT_EQ(article.language.value, "es");
  EXPECT_EQ(article.language.standing, Standing::derived);
}

TEST(Understand, WhatCannotBeToldStaysUnknown) {
  Article article;
  article.title = "42";
  understand(article);
  EXPECT_FALSE(article.language.known());
  EXPECT_EQ(article.language.standing, Standing::unknown);
}

TEST(Understand, UnknownLanguageIsFilledFromManyThreads) {
  std::vector<Article> articles(400);
  for (std::size_t i = 0; i < articles.size(); ++i) articles[i].body = i % 2 ? kEnglish : kSpanish;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t)
    threads.emplace_back([&articles, t] {
      for (std::size_t i = t; i < articles.size(); i += 4) understand(articles[i]);
    });
  for (auto& thread : threads) thread.join();
  for (std::size_t i = 0; i < articles.size(); ++i) EXPECT_EQ(articles[i].language.value, i % 2 ? "en" : "es");
}

}  // namespace
}  // namespace newshound::understanding
