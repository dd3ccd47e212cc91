// A random archive and its oracle side by side: several segments, articles replaced and removed.
#ifndef NEWSHOUND_TESTS_ORACLE_RANDOM_ARCHIVE_H
#define NEWSHOUND_TESTS_ORACLE_RANDOM_ARCHIVE_H

#include "tests/matching/test_archive.h"
#include "tests/oracle/naive_archive.h"
#include "tests/oracle/random_news.h"

namespace newshound::oracle {

struct RandomArchive {
  explicit RandomArchive(unsigned seed) : news(seed) {}

  // Some commits; those after the first replace and remove what is there.
  void fill();

  RandomNews news;
  TestArchive archive;
  NaiveArchive naive;

 private:
  void commit(std::size_t articles, std::size_t removals);

  Day today_ = kFirstDayAdded;
};

}  // namespace newshound::oracle

#endif
