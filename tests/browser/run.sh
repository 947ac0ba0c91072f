#!/usr/bin/env bash
# Runs the tests of the dashboard in Chromium. Needs node, npm and Debian's
# package chromium; builds nothing but the program.
#
#   tests/browser/run.sh [NAME]      only the tests whose names hold NAME
#
# ONRECORD names another program to test, CHROMIUM another browser.
set -euo pipefail
# Below `bazel test` the program stands in the working folder.
[[ -z ${TEST_SRCDIR-} ]] || ONRECORD=$PWD/onrecord
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."

if [[ -z ${ONRECORD-} ]]; then
  ./bazelw build //:onrecord
  ONRECORD=$(./bazelw info bazel-bin 2>/dev/null)/onrecord
fi
export ONRECORD
[[ -d dashboard/node_modules/axe-core ]] ||
  npm --prefix dashboard ci --ignore-scripts --no-audit --no-fund
exec node --test --test-concurrency=1 \
  ${1:+--test-name-pattern="$1"} tests/browser/*_test.mjs
