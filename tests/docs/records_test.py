#!/usr/bin/env python3
"""The programs that docs/records.md shows read what the program writes.

  records_test.py ONRECORD RECORDS_READER

RECORDS_READER is the C++ one, built from the document. The Python and the
TypeScript one are run with the classes that protoc makes as the document tells;
the packages for TypeScript are those of the dashboard.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

sys.path[:0] = ['tests/tools', 'tools']
import npm_packages  # noqa: E402
import told_cases  # noqa: E402

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

    def generate(self, *changes):
        """Runs the document's commands, with words of them replaced."""
        bin_folder = tempfile.mkdtemp(dir=self.folder)
        os.symlink(ONRECORD, bin_folder + '/onrecord')
        commands = generation()
        for old, new in changes:
            self.assertIn(old, commands)
            commands = commands.replace(old, new)
        subprocess.run(
            ['sh', '-ec', commands], check=True, cwd=self.folder,
            env=dict(os.environ, PATH=bin_folder + ':' + os.environ['PATH']))

    def write(self, name, language):
        with open(self.folder + '/' + name, 'w', encoding='utf-8') as program:
            program.write(shown(language))

    def test_python(self):
        self.generate()
        self.write('read.py', 'python')
        # Debian's Python: the one that Debian's protobuf is for.
        self.expect(['/usr/bin/python3', 'read.py'])

    def test_typescript(self):
        try:
            # Beside the program, where node looks for packages.
            programs = npm_packages.install('dashboard', self.folder)
        except npm_packages.Unavailable as reason:
            self.skipTest('no packages for TypeScript: %s' % reason)
        self.generate(('--python_out=.', '--es_out=. --es_opt=target=ts '
                       '--plugin=%s/protoc-gen-es' % programs))
        self.write('read.ts', 'ts')
        subprocess.run([programs + '/esbuild', 'read.ts', '--bundle',
                        '--platform=node', '--outfile=read.js',
                        '--log-level=warning'],
                       check=True, cwd=self.folder)
        # What package.json says of .js files is not of this program.
        os.rename(self.folder + '/read.js', self.folder + '/read.cjs')
        self.expect(['node', 'read.cjs'])


if __name__ == '__main__':
    told_cases.main()
