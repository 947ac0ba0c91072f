#!/usr/bin/env python3
"""Checks the schema with buf: its style, and that no reader of v1 breaks.

  check_schema.py [FOLDER]     FOLDER: with proto files; default: proto/

`buf lint`, and `buf breaking` against proto/v1.binpb, the schema as it was
released, in the categories of proto/buf.yaml. buf comes from npm as
proto/package-lock.json pins it; nothing else is fetched.

Prints one line a finding: "FILE:LINE:COLUMN:what is wrong". Exit: 0 nothing
found, 1 something found, 69 buf cannot be had here.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

TOOLS = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, TOOLS)
import npm_packages  # noqa: E402

SCHEMA = os.path.join(os.path.dirname(TOOLS), 'proto')
BASELINE = 'v1.binpb'
NO_BUF = 69


def findings(buf, folder):
    """Lines of what buf finds in the proto files of a folder."""
    with tempfile.TemporaryDirectory() as root:
        os.mkdir(root + '/proto')
        for file in glob.glob(os.path.join(folder, '*.proto')):
            shutil.copy(file, root + '/proto')
        shutil.copy(os.path.join(SCHEMA, 'buf.yaml'), root)
        baseline = shutil.copy(os.path.join(SCHEMA, BASELINE), root)
        lines = []
        for words in (['lint'], ['breaking', '--against', baseline]):
            done = subprocess.run(
                [buf, *words], cwd=root, capture_output=True, text=True,
                check=False, env=dict(os.environ, HOME=root))
            lines += (done.stdout + done.stderr).splitlines()
            if done.returncode and not lines:
                lines.append('buf %s ended with %d' % (words[0],
                                                       done.returncode))
    return lines


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else SCHEMA
    with tempfile.TemporaryDirectory() as packages:
        try:
            programs = npm_packages.install(SCHEMA, packages)
        except npm_packages.Unavailable as reason:
            npm_packages.say_skipped('buf', reason)
            return NO_BUF
        found = findings(os.path.join(programs, 'buf'), folder)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
