// The same work for each of several things, by several threads.
#ifndef NEWSHOUND_MATCHING_PARALLEL_H
#define NEWSHOUND_MATCHING_PARALLEL_H

#include <cstddef>
#include <functional>

namespace newshound::matching {

// Calls work(0) to work(count - 1), in this thread and up to `threads` - 1 more. Returns when all are done; throws what
// the first that failed threw, in which case some may not have been called.
void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace newshound::matching

#endif
