#!/usr/bin/env bash
# Speed beside `wc -w`: bench/throughput/run.sh [--mb=32] [--runs=5] [--record]
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." || exit 1
exec ./bazelw run //bench/throughput -- "$@"
