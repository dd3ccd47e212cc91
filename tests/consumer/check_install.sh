#!/bin/sh
# check_install.sh BUILD COMPILER: installs BUILD, moves the result to show that it does not depend on its place, and
# builds and runs the programs of tests/consumer/project with it: by find_package, by pkg-config, each header alone.
set -eu

build=$1
compiler=$2
project=$(cd "$(dirname -- "$0")/project" && pwd)
source=$(cd "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

fail() {
  echo "check_install.sh: $*" >&2
  exit 1
}

# Prints what differs, so that the log says why.
expect() {
  printf '%s\n' "$2" >"$work/expected"
  printf '%s\n' "$3" | diff -u "$work/expected" - || fail "$1 printed something else"
}

try_programs() {
  rm -rf "$work/archive"
  expect "$1: read_only without an archive" "no archive there" "$("$2/read_only" "$work/archive")"
  expect "$1: news" "gazette-1 Ferry resumes service
Harbour Gazette 1" "$("$2/news" "$work/archive")"
  expect "$1: read_only" "1 article" "$("$2/read_only" "$work/archive")"
}

cmake --install "$build" --prefix "$work/first" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "cmake --install failed"; }
mv "$work/first" "$work/moved"
prefix="$work/moved"

# Nothing of the build may show: neither its places nor its inner targets.
package=$(dirname "$(find "$prefix" -name newshound-config.cmake)")
pkgconfig=$(dirname "$(find "$prefix" -name newshound-searcher.pc)")
for word in "$source" "$build" newshound_build newshound_query newshound_reading newshound_writing; do
  if grep -rn -- "$word" "$package" "$pkgconfig"; then fail "the installed package names $word"; fi
done

# By find_package.
{
  cmake -S "$project" -B "$work/cmake" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$prefix" &&
    cmake --build "$work/cmake"
} >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "find_package does not work"; }
try_programs find_package "$work/cmake"

# By pkg-config.
PKG_CONFIG_PATH=$pkgconfig
export PKG_CONFIG_PATH
mkdir "$work/pkg"
# The flags are a list of words.
# shellcheck disable=SC2046
"$compiler" -std=c++20 "$project/news.cc" $(pkg-config --cflags --libs newshound-indexer newshound-searcher) -o "$work/pkg/news"
# shellcheck disable=SC2046
"$compiler" -std=c++20 "$project/read_only.cc" $(pkg-config --cflags --libs newshound-searcher) -o "$work/pkg/read_only"
try_programs pkg-config "$work/pkg"

# A program that only reads holds none of the code that writes.
if nm -C "$work/pkg/read_only" | grep -q 'newshound::Indexer::'; then fail "the searcher library brings the indexer"; fi

# Each header alone, with strict warnings, in nothing but the installed tree.
for header in "$prefix"/include/newshound/*.h; do
  name=newshound/$(basename "$header")
  printf '#include <%s>\n' "$name" | "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wshadow \
    -Werror -I "$prefix/include" -x c++ - || fail "<$name> does not stand alone"
done

echo "installed package: find_package, pkg-config and each header alone work"
