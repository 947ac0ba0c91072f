#!/usr/bin/env python3
"""Counts the test cases of a Bazel run from its test.xml files.

  count_tests.py TESTLOGS < LABELS

TESTLOGS: the bazel-testlogs folder; LABELS: the test targets, one a line. A
GoogleTest target, and one that uses tests/tools/told_cases.py, counts one for
every case that ran, any other target one. A target without a test.xml did not
run and counts as one failure, so that logs of an earlier run are never taken
for this one's targets.

Prints the failed and the skipped cases, the count by folder, and closes with
`N passed, N failed`. Exit: 0 nothing failed, 1 something did. Standard library
only.
"""
import collections
import glob
import os
import sys
import xml.etree.ElementTree as ElementTree


PASSED, FAILED, SKIPPED = 'PASSED', 'FAILED', 'SKIPPED'


def log_files(testlogs, label):
    """The test.xml files of a target: one, or one a shard."""
    folder = os.path.join(testlogs, *label.lstrip('@/').split(':'))
    return (glob.glob(os.path.join(glob.escape(folder), 'test.xml')) +
            glob.glob(os.path.join(glob.escape(folder), 'shard_*', 'test.xml')))


def cases(path):
    """Yields (name, PASSED, FAILED or SKIPPED) of each case of a run."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        yield 'unreadable %s: %s' % (path, error), FAILED
        return
    for case in root.iter('testcase'):
        if case.get('status') == 'notrun':
            continue
        name = '.'.join(filter(None, (case.get('classname'), case.get('name'))))
        skipped = case.find('skipped')
        if skipped is not None:
            yield '%s: %s' % (name, skipped.get('message', '')), SKIPPED
            continue
        good = case.find('failure') is None and case.find('error') is None
        yield name, PASSED if good else FAILED


def main():
    testlogs = sys.argv[1]
    passed, failed, skipped = collections.Counter(), [], []
    for label in sorted(filter(None, map(str.strip, sys.stdin))):
        folder = label.lstrip('@/').split(':')[0]
        files = log_files(testlogs, label)
        if not files:
            failed.append('%s did not run' % label)
        for file in files:
            for name, outcome in cases(file):
                if outcome == PASSED:
                    passed[folder] += 1
                else:
                    (failed if outcome == FAILED else skipped).append(
                        '%s %s' % (label, name))
    for line in failed:
        print(FAILED, line)
    for line in skipped:
        print(SKIPPED, line)
    for folder, count in sorted(passed.items()):
        print('%6d  %s' % (count, folder))
    print('%d passed, %d failed' % (sum(passed.values()), len(failed)))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
