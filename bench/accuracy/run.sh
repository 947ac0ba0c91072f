#!/usr/bin/env bash
# Accuracy on the labelled sets: bench/accuracy/run.sh [SET...] [-v] [--record]
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." || exit 1
exec ./bazelw run //bench/accuracy -- "$@"
