#!/bin/sh
# Rebuilds a news archive from its sources, every night, unattended: nightly.sh ARCHIVE GATE REPORTS SOURCE...
# Readers see the old archive until the new one is whole, verified and through the gate. The exit code is that of
# newshound-index rebuild, and 1 where that is 6 and nothing was swapped; a report of each run is kept in REPORTS.
set -u

if [ $# -lt 4 ]; then
  echo "usage: nightly.sh ARCHIVE GATE REPORTS SOURCE..." >&2
  exit 2
fi
# Every run counts: where an `add` runs during the day, give it and this script the same, larger number.
keep=${KEEP:-3}
archive=$1 gate=$2 reports=$3
shift 3
mkdir -p "$reports" || exit 8
report=$reports/nightly-$(date -u +%Y%m%dT%H%M%SZ).json

newshound-index rebuild -i "$archive" --gate "$gate" --keep "$keep" --lock-wait 10min --max-errors 1% \
  --progress none --report "$report" "$@"
code=$?

# 6 is said both of an archive that lacks some documents and of one that was left as it is.
if [ "$code" -eq 6 ] && ! grep -q '"swapped":true' "$report"; then
  code=1
fi

case $code in
  0) echo "nightly: rebuilt" ;;
  1) echo "nightly: too many documents were rejected, nothing was swapped; the old archive stays; see $report" >&2 ;;
  2) echo "nightly: the command line or the gate is wrong, nothing was read" >&2 ;;
  5) echo "nightly: damage was found; try newshound-index verify" >&2 ;;
  6) echo "nightly: rebuilt without the documents that were rejected; see $report" >&2 ;;
  7) echo "nightly: the gate refused the rebuild; the old archive stays; see $report" >&2 ;;
  8) echo "nightly: a source, the gate, the report or the disk failed; the message above names it" >&2 ;;
  75) echo "nightly: another writer was at work for ten minutes; the old archive stays" >&2 ;;
  127) echo "nightly: newshound-index is not in PATH ($PATH)" >&2 ;;
  130 | 143) echo "nightly: stopped; the old archive stays" >&2 ;;
  *) echo "nightly: failed with exit code $code; see $report" >&2 ;;
esac

# A month of reports is enough. Only what this script has written: REPORTS may hold other things.
find "$reports" -maxdepth 1 -type f -name 'nightly-????????T??????Z.json' -mtime +30 -delete
exit "$code"
