#!/usr/bin/env python3
"""`onrecord serve --store`: a real process beside others that write."""
import gzip
import http.client
import json
import os
import signal
import sqlite3
import sys
import unittest

sys.path.insert(0, 'tests/cli')
import onrecord_program as program  # noqa: E402

BINARY = 'application/x-protobuf'
ARTICLE = ('“We want the troops to leave in May,” said Ana Lopez, the '
           'president of Teverra, on Monday.\n').encode()


def new_store(path, articles='data/sample'):
    done = program.run('track', '--store', path, articles, '-o', os.devnull)
    assert done.returncode == 0, done.stderr
    return path


def tracked(path):
    """The history that `track` makes of a store."""
    return program.run('track', '--store', path, '--format=binpb').stdout


class StoreTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = program.new_folder()
        cls.store = new_store(cls.folder + '/s.db')
        cls.server = program.Server('--store', cls.store, '--port=0')

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def get(self, path, headers=None, **more):
        return self.server.get(path, headers, **more)

    def records(self, query=''):
        """The records of an answer, which must be a good record file."""
        status, headers, body = self.get('/v1/records' + query)
        self.assertEqual((status, headers['Content-Type']), (200, BINARY))
        file = program.write(self.folder + '/r.binpb', body)
        done = program.run('verify', file)
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = program.run('merge', file, '--format=jsonl').stdout
        return [json.loads(line) for line in lines.splitlines()]

    def test_gives_the_history_that_track_makes(self):
        self.assertEqual(self.get('/v1/history')[2], tracked(self.store))

    def test_gives_all_records_as_a_record_file(self):
        self.assertEqual(len(self.records()), 12)
        again = program.run('track', self.folder + '/r.binpb',
                            '--format=binpb').stdout
        self.assertEqual(again, tracked(self.store))

    def test_records_are_filtered(self):
        every = self.records()
        outlet = every[0]['article']['outlet']
        for query, wanted in (
                ('?outlet=' + outlet.replace(' ', '%20'),
                 lambda a: a['outlet'] == outlet),
                ('?outlet=' + outlet.replace(' ', '%20').upper(),
                 lambda _: False),
                ('?since=2023', lambda a: a['published'] >= '2023'),
                ('?since=2022-09-19&until=2022-12',
                 lambda a: '2022-09-19' <= a['published'] <= '2022-12-31')):
            with self.subTest(query):
                self.assertEqual(
                    self.records(query),
                    [r for r in every if wanted(r['article'])])

    def test_records_of_a_speaker_are_those_that_quote_her(self):
        speakers = json.loads(self.get(
            '/v1/history', {'Accept': 'application/json'})[2])['speakers']
        speaker = next(s for s in speakers if s.get('formerIds'))

        def quoted(record):
            return {q.get('attribution', {}).get('speakerName')
                    for q in record['quotes']}
        found = self.records('?speaker=' + speaker['id'])
        self.assertTrue(0 < len(found) < 12)
        self.assertEqual(found, [
            record for record in self.records()
            if quoted(record) & {speaker['name'], *speaker['aliases']}])
        self.assertEqual(self.records('?speaker=' + speaker['formerIds'][0]),
                         found)
        self.assertEqual(self.records('?speaker=nobody'), [])

    def test_bad_queries_are_400(self):
        for query, message in (
                ('label=favor', 'query: want speaker, since, until or outlet, '
                 'found label'),
                ('until=2023-13', 'until: want YYYY[-MM[-DD]], found 2023-13'),
                ('outlet=', 'outlet: want a value, found none')):
            status, _, body = self.get('/v1/records?' + query)
            self.assertEqual(status, 400)
            self.assertIn(message, body.decode())

    def test_says_304_and_compresses(self):
        _, headers, plain = self.get('/v1/records')
        tag = headers['ETag']
        known = {'If-None-Match': tag}
        status, _, body = self.get('/v1/records', known)
        self.assertEqual((status, body), (304, b''))
        self.assertEqual(self.get('/v1/records?since=2023', known)[0], 200)
        status, headers, body = self.get(
            '/v1/records', dict(known, **{'Accept-Encoding': 'gzip'}))
        self.assertEqual((status, headers['Content-Encoding']), (200, 'gzip'))
        self.assertNotEqual(headers['ETag'], tag)
        self.assertEqual(gzip.decompress(body), plain)
        self.assertLess(len(body), len(plain))

    def test_is_a_stream_without_parts(self):
        status, headers, body = self.get('/v1/records', method='HEAD')
        self.assertEqual((status, body), (200, b''))
        self.assertEqual(headers['Accept-Ranges'], 'none')
        status, headers, body = self.get('/v1/records', {'Range': 'bytes=0-9'})
        self.assertEqual(status, 200)
        self.assertEqual(headers['Transfer-Encoding'], 'chunked')
        self.assertGreater(len(body), 10)
        self.assertEqual(self.get('/v1/records', {'Accept': 'text/html'})[0],
                         406)

    def test_changes_nothing(self):
        with open(self.store, 'rb') as f:
            before = f.read()
        self.records()
        with open(self.store, 'rb') as f:
            self.assertEqual(f.read(), before)


