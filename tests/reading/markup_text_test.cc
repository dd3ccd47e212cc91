#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "indexer/reading/markup_text.h"

namespace newshound::reading {
namespace {

TEST(MarkupText, TagsBecomeParagraphsAndLines) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"  as it\n\n is ", "as it\n\n is"},
      {"<p>A</p><p>B", "A\n\nB"},
      {"A<br>B<BR/>C", "A\nB\nC"},
      {"<div>A<ul><li>B<li>C</ul></div>D", "A\n\nB\n\nC\n\nD"},
      {"A <b>b</b><i>c</i>\n d", "A bc d"},
      {"<a href=\"x>y\" title='a > b'>A</a>", "A"},
      {"<p class=x id=y\n>A</p >B", "A\n\nB"},
      {"AT&T &amp; &eacute;&nbsp;&#8211;&unknown;", "AT&T & \xc3\xa9\xc2\xa0\xe2\x80\x93&unknown;"},
      {"1 < 2 <3 & 4", "1 < 2 <3 & 4"},
      {"A<!-- <p> -->B<!-- C", "AB"},
      {"A<script>if (a<b) \"<!--\"</script>B<STYLE type=x>p {}</STYLE>C", "ABC"},
      {"A<script>write(\"</div>\" + '<b>')</SCRIPT >B", "AB"},
      {"A<scripted>B</scripted>", "AB"},
      {"<img src=\"x\" alt=\"no text\">A<iframe>B</iframe>", "A"},
      {"A <b", "A"},
      {"<", "<"},
      {"&", "&"},
  };
  for (const auto& [markup, text] : table) EXPECT_EQ(text_of_markup(markup).value_or("(none)"), text) << markup;
}

TEST(MarkupText, NothingTakesLong) {
  const auto start = std::chrono::steady_clock::now();
  std::string attributes = "A<p";
  for (int i = 0; i < 300000; ++i) attributes += " a" + std::to_string(i) + "=b";
  EXPECT_EQ(text_of_markup(attributes + ">B"), "A\n\nB");
  std::string scripts;
  for (int i = 0; i < 200000; ++i) scripts += "<script>";
  EXPECT_EQ(text_of_markup("A" + scripts), "A");
  std::string closings = "A";
  for (int i = 0; i < 200000; ++i) closings += "</b></x>";
  EXPECT_EQ(text_of_markup(closings), "A");
  std::string deep = "A";
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  EXPECT_FALSE(text_of_markup(deep));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(120));
}

}  // namespace
}  // namespace newshound::reading
