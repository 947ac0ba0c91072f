#!/usr/bin/env bash
# Speed of every stage: bench/stages/run.sh [--benchmark_filter=REGEX] ...
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
corpus=$(mktemp --suffix=.jsonl)
trap 'rm -f "$corpus"' EXIT
bench/throughput/corpus.py "${ONRECORD_SHARED:-../shared}" 2 "$corpus"
./bazelw run //bench/stages -- "$@" "$corpus"
