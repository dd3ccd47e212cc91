#!/bin/sh
# Measures Newshound beside Lucene, SQLite FTS5 and textbook Xapian on the same articles and the same queries:
#   sh tests/bench/compare.sh NEWS.jsonl.gz [--write docs/performance.md] [--million]
#   sh tests/bench/compare.sh --quick          a small form over invented articles, in seconds
# --help lists the options. Needs python3; the peers also need their folder (--peers), java and a C++ compiler, and
# those that cannot be built are left out and named.
set -eu
here=$(dirname "$0")
root=$(cd "$here/../.." && pwd)
case " $* " in
  *" --programs "*) ;;
  *)
    cmake -S "$root" --preset release >/dev/null
    cmake --build "$root/build/release" -j2 --target newshound newshound-index index_bench search_bench generate_news
    ;;
esac
exec python3 "$here/compare.py" --root "$root" "$@"
