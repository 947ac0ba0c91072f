#!/usr/bin/env python3
"""Counts the instructions of `onrecord extract` and fails if they are more.

  ./bazelw run //tests/instructions:instructions_test -- --update

records the counts of today in recorded.tsv. Unlike a time, a count is the same
whatever else the machine does. Two are kept: of a start with an article of a few
words, and of what articles.jsonl takes beyond that.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

FOLDER = os.path.dirname(os.path.abspath(__file__))
RECORDED = 'recorded.tsv'
# Share by which a count may differ from the recorded one.
TOLERANCE = 0.10
TINY = '{"id": "a", "published": "2024-01-05", "text": "They left."}\n'

# Libraries choose code by processor; these make them choose the same
# everywhere. valgrind itself knows no more than AVX2.
PLAIN_CODE = {
    'GLIBC_TUNABLES': 'glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX2,-AVX,-ERMS,'
                      '-FSRM,-BMI2,-RTM,-SSE4_2,-SSSE3',
    'OPENSSL_ia32cap': '0:0',
    'SIMDJSON_FORCE_IMPLEMENTATION': 'fallback',
}


def count(binary, articles):
    """Instructions of one run of `extract` over a file."""
    words = ['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null',
             binary, 'extract', '--jobs=1', '--target=troop_withdrawal',
             '--format=binpb', '-o', '/dev/null', articles]
    done = subprocess.run(words, env=dict(os.environ, **PLAIN_CODE), text=True,
                          capture_output=True, check=False)
    found = re.search(r'Collected\s*:\s*(\d+)', done.stderr)
    if done.returncode != 0 or found is None:
        sys.exit('%s: exit %d: %s' % (' '.join(words), done.returncode,
                                      done.stderr.strip()[-2000:]))
    return int(found.group(1))


def measure(binary):
    with tempfile.TemporaryDirectory() as folder:
        tiny = os.path.join(folder, 'tiny.jsonl')
        with open(tiny, 'w', encoding='utf-8') as f:
            f.write(TINY)
        start = count(binary, tiny)
    both = count(binary, os.path.join(FOLDER, 'articles.jsonl'))
    return {'start': start, 'articles': both - start}


def read_recorded(path):
    """Counts by (build configuration, what)."""
    recorded = {}
    with open(path, encoding='utf-8') as f:
        for number, line in enumerate(f, 1):
            if line.startswith('#'):
                continue
            columns = line.rstrip('\n').split('\t')
            if len(columns) != 3 or not columns[2].isdigit():
                sys.exit('%s:%d: want configuration, what, count; found %r' % (
                    path, number, line))
            recorded[columns[0], columns[1]] = int(columns[2])
    return recorded


def update(path, configuration, counts):
    with open(path, encoding='utf-8') as f:
        head = [line for line in f if line.startswith('#')]
    recorded = read_recorded(path)
    for what, number in counts.items():
        recorded[configuration, what] = number
    with open(path, 'w', encoding='utf-8') as f:
        f.writelines(head)
        for (key, what), number in sorted(recorded.items()):
            f.write('%s\t%s\t%d\n' % (key, what, number))


def judge(configuration, counts, recorded):
    """Messages, and whether a count is too large."""
    lines, worse = [], False
    for what, number in counts.items():
        before = recorded.get((configuration, what))
        if before is None:
            lines.append('%s, %s: %d instructions, none recorded' % (
                configuration, what, number))
            continue
        ratio = number / before
        lines.append('%s, %s: %d instructions, %+.1f%% of the %d recorded' % (
            configuration, what, number, 100 * (ratio - 1), before))
        if ratio > 1 + TOLERANCE:
            worse = True
            lines[-1] += '; want at most +%.0f%%' % (100 * TOLERANCE)
        elif ratio < 1 - TOLERANCE:
            lines[-1] += '; faster, please record it'
    lines.append('to record: ./bazelw run '
                 '//tests/instructions:instructions_test -- --update')
    return lines, worse


def say_skipped(reason):
    """As a skipped case, so that it does not count as passed."""
    print('SKIPPED:', reason)
    if 'XML_OUTPUT_FILE' not in os.environ:
        return
    suites = ElementTree.Element('testsuites')
    suite = ElementTree.SubElement(suites, 'testsuite', name='instructions')
    case = ElementTree.SubElement(suite, 'testcase', name='instructions')
    ElementTree.SubElement(case, 'skipped', message=reason)
    ElementTree.ElementTree(suites).write(os.environ['XML_OUTPUT_FILE'])


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument('--binary', required=True, help=argparse.SUPPRESS)
    parser.add_argument('--configuration', required=True,
                        help=argparse.SUPPRESS)
    parser.add_argument('--update', action='store_true',
                        help='record the counts')
    arguments = parser.parse_args()
    counts = measure(os.path.realpath(arguments.binary))
    recorded = read_recorded(os.path.join(FOLDER, RECORDED))
    lines, worse = judge(arguments.configuration, counts, recorded)
    print('\n'.join(lines))
    if not arguments.update:
        if not any(key == arguments.configuration for key, _ in recorded):
            say_skipped('nothing is recorded for ' + arguments.configuration)
        return 1 if worse else 0
    workspace = os.environ.get('BUILD_WORKSPACE_DIRECTORY', '.')
    update(os.path.join(workspace, 'tests/instructions', RECORDED),
           arguments.configuration, counts)
    return 0


if __name__ == '__main__':
    sys.exit(main())
