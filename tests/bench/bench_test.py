#!/usr/bin/env python3
"""The benches on a machine that has none of the labelled sets."""
import json
import os
import subprocess
import tempfile
import unittest

ABSENT = dict(os.environ, ONRECORD_SHARED='no/such/folder')


def run(*words):
    return subprocess.run(words, env=ABSENT, capture_output=True, text=True,
                          check=False)


class AccuracyTest(unittest.TestCase):

    def test_skips_with_a_word(self):
        done = run('bench/accuracy/accuracy.py', '--binary=none')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, '^skipped: no labelled sets at no/such')

    def test_refuses_an_unknown_set(self):
        done = run('bench/accuracy/accuracy.py', '--binary=none', 'polnaer')
        self.assertEqual(done.returncode, 2)
        self.assertIn('no set polnaer; want seeds, worldA, polnear-dev',
                      done.stderr)


class CorpusTest(unittest.TestCase):

    def make(self, megabytes):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'articles.jsonl')
            done = run('bench/throughput/corpus.py', 'no/such/folder',
                       megabytes, path)
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(path, encoding='utf-8') as f:
                return json.loads(done.stdout), f.read()

    def test_has_the_size_asked_for_and_unique_ids(self):
        told, text = self.make('0.2')
        articles = [json.loads(line) for line in text.splitlines()]
        size = sum(len(a['text'].encode()) for a in articles)
        self.assertEqual(told, {'source': 'invented news', 'bytes': size,
                                'articles': len(articles)})
        self.assertGreaterEqual(size, 200000)
        self.assertLess(size, 220000)
        self.assertEqual(len({a['id'] for a in articles}), len(articles))

    def test_is_the_same_every_time(self):
        self.assertEqual(self.make('0.05'), self.make('0.05'))


if __name__ == '__main__':
    unittest.main()
