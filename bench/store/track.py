#!/usr/bin/env python3
"""Measures `onrecord track` on a record file of invented observations.

  ./bazelw run //bench/store:track -- [--observations=1000000] [--runs=3]

Prints medians, the peak of memory and the hash of the history, which no change
made for speed may change. Standard library only.
"""
import argparse
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time


def track(binary, records, history):
    """Seconds and peak resident megabytes of one run."""
    begin = time.monotonic()
    process = subprocess.Popen([binary, 'track', records, '-o', history],
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit('track: exit %d' % process.returncode)
    return time.monotonic() - begin, usage.ru_maxrss * 1024 / 1e6


def sha256_of(path):
    digest = hashlib.sha256()
    with open(path, 'rb') as f:
        for chunk in iter(lambda: f.read(1 << 20), b''):
            digest.update(chunk)
    return digest.hexdigest()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument('--observations', type=int, default=1000000)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--binary', required=True, help=argparse.SUPPRESS)
    parser.add_argument('--writer', required=True, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    binary = os.path.realpath(arguments.binary)
    with tempfile.TemporaryDirectory() as folder:
        records = os.path.join(folder, 'records.binpb')
        history = os.path.join(folder, 'history.binpb')
        articles = subprocess.check_output(
            [os.path.realpath(arguments.writer), records,
             str(arguments.observations)], text=True).strip()
        runs = [track(binary, records, history)
                for _ in range(arguments.runs)]
        print('%d observations in %s articles: %.1f s (median of %d), %.0f MB, '
              'history %s' % (
                  arguments.observations, articles,
                  statistics.median(seconds for seconds, _ in runs),
                  arguments.runs, max(peak for _, peak in runs),
                  sha256_of(history)[:16]))
    return 0


if __name__ == '__main__':
    sys.exit(main())
