#!/usr/bin/env bash
# dashboard/dist/page.html carries the hash of the sources it was built from.
set -uo pipefail

want=$(dashboard/sources_sha256.sh .)
found=$(sed -nE 's/.*name="onrecord-sources" content="([0-9a-f]*)".*/\1/p' \
  dashboard/dist/page.html)
if [[ ! $want =~ ^[0-9a-f]{64}$ || $want != "$found" ]]; then
  echo "dashboard/dist/page.html: want sources $want, found $found:" \
    "run dashboard/build.sh"
  exit 1
fi
