#!/usr/bin/env python3
"""Measures how fast `onrecord extract` reads news, next to `wc -w`.

  ./bazelw run //bench/throughput -- [--mb=32] [--runs=5] [--record]

The corpus is made by corpus.py: PolNeAR train, shuffled; invented news where
that set is absent. Every run times each program in turn on the same file, its
output thrown away; the table has the medians. MB are 10^6 bytes of article
text, for `wc` and `grep` of the file. `extract` is asked one question, as the
number to reach is; the last row is all built-in ones. Start-up is that of
`--version` and of `extract` with one article. Standard library only.
"""
import argparse
import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

TARGET = '--target=troop_withdrawal'


def timed(words):
    """Seconds and peak resident megabytes of one run."""
    # GNU grep stops at the first match where its output is /dev/null.
    grep = words[0] == 'grep'
    begin = time.monotonic()
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE if grep else subprocess.DEVNULL,
        stderr=subprocess.PIPE)
    if grep:
        process.stdout.read()
    errors = process.stderr.read().decode(errors='replace')
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1 if grep else 0):
        sys.exit('%s: exit %d: %s' % (' '.join(words), process.returncode,
                                      errors.strip()[-500:]))
    return seconds, usage.ru_maxrss / 1024


def start_time(words):
    return statistics.median(timed(words)[0] for _ in range(21))


def make_corpus(workspace, megabytes, path):
    """Writes the corpus to `path`; returns its source, articles and bytes.

    Another process does it: what this one has held in memory at its peak would
    count as the peak of every program that it starts.
    """
    script = os.path.join(os.path.dirname(os.path.realpath(__file__)),
                          'corpus.py')
    shared = os.environ.get('ONRECORD_SHARED',
                            os.path.join(workspace, '../shared'))
    return json.loads(subprocess.check_output(
        [sys.executable, script, shared, str(megabytes), path]))


def machine():
    model = 'unknown processor'
    with open('/proc/cpuinfo', encoding='utf-8') as f:
        for line in f:
            if line.startswith('model name'):
                model = line.split(':', 1)[1].strip()
    return '%s, %d cores' % (model, os.cpu_count())


def measure(arguments, corpus, count, size):
    """Returns the lines of the table."""
    cores = os.cpu_count()
    extract = [arguments.binary, 'extract', '--format=binpb']
    programs = {'wc -w': ['wc', '-w', corpus],
                'grep -c said': ['grep', '-c', 'said', corpus],
                'extract --jobs=1': extract + [TARGET, '--jobs=1', corpus]}
    if cores > 1:
        programs['extract --jobs=%d' % cores] = extract + [
            TARGET, '--jobs=%d' % cores, corpus]
    programs['extract --jobs=1, all targets'] = extract + ['--jobs=1', corpus]
    runs = {name: [] for name in programs}
    for _ in range(arguments.runs):
        for name, words in programs.items():
            runs[name].append(timed(words))
    version = start_time([arguments.binary, '--version'])
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as one:
        one.write('They left.\n')
        one.flush()
        first = start_time(extract + [TARGET, '--jobs=1', one.name])
    words_seconds = statistics.median(s for s, _ in runs['wc -w'])
    lines = ['| program | MB/s | articles/s | x `wc -w` | peak MB |',
             '|---|---:|---:|---:|---:|']
    for name, results in runs.items():
        seconds = statistics.median(s for s, _ in results)
        mine = name.startswith('extract')
        lines.append('| `%s` | %.1f | %s | %.2f | %s |' % (
            name, (size if mine else os.path.getsize(corpus)) / 1e6 / seconds,
            '%.0f' % (count / seconds) if mine else '',
            words_seconds / seconds,
            '%.0f' % max(m for _, m in results) if mine else ''))
    lines.append('\nStart-up: `onrecord --version` %.1f ms, `extract` of one '
                 'article %.1f ms; binary: %.1f MB' % (
                     1000 * version, 1000 * first,
                     os.path.getsize(arguments.binary) / 1e6))
    return lines


def commit_of(workspace):
    done = subprocess.run(['git', '-C', workspace, 'describe', '--always',
                           '--dirty= with changes'], text=True,
                          capture_output=True, check=False)
    return done.stdout.strip() or 'unknown'


def main():
    workspace = os.environ.get('BUILD_WORKSPACE_DIRECTORY', os.getcwd())
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument('--mb', type=float, default=32, help='default 32')
    parser.add_argument('--runs', type=int, default=5, help='default 5')
    parser.add_argument('--record', action='store_true',
                        help='add the table to bench/RESULTS.md')
    parser.add_argument('--binary', required=True, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.binary = os.path.realpath(arguments.binary)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'articles.jsonl')
        corpus = make_corpus(workspace, arguments.mb, path)
        lines = ['%d articles, %.1f MB of text, %s; %s; medians of %d' % (
            corpus['articles'], corpus['bytes'] / 1e6, corpus['source'],
            machine(), arguments.runs), '']
        lines += measure(arguments, path, corpus['articles'], corpus['bytes'])
    print('\n'.join(lines))
    if arguments.record:
        path = os.path.join(workspace, 'bench/RESULTS.md')
        with open(path, 'a', encoding='utf-8') as f:
            f.write('\n## Throughput, %s, commit %s\n\n%s\n' % (
                datetime.date.today(), commit_of(workspace), '\n'.join(lines)))
    return 0


if __name__ == '__main__':
    sys.exit(main())
