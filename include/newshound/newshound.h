// All of Newshound: an embedded full-text search engine for news archives. Link newshound::indexer to write an archive,
// newshound::searcher to search one.
#ifndef NEWSHOUND_NEWSHOUND_H
#define NEWSHOUND_NEWSHOUND_H

#include <newshound/article.h>
#include <newshound/indexer.h>
#include <newshound/reader.h>
#include <newshound/result.h>
#include <newshound/results.h>
#include <newshound/searcher.h>

#endif
