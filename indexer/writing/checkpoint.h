// How long work is given up in good order: called now and then, it throws when the work is no longer wanted.
#ifndef NEWSHOUND_WRITING_CHECKPOINT_H
#define NEWSHOUND_WRITING_CHECKPOINT_H

#include <functional>

namespace newshound::writing {

using Checkpoint = std::function<void()>;

}  // namespace newshound::writing

#endif
