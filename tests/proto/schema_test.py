#!/usr/bin/env python3
"""The schema passes buf's checks, and a change that breaks readers does not."""
import glob
import os
import shutil
import sys
import tempfile
import unittest

sys.path[:0] = ['tests/tools', 'tools']
import check_schema  # noqa: E402
import npm_packages  # noqa: E402
import told_cases  # noqa: E402

# File, what stands in it, what stands there instead, what buf says of that.
CHANGES = (
    ('history.proto', 'string quote_id = 5;', 'string quote_id = 9;',
     'Previously present field "5" with name "quote_id" on message "Source" '
     'was deleted'),
    ('history.proto', 'int32 n = 3;', 'string n = 3;', 'changed type'),
    ('quote.proto', 'MENTION_KIND_PRONOUN', 'MENTION_KIND_HE',
     'changed name from "MENTION_KIND_PRONOUN"'),
    ('record.proto', 'string config_sha256 = 6;', 'string words_sha256 = 6;',
     'changed name from "config_sha256"'),
    ('stance.proto', 'repeated Evidence evidence', 'Evidence evidence',
     'changed cardinality'),
    ('history.proto', 'string reported_by = 10;', 'string reportedBy = 10;',
     'should be lower_snake_case'),
)

# Changes that readers of v1 do not notice.
HARMLESS = (
    ('history.proto', 'string quote_id = 5;',
     'string quote_id = 5; string section = 99;'),
    ('record.proto', '// Closes a segment', '// Ends a segment'),
)


class SchemaTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(dir=os.environ.get('TEST_TMPDIR'))
        try:
            programs = npm_packages.install('proto', cls.folder + '/packages')
        except npm_packages.Unavailable as reason:
            raise unittest.SkipTest('no buf: %s' % reason) from None
        cls.buf = os.path.join(programs, 'buf')

    def changed(self, file, old, new):
        """What is found in the schema with one place changed."""
        folder = tempfile.mkdtemp(dir=self.folder)
        for source in glob.glob('proto/*.proto'):
            shutil.copy(source, folder)
        path = os.path.join(folder, file)
        with open(path, encoding='utf-8') as f:
            text = f.read()
        self.assertIn(old, text)
        os.unlink(path)  # The copy may be read-only.
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text.replace(old, new, 1))
        return '\n'.join(check_schema.findings(self.buf, folder))

    def test_nothing_is_found(self):
        self.assertEqual(check_schema.findings(self.buf, 'proto'), [])

    def test_a_change_that_breaks_readers_is_found(self):
        for file, old, new, message in CHANGES:
            with self.subTest(new):
                self.assertIn(message, self.changed(file, old, new))

    def test_an_addition_is_not(self):
        for file, old, new in HARMLESS:
            with self.subTest(new):
                self.assertEqual(self.changed(file, old, new), '')

    def test_a_file_that_is_gone_is_found(self):
        folder = tempfile.mkdtemp(dir=self.folder)
        for source in glob.glob('proto/*.proto'):
            if not source.endswith(('target.proto', 'roster.proto',
                                    'corrections.proto')):
                shutil.copy(source, folder)
        self.assertIn('was deleted',
                      '\n'.join(check_schema.findings(self.buf, folder)))


if __name__ == '__main__':
    told_cases.main()
