// Where sentences end: each row is a text with "|" between its sentences.
#include "indexer/format/sentences.h"

#include <gtest/gtest.h>

#include <string>

namespace newshound::format {
namespace {

std::string with_bars(std::string_view text, const std::vector<Sentence>& sentences) {
  std::string shown;
  for (const auto& sentence : sentences)
    shown.append(shown.empty() ? "" : "|")
        .append(text.substr(sentence.span.begin, sentence.span.end - sentence.span.begin));
  return shown;
}

TEST(Sentences, EndWhereAReaderWouldSay) {
  const struct {
    const char* text;
    const char* shown;
  } rows[] = {
      {"", ""},
      {" ... ", ""},
      {"  One sentence\n", "One sentence"},
      {"The ferry left. It was late! Why? Nobody knows", "The ferry left.|It was late!|Why?|Nobody knows"},
      {"“We sail.” She left.", "“We sail.”|She left."},
      {"He left (late). \"So?\" they said.", "He left (late).|\"So?\"|they said."},
      {"approx. ten, J. Velden, 3.5 knots", "approx. ten, J. Velden, 3.5 knots"},
      {"in the U.S. the port", "in the U.S. the port"},
      {"Sen. Velden met Dr. Okri vs. Mr. Sand on Feb. 3. Then Gov. Almeda",
       "Sen. Velden met Dr. Okri vs. Mr. Sand on Feb. 3.|Then Gov. Almeda"},
      {"The U.S. Senate met at 5 p.m. The vote", "The U.S. Senate met at 5 p.m.|The vote"},
      {"a new gen. The next. Rev", "a new gen.|The next.|Rev"},
      {"A headline\n\nThe text\ngoes on", "A headline|The text\ngoes on"},
      {"A headline\n \r\nThe text", "A headline|The text"},
      {"渡し船が出た。「遅い」と彼女。終わり", "渡し船が出た。|「遅い」と彼女。|終わり"},
      {"「出た。」彼女", "「出た。」|彼女"},
      {"नाव चली। देर हुई॥ क्यों", "नाव चली।|देर हुई॥|क्यों"},
      {"ጀልባው ሄደ። ዘገየ፧ ማን", "ጀልባው ሄደ።|ዘገየ፧|ማን"},
      {"غادر القارب. لماذا؟ لا أحد يعلم", "غادر القارب.|لماذا؟|لا أحد يعلم"},
      {"Wait ... what. - Next", "Wait ... what.|- Next"},
  };
  format::Analyser analyser;
  for (const auto& row : rows)
    EXPECT_EQ(with_bars(row.text, find_sentences(row.text, analyser.analyse(row.text, ""))), row.shown);
}

TEST(Sentences, HoldEveryTokenOnce) {
  format::Analyser analyser;
  const std::string text = "One two. Three! Four five six. Seven";
  const auto& tokens = analyser.analyse(text, "");
  std::size_t token = 0;
  for (const auto& sentence : find_sentences(text, tokens)) {
    EXPECT_EQ(sentence.first_token, token);
    for (; token < sentence.end_token; ++token) {
      EXPECT_LE(sentence.span.begin, tokens[token].begin);
      EXPECT_GE(sentence.span.end, tokens[token].end);
    }
  }
  EXPECT_EQ(token, tokens.size());
}

TEST(Trim, DropsWhiteSpaceOfEveryKind) {
  const std::string text = "\n \u00A0\u3000x y\u2003\t\r\n";
  const auto span = trim(text, {0, text.size()});
  EXPECT_EQ(text.substr(span.begin, span.end - span.begin), "x y");
  EXPECT_EQ(trim(" \n ", {0, 3}), (Span{3, 3}));
}

// Each row is a text with "|" between its paragraphs.
TEST(Paragraphs, EndAtBlankLinesOrElseWhereASentenceEndsWithItsLine) {
  const struct {
    const char* text;
    const char* shown;
  } rows[] = {
      {"One sentence", "One sentence"},
      {"It left. It was late.\nWhy? Nobody\nknows.\nThe end", "It left. It was late.|Why? Nobody\nknows.|The end"},
      {"A headline\n\nIt left.\nIt was late.\n\nThe end.", "A headline|It left.\nIt was late.|The end."},
      {"It left.\r\nIt was late.", "It left.|It was late."},
      {"It left. \"So?\"\n \n“They said.”", "It left. \"So?\"|“They said.”"},
  };
  Analyser analyser;
  for (const auto& row : rows) {
    const std::string_view text = row.text;
    std::string shown;
    std::size_t begin = 0;
    for (const auto& sentence : find_sentences(text, analyser.analyse(text, ""))) {
      if (!sentence.ends_paragraph) continue;
      const auto span = trim(text, {begin, sentence.span.end});
      shown.append(shown.empty() ? "" : "|").append(text.substr(span.begin, span.end - span.begin));
      begin = sentence.span.end;
    }
    EXPECT_EQ(shown, row.shown);
  }
}

}  // namespace
}  // namespace newshound::format
