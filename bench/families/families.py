#!/usr/bin/env python3
"""Prints who shares a family name in a set of articles, and checks that those
of families.tsv are apart.

  ./bazelw run //bench/families -- [ARTICLES.jsonl[.gz]]

Without ARTICLES the training split of PolNeAR, beside the checkout in ../shared
or where ONRECORD_SHARED says. Ends with a line "N pairs apart, N joined, N not
seen"; exit 1 if any is joined. Standard library only.
"""
import collections
import gzip
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.realpath(__file__))
HEADER = re.compile(r'^(\S.*) \(([^ ()]+)\)$')


def speakers(binary, articles):
    """(name, id, all names) of everybody quoted, as `explain --speakers` says."""
    text = subprocess.run([binary, 'explain', '--speakers', articles], check=True,
                          capture_output=True, text=True).stdout
    found = []
    for line in text.splitlines():
        header = HEADER.match(line)
        if header:
            found.append((header[1], header[2], {header[1]}))
        elif line.startswith('  also '):
            found[-1][2].update(line[7:].split('; '))
    return found


def fold(name):
    return re.sub(r'[^a-z ]', '', name.lower().replace('-', ' ')).strip()


def pairs():
    with open(os.path.join(HERE, 'families.tsv'), encoding='utf-8') as lines:
        for line in lines:
            if line.strip() and not line.startswith('#'):
                yield line.rstrip('\n').split('\t')


def plain(articles):
    """A file that the program reads, and whether to delete it."""
    if not articles.endswith('.gz'):
        return articles, False
    with tempfile.NamedTemporaryFile(suffix='.jsonl', delete=False) as out:
        with gzip.open(articles) as packed:
            out.write(packed.read())
    return out.name, True


def print_families(found):
    families = collections.defaultdict(list)
    for name, speaker, names in found:
        if '@' not in speaker and len(name.split()) > 1:
            last = [w for w in fold(name).split() if w not in ('jr', 'sr', 'ii', 'iii')][-1]
            families[last].append((name, names))
    for family, members in sorted(families.items()):
        if len(members) > 1:
            print(family)
            for name, names in sorted(members):
                others = '; '.join(sorted(names - {name}))
                print('  ' + name + ('  = ' + others if others else ''))


def check(found):
    ids = collections.defaultdict(set)
    for _, speaker, names in found:
        for name in names:
            ids[fold(name)].add(speaker)
    count = collections.Counter()
    for a, b in pairs():
        x, y = ids.get(fold(a), set()), ids.get(fold(b), set())
        state = 'not seen' if not x or not y else 'joined' if x & y else 'apart'
        count[state] += 1
        if state == 'joined':
            print('JOINED: %s and %s are %s' % (a, b, ', '.join(sorted(x & y))))
    print('%d pairs apart, %d joined, %d not seen' %
          (count['apart'], count['joined'], count['not seen']))
    return count['joined'] == 0


def main():
    shared = os.environ.get('ONRECORD_SHARED') or os.path.join(
        os.environ.get('BUILD_WORKSPACE_DIRECTORY', os.getcwd()), '..', 'shared')
    articles = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        shared, 'corpora', 'polnear-train.jsonl.gz')
    if not os.path.exists(articles):
        print('%s: want articles, found nothing; nothing is measured' % articles)
        return 0
    binary = os.environ.get('ONRECORD') or os.path.join(os.getcwd(), 'onrecord')
    path, mine = plain(articles)
    try:
        found = speakers(binary, path)
    finally:
        if mine:
            os.unlink(path)
    print_families(found)
    return 0 if check(found) else 1


if __name__ == '__main__':
    sys.exit(main())
