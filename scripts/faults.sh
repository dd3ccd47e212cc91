#!/bin/sh
# Interrupts adds, merges, removals, rebuilds, compactions and rollbacks at every call that changes a file: by a kill, a
# power loss, a full disk, an error of the disk. After each the archive must be at the old or the new generation, sound,
# and the next run must succeed. Then the same on a disk that is really full, where a tmpfs may be mounted. Takes about
# five minutes on two cores; faults.sh --only add:eio:17 tries one point, --help lists more. The test command tries a
# sample.
set -eu

cd "$(dirname -- "$0")/.."

sh scripts/install_packages.sh --test
cmake --preset dev >/dev/null
cmake --build --preset dev --target newshound newshound-index fault_shim
export PYTHONDONTWRITEBYTECODE=1
python3 tests/faults/fault_matrix.py --programs build/dev/bin --shim build/dev/tests/faults/fault_shim.so "$@"
for what in full-disk file-size; do
  python3 tests/faults/full_disk.py --programs build/dev/bin --what "$what" || [ $? -eq 77 ]
done
