// Results made up for the renderers: every kind of value, unknown ones, and text that must not reach a terminal as it
// is.
#ifndef NEWSHOUND_TESTS_CLI_SAMPLE_RESULTS_H
#define NEWSHOUND_TESTS_CLI_SAMPLE_RESULTS_H

#include <newshound/results.h>

namespace newshound::testing {

SearchResults sample_results();
SearchResults empty_results();
Explanation sample_explanation();
Article sample_article();
ArchiveInfo sample_info();
std::vector<FieldInfo> sample_fields();

}  // namespace newshound::testing

#endif
