#!/bin/sh
# Fuzzes the query parser and every reader of a file format, with libFuzzer under the address and undefined-behaviour
# sanitizers: fuzz.sh [SECONDS [FUZZER...]], for each fuzzer (60 unless told), all of them unless some are named. What
# it finds is kept in build/fuzz/corpus. The test command runs it for five seconds each.
set -eu

seconds=${1:-60}
[ $# -eq 0 ] || shift
cd "$(dirname -- "$0")/.."

sh scripts/install_packages.sh --test
cmake --preset fuzz >/dev/null
[ $# -gt 0 ] || set -- $(ls tests/fuzz | sed -n 's/_fuzzer\.cc$/_fuzzer/p')
for fuzzer in "$@"; do
  cmake --build --preset fuzz --target "$fuzzer"
  mkdir -p "build/fuzz/corpus/$fuzzer"
  echo "fuzz.sh: $fuzzer for $seconds seconds"
  "build/fuzz/tests/fuzz/$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -malloc_limit_mb=64 -verbosity=0 -print_final_stats=1 -artifact_prefix=build/fuzz/ \
    "build/fuzz/corpus/$fuzzer"
done
