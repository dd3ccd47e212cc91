#!/bin/sh
# clang-tidy over every source file, or with --changed over those that differ from the merge base with origin/main (from
# HEAD if there is none) and those not committed yet. It takes 11 to 15 seconds a file, so a file that passed is not
# read again until it, a header or .clang-tidy changes.
set -eu

cd "$(dirname -- "$0")/.."
root=$(pwd)
build=${NEWSHOUND_BUILD:-build/dev}
limit=${NEWSHOUND_LINT_LIMIT:-40} # files of --changed
jobs=$(nproc 2>/dev/null || echo 2)

# A checkout may belong to somebody else than who runs this (root in a container).
git_here() {
  git -c safe.directory="$root" "$@"
}

changed_files() {
  base=$(git_here merge-base HEAD origin/main 2>/dev/null || git_here rev-parse -q --verify HEAD 2>/dev/null ||
    git_here hash-object -t tree /dev/null)
  git_here diff --name-only --diff-filter=d "$base" -- '*.cc'
  git_here ls-files --others --exclude-standard -- '*.cc'
}

case "${1-}" in
  "") files=$(find indexer searcher samples tests -name '*.cc' | sort) ;;
  --changed)
    if ! command -v git >/dev/null 2>&1 || ! git_here rev-parse --git-dir >/dev/null 2>&1; then
      echo "clang-tidy: skipped, not a git checkout (scripts/lint.sh reads every file)"
      exit 0
    fi
    files=$(changed_files | sort -u)
    ;;
  *)
    echo "usage: lint.sh [--changed]" >&2
    exit 2
    ;;
esac

[ -f "$build/compile_commands.json" ] || cmake --preset dev >/dev/null

# Files that this configuration compiles and that have not passed since anything they may depend on changed. A stamp
# marks a pass; a changed header makes all of them void.
stamps="$build/lint"
mkdir -p "$stamps"
[ -f "$stamps/headers" ] || touch "$stamps/headers"
if [ -n "$(find .clang-tidy include indexer searcher samples tests \( -name '*.h' -o -name .clang-tidy \) \
  -newer "$stamps/headers")" ]; then
  rm -rf "$stamps"
  mkdir -p "$stamps"
  touch "$stamps/headers"
fi
passed() {
  [ -f "$1" ] && [ -z "$(find "$2" -newer "$1")" ]
}
todo=""
count=0
for file in $files; do
  grep -q "/$file\"" "$build/compile_commands.json" || continue
  passed "$stamps/$(echo "$file" | tr / +)" "$file" && continue
  count=$((count + 1))
  [ "${1-}" = --changed ] && [ "$count" -gt "$limit" ] && continue
  todo="$todo $file"
done

if [ -z "$todo" ]; then
  echo "clang-tidy: nothing new to check"
  exit 0
fi
echo "clang-tidy: $(echo "$todo" | wc -w) of $count files"
if [ "${1-}" = --changed ] && [ "$count" -gt "$limit" ]; then
  echo "clang-tidy: the rest is for scripts/lint.sh"
fi

# The inner shell takes its own arguments. Findings go to standard output; the stamp is made by a run without one.
# shellcheck disable=SC2016
echo "$todo" | tr ' ' '\n' | sed '/^$/d' | xargs -P "$jobs" -n 1 sh -c '
  clang-tidy --quiet -p "$1" "$3" 2>/dev/null || { echo "clang-tidy: $3 does not pass"; exit 1; }
  touch "$2/$(echo "$3" | tr / +)"
' lint "$build" "$stamps"
echo "clang-tidy: no findings"
