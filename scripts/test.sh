#!/bin/sh
# The test command: installs what is missing, builds the dev preset, checks the layering, the formatting and (with
# clang-tidy) the changed files, fuzzes for a moment, and runs every test. A failed check does not keep the tests from
# running; ctest's summary comes last. Safe to repeat; the second time nothing is installed or built again.
set -eu

cd "$(dirname -- "$0")/.."
root=$(pwd)
jobs=$(nproc 2>/dev/null || echo 2)
failed=""

sh scripts/install_packages.sh --test
cmake --preset dev >/dev/null

# Cheap and telling, so first.
cmake --build --preset dev -j "$jobs" --target layering_test
if ctest --test-dir build/dev -L layering --output-on-failure >build/dev/layering.log 2>&1; then
  echo "layering: every include follows an allowed arrow"
else
  cat build/dev/layering.log
  failed="$failed layering"
fi

sources() {
  git -c safe.directory="$root" ls-files --cached --others --exclude-standard -- '*.h' '*.cc' 2>/dev/null ||
    find include indexer searcher samples tests -name '*.h' -o -name '*.cc'
}
# A file that git still lists may be deleted in the working tree.
if sources | while IFS= read -r file; do [ ! -f "$file" ] || echo "$file"; done |
  xargs clang-format --dry-run --Werror; then
  echo "clang-format: every file is formatted"
else
  echo "clang-format: run clang-format -i on the files above"
  failed="$failed clang-format"
fi

cmake --build --preset dev -j "$jobs"
sh scripts/lint.sh --changed || failed="$failed clang-tidy"
if sh scripts/fuzz.sh 5 >build/dev/fuzz.log 2>&1; then
  echo "fuzzers: five seconds each, no finding"
else
  tail -50 build/dev/fuzz.log
  failed="$failed fuzzers"
fi

ctest --preset dev -j "$jobs" || failed="$failed tests"
if [ -n "$failed" ]; then
  echo "test.sh: failed:$failed" >&2
  exit 1
fi
