#include "tests/oracle/naive_archive.h"

#include "indexer/format/dates.h"
#include "indexer/format/sentences.h"
#include "indexer/understanding/understand.h"

#include <utility>

namespace newshound::oracle {

double length_of(const NaiveArticle& article) {
  return 3.0 * static_cast<double>(article.title.size()) + static_cast<double>(article.body.size());
}

const NaiveText& NaiveArchive::analyse(const std::string& text, const std::string& stemmer) {
  const auto [found, is_new] = analysed_.try_emplace({text, stemmer});
  if (is_new)
    for (const auto& token : analyser_.analyse(text, stemmer))
      found->second.push_back({std::string(token.term), std::string(token.stem), std::string(token.plain_stem),
                               token.unspaced, std::string(token.form)});
  return found->second;
}

void NaiveArchive::put(Article article, Day today) {
  if (!article.day) article.day = format::parse_day(article.published.value);
  understanding::understand(article);
  NaiveArticle naive;
  const auto before = articles_.find(article.id);
  naive.added = before == articles_.end() ? today : before->second.added;
  naive.stemmer = format::stemmer_code(article.language.value);
  naive.title = analyse(article.title, naive.stemmer);
  naive.body = analyse(article.body, naive.stemmer);
  const auto& tokens = analyser_.analyse(article.body, naive.stemmer);
  for (const auto& sentence : format::find_sentences(article.body, tokens)) {
    naive.sentence_ends.push_back(sentence.end_token);
    if (sentence.ends_paragraph) naive.paragraph_ends.push_back(sentence.end_token);
  }
  naive.byline = analyse(article.byline.value, "");
  naive.article = std::move(article);
  articles_.insert_or_assign(naive.article.id, std::move(naive));
}

double NaiveArchive::average_length() const {
  double sum = 0;
  for (const auto& [id, article] : articles_) sum += length_of(article);
  return sum > 0 ? sum / static_cast<double>(articles_.size()) : 1;
}

}  // namespace newshound::oracle
