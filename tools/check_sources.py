#!/usr/bin/env python3
"""Checks what the compiler cannot: layers, size budgets, documents.

  check_sources.py [FOLDER]     FOLDER: a checkout; default: this one

Prints one line a violation: "FILE:LINE: what is wanted: what is there [check]".
Exit: 0 nothing found, 1 something found. Standard library only.
"""
import collections
import glob
import os
import re
import subprocess
import sys

# Which folders the code of a folder may include from. bench/, tools/ and tests/
# see everything; who may see proto/ is PROTO_FREE's business.
LAYERS = {
    'text': 'text',
    'data': 'data text',
    'ingest': 'ingest data text',
    'quotes': 'quotes data text',
    'stance': 'stance quotes data text',
    'pipeline': 'pipeline stance quotes ingest data text',
    'store': 'store pipeline stance quotes ingest data text',
    'dashboard': 'dashboard data',
    'cli': 'cli store dashboard pipeline stance quotes ingest data text',
}

# The stages work on plain values; protos are for the edge.
PROTO_FREE = re.compile(r'(tests/)?(text|ingest|quotes|stance)/')
PROTO_EDGE = re.compile(r'_proto(_test)?\.(h|cc)$')

SOURCE_SUFFIXES = ('.h', '.cc', '.proto', '.py', '.sh', '.ts', '.bzl')
BINARY_SUFFIXES = ('.gz', '.zst', '.png', '.woff2', '.binpb', '.db')
HEADER_LINES, SOURCE_LINES, FUNCTION_LINES = 300, 600, 70

Finding = collections.namedtuple('Finding', 'file line message check')


class Tree:
    """The tracked files of a checkout; of a plain copy, all its files."""

    def __init__(self, root):
        self.root = root
        found = self._tracked() or self._walk()
        self.files = sorted(f for f in found
                            if os.path.isfile(os.path.join(root, f)))

    def _tracked(self):
        if not os.path.exists(os.path.join(self.root, '.git')):
            return []
        listed = subprocess.run(['git', '-C', self.root, 'ls-files', '-z'],
                                stdout=subprocess.PIPE, text=True, check=True)
        return listed.stdout.split('\0')[:-1]

    def _walk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [f for f in folders
                          if f != '.git' and not f.startswith('bazel-')]
            for name in names:
                yield os.path.relpath(os.path.join(folder, name), self.root)

    def lines(self, file):
        path = os.path.join(self.root, file)
        with open(path, encoding='utf-8', errors='replace') as f:
            return f.read().split('\n')

    def named(self, *suffixes):
        return [f for f in self.files if f.endswith(suffixes)]

    def grep(self, files, pattern):
        """Yields (file, line number, match) for every line that matches."""
        regex = re.compile(pattern)
        for file in files:
            for number, line in enumerate(self.lines(file), 1):
                match = regex.search(line)
                if match:
                    yield file, number, match


def regex(tree):
    for file, line, match in tree.grep(
            tree.named('.h', '.cc'), r'#include <regex>|std::w?regex|'
            r'#include ["<]re2/|\b(RE|re)2::'):
        yield file, line, 'want a byte test or a word list: ' + match.group()


def proto_edge(tree):
    files = [f for f in tree.named('.h', '.cc')
             if PROTO_FREE.match(f) and not PROTO_EDGE.search(f)]
    for file, line, match in tree.grep(
            files, r'#include ["<](google/protobuf/.*|.*\.pb\.h)[">]'):
        yield file, line, ('want plain values here, protos in *_proto.cc: ' +
                           match.group(1))


def layers(tree):
    for layer, allowed in LAYERS.items():
        files = [f for f in tree.named('.h', '.cc')
                 if f.startswith(layer + '/')]
        for file, line, match in tree.grep(files, r'^#include "(\w+)/'):
            folder = match.group(1)
            if folder in LAYERS and folder not in allowed.split():
                yield file, line, ('want no include from %s/ in %s/' %
                                   (folder, layer))


def file_lines(tree):
    for file in tree.named(*SOURCE_SUFFIXES):
        budget = HEADER_LINES if file.endswith('.h') else SOURCE_LINES
        count = len(tree.lines(file)) - 1
        if count > budget:
            yield file, 1, 'want at most %d lines, found %d' % (budget, count)


