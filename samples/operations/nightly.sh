#!/bin/sh
# Rebuilds a news archive from its sources, every night, unattended: nightly.sh ARCHIVE GATE REPORTS SOURCE...
# Readers see the old archive until the new one is whole, verified and through the gate. The exit code is that of
# newshound-index rebuild; a report of each run is kept in REPORTS.
set -u

archive=$1 gate=$2 reports=$3
shift 3
mkdir -p "$reports"
report=$reports/$(date -u +%Y%m%dT%H%M%SZ).json

newshound-index rebuild -i "$archive" --gate "$gate" --keep 3 --lock-wait 10min --max-errors 1% \
  --progress none --report "$report" "$@"
code=$?

case $code in
  0) echo "nightly: rebuilt" ;;
  6) echo "nightly: rebuilt or refused for documents that were rejected; see $report" >&2 ;;
  7) echo "nightly: the gate refused the rebuild; yesterday's archive is still served; see $report" >&2 ;;
  75) echo "nightly: another writer was at work for ten minutes" >&2 ;;
  *) echo "nightly: failed with exit code $code; yesterday's archive is still served" >&2 ;;
esac

# A month of reports is enough.
find "$reports" -name '*.json' -mtime +30 -delete
exit "$code"
