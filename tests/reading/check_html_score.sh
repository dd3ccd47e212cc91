#!/bin/sh
# The F1 of article text on the pages of the Scrapinghub benchmark, by its published measure:
# check_html_score.sh PROGRAM SHARED WANTED
set -eu
pages=$(mktemp)
trap 'rm -f "$pages"' EXIT
folder=$2/data/extract/scrapinghub
"$1" inspect --format jsonl "$folder/html" > "$pages" || true  # a page may be rejected; the score says how much that costs
python3 "$2/peers/extract_score.py" scrapinghub "$folder/ground-truth.json" "$pages" "$3"
