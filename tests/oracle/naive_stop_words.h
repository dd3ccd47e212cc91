// The oracle of stop words: which words of a query are left out, found by counting articles.
#ifndef NEWSHOUND_TESTS_ORACLE_NAIVE_STOP_WORDS_H
#define NEWSHOUND_TESTS_ORACLE_NAIVE_STOP_WORDS_H

#include "tests/oracle/naive_archive.h"

#include <newshound/results.h>
#include <newshound/searcher.h>

#include <vector>

namespace newshound::oracle {

QueryNode without_stop_words(const QueryNode& ast, const std::vector<Filter>& filters, NaiveArchive& archive);

}  // namespace newshound::oracle

#endif
