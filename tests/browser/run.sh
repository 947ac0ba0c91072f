#!/usr/bin/env bash
# Runs the tests of the dashboard in Chromium (Debian's package chromium; node,
# npm). Builds nothing but the program.
#
#   tests/browser/run.sh [NAME]      only the tests whose names hold NAME
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ -z ${ONRECORD-} ]]; then
  ./bazelw build //:onrecord
  ONRECORD=$(./bazelw info bazel-bin 2>/dev/null)/onrecord
fi
[[ -d dashboard/node_modules/playwright-core ]] ||
  npm --prefix dashboard ci --ignore-scripts --no-audit --no-fund
export ONRECORD
exec node --test --test-concurrency=1 \
  ${1:+--test-name-pattern="$1"} tests/browser/*_test.mjs
