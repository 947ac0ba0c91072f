#!/usr/bin/env python3
"""`onrecord serve`: a real process on loopback and a small client."""
import base64
import gzip
import hashlib
import json
import os
import signal
import socket
import sys
import time
import unittest

sys.path.insert(0, 'tests/cli')
import onrecord_program as program  # noqa: E402

BINARY = 'application/x-protobuf'
JSON = {'Accept': 'application/json'}


class ServeTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = program.new_folder()
        cls.history = program.history(cls.folder + '/h.binpb')
        with open(cls.history, 'rb') as f:
            cls.bytes = f.read()
        cls.json = program.run('track', 'data/sample', '--format=json').stdout
        cls.server = program.Server(cls.history, '--port=0')

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def get(self, path, headers=None, **more):
        return self.server.get(path, headers, **more)

    def filtered(self, query):
        status, _, body = self.get('/v1/history?' + query, JSON)
        self.assertEqual(status, 200, body)
        return json.loads(body)

    def observations(self, query):
        return [(line['speakerId'], line['target'], said)
                for line in self.filtered(query).get('timelines', [])
                for said in line['observations']]

    def test_gives_the_bytes_of_the_file(self):
        for accept in ({}, {'Accept': '*/*'}, {'Accept': BINARY},
                       {'Accept': 'application/json;q=0.5, ' + BINARY}):
            status, headers, body = self.get('/v1/history', accept)
            self.assertEqual((status, headers['Content-Type']), (200, BINARY))
            self.assertEqual(body, self.bytes)
        self.assertIn('Accept', headers['Vary'])

    def test_gives_json_to_those_who_like_it_better(self):
        for accept in ('application/json', 'application/json, */*;q=0.1',
                       BINARY + ';q=0.2, application/*;q=0.1, '
                       'application/json'):
            status, headers, body = self.get('/v1/history', {'Accept': accept})
            self.assertEqual(status, 200)
            self.assertEqual(headers['Content-Type'], 'application/json')
            self.assertEqual(body, self.json)

    def test_compresses_for_those_who_can_read_it(self):
        for accept, wanted in (({}, self.bytes), (JSON, self.json)):
            _, headers, body = self.get(
                '/v1/history', dict(accept, **{'Accept-Encoding': 'gzip, br'}))
            self.assertEqual(headers['Content-Encoding'], 'gzip')
            self.assertLess(len(body), len(wanted))
            self.assertEqual(gzip.decompress(body), wanted)
            _, headers, body = self.get(
                '/v1/history', dict(accept, **{'Accept-Encoding':
                                               'gzip;q=0, br'}))
            self.assertIsNone(headers['Content-Encoding'])
            self.assertEqual(body, wanted)

    def test_says_304_for_the_same_bytes_only(self):
        _, headers, _ = self.get('/v1/history')
        tag = headers['ETag']
        self.assertRegex(tag, '^"[0-9a-f]{32}"$')
        for known in (tag, '"x", ' + tag, 'W/' + tag, '*'):
            status, headers, body = self.get('/v1/history',
                                             {'If-None-Match': known})
            self.assertEqual((status, body), (304, b''))
            self.assertEqual(headers['ETag'], tag)
        for path, more in (('/v1/history', JSON),
                           ('/v1/history', {'Accept-Encoding': 'gzip'}),
                           ('/v1/history?label=favor', {})):
            status, headers, body = self.get(
                path, dict(more, **{'If-None-Match': tag}))
            self.assertEqual(status, 200)
            self.assertNotEqual(headers['ETag'], tag)
            self.assertTrue(body)

    def test_head_has_the_length_and_no_body(self):
        status, headers, body = self.get('/v1/history', method='HEAD')
        self.assertEqual((status, body), (200, b''))
        self.assertEqual(int(headers['Content-Length']), len(self.bytes))

    def test_filters_leave_what_is_asked_for(self):
        everything = self.observations('')
        self.assertGreater(len(everything), 20)
        outlet = everything[0][2]['sources'][0]['outlet']
        speaker = everything[0][0]
        for query, wanted in (
                ('label=mixed',
                 lambda _, __, o: o['stance']['label'] ==
                 'STANCE_LABEL_MIXED'),
                ('label=mixed&label=favor',
                 lambda _, __, o: o['stance']['label'] in
                 ('STANCE_LABEL_MIXED', 'STANCE_LABEL_FAVOR')),
                ('target=ceasefire', lambda _, t, __: t == 'ceasefire'),
                ('speaker=' + speaker, lambda s, _, __: s == speaker),
                ('outlet=' + outlet.replace(' ', '%20'),
                 lambda _, __, o: outlet in
                 [s['outlet'] for s in o['sources']]),
                ('since=2022-09&until=2022-11',
                 lambda _, __, o: '2022-09' <= o['said'] <= '2022-11-30'),
                ('since=2023-05-16&label=mixed',
                 lambda _, __, o: o['said'] >= '2023-05-16' and
                 o['stance']['label'] == 'STANCE_LABEL_MIXED'),
                ('speaker=nobody', lambda *_: False)):
            with self.subTest(query):
                self.assertEqual(self.observations(query),
                                 [o for o in everything if wanted(*o)])

    def test_a_filtered_history_is_a_good_one(self):
        for query in ('label=mixed', 'target=ceasefire', 'since=2023',
                      'speaker=nobody', 'label=against&until=2022'):
            _, _, body = self.get('/v1/history?' + query)
            part = program.write(self.folder + '/part.binpb', body)
            done = program.run('verify', part)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertLess(len(body), len(self.bytes))

    def test_shifts_stay_with_all_their_statements(self):
        whole = self.filtered('')
        line = next(t for t in whole['timelines'] if t.get('shifts') and
                    t['shifts'][0].get('beforeIds'))
        speaker = 'speaker=' + line['speakerId']
        kept = self.filtered(speaker)['timelines'][0]
        self.assertEqual(kept['shifts'], line['shifts'])
        label = line['shifts'][0]['to'][len('STANCE_LABEL_'):].lower()
        half = self.filtered('%s&label=%s' % (speaker, label))
        self.assertNotIn('shifts', half['timelines'][0])

    def test_bad_queries_are_400(self):
        for query, message in (
                ('since=May', 'since: want YYYY[-MM[-DD]], found May'),
                ('until=2023-02-30', 'until: want'),
                ('label=pro', 'label: want favor, against, mixed or none, '
                 'found pro'),
                ('label=unspecified', 'label: want'),
                ('speaker=', 'speaker: want a value, found none'),
                ('since=2022&since=2023', 'since: want one date, found '
                 'several'),
                ('since=%ff%00', r'since: want YYYY[-MM[-DD]], found '
                 r'\xff\x00'),
                ('speeker=x', 'query: want target, speaker, since, until, '
                 'outlet or label, found speeker')):
            status, headers, body = self.get('/v1/history?' + query)
            self.assertEqual(status, 400, query)
            self.assertIn(message, body.decode())
            self.assertTrue(headers['Content-Type'].startswith('text/plain'))

    def test_refuses_what_it_does_not_do(self):
        for words, status in (
                (dict(path='/v2/history'), 404),
                (dict(path='/../h.binpb'), 404),
                (dict(path='//'), 404),
                (dict(path='//v1/history'), 404),
                (dict(path='/v1/history/'), 404),
                (dict(path='/v1/records'), 404),
                (dict(path='/', method='OPTIONS'), 405),
                (dict(path='/', method='BREW'), 400),
                (dict(path='/v1/history', headers={'Accept': 'text/html'}),
                 406),
                (dict(path='/v1/history', method='POST', body=b'x'), 405),
                (dict(path='/v1/history', method='DELETE'), 405),
                (dict(path='/', headers={'Host': 'evil.example'}), 421),
                (dict(path='/', headers={'Host': '127.0.0.1.evil.example'}),
                 421),
                (dict(path='/v1/history',
                      headers={'Range': 'bytes=0-1,3-4,6-7'}), 416),
                (dict(path='/?' + 'x' * 9000), 414)):
            with self.subTest(words['path'][:20]):
                found, headers, body = self.get(**words)
                self.assertEqual(found, status)
                if status != 416:  # Of that only the asked ranges come.
                    self.assertIn(b'want', body)
                if status == 405:
                    self.assertEqual(headers['Allow'], 'GET, HEAD')
        self.assertIn(b'want `onrecord serve --store=FILE.db`',
                      self.get('/v1/records')[2])
        self.assertEqual(self.get('/healthz')[0], 200)

    def test_who_sends_too_slowly_is_cut_off_and_stops_nobody(self):
        with socket.create_connection(('127.0.0.1', self.server.port),
                                      timeout=1) as slow:
            slow.sendall(b'GET / HTTP/1.1\r\nHost: local')
            begun = time.monotonic()
            self.assertEqual(self.get('/healthz')[0], 200)
            self.assertLess(time.monotonic() - begun, 4)
            while time.monotonic() - begun < 25:
                try:
                    if not slow.recv(4096):
                        break
                except socket.timeout:
                    slow.sendall(b'x')  # A sign of life.
                except ConnectionError:
                    break
            self.assertLess(time.monotonic() - begun, 25)

    def test_many_headers_are_refused(self):
        many = {'X-%d' % i: 'x' * 7000 for i in range(20)}
        status, _, body = self.get('/', many)
        self.assertEqual(status, 400)
        self.assertIn(b'64 KiB', body)

    def test_a_long_header_is_refused(self):
        self.assertEqual(self.get('/', {'X-Long': 'x' * 9000})[0], 400)

    def test_nothing_behind_a_refused_request_is_read_as_another(self):
        with socket.create_connection(('127.0.0.1', self.server.port),
                                      timeout=10) as client:
            client.sendall(b'POST / HTTP/1.1\r\nHost: localhost\r\n'
                           b'Content-Length: 41\r\n\r\n'
                           b'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
            answer = b''
            try:
                while True:
                    piece = client.recv(4096)
                    if not piece:
                        break
                    answer += piece
            except ConnectionResetError:
                pass
        self.assertEqual(answer.count(b'HTTP/1.1 '), 1, answer)

    def test_the_page_runs_only_what_stands_in_it(self):
        status, headers, body = self.get('/')
        self.assertEqual(status, 200)
        self.assertEqual(headers['Content-Type'], 'text/html; charset=utf-8')
        policy = headers['Content-Security-Policy']
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn('unsafe', policy)
        for element in ('script', 'style'):
            for part in body.decode().split('<%s' % element)[1:]:
                text = part[part.index('>') + 1:part.index('</%s' % element)]
                digest = base64.b64encode(
                    hashlib.sha256(text.encode()).digest()).decode()
                self.assertIn("'sha256-%s'" % digest, policy)

    def test_every_answer_is_guarded(self):
        for path in ('/', '/v1/history', '/nothing', '/healthz'):
            _, headers, _ = self.get(path)
            self.assertEqual(headers['X-Content-Type-Options'], 'nosniff')
            self.assertEqual(headers['X-Frame-Options'], 'DENY')
            self.assertIn("frame-ancestors 'none'",
                          headers['Content-Security-Policy'])
            self.assertIsNone(headers['Access-Control-Allow-Origin'])

    def test_gives_the_schema_and_its_health(self):
        self.assertEqual(self.get('/v1/schema')[2],
                         program.run('schema').stdout)
        status, _, body = self.get('/healthz')
        self.assertEqual((status, json.loads(body)), (200, {'status': 'ok'}))

    def test_a_taken_port_is_75(self):
        done = program.run('serve', self.history,
                           '--port=%d' % self.server.port)
        self.assertEqual(done.returncode, 75)
        self.assertIn('cannot listen: Address already in use',
                      done.stderr.decode())


class TokenTest(unittest.TestCase):

    def test_only_the_token_opens(self):
        folder = program.new_folder()
        token = program.write(folder + '/token', b'  s3cret-token\n')
        history = program.history(folder + '/h.binpb')

        def basic(pair):
            return 'Basic ' + base64.b64encode(pair.encode()).decode()
        with program.Server(history, '--port=0', '--token_file', token) as it:
            for authorization, status in (
                    (None, 401), ('Bearer s3cret-token', 200),
                    ('bearer s3cret-token', 200), ('Bearer s3cret', 401),
                    ('Bearer s3cret-token2', 401), ('Bearer ', 401),
                    ('s3cret-token', 401),
                    (basic('anybody:s3cret-token'), 200),
                    (basic('s3cret-token:'), 401), ('Basic !!', 401)):
                headers = {'Authorization': authorization} if (
                    authorization) else {}
                for path in ('/', '/v1/history', '/v1/schema'):
                    with self.subTest(authorization):
                        self.assertEqual(it.get(path, headers)[0], status)
            self.assertEqual(it.get('/v1/events')[0], 401)
            self.assertEqual(it.get('/healthz')[0], 200)
            asked = it.get('/')[1].get_all('WWW-Authenticate')
            self.assertEqual([a.split()[0] for a in asked],
                             ['Bearer', 'Basic'])


class ChangeTest(unittest.TestCase):

    def setUp(self):
        self.folder = program.new_folder()
        self.history = program.history(self.folder + '/h.binpb')

    def change(self):
        article = program.write(self.folder + '/a.txt', (
            '“We want the troops to leave in May,” said Ana Lopez, the '
            'president of Teverra, on Monday.\n').encode())
        program.history(self.history, article)
        with open(self.history, 'rb') as f:
            return f.read()

    def test_a_change_is_served_and_told(self):
        with program.Server(self.history, '--port=0') as it:
            event = it.listen(self)
            tag = it.get('/v1/history')[1]['ETag']
            with open(self.history, 'rb') as f:
                old = hashlib.sha256(f.read()).hexdigest()
            self.assertIn('data: {"sha256":"%s"}' % old, event())
            bytes_now = self.change()
            self.assertEqual(event().splitlines()[0], 'event: history')
            status, _, body = it.get('/v1/history', {'If-None-Match': tag})
            self.assertEqual((status, body), (200, bytes_now))

    def test_a_bad_file_leaves_the_good_history(self):
        with open(self.history, 'rb') as f:
            good = f.read()
        with program.Server(self.history, '--port=0') as it:
            program.write(self.history, good[:-40])
            said = it.process.stderr.readline().decode()
            self.assertIn('cut or damaged', said)
            self.assertIn('the history of before stays', said)
            self.assertEqual(it.get('/v1/history')[2], good)
            os.unlink(self.history)
            self.assertIn('cannot read: No such file',
                          it.process.stderr.readline().decode())
            self.assertEqual(it.get('/v1/history')[2], good)
            event = it.listen(self)
            event()
            bytes_now = self.change()
            event()
            self.assertEqual(it.get('/v1/history')[2], bytes_now)

    def test_too_many_streams_are_told_to_wait(self):
        with program.Server(self.history, '--port=0') as it:
            for _ in range(16):
                it.listen(self)()
            status, headers, _ = it.get('/v1/events')
            self.assertEqual((status, headers['Retry-After']), (503, '10'))
            self.assertEqual(it.get('/v1/history')[0], 200)

    def test_signals_end_it_cleanly(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with program.Server(self.history, '--port=0') as it:
                event = it.listen(self)
                self.assertIn('event: history', event())
                self.assertEqual(it.stop(number), (0, ''))
                self.assertEqual(event(), '')


class StopTest(unittest.TestCase):
    """A server that is stopped while somebody reads a large history."""

    def setUp(self):
        folder = program.new_folder()
        self.history = program.history(folder + '/h.binpb')
        size = 30 << 20
        with open(self.history, 'ab') as f:  # As field 6, a warning.
            f.write(b'\x32' + bytes([size & 127 | 128, size >> 7 & 127 | 128,
                                     size >> 14 & 127 | 128, size >> 21]))
            f.write(b'x' * size)

    def reader(self, server):
        """A connection that has asked for it and read its beginning."""
        connection = socket.create_connection(('127.0.0.1', server.port),
                                              timeout=20)
        self.addCleanup(connection.close)
        connection.sendall(b'GET /v1/history HTTP/1.1\r\n'
                           b'Host: localhost\r\n\r\n')
        return connection, connection.recv(4096)

    def test_who_reads_gets_all_of_it(self):
        with program.Server(self.history, '--port=0') as it:
            whole = it.get('/v1/history')[2]
            self.assertGreater(len(whole), 30 << 20)
            connection, answer = self.reader(it)
            it.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            pieces = [answer]
            while pieces[-1]:
                pieces.append(connection.recv(1 << 20))
            self.assertEqual(it.process.wait(timeout=20), 0)
            self.assertTrue(b''.join(pieces).endswith(whole))

    def test_who_does_not_read_does_not_hold_it(self):
        with program.Server(self.history, '--port=0') as it:
            self.reader(it)
            begun = time.monotonic()
            self.assertEqual(it.stop(signal.SIGTERM), (0, ''))
            self.assertLess(time.monotonic() - begun, 20)


class BadInputTest(unittest.TestCase):

    def expect(self, words, exit_code, message):
        done = program.run('serve', *words)
        self.assertEqual(done.returncode, exit_code, done.stderr)
        self.assertIn(message, done.stderr.decode())
        self.assertEqual(done.stdout, b'')

    def test_a_bad_history_is_named(self):
        for path, message in program.bad_histories(program.new_folder()):
            with self.subTest(path):
                self.expect([path, '--port=0'], 65, message)

    def test_everything_else_has_its_exit_code(self):
        folder = program.new_folder()
        history = program.history(folder + '/h.binpb')
        empty = program.write(folder + '/empty', b'\n')
        two = program.write(folder + '/two', b'one two')
        for words, exit_code, message in (
                (['/nowhere/h'], 74, '/nowhere/h: cannot read: No such file'),
                ([history, '--token_file=/nowhere/t'], 74,
                 '/nowhere/t: cannot read'),
                ([history, '--token_file', empty], 65,
                 empty + ': want a token, found none'),
                ([history, '--token_file', two], 65, 'without blanks'),
                (['-'], 64, 'want a file, found the standard input'),
                ([], 64, 'want a HISTORY or --store=FILE.db, found neither'),
                ([history, '--store=s.db'], 64, 'found both'),
                ([history, '--roster=r.txtpb'], 64, 'requires --store'),
                ([history, '--port=65536'], 64, '--port'),
                ([history, '--port=http'], 64, '--port'),
                ([history, '--address=example'], 64,
                 'want a numeric address such as 127.0.0.1 or ::1, found '
                 'example'),
                ([history, '--port=0', '--address=192.0.2.1'], 74,
                 'http://192.0.2.1:0/: cannot listen: Cannot assign')):
            with self.subTest(message):
                self.expect(words, exit_code, message)


if __name__ == '__main__':
    unittest.main()
