#!/usr/bin/env python3
"""Runs the labelled sets through onrecord and prints set | measure | value.

  ./bazelw run //bench/accuracy -- [SET...] [-v] [--record] [--keep DIR]

The sets lie outside the project, beside the checkout in ../shared or where
ONRECORD_SHARED says; where they are absent, nothing is measured. What the sets
are and what the measures mean: docs/evaluation.md. Standard library only.
"""
import argparse
import collections
import datetime
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile

import quote_errors

WORLDS = {'seeds': 'seeds', 'worldA': 'worldA'}
STATEMENTS = {'troop_withdrawal': 'stance/troop_withdrawal.jsonl',
              'ceasefire': 'stance/ceasefire.jsonl'}
DEV, TRAIN = 'corpora/polnear-dev.jsonl.gz', 'corpora/polnear-train.jsonl.gz'

QuoteSet = collections.namedtuple('QuoteSet', 'file keep edit blind')


def every(row):
    return True


def blind(row):
    """Half of the articles, by id alone: its errors were only counted."""
    return hashlib.sha256(row['id'].encode()).digest()[0] % 2 == 1


def tuned(row):
    return not blind(row)


def as_is(row):
    return row


def single_marks(row):
    """The British way: ‘ ’ around quotations. Offsets stay the same."""
    marks = str.maketrans('\u201c\u201d', '\u2018\u2019')
    return dict(row, text=row['text'].translate(marks))


QUOTES = {
    'polnear-dev': QuoteSet(DEV, every, as_is, False),
    'polnear-dev-single': QuoteSet(DEV, every, single_marks, False),
    'polnear-train': QuoteSet(TRAIN, every, as_is, True),
    'polnear-train-tune': QuoteSet(TRAIN, tuned, as_is, False),
    'polnear-train-blind': QuoteSet(TRAIN, blind, as_is, True),
}
QUOTE_TYPES = ('direct', 'direct,mixed')
SURE = 0.9  # The confidence from which on an attribution should be right.
DEFAULT = ['seeds', 'worldA', 'polnear-dev', 'polnear-dev-single',
           'troop_withdrawal', 'ceasefire']


class Failure(Exception):
    """A set that could not be measured; the message says why."""


def run(words, out=None):
    """Runs a program, returns its output or puts it into the file `out`."""
    with open(out, 'wb') if out else tempfile.TemporaryFile() as f:
        done = subprocess.run(words, stdout=f, stderr=subprocess.PIPE,
                              check=False)
        if done.returncode:
            last = done.stderr.decode(errors='replace').strip().split('\n')[-1]
            raise Failure('%s: exit %d: %s' % (
                ' '.join(map(os.path.basename, words[:2])), done.returncode,
                last))
        if not out:
            f.seek(0)
            return f.read().decode()
    return None


