#!/bin/sh
# Runs the tests under sanitizers: sanitizers.sh [asan|tsan]. asan is the address and the undefined-behaviour sanitizer
# over every room's tests; tsan the thread sanitizer over those in which threads meet: indexing on several workers,
# searches beside a writer, searches on several threads. Both if none is named. The first time takes a while: two whole
# builds.
set -eu

cd "$(dirname -- "$0")/.."
jobs=$(nproc 2>/dev/null || echo 2)
sh scripts/install_packages.sh --test

address() {
  cmake --preset asan >/dev/null
  cmake --build --preset asan -j "$jobs"
  ctest --preset asan -j "$jobs" -LE 'shared|consumer|layering|faults' -E '^(Docs|Bench)'
}

threads() {
  cmake --preset tsan >/dev/null
  cmake --build --preset tsan -j "$jobs" --target writing_test matching_test
  export TSAN_OPTIONS="suppressions=$(pwd)/tests/tsan.supp halt_on_error=1"
  build/tsan/tests/writing/writing_test --gtest_brief=1
  build/tsan/tests/matching/matching_test --gtest_brief=1
}

case ${1:-both} in
  asan) address ;;
  tsan) threads ;;
  both) address && threads ;;
  *) echo "usage: sanitizers.sh [asan|tsan]" >&2 && exit 2 ;;
esac
