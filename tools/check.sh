#!/usr/bin/env bash
# Checks the tree without building it: clang-format, then tools/check_sources.py
# (layers, budgets, documents). Prints a line a finding; exit 1 if there is any.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." || exit 1

unformatted=$(git ls-files -z '*.h' '*.cc' |
  xargs -0 -r clang-format --dry-run -ferror-limit=1 2>&1 |
  sed -nE 's/^(.*:[0-9]+):[0-9]+: .*code should be.*/\1/p')
for place in $unformatted; do
  echo "$place: want what clang-format -i makes of it [format]"
done
tools/check_sources.py && [[ -z $unformatted ]]
