"""Runs the built program for tests; to be imported from the runfiles folder."""
import http.client
import os
import re
import subprocess
import tempfile

PROGRAM = os.path.abspath('./onrecord')


def run(*words, stdin=b'', env=None):
    """What one call did: exit code, standard output and error as bytes."""
    return subprocess.run([PROGRAM, *words], input=stdin, capture_output=True,
                          env=dict(os.environ, **(env or {})), check=False,
                          timeout=60)


def new_folder():
    return tempfile.mkdtemp(dir=os.environ.get('TEST_TMPDIR'))


def write(path, contents):
    with open(path, 'wb') as f:
        f.write(contents)
    return path


def history(path, articles='data/sample'):
    """A history of the sample articles under this path."""
    done = run('track', articles, '--format=binpb', '-o', path)
    assert done.returncode == 0, done.stderr
    return path


def bad_histories(folder):
    """Yields (file, what the message says) of files that are no history."""
    good = run('track', 'data/sample', '--format=binpb').stdout
    records = run('extract', 'data/sample', '--format=binpb').stdout
    newer = good.replace(b'onrecord.history.v1', b'onrecord.history.v2', 1)
    for name, contents, message in (
            ('empty', b'', 'want a history, found an empty file'),
            ('cut', good[:-40], 'cut or damaged'),
            ('text', b'Nobody spoke.\n', 'want a history, found other data'),
            ('records', records, 'want a history, found article records'),
            ('newer', newer,
             'want onrecord.history.v1, found onrecord.history.v2'),
            ('miscounted', good[:good.rindex(b'\x3a')], 'want')):
        yield write(os.path.join(folder, name), contents), message


class Server:
    """`onrecord serve` as a process, from its first line to its end."""

    def __init__(self, *words):
        self.process = subprocess.Popen([PROGRAM, 'serve', *words],
                                        stderr=subprocess.PIPE)
        self.said = ''
        self.port = None
        for line in self.process.stderr:
            self.said += line.decode()
            found = re.search(r' on http://\S+:(\d+)/$', self.said.strip())
            if found:
                self.port = int(found.group(1))
                break

    def get(self, path, headers=None, method='GET', body=None):
        """(status, headers, body) of one request."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port,
                                                timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def listen(self, test):
        """A function for the next event of /v1/events; open until the end of
        the test."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port,
                                                timeout=20)
        test.addCleanup(connection.close)
        connection.request('GET', '/v1/events')
        answer = connection.getresponse()
        test.assertEqual(answer.status, 200)
        test.assertEqual(answer.headers['Content-Type'], 'text/event-stream')

        def event():
            lines = []
            while True:
                line = answer.readline().decode()
                if line in ('', '\n'):
                    return ''.join(lines)
                lines.append(line)
        return event

    def stop(self, signal):
        """Sends a signal; the exit code and the rest of what it said."""
        self.process.send_signal(signal)
        _, rest = self.process.communicate(timeout=30)
        return self.process.returncode, rest.decode()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stderr.close()
