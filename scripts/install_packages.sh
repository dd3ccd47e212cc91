#!/bin/sh
# Installs the Debian 12 packages that Newshound is built with; with --test also those of the test command. Asks apt only
# for what dpkg does not have, so that a second run needs neither network nor rights.
set -eu

packages="g++ cmake ninja-build pkg-config ccache libxapian-dev libicu-dev libboost-program-options-dev libgtest-dev
  libsimdjson-dev libxml2-dev libarchive-dev libpsl-dev libcld2-dev libcsv-dev liblzma-dev libxxhash-dev libzstd-dev nlohmann-json3-dev zlib1g-dev"
test_packages="clang libclang-rt-14-dev clang-format clang-tidy zstd python3 python3-jsonschema git"

case "${1-}" in
  "") ;;
  --test) packages="$packages $test_packages" ;;
  *)
    echo "usage: install_packages.sh [--test]" >&2
    exit 2
    ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "install_packages.sh: this machine has no dpkg; install what corresponds to: $packages" >&2
  exit 1
fi

missing=""
for package in $packages; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root="env"
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo env"
else
  echo "install_packages.sh: need root or sudo to install:$missing" >&2
  echo "As root: apt-get install$missing" >&2
  exit 1
fi

echo "Installing:$missing"
$as_root DEBIAN_FRONTEND=noninteractive apt-get update -qq
# The names are a list of words.
# shellcheck disable=SC2086
$as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