def read_rows(path):
    opened = gzip.open if path.endswith('.gz') else open
    with opened(path, 'rt', encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def write_rows(path, rows):
    with open(path, 'w', encoding='utf-8') as f:
        for row in rows:
            f.write(json.dumps(row, ensure_ascii=False) + '\n')


def share_with_label(records):
    """Of all quotations: those with a stance on any target."""
    labelled = [
        any(stance['label'] != 'STANCE_LABEL_NONE'
            for stance in quote.get('stances', []))
        for record in records for quote in record.get('quotes', [])]
    return sum(labelled) / max(1, len(labelled))


class Bench:
    """Measures one set at a time; its files go to `folder`."""

    def __init__(self, shared, binary, folder, verbose):
        self.shared, self.binary, self.folder = shared, binary, folder
        self.verbose = verbose
        self.rows = []  # (set, measure, value as printed)

    def measure(self, name):
        if name in WORLDS:
            self.world(name)
        elif name in QUOTES:
            self.quotes(name)
        else:
            self.statements(name)

    def path(self, *parts):
        return os.path.join(self.folder, '-'.join(parts))

    def articles(self, name, kind, source):
        tool = os.path.join(self.shared, 'eval/jsonl_of.py')
        out = self.path(name, 'articles.jsonl')
        run([sys.executable, tool, kind, source], out)
        return out

    def onrecord(self, name, command, articles, *options):
        suffix = {'extract': 'jsonl', 'track': 'json'}[command]
        out = self.path(name, command + '.' + suffix)
        run([self.binary, command, '--format=' + suffix, *options, articles],
            out)
        return out

    def score(self, name, *words):
        """Adds the measures that the scorer prints as its last line."""
        tool = os.path.join(self.shared, 'eval/score.py')
        text = run([sys.executable, tool, *words])
        lines = text.strip().split('\n')
        if '-v' in words:
            print('\n'.join(lines[:-1]), '\n')
        for measure, value in json.loads(lines[-1]).items():
            if measure == 'n' or measure == 'missing' and not value:
                continue
            shown = ('%.1f' % (100 * value) if isinstance(value, float)
                     else str(value))
            self.rows.append((name, measure, shown))

    def world(self, name):
        gold = os.path.join(self.shared, WORLDS[name])
        articles = self.articles(name, 'world', gold)
        target = '--target=troop_withdrawal'
        records = self.onrecord(name, 'extract', articles, target)
        history = self.onrecord(name, 'track', articles, target)
        self.score(name, 'world', gold, records, history,
                   *['-v'] * self.verbose)

    def quotes(self, name):
        chosen = QUOTES[name]
        rows = [chosen.edit(row)
                for row in read_rows(os.path.join(self.shared, chosen.file))
                if chosen.keep(row)]
        gold = self.path(name, 'gold.jsonl')
        write_rows(gold, rows)
        records = self.onrecord(name, 'extract',
                                self.articles(name, 'quotes', gold))
        for types in QUOTE_TYPES:
            self.score('%s %s' % (name, types), 'quotes', gold, records,
                       '--types', types)
        right, share = quote_errors.reliability(
            quote_errors.judge_all(self.shared, gold, records), SURE)
        self.rows.append((name + ' direct,mixed', 'right_when_sure',
                          '%.1f' % (100 * right)))
        self.rows.append((name + ' direct,mixed', 'share_sure',
                          '%.1f' % (100 * share)))
        self.rows.append((name, 'stance_labels', '%.1f' % (
            100 * share_with_label(read_rows(records)))))
        if self.verbose and not chosen.blind:
            quote_errors.report(self.shared, gold, records)

    def statements(self, name):
        """All, the odd ones (tuned on) and the even ones (blind)."""
        rows = read_rows(os.path.join(self.shared, STATEMENTS[name]))
        halves = {'': rows}
        for parity, half in ((1, ' odd'), (0, ' even')):
            halves[half] = [row for row in rows
                            if int(row['id'].split('-')[-1]) % 2 == parity]
        for half, part in halves.items():
            write_rows(self.path(name + half, 'gold.jsonl'), part)
        records = self.onrecord(
            name, 'extract',
            self.articles(name, 'statements', self.path(name, 'gold.jsonl')),
            '--target=' + name)
        for half in halves:
            self.score(name + half, 'statements',
                       self.path(name + half, 'gold.jsonl'), records,
                       *['-v'] * (self.verbose and half == ' odd'))


def table(rows):
    rows = [('set', 'measure', 'value')] + rows
    width = [max(len(row[i]) for row in rows) for i in range(3)]
    lines = ['| %s | %s | %s |' % (row[0].ljust(width[0]),
                                   row[1].ljust(width[1]),
                                   row[2].rjust(width[2])) for row in rows]
    lines.insert(1, '|%s|%s|%s:|' % ('-' * (width[0] + 2),
                                     '-' * (width[1] + 2),
                                     '-' * (width[2] + 1)))
    return '\n'.join(lines)


def commit_of(workspace):
    def git(*words):
        return subprocess.run(['git', '-C', workspace, *words],
                              capture_output=True, text=True,
                              check=False).stdout.strip()
    changed = git('status', '--porcelain', '--untracked-files=no')
    return (git('rev-parse', '--short', 'HEAD') or 'unknown') + (
        ' with changes' if changed else '')


def record(workspace, rows):
    path = os.path.join(workspace, 'bench/RESULTS.md')
    with open(path, 'a', encoding='utf-8') as f:
        f.write('\n## Accuracy, %s, commit %s\n\n%s\n' % (
            datetime.date.today(), commit_of(workspace), table(rows)))
    print('added to', path)


def parse_arguments():
    workspace = os.environ.get('BUILD_WORKSPACE_DIRECTORY', os.getcwd())
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    names = [*WORLDS, *QUOTES, *STATEMENTS]
    parser.add_argument('sets', nargs='*', metavar='SET',
                        help=', '.join(names) + '\ndefault: all but train')
    parser.add_argument('-v', '--verbose', action='store_true',
                        help='list what is wrong, of sets that are not blind')
    parser.add_argument('--record', action='store_true',
                        help='add the table to bench/RESULTS.md')
    parser.add_argument('--keep', metavar='DIR',
                        help='keep articles, records and histories there')
    parser.add_argument('--binary', required=True, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    unknown = [name for name in arguments.sets if name not in names]
    if unknown:
        parser.error('no set %s; want %s' % (unknown[0], ', '.join(names)))
    return workspace, arguments


def main():
    workspace, arguments = parse_arguments()
    shared = os.environ.get('ONRECORD_SHARED',
                            os.path.join(workspace, '../shared'))
    if not os.path.exists(os.path.join(shared, 'eval/score.py')):
        print('skipped: no labelled sets at %s (set ONRECORD_SHARED)' % shared)
        return 0
    if arguments.keep:
        folder = os.path.join(
            os.environ.get('BUILD_WORKING_DIRECTORY', ''), arguments.keep)
        os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(shared, os.path.abspath(arguments.binary),
                      folder if arguments.keep else scratch, arguments.verbose)
        failed = []
        for name in arguments.sets or DEFAULT:
            try:
                bench.measure(name)
            except Failure as failure:
                failed.append('%s: not measured: %s' % (name, failure))
    print(table(bench.rows))
    if arguments.record:
        record(workspace, bench.rows)
    print('\n'.join(failed), file=sys.stderr, end='\n' if failed else '')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