class ChangeTest(unittest.TestCase):

    def setUp(self):
        self.folder = program.new_folder()
        self.store = new_store(self.folder + '/s.db')

    def add(self):
        new_store(self.store, program.write(self.folder + '/a.txt', ARTICLE))

    def test_an_article_of_another_process_is_served_and_told(self):
        with program.Server('--store', self.store, '--port=0') as it:
            event = it.listen(self)
            self.assertIn('event: history', event())
            known = {path: {'If-None-Match': it.get(path)[1]['ETag']}
                     for path in ('/v1/history', '/v1/records')}
            for path, tag in known.items():
                self.assertEqual(it.get(path, tag)[0], 304)
            self.add()
            self.assertIn('event: history', event())
            for path, tag in known.items():
                status, _, body = it.get(path, tag)
                self.assertEqual(status, 200)
                self.assertIn('leave in May'.encode(), body)
            self.assertEqual(it.get('/v1/history')[2], tracked(self.store))

    def test_reads_while_another_writes(self):
        with program.Server('--store', self.store, '--port=0') as it:
            writer = sqlite3.connect(self.store, isolation_level=None)
            writer.execute('BEGIN IMMEDIATE')
            writer.execute('DELETE FROM article WHERE number > 6')
            body = it.get('/v1/records')[2]
            writer.execute('ROLLBACK')
            writer.close()
            file = program.write(self.folder + '/r.binpb', body)
            self.assertIn(b'12 articles', program.run('verify', file).stdout)

    def test_a_store_in_its_place_is_read(self):
        with program.Server('--store', self.store, '--port=0') as it:
            event = it.listen(self)
            event()
            other = new_store(self.folder + '/other.db', program.write(
                self.folder + '/a.txt', ARTICLE))
            wanted = tracked(other)
            os.replace(other, self.store)
            event()
            self.assertEqual(it.get('/v1/history')[2], wanted)

    def test_a_store_that_breaks_leaves_the_good_history(self):
        with program.Server('--store', self.store, '--port=0') as it:
            good = it.get('/v1/history')[2]
            writer = sqlite3.connect(self.store)
            writer.execute("UPDATE article SET record = x'0a' WHERE number = "
                           '(SELECT max(number) FROM article)')
            writer.commit()
            writer.close()
            said = it.process.stderr.readline().decode()
            self.assertIn('record_sha256: want', said)
            self.assertIn('onrecord rescue', said)
            self.assertIn('the history of before stays', said)
            self.assertEqual(it.get('/v1/history')[2], good)
            # A record file without its end, in a body without its end.
            with self.assertRaises(http.client.IncompleteRead):
                it.get('/v1/records')
            self.assertIn('/v1/records was cut: ',
                          it.process.stderr.readline().decode())
            os.unlink(self.store)
            self.assertIn('cannot read: No such file',
                          it.process.stderr.readline().decode())
            status, headers, body = it.get('/v1/records')
            self.assertEqual((status, headers['Retry-After']), (503, '10'))
            self.assertIn(b'No such file', body)
            self.assertEqual(it.get('/v1/history')[2], good)
            self.assertEqual(it.stop(signal.SIGTERM), (0, ''))

    def test_knowledge_of_speakers_is_used(self):
        roster = program.write(self.folder + '/r.txtpb', (
            'entry { id: "Q1" name: "Claire Whitcombe" }\n').encode())
        wanted = program.run('track', '--store', self.store, '--roster',
                             roster, '--format=binpb')
        self.assertEqual(wanted.returncode, 0, wanted.stderr)
        with program.Server('--store', self.store, '--roster', roster,
                            '--port=0') as it:
            self.assertEqual(it.get('/v1/history')[2], wanted.stdout)


class BadStoreTest(unittest.TestCase):

    def expect(self, path, exit_code, message):
        done = program.run('serve', '--store', path, '--port=0')
        self.assertEqual(done.returncode, exit_code, done.stderr)
        self.assertIn(message, done.stderr.decode())
        self.assertEqual(done.stdout, b'')

    def test_each_has_its_exit_code_and_reason(self):
        folder = program.new_folder()
        self.expect(folder + '/none.db', 74, 'No such file')
        self.assertFalse(os.path.exists(folder + '/none.db'))
        self.expect(program.write(folder + '/text.db', b'Nobody spoke.\n' * 99),
                    65, 'want a store, found no SQLite database')
        self.expect(program.write(folder + '/empty.db', b''), 65,
                    'want a store, found an empty file')
        store = new_store(folder + '/s.db')
        with open(store, 'rb') as f:
            good = f.read()
        self.expect(program.write(folder + '/cut.db', good[:len(good) // 2]),
                    65, 'onrecord rescue')
        newer = program.write(folder + '/newer.db', good)
        with sqlite3.connect(newer) as database:
            database.execute('PRAGMA user_version=99')
        self.expect(newer, 65, 'found version 99: use the newer onrecord')

    def test_a_locked_one_is_try_again(self):
        store = new_store(program.new_folder() + '/s.db')
        holder = sqlite3.connect(store, isolation_level=None)
        holder.execute('PRAGMA locking_mode=EXCLUSIVE')
        holder.execute('BEGIN EXCLUSIVE')
        holder.execute('UPDATE article SET outlet = outlet')
        self.expect(store, 75, 'another program is writing to it')
        holder.execute('ROLLBACK')
        holder.close()
        # The near miss: the same store once nobody holds it.
        with program.Server('--store', store, '--port=0') as it:
            self.assertEqual(it.get('/healthz')[0], 200)


if __name__ == '__main__':
    unittest.main()
