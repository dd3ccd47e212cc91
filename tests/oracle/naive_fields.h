// The oracle of fields, facets and histograms: looks at every article that matches and counts.
#ifndef NEWSHOUND_TESTS_ORACLE_NAIVE_FIELDS_H
#define NEWSHOUND_TESTS_ORACLE_NAIVE_FIELDS_H

#include <newshound/article.h>
#include <newshound/results.h>

#include <cstdint>
#include <string>
#include <vector>

namespace newshound::oracle {

// What an article says for a field of the query language, each value once.
std::vector<std::string> values_of(const Article& article, const std::string& field);

// Whether a filter with that value lets the article through.
bool has_value(const Article& article, const std::string& field, const std::string& value);

// `field` may be a date as well.
bool is_known(const Article& article, const std::string& field);

FacetResult count_facet(const std::vector<const Article*>& articles, const std::string& facet, std::uint64_t limit);

Histogram count_days(const std::vector<const Article*>& articles, DateUnit unit);

}  // namespace newshound::oracle

#endif
