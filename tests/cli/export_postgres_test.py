#!/usr/bin/env python3
"""`onrecord export --to=postgres` against a server of this test's own.

It is started on loopback in a folder of its own and stopped at the end. Where
no PostgreSQL server is installed its cases are skipped with that reason.
"""
import atexit
import glob
import json
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

sys.path[:0] = ['tests/cli', 'tests/tools']
import onrecord_program as program  # noqa: E402
import told_cases  # noqa: E402

SERVERS = sorted(glob.glob('/usr/lib/postgresql/*/bin'))


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


class Database:
    """A PostgreSQL server; everybody on loopback may do everything."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='onrecord-postgres-')
        self.port = free_port()
        self.as_user = []
        if os.geteuid() == 0:  # It refuses to run as root.
            user = pwd.getpwnam('postgres')
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.as_user = ['setpriv', '--reuid=postgres', '--regid=postgres',
                            '--clear-groups']
        self.call('initdb', '--auth=trust', '--username=tester',
                  '--encoding=UTF8', '--locale=C', '--no-sync')
        self.call('pg_ctl', '--wait', '--silent',
                  '--log=%s/log' % self.folder, '--options',
                  "-p %d -c listen_addresses=127.0.0.1 -c fsync=off "
                  "-c unix_socket_directories=''" % self.port, 'start')

    def call(self, name, *words):
        subprocess.run(self.as_user +
                       [os.path.join(SERVERS[-1], name), '-D',
                        self.folder + '/data', *words],
                       check=True, stdout=subprocess.DEVNULL,
                       stdin=subprocess.DEVNULL, cwd=self.folder)

    def stop(self):
        self.call('pg_ctl', '--wait', '--silent', '--mode=immediate', 'stop')
        shutil.rmtree(self.folder)

    def conninfo(self, user='tester'):
        return 'host=127.0.0.1 port=%d user=%s dbname=postgres' % (
            self.port, user)

    def psql(self, sql, user='tester', check=True):
        """What a statement gives: columns between "|", rows on lines."""
        done = subprocess.run(
            [os.path.join(SERVERS[-1], 'psql'), '--no-psqlrc', '-qAt',
             '-v', 'ON_ERROR_STOP=1', '-c', sql, self.conninfo(user)],
            capture_output=True, text=True, check=False)
        if check and done.returncode:
            raise AssertionError('%s\n%s' % (sql, done.stderr))
        return done.stdout.strip('\n') if check else done.returncode


@unittest.skipUnless(SERVERS, 'no PostgreSQL server is installed '
                              '(Debian package postgresql)')
class PostgresTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.database = Database()
        # Also where the test is told to end before its time.
        atexit.register(cls.database.stop)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        cls.folder = program.new_folder()
        cls.history = program.history(cls.folder + '/h.binpb')
        cls.sample = json.loads(
            program.run('track', 'data/sample', '--format=json').stdout)

    def export(self, history=None, *words, to=None):
        return program.run('export', history or self.history, '--to=postgres',
                           '-o', to or self.database.conninfo(), *words)

    def assert_exported(self, *words, **more):
        done = self.export(*words, **more)
        self.assertEqual((done.returncode, done.stdout, done.stderr),
                         (0, b'', b''))

    def counts(self, schema='onrecord'):
        return [int(self.database.psql(
            'SELECT count(*) FROM "%s".%s' % (schema, table)))
            for table in ('observations', 'shifts', 'splits', 'articles')]

    def wanted(self):
        counts = self.sample['counts']
        return [counts[name] for name in
                ('observations', 'shifts', 'splits', 'articles')]

    def test_has_every_row(self):
        self.assert_exported()
        self.assertEqual(self.counts(), self.wanted())
        texts = self.database.psql(
            "SELECT json_agg(o.text ORDER BY observation_id) "
            "FROM onrecord.observations o")
        self.assertEqual(json.loads(texts), [
            said['text'] for said in sorted(
                (said for line in self.sample['timelines']
                 for said in line.get('observations', [])),
                key=lambda said: said['id'])])

    def test_has_the_columns_of_the_other_exports(self):
        self.assert_exported()
        lines = program.run('export', self.history, '--to=jsonl').stdout
        stored = json.loads(self.database.psql(
            'SELECT json_agg(row_to_json(o) ORDER BY observation_id) '
            'FROM onrecord.observations o'))
        self.assertEqual(stored, sorted(map(json.loads, lines.splitlines()),
                                        key=lambda o: o['observation_id']))

    def test_a_second_export_replaces_the_rows_and_keeps_rights(self):
        self.assert_exported()
        self.database.psql('DROP ROLE IF EXISTS reader; CREATE ROLE reader '
                           'LOGIN; GRANT USAGE ON SCHEMA onrecord TO reader; '
                           'GRANT SELECT ON ALL TABLES IN SCHEMA onrecord TO '
                           'reader')
        article = program.write(self.folder + '/a.txt', (
            '“We want the troops to leave in May,” said Ana Lopez, the '
            'president of Teverra, on Monday.\n').encode())
        self.assert_exported(program.history(self.folder + '/one.binpb',
                                             article))
        self.assertEqual(self.counts(), [1, 0, 0, 1])
        self.assertEqual(self.database.psql(
            'SELECT speaker FROM onrecord.speakers_now', user='reader'),
            'Ana Lopez')
        self.assert_exported()
        self.assertEqual(self.counts(), self.wanted())

    def test_readers_and_failures_see_the_old_rows(self):
        self.assert_exported()
        self.database.psql('ALTER TABLE onrecord.articles ADD CONSTRAINT few '
                           'CHECK (article_id IS NULL) NOT VALID')
        done = self.export(None)
        self.assertEqual(done.returncode, 74)
        self.assertIn('postgres: cannot write: ERROR:', done.stderr.decode())
        self.assertIn('few', done.stderr.decode())
        self.assertEqual(self.counts(), self.wanted())
        self.database.psql('ALTER TABLE onrecord.articles DROP CONSTRAINT few')

    def test_another_schema_with_a_hard_name(self):
        self.assert_exported(None, '--schema=news "2"; --')
        self.assertEqual(self.counts('news ""2""; --'), self.wanted())

    def test_what_the_environment_says_is_used(self):
        done = program.run(
            'export', self.history, '--to=postgres', '--schema=by_env', env={
                'PGHOST': '127.0.0.1', 'PGPORT': str(self.database.port),
                'PGUSER': 'tester', 'PGDATABASE': 'postgres'})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.counts('by_env'), self.wanted())

    def test_who_cannot_connect_is_told_to_try_again(self):
        for conninfo, message in (
                ('host=127.0.0.1 port=%d' % free_port(), 'refused'),
                (self.database.conninfo('nobody'),
                 'role "nobody" does not exist'),
                ('host', 'missing "="')):
            done = self.export(None, to=conninfo)
            self.assertEqual(done.returncode, 75, done.stderr)
            self.assertIn('postgres: cannot connect: ', done.stderr.decode())
            self.assertIn(message, done.stderr.decode())

    def test_who_may_not_write_is_told(self):
        self.assert_exported()
        self.database.psql('DROP ROLE IF EXISTS guest; CREATE ROLE guest '
                           'LOGIN')
        done = self.export(None, to=self.database.conninfo('guest'))
        self.assertEqual(done.returncode, 74)
        self.assertIn('permission denied', done.stderr.decode())
        self.assertEqual(self.counts(), self.wanted())

    def test_a_bad_history_changes_nothing(self):
        self.assert_exported()
        for path, message in program.bad_histories(self.folder):
            done = self.export(path)
            self.assertEqual(done.returncode, 65)
            self.assertIn(message, done.stderr.decode())
        self.assertEqual(self.counts(), self.wanted())

    def queries(self):
        """Yields (what it is for, SQL) of the Grafana dashboard, its
        variables and macros filled in."""
        with open('docs/dashboards/grafana.json', encoding='utf-8') as f:
            dashboard = json.load(f)
        for variable in dashboard['templating']['list']:
            if variable['type'] == 'query':
                yield variable['name'], variable['query']
        for panel in dashboard['panels']:
            for target in panel['targets']:
                yield panel['title'], target['rawSql']

    def test_every_query_of_the_grafana_dashboard_finds_rows(self):
        self.assert_exported()
        names = self.database.psql(
            "SELECT string_agg(quote_literal(name), ',') FROM "
            'onrecord.speakers')
        count = 0
        for name, sql in self.queries():
            sql = re.sub(r'\$__timeFilter\(([^)]*)\)',
                         r"\1 BETWEEN '1900-01-01' AND '2100-01-01'", sql)
            sql = sql.replace('$target', 'troop_withdrawal').replace(
                '$speaker', names)
            self.assertNotIn('$', sql)
            with self.subTest(name):
                self.assertTrue(self.database.psql(sql))
            count += 1
        self.assertEqual(count, 8)


if __name__ == '__main__':
    told_cases.main()
