#!/usr/bin/env python3
"""`onrecord export`: files, SQLite, and what is wrong with an input."""
import csv
import io
import json
import os
import re
import sqlite3
import stat
import sys
import unittest

sys.path.insert(0, 'tests/cli')
import onrecord_program as program  # noqa: E402

TABLES = ['observations', 'sources', 'shifts', 'splits', 'positions',
          'speakers', 'targets', 'articles']
TYPES = {'text': 'TEXT', 'date': 'date', 'integer': 'INTEGER',
         'real': 'double precision', 'boolean': 'boolean'}


def documented_columns():
    """{table: [(column, type)]} as docs/export.md tells them."""
    tables, table = {}, None
    with open('docs/export.md', encoding='utf-8') as document:
        for line in document:
            heading = re.match(r'## (\w+)$', line)
            table = heading.group(1) if heading else table
            column = re.match(r'\| `(\w+)` \| (\w+) \|', line)
            if column:
                tables.setdefault(table, []).append(column.groups())
    return tables


class ExportTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = program.new_folder()
        cls.history = program.history(cls.folder + '/h.binpb')
        done = program.run('track', 'data/sample', '--format=json')
        cls.wanted = json.loads(done.stdout)
        cls.observations = [
            (line, said) for line in cls.wanted['timelines']
            for said in line.get('observations', [])]

    def export(self, *words, **more):
        done = program.run('export', self.history, *words, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, b'')
        return done.stdout.decode()

    def test_csv_has_a_row_an_observation(self):
        rows = list(csv.DictReader(io.StringIO(self.export('--to=csv'))))
        self.assertGreater(len(rows), 20)
        self.assertEqual(
            [(r['observation_id'], r['speaker'], r['said'], r['text'])
             for r in rows],
            [(said['id'], line['speakerName'], said.get('said', ''),
              said['text']) for line, said in self.observations])
        for row, (_, said) in zip(rows, self.observations):
            self.assertEqual(row['label'],
                             said['stance']['label'][len('STANCE_LABEL_'):]
                             .lower())
            self.assertEqual(float(row['score']),
                             said['stance'].get('score', 0))
            self.assertEqual(int(row['sources']), len(said['sources']))
            self.assertRegex(row['day'], r'^\d{4}-\d\d-\d\d$')
            self.assertTrue(row['day'].startswith(row['said']))
            self.assertEqual(row['country'], said.get('country', ''))
        self.assertIn('Qadara', [row['country'] for row in rows])

    def test_json_lines_have_the_same_cells(self):
        lines = [json.loads(line)
                 for line in self.export('--to=jsonl').splitlines()]
        rows = list(csv.DictReader(io.StringIO(self.export('--to=csv'))))
        self.assertEqual(len(lines), len(rows))

        def as_csv(value):
            if value is None or isinstance(value, bool):
                return '' if value is None else str(value).lower()
            return str(value)
        for line, row in zip(lines, rows):
            for name, text in row.items():
                if isinstance(line[name], float):
                    self.assertEqual(line[name], float(text))
                elif not isinstance(line[name], int) or isinstance(
                        line[name], bool):
                    self.assertEqual(as_csv(line[name]), text)

    def test_words_of_articles_come_through_every_format(self):
        words = 'We want the troops to leave, all, now=SUM(1) \\\\ é'
        article = program.write(
            self.folder + '/hard.jsonl',
            ('{"id":"a","published":"2024-02-01","outlet":"A, \\"B\\"","text":'
             '"“%s,” said Ana Lopez, the president of Teverra."}\n' % words)
            .encode())
        history = program.history(self.folder + '/hard.binpb', article)
        done = program.run('track', article, '--format=json')
        text = json.loads(done.stdout)['timelines'][0]['observations'][0][
            'text']
        self.assertIn('=SUM(1)', text)
        self.assertIn('\\', text)
        row = next(csv.DictReader(io.StringIO(program.run(
            'export', history, '--to=csv').stdout.decode(), newline='')))
        self.assertEqual((row['text'], row['outlets']), (text, 'A, "B"'))
        line = json.loads(program.run('export', history, '--to=jsonl').stdout)
        self.assertEqual((line['text'], line['outlets']), (text, 'A, "B"'))

    def test_a_folder_gets_a_file_a_table(self):
        for kind in ('csv', 'jsonl'):
            folder = '%s/%s_tables/' % (self.folder, kind)
            self.assertEqual(self.export('--to=' + kind, '-o', folder), '')
            self.assertEqual(sorted(os.listdir(folder)),
                             sorted('%s.%s' % (t, kind) for t in TABLES))
        with open(self.folder + '/csv_tables/shifts.csv',
                  encoding='utf-8') as f:
            shifts = list(csv.DictReader(f))
        self.assertEqual(len(shifts), self.wanted['counts']['shifts'])
        self.assertIn(shifts[0]['kind'],
                      ('reversal', 'softening', 'hardening'))
        with open(self.folder + '/jsonl_tables/speakers.jsonl',
                  encoding='utf-8') as f:
            speakers = [json.loads(line) for line in f]
        self.assertEqual([s['name'] for s in speakers],
                         [s['name'] for s in self.wanted['speakers']])

    def test_reads_the_standard_input(self):
        with open(self.history, 'rb') as f:
            done = program.run('export', '-', '--to=csv', stdin=f.read())
        self.assertEqual(done.stdout.decode(), self.export('--to=csv'))

    def test_sqlite_takes_the_place_of_plain_files_only(self):
        store = self.folder + '/news.db'
        program.run('track', '--store=' + store, 'data/sample')
        pipe = self.folder + '/pipe'
        os.mkfifo(pipe)
        for path, code, words in ((store, 64, b'found a store'),
                                  (pipe, 74, b'want a plain file')):
            done = program.run('export', self.history, '--to=sqlite', '-o',
                               path)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(words, done.stderr)
            self.assertFalse(os.path.exists(path + '.partial'))
        self.assertEqual(program.run('verify', store).returncode, 0)
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))

    def database(self):
        path = self.folder + '/h.db'
        self.export('--to=sqlite', '-o', path)
        database = sqlite3.connect(path)
        self.addCleanup(database.close)
        return database

    def test_sqlite_has_the_tables_that_the_document_names(self):
        database = self.database()
        documented = documented_columns()
        self.assertEqual(sorted(documented), sorted(TABLES))
        for table in TABLES:
            columns = [(name, kind) for _, name, kind, *_ in
                       database.execute('PRAGMA table_info(%s)' % table)]
            self.assertEqual(
                [(name, kind.lower()) for name, kind in columns],
                [(name, TYPES[kind].lower())
                 for name, kind in documented[table]], table)

    def test_sqlite_has_the_rows_of_the_files(self):
        database = self.database()
        for table in TABLES:
            self.export('--to=csv', '-o', self.folder + '/tables/')
            with open('%s/tables/%s.csv' % (self.folder, table),
                      encoding='utf-8') as f:
                rows = list(csv.reader(f))[1:]
            stored = database.execute('SELECT * FROM ' + table).fetchall()
            self.assertEqual(len(stored), len(rows))
            self.assertEqual(
                ['' if row[0] is None else str(row[0]) for row in stored],
                [row[0] for row in rows])

    def test_views_count_what_the_tables_hold(self):
        database = self.database()

        def one(sql):
            return database.execute(sql).fetchone()[0]
        public = "FROM observations WHERE channel = 'public'"
        self.assertEqual(one('SELECT count(*) FROM public_statements'),
                         one('SELECT count(*) ' + public))
        self.assertEqual(one('SELECT sum(statements) FROM monthly_labels'),
                         one('SELECT count(month) ' + public))
        self.assertEqual(one('SELECT sum(shifts) FROM speakers_now'),
                         one('SELECT count(*) FROM shifts'))
        self.assertEqual(one('SELECT count(*) FROM shifts_with_question '
                             'WHERE question IS NOT NULL'),
                         one('SELECT count(*) FROM shifts'))
        self.assertEqual(one('SELECT sum(statements) FROM outlet_labels'),
                         one('SELECT count(outlet) FROM sources'))

    def test_every_source_has_the_words_it_printed(self):
        rows = self.database().execute(
            'SELECT observation_id, text FROM sources '
            'ORDER BY observation_id, number').fetchall()
        wanted = [(said['id'], source.get('text', said['text']))
                  for _, said in self.observations
                  for source in said['sources']]
        self.assertEqual(rows, sorted(wanted, key=lambda row: row[0]))

    def test_a_database_file_is_written_anew(self):
        first = self.database().execute('SELECT count(*) FROM articles')
        self.assertEqual(first.fetchall(),
                         self.database().execute(
                             'SELECT count(*) FROM articles').fetchall())

    def test_a_history_of_nothing_has_its_columns(self):
        article = program.write(self.folder + '/dull.txt', b'It rained.\n')
        history = program.history(self.folder + '/dull.binpb', article)
        done = program.run('export', history, '--to=csv')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.decode().count('\n'), 1)
        self.assertTrue(done.stdout.startswith(b'observation_id,target,'))


