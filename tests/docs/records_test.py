#!/usr/bin/env python3
"""The programs that docs/records.md shows read what the program writes.

  records_test.py ONRECORD RECORDS_READER

RECORDS_READER is the C++ one, built from the document. The Python one is run
with the classes that protoc makes as the document tells.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

ONRECORD, READER = [os.path.abspath(path) for path in sys.argv[1:3]]


def shown(language):
    """The block of this language."""
    with open('docs/records.md', encoding='utf-8') as document:
        return re.search(r'```%s\n(.*?)```' % language, document.read(),
                         re.DOTALL).group(1)


def generation():
    """The commands that make the classes, as the document shows them."""
    with open('docs/records.md', encoding='utf-8') as document:
        return re.search(r'    onrecord schema -o .*?\n\n', document.read(),
                         re.DOTALL).group()


class RecordsTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(dir=os.environ.get('TEST_TMPDIR'))
        cls.files = [cls.folder + '/r.binpb', cls.folder + '/h.binpb']
        for command, file in zip(('extract', 'track'), cls.files):
            subprocess.run([ONRECORD, command, 'data/sample', '-o', file],
                           check=True, stderr=subprocess.DEVNULL)

    def wanted(self):
        """The lines that the programs should print, from the JSON forms."""
        records = subprocess.run(
            [ONRECORD, 'extract', 'data/sample', '--format=jsonl'],
            capture_output=True, check=True).stdout.decode()
        for record in map(json.loads, records.splitlines()):
            for quote in record.get('quotes', []):
                yield '\t'.join((
                    quote.get('said', ''),
                    quote.get('attribution', {}).get('speakerName', ''),
                    quote['text']))
        history = subprocess.run(
            [ONRECORD, 'track', 'data/sample', '--format=json'],
            capture_output=True, check=True).stdout
        for timeline in json.loads(history)['timelines']:
            for shift in timeline.get('shifts', []):
                yield '\t'.join((shift.get('by', ''), timeline['speakerName'],
                                 shift['to']))

    def expect(self, words):
        done = subprocess.run(words + self.files, capture_output=True,
                              check=False, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        wanted = list(self.wanted())
        self.assertGreater(len(wanted), 50)
        self.assertIn('STANCE_LABEL_', wanted[-1])
        self.assertEqual(done.stdout.decode().splitlines(), wanted)

    def test_cpp(self):
        self.expect([READER])

    def test_python(self):
        bin_folder = self.folder + '/bin'
        os.mkdir(bin_folder)
        os.symlink(ONRECORD, bin_folder + '/onrecord')
        subprocess.run(
            ['sh', '-ec', generation()], check=True, cwd=self.folder,
            env=dict(os.environ, PATH=bin_folder + ':' + os.environ['PATH']))
        with open(self.folder + '/read.py', 'w', encoding='utf-8') as program:
            program.write(shown('python'))
        # Debian's Python: the one that Debian's protobuf is for.
        self.expect(['/usr/bin/python3', 'read.py'])


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
