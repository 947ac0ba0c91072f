#!/usr/bin/env bash
# Prints the SHA-256 of everything that dist/page.html is made of; the page
# carries it, and a test compares the two.
#
#   sources_sha256.sh [CHECKOUT]     default: the one that the script is in
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}"
find -L dashboard/{src,bundle.mjs,package.json,package-lock.json} \
  proto/{article,history,quote,stance}.proto -type f -print0 |
  LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1
