// A program outside the project that only reads: the error for a missing archive must be a value.
#include <newshound/searcher.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto searcher = newshound::Searcher::open(argv[1]);
  if (!searcher) {
    const bool missing = searcher.error().code == newshound::Errc::archive_not_found;
    std::cout << (missing ? "no archive there\n" : "another error\n");
    return 0;
  }
  auto info = searcher->info();
  if (!info) return std::cerr << info.error().message << '\n', 1;
  std::cout << info->articles << " article\n";
}
