#!/usr/bin/env python3
"""Plants one violation at a time in a small tree; its check must find it."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, 'tools')
import check_sources  # noqa: E402  (found by the line above)

# An X-macro that lists two rules.
RULES = ('#define ONRECORD_QUOTE_RULES(X) \\\n  X(kA, "%s") \\\n'
         '  X(kB, "label")\n  X(kC, "no_rule")\n')
README = 'What this folder is.\n'

# A tree with nothing to complain about.
CLEAN = {
    'text/README.md': README,
    'text/span.cc': '#include "text/span.h"\n',
    'quotes/README.md': README,
    'quotes/rules.cc': '#include "text/span.h"\n',
    'quotes/rules.h': RULES % 'cue_first',
    'stance/README.md': README,
    'stance/target_proto.cc': '#include "proto/stance.pb.h"\n',
    'pipeline/README.md': README,
    'pipeline/run.cc': '#include "proto/stance.pb.h"\n',
    'tests/README.md': README,
    'tests/quotes/rules_test.cc': '{"Hit", "cue_first"}, {"L", "label"}\n',
    'docs/README.md': 'See [the map](architecture.md#parts).\n',
    'docs/dependencies.md': '| `libre2-dev` | pattern matching |\n',
    'tools/README.md': README,
    'tools/packages.txt': '# Packages.\nlibre2-dev\n',
    'docs/architecture.md': 'Spans: `text/{README,README}.md`, `data` words.\n',
}

LONG_FUNCTION = 'int Long() {\n' + '  f();\n' * 69 + '}\n'
LONG_METHOD = ('class A {\n public:\n  int Long() {\n' + '    f();\n' * 69 +
               '  }\n};\n')
LONG_TABLE = 'constexpr int kTable[] = {\n' + '    1,\n' * 80 + '};\n'
SPLIT_HEAD = 'int Long(int a,\n         int b) {\n' + '  f();\n' * 67 + '}\n'
RAW_TEXT = 'auto kText = R"(\nint f() {\n' + 'x\n' * 80 + '}\n)";\n'

# name, file, its text, the checks that must find something in it.
CASES = [
    ('std_regex', 'cli/a.cc', '#include <regex>\n', ['regex']),
    ('re2_in_quotes', 'quotes/a.cc', '#include "re2/re2.h"\n', ['regex']),
    ('re2_in_a_word', 'quotes/a.cc', '// like RE2, but by hand\n', []),
    ('proto_in_a_stage', 'stance/a.cc', '#include "proto/stance.pb.h"\n',
     ['proto_edge']),
    ('protobuf_in_a_stage_test', 'tests/text/a.cc',
     '#include <google/protobuf/message.h>\n', ['proto_edge']),
    ('proto_in_its_file', 'stance/a_proto.cc',
     '#include "proto/stance.pb.h"\n', []),
    ('upward_include', 'text/a.h', '#include "quotes/quote.h"\n', ['layers']),
    ('cli_in_store', 'store/a.cc', '#include "cli/flags.h"\n', ['layers']),
    ('words_in_text', 'text/a.cc', '#include "data/words.h"\n', ['layers']),
    ('downward_include', 'stance/a.h', '#include "quotes/quote.h"\n', []),
    ('long_header', 'text/a.h', '//\n' * 301, ['file_lines']),
    ('header_at_the_limit', 'text/a.h', '//\n' * 300, []),
    ('long_source', 'text/a.cc', '//\n' * 601, ['file_lines']),
    ('long_function', 'text/a.cc', LONG_FUNCTION, ['function_lines']),
    ('function_at_the_limit', 'text/a.cc',
     LONG_FUNCTION.replace('  f();\n', '', 1), []),
    ('long_method', 'text/a.h', LONG_METHOD, ['function_lines']),
    ('head_over_two_lines', 'text/a.cc', SPLIT_HEAD, []),
    ('head_counts', 'text/a.cc', SPLIT_HEAD.replace('}', '\n}'),
     ['function_lines']),
    ('table_is_no_function', 'text/a.cc', LONG_TABLE, []),
    ('raw_string_is_no_function', 'text/a.cc', RAW_TEXT, []),
    ('folder_without_readme', 'ingest/a.cc', '\n', ['readmes']),
    ('dead_link', 'docs/README.md', 'See [it](gone.md).\n', ['links']),
    ('web_link', 'docs/README.md', 'See [it](https://example.org/a).\n', []),
    ('dead_path', 'docs/architecture.md', 'In `text/gone.h`.\n',
     ['architecture_paths']),
    ('dead_path_in_braces', 'docs/architecture.md', 'In `text/span.{h,cc}`.\n',
     ['architecture_paths']),
    ('package_without_reason', 'tools/packages.txt', 'libre2-dev\nzip\n',
     ['packages_documented']),
    ('reason_without_package', 'docs/dependencies.md',
     '| `libre2-dev` | |\n| `zip` | |\n', ['packages_documented']),
    ('machine_path', 'quotes/a.cc', '// see /ho' 'me/ana/notes\n',
     ['machine_paths']),
    ('path_in_an_address', 'quotes/a.cc', '// https://a.example/ho' 'me/x\n',
     []),
    ('rule_without_test', 'quotes/a.h', RULES % 'cue_last',
     ['rules_tested']),
]


class CheckSourcesTest(unittest.TestCase):

    def checks_on(self, files):
        with tempfile.TemporaryDirectory() as root:
            for name, content in files.items():
                path = os.path.join(root, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, 'w', encoding='utf-8') as f:
                    f.write(content)
            return check_sources.findings(root)

    def test_nothing_in_a_clean_tree(self):
        self.assertEqual(self.checks_on(CLEAN), [])

    def test_each_planted_violation(self):
        for name, file, content, expected in CASES:
            with self.subTest(name):
                folder = file.split('/')[0]
                files = dict(CLEAN, **{file: content})
                if 'readmes' not in expected:
                    files.setdefault(folder + '/README.md', README)
                found = self.checks_on(files)
                self.assertEqual([f.check for f in found], expected, found)
                for finding in found:
                    self.assertEqual(finding.file.split('/')[0], folder)

    def test_every_check_has_a_case(self):
        covered = {check for case in CASES for check in case[3]}
        self.assertEqual(covered,
                         {check.__name__ for check in check_sources.CHECKS})


if __name__ == '__main__':
    unittest.main()
