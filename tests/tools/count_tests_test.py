#!/usr/bin/env python3
"""Gives count_tests.py test.xml files as GoogleTest and Bazel write them."""
import os
import subprocess
import tempfile
import unittest

GOOGLETEST = '''<testsuites tests="4" failures="1" disabled="1" errors="0">
  <testsuite name="Span" tests="4">
    <testcase name="Holds" status="run" result="completed" classname="Span" />
    <testcase name="Breaks" status="run" result="completed" classname="Span">
      <failure message="want 1"></failure>
    </testcase>
    <testcase name="Waits" status="notrun" classname="Span" />
    <testcase name="NotHere" status="run" result="skipped" classname="Span">
      <skipped message="no terminal"/>
    </testcase>
  </testsuite>
</testsuites>
'''
SHELL = '''<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="cli/exit" tests="1" failures="0" errors="0">
<testcase name="cli/exit" status="run" duration="1" time="1"></testcase>
</testsuite></testsuites>
'''
CRASH = SHELL.replace('</testcase>', '<error message="exited 139"/></testcase>')


class CountTestsTest(unittest.TestCase):

    def count(self, logs, labels):
        with tempfile.TemporaryDirectory() as root:
            for folder, xml in logs.items():
                os.makedirs(os.path.join(root, folder))
                with open(os.path.join(root, folder, 'test.xml'), 'w') as f:
                    f.write(xml)
            run = subprocess.run(['tools/count_tests.py', root],
                                 input='\n'.join(labels) + '\n', text=True,
                                 capture_output=True, check=False)
        return run.stdout.splitlines(), run.returncode

    def test_counts_cases_that_ran(self):
        lines, code = self.count({'text/span_test': GOOGLETEST},
                                 ['//text:span_test'])
        self.assertEqual(lines[-1], '1 passed, 1 failed')
        self.assertIn('FAILED //text:span_test Span.Breaks', lines)
        self.assertIn('SKIPPED //text:span_test Span.NotHere: no terminal',
                      lines)
        self.assertEqual(code, 1)

    def test_a_shell_test_is_one_case(self):
        lines, code = self.count({'cli/exit': SHELL}, ['//cli:exit'])
        self.assertEqual((lines[-1], code), ('1 passed, 0 failed', 0))

    def test_shards_add_up(self):
        lines, _ = self.count({'a/b/shard_1_of_2': SHELL,
                               'a/b/shard_2_of_2': SHELL}, ['//a:b'])
        self.assertEqual(lines[-1], '2 passed, 0 failed')

    def test_a_crash_is_a_failure(self):
        lines, code = self.count({'cli/exit': CRASH}, ['//cli:exit'])
        self.assertEqual((lines[-1], code), ('0 passed, 1 failed', 1))

    def test_a_target_without_log_is_a_failure(self):
        lines, code = self.count({}, ['//cli:exit'])
        self.assertEqual((lines[-1], code), ('0 passed, 1 failed', 1))

    def test_logs_of_other_targets_do_not_count(self):
        lines, code = self.count({'old/gone': CRASH, 'cli/exit': SHELL},
                                 ['//cli:exit'])
        self.assertEqual((lines[-1], code), ('1 passed, 0 failed', 0))

    def test_an_unreadable_log_is_a_failure(self):
        lines, code = self.count({'cli/exit': SHELL[:100]}, ['//cli:exit'])
        self.assertEqual((lines[-1], code), ('0 passed, 1 failed', 1))


if __name__ == '__main__':
    unittest.main()
