#!/usr/bin/env python3
"""What the README shows is what the program prints.

The README's block of output is one speaker of `onrecord track data/sample`.
`./bazelw run //tests/docs:readme_test -- --update_golden` rewrites it.
"""
import os
import re
import subprocess
import sys

BLOCK = re.compile(r'(?<=```text\n).*?(?=```)', re.DOTALL)


def printed_sections(binary):
    """The paragraphs of the report, a speaker each."""
    report = subprocess.run(
        [binary, 'track', '--format=text', '--color=never', 'data/sample'],
        stdout=subprocess.PIPE, check=True).stdout.decode()
    return [section + '\n' for section in report.strip().split('\n\n')]


def main():
    binary, update = sys.argv[1], '--update_golden' in sys.argv
    with open('README.md', encoding='utf-8') as f:
        readme = f.read()
    shown = BLOCK.search(readme).group()
    speaker = shown.split('\n')[0].split(',')[0]
    real = [section for section in printed_sections(binary)
            if section.split('\n')[0].split(',')[0] == speaker]
    if len(real) != 1:
        print('README.md: want one speaker %s in the output, found %d' % (
            speaker, len(real)))
        return 1
    if update:
        folder = os.environ['BUILD_WORKSPACE_DIRECTORY']
        with open(os.path.join(folder, 'README.md'), 'w',
                  encoding='utf-8') as f:
            f.write(readme.replace(shown, real[0]))
        return 0
    if shown != real[0]:
        print('README.md shows what the program no longer prints:\n\n' +
              real[0] + '\n' + __doc__)
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
