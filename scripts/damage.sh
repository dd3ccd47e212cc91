#!/bin/sh
# What readers are promised, at length: damage.sh [FLIPS]. Flips so many bits in each block of 4 KiB of each file of an
# archive (16 unless told), one at a time, and asks both programs about it; then lets several processes search without
# pause through 50 commits, 5 rebuilds and merges; then indexes what takes much memory under --memory 256M. The test command
# runs a short form of each.
set -eu

flips=${1:-16}
cd "$(dirname -- "$0")/.."
sh scripts/install_packages.sh --test
cmake --preset dev >/dev/null
cmake --build --preset dev --target newshound newshound-index
export PYTHONDONTWRITEBYTECODE=1
python3 tests/damage/bit_flips.py --programs build/dev/bin --samples samples/articles --flips "$flips"
python3 tests/damage/reader_trial.py --programs build/dev/bin --most-ratio 1.5
python3 tests/damage/memory_cap.py --programs build/dev/bin --scale 2
