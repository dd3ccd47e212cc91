#!/bin/sh
# compare.sh --quick works, and puts its table between the markers of a page: check_quick.sh PROGRAMS
set -eu
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n' > "$work/page.md"
sh "$here/compare.sh" --quick --programs "$1" --write "$work/page.md" > "$work/table"
for expected in '| two-word phrase |' '| 400 |' 'Indexing 400 articles'; do
  grep -q -F "$expected" "$work/table" || { echo "no line has: $expected"; cat "$work/table"; exit 1; }
done
test "$(head -n 1 "$work/page.md")" = before
test "$(tail -n 1 "$work/page.md")" = after
grep -q -F '| two-word phrase |' "$work/page.md"
if grep -q -x old "$work/page.md"; then echo "the old table is still there"; exit 1; fi
# The same arguments give the same articles.
"$1/generate_news" --from "$here/../../samples/articles" --articles 50 > "$work/a"
"$1/generate_news" --from "$here/../../samples/articles" --articles 50 > "$work/b"
cmp "$work/a" "$work/b"
test "$(wc -l < "$work/a")" -eq 50
