"""unittest.main() that tells Bazel of every case, so that skipped ones show.

tools/count_tests.py prints them; without it a file of cases that were all
skipped would look like one that passed.
"""
import os
import sys
import unittest
import xml.etree.ElementTree as ElementTree


class Result(unittest.TextTestResult):
    """Keeps (case, tag of its outcome or None, message) of each case."""

    def __init__(self, *words, **more):
        super().__init__(*words, **more)
        self.cases = []

    def addSuccess(self, test):
        super().addSuccess(test)
        self.cases.append((test, None, ''))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        print('SKIPPED %s: %s' % (test.id(), reason), file=sys.stderr)
        self.cases.append((test, 'skipped', reason))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.cases.append((test, 'failure', str(err[1])))

    def addError(self, test, err):
        super().addError(test, err)
        self.cases.append((test, 'error', str(err[1])))

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.cases.append((subtest, 'failure', str(err[1])))


def write_xml(cases, path):
    root = ElementTree.Element('testsuites')
    suite = ElementTree.SubElement(root, 'testsuite')
    for test, tag, message in cases:
        classname, _, name = test.id().rpartition('.')
        case = ElementTree.SubElement(suite, 'testcase', name=name,
                                      classname=classname)
        if tag:
            ElementTree.SubElement(case, tag, message=message)
    ElementTree.ElementTree(root).write(path)


def main(argv=None):
    runner = unittest.TextTestRunner(resultclass=Result)
    result = unittest.main(argv=argv or sys.argv[:1], testRunner=runner,
                           exit=False).result
    path = os.environ.get('XML_OUTPUT_FILE')
    if path:
        write_xml(result.cases, path)
    sys.exit(0 if result.wasSuccessful() else 1)
