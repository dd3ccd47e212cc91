#!/bin/sh
# From a fresh Debian 12 to a first search: installs what is missing, builds the release preset, indexes the sample
# articles into ./news.idx and searches them. Safe to repeat; the second time takes seconds.
set -eu

started_in=$(pwd)
cd "$(dirname -- "$0")/.."
root=$(pwd)
jobs=$(nproc 2>/dev/null || echo 2)

sh scripts/install_packages.sh
cmake --preset release >/dev/null
cmake --build --preset release -j "$jobs" \
  --target newshound newshound-index index_bench search_bench sample_search_news

programs="$root/build/release/bin"
cd "$started_in"

show() {
  printf '\n$ %s\n' "$*"
}

show newshound-index add -i news.idx samples/articles
"$programs/newshound-index" add -i news.idx --progress none "$root/samples/articles"

show newshound search -i news.idx --facet outlet:5,person:5 -n 5 harbour strike
"$programs/newshound" search -i news.idx --facet outlet:5,person:5 -n 5 harbour strike

cat <<END

The programs are in $programs; the archive is $started_in/news.idx. Try next, in this directory:

  PATH="$programs:\$PATH"
  newshound search 'flood OR hochwasser OR inundación date:2024-02'
  newshound search --sort newest 'person:"Mara Velden" -outlet:"Harbour Gazette"'
  newshound histogram month ferry
  newshound explain '"harbour strike" date:2024-03'
  newshound info
  newshound-index inspect $root/samples/articles/scraped
  newshound-index add YOUR-NEWS.jsonl

Run all tests with: sh $root/scripts/test.sh
END