def functions(lines):
    """Yields (first line, number of lines) of the functions of a C++ file.

    Layout is all it goes by, and clang-format sees to that: a function starts
    in column 0, or in column 2 inside a type, its head ends with `{`, and a `}`
    in the same column closes it. Types and tables close with `};`.
    """
    raw_end, in_type, start = None, False, {0: None, 2: None}
    for number, line in enumerate(lines, 1):
        if raw_end:  # A raw string's text may look like anything.
            raw_end = None if raw_end in line else raw_end
            continue
        raw = re.search(r'R"(\w*)\(', line)
        if raw and ')%s"' % raw.group(1) not in line[raw.end():]:
            raw_end = ')%s"' % raw.group(1)
        if re.match(r'(template <.*> )?(class|struct|union)\b.*[^;]$', line):
            in_type, start[0] = True, None
            continue
        for column in (0, 2):
            head = line[column:]
            if line[:column].strip() or (column and not in_type):
                continue
            if head.startswith('}'):
                if start[column] and head == '}':
                    yield start[column], number - start[column] + 1
                start[column] = None
            elif re.match(r'[A-Za-z_~\[]', head):
                start[column] = None if head.endswith(';') else number
        if line.startswith('};'):
            in_type = False


def function_lines(tree):
    for file in tree.named('.h', '.cc'):
        for line, count in functions(tree.lines(file)):
            if count > FUNCTION_LINES:
                yield file, line, 'want at most %d lines a function, found %d' % (
                    FUNCTION_LINES, count)


def readmes(tree):
    folders = {f.split('/')[0] for f in tree.files if '/' in f}
    for folder in sorted(folders):
        file = folder + '/README.md'
        if not folder.startswith('.') and file not in tree.files:
            yield file, 1, 'want a README in every folder'


def links(tree):
    """Relative links of the documents lead somewhere."""
    for file, line, match in tree.grep(tree.named('.md'),
                                       r'\]\(([^)#: ]+)[^):]*\)'):
        target = os.path.join(tree.root, os.path.dirname(file), match.group(1))
        if not os.path.exists(target):
            yield file, line, 'want an existing file: ' + match.group(1)


def architecture_paths(tree):
    """Every path that docs/architecture.md names in `backticks` exists."""
    file = 'docs/architecture.md'
    if file not in tree.files:
        yield file, 1, 'want the map of the project'
        return
    for number, line in enumerate(tree.lines(file), 1):
        for path in re.findall(r'`([\w./*{},-]+)`', line):
            if '/' not in path and not re.search(r'\.(md|sh|py|bazel)$', path):
                continue
            for one in expand_braces(path):
                if not glob.glob(os.path.join(tree.root, one)):
                    yield file, number, 'want an existing path: ' + one


def expand_braces(path):
    match = re.match(r'(.*)\{([^}]*)\}(.*)', path)
    if not match:
        return [path]
    return [match.group(1) + middle + match.group(3)
            for middle in match.group(2).split(',')]


def packages_documented(tree):
    """Every Debian package is explained, and no other is."""
    packages, document = 'tools/packages.txt', 'docs/dependencies.md'
    wanted, explained = [
        {match.group(1): line for _, line, match in tree.grep(
            [file] if file in tree.files else [], pattern)}
        for file, pattern in ((packages, r'^([a-z0-9.+-]+)'),
                              (document, r'^\| `([a-z0-9.+-]+)` \|'))]
    for name in wanted.keys() - explained.keys():
        yield packages, wanted[name], 'want a line on %s in %s' % (
            name, document)
    for name in explained.keys() - wanted.keys():
        yield document, explained[name], 'want %s in %s' % (name, packages)


def machine_paths(tree):
    """Nothing here depends on where somebody keeps a checkout."""
    for file, line, match in tree.grep(
            [f for f in tree.files if not f.endswith(BINARY_SUFFIXES)],
            r'(?<![\w.>}])/(work|home|root|Users|tmp)/\w+'):
        yield file, line, 'want no path of one machine: ' + match.group()


def rule_names(tree):
    """Yields (file, line, name) of the rules listed in an ONRECORD_*_RULES."""
    for file in tree.named('.h'):
        listing = False
        for number, line in enumerate(tree.lines(file), 1):
            if re.match(r'#define ONRECORD_\w*RULES\(X\)', line):
                listing = True
            for match in re.finditer(r'X\(\w+, "(\w+)"\)', line):
                if listing:
                    yield file, number, match.group(1)
            listing = listing and line.endswith('\\')


def rules_tested(tree):
    """Every rule is named by a test."""
    tests = '\n'.join('\n'.join(tree.lines(f)) for f in tree.named('.cc')
                      if f.startswith('tests/'))
    for file, line, name in rule_names(tree):
        if '"%s"' % name not in tests:
            yield file, line, 'want a test of the rule ' + name


CHECKS = [
    regex, proto_edge, layers, file_lines, function_lines,
    readmes, links, architecture_paths, packages_documented, machine_paths,
    rules_tested,
]


def findings(root):
    tree = Tree(root)
    return [Finding(file, line, message, check.__name__)
            for check in CHECKS for file, line, message in check(tree)]


def main():
    here = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    found = findings(sys.argv[1] if len(sys.argv) > 1 else here)
    for finding in found:
        print('%s:%d: %s [%s]' % finding)
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