class BadInputTest(unittest.TestCase):

    def expect(self, words, exit_code, message):
        done = program.run('export', *words)
        self.assertEqual(done.returncode, exit_code, done.stderr)
        self.assertIn(message, done.stderr.decode())
        self.assertEqual(done.stdout, b'')

    def test_a_bad_history_is_named(self):
        for path, message in program.bad_histories(program.new_folder()):
            with self.subTest(path):
                self.expect([path, '--to=csv'], 65, message)
                self.expect([path, '--to=csv'], 65, path)

    def test_files_that_cannot_be_read_or_written(self):
        folder = program.new_folder()
        history = program.history(folder + '/h.binpb')
        os.mkdir(folder + '/taken')
        for words, message in (
                (['/nowhere/h.binpb', '--to=csv'],
                 '/nowhere/h.binpb: cannot read: No such file'),
                ([history, '--to=csv', '-o', '/nowhere/o.csv'],
                 '/nowhere/o.csv: cannot write: No such file'),
                ([history, '--to=csv', '-o', '/nowhere/o/'],
                 '/nowhere/o/: cannot make a folder: No such file'),
                ([history, '--to=csv', '-o', '/dev/full'],
                 '/dev/full: cannot write: No space left'),
                ([history, '--to=sqlite', '-o', '/nowhere/h.db'],
                 '/nowhere/h.db'),
                ([history, '--to=sqlite', '-o', folder + '/taken'],
                 '/taken: cannot write: Is a directory')):
            with self.subTest(message):
                self.expect(words, 74, message)
        self.assertEqual(sorted(os.listdir(folder)), ['h.binpb', 'taken'])

    def test_words_that_say_too_little(self):
        history = program.history(program.new_folder() + '/h.binpb')
        for words, message in (
                ([], 'HISTORY is required'),
                ([history], '--to is required'),
                ([history, '--to=xlsx'], 'xlsx not in {csv,jsonl,sqlite'),
                ([history, '--to=sqlite'], 'want -o FILE for sqlite'),
                ([history, '--to=sqlite', '-o', 'x/'], 'want -o FILE')):
            with self.subTest(message):
                self.expect(words, 64, message)


if __name__ == '__main__':
    unittest.main()
