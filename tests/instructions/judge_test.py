#!/usr/bin/env python3
"""How instructions_test.py judges a count."""
import os
import tempfile
import unittest

import instructions_test

RECORDED = {('k8-opt', 'start'): 1000, ('k8-opt', 'articles'): 5000}


def judge(configuration, start, articles):
    lines, worse = instructions_test.judge(
        configuration, {'start': start, 'articles': articles}, RECORDED)
    return '\n'.join(lines), worse


class JudgeTest(unittest.TestCase):

    def test_takes_a_tenth_more(self):
        text, worse = judge('k8-opt', 1100, 5500)
        self.assertFalse(worse)
        self.assertIn('start: 1100 instructions, +10.0% of the 1000 recorded\n',
                      text)

    def test_refuses_more_of_either(self):
        for start, articles in ((1101, 5000), (1000, 5501)):
            text, worse = judge('k8-opt', start, articles)
            self.assertTrue(worse)
            self.assertIn('recorded; want at most +10%', text)
            self.assertIn('to record: ./bazelw run', text)

    def test_asks_to_record_a_gain(self):
        text, worse = judge('k8-opt', 1000, 4000)
        self.assertFalse(worse)
        self.assertIn('-20.0% of the 5000 recorded; faster, please record it',
                      text)

    def test_knows_nothing_of_another_configuration(self):
        text, worse = judge('k8-dbg', 9999, 9999)
        self.assertFalse(worse)
        self.assertIn('k8-dbg, start: 9999 instructions, none recorded', text)


class RecordedTest(unittest.TestCase):

    def test_update_keeps_the_head_and_other_configurations(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'recorded.tsv')
            with open(path, 'w', encoding='utf-8') as f:
                f.write('# head\nk8-dbg\tstart\t7\nk8-opt\tstart\t8\n')
            instructions_test.update(path, 'k8-opt', {'start': 9})
            with open(path, encoding='utf-8') as f:
                self.assertEqual(
                    f.read(), '# head\nk8-dbg\tstart\t7\nk8-opt\tstart\t9\n')


if __name__ == '__main__':
    unittest.main()
