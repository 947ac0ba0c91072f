#!/usr/bin/env bash
# Checks the tree without building it: clang-format, then tools/check_sources.py
# (layers, budgets, documents). Prints what is wrong; exit 1 if anything is.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." || exit 1

failed=0
git ls-files -z '*.h' '*.cc' | xargs -0 -r clang-format --dry-run --Werror ||
  failed=1
tools/check_sources.py || failed=1
exit "$failed"
