// SOURCE arguments -> the files to read, in order. A folder is walked through all its folders, its files sorted by the
// bytes of their full path; hidden names are left out; a folder reached twice (through links) is walked once.
#ifndef NEWSHOUND_READING_SOURCE_WALK_H
#define NEWSHOUND_READING_SOURCE_WALK_H

#include <cstdint>
#include <string>
#include <vector>

namespace newshound::reading {

struct SourceFile {
  std::string path;         // as reached; "-" is standard input
  std::string name;         // the path below SOURCE without its ending; empty for "-"
  std::uint64_t bytes = 0;  // as stored; 0 if it cannot be known
  std::string fault;        // why it cannot be read; empty if nothing speaks against it yet
};

struct SourceWalk {
  std::vector<SourceFile> files;
  std::vector<std::string> warnings;
};

// One SOURCE. If it cannot be read at all, the walk holds one file with a fault, the path being SOURCE.
SourceWalk walk_source(const std::string& source);

}  // namespace newshound::reading

#endif
