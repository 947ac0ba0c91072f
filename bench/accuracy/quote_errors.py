#!/usr/bin/env python3
"""Lists what onrecord got wrong in a quotes set, paragraph by paragraph.

  quote_errors.py SHARED GOLD.jsonl RECORDS.jsonl [--types direct] [--rule NAME]

First two tables: the rules, and the kinds of the gold speakers, each with how
often right and wrong; then every error with its paragraph, where [[ ]] marks
the quotation, {{ }} the gold speaker and (( )) the predicted one. It prints
other people's text: read it, do not keep it. Standard library only.
"""
import argparse
import collections
import json
import os
import sys

# What the judgement of one quotation is made of. `gold` or `predicted` is None
# where the other side has nothing like it.
Judged = collections.namedtuple('Judged', 'article verdict gold predicted')
VERDICTS = ('right', 'wrong speaker', 'missed', 'false')


def scorer(shared):
    """The scorer's own module: the same idea of a match as the figures have."""
    sys.path.insert(0, os.path.join(shared, 'eval'))
    import score  # pylint: disable=import-outside-toplevel
    return score


def byte_offsets(text):
    """For each code point, the byte it starts at; one more for the end."""
    at = [0]
    for character in text:
        at.append(at[-1] + len(character.encode()))
    return at


def read_predictions(path):
    """article id -> one dict per content span of a direct or mixed quote."""
    predictions = {}
    with open(path, encoding='utf-8') as f:
        for line in f:
            record = json.loads(line)
            spans = []
            for quote in record.get('quotes', []):
                if quote.get('kind') not in ('QUOTE_KIND_DIRECT',
                                             'QUOTE_KIND_MIXED'):
                    continue
                attribution = quote.get('attribution', {})
                mention = attribution.get('mention')
                for content in quote.get('content', []):
                    spans.append({
                        'raw': (content.get('begin', 0), content['end']),
                        'rule': attribution.get('rule', '-'),
                        'confidence': attribution.get('confidence', 0),
                        'who': mention and (mention['span'].get('begin', 0),
                                            mention['span']['end'])})
            predictions[record['article']['id']] = spans
    return predictions


def judge(score, row, predictions, types):
    """Yields a Judged for each quotation of one article."""
    raw, at = row['text'].encode(), byte_offsets(row['text'])
    gold = []
    for quote in row['quotes']:
        gold.append({
            'span': score.trim(raw, at[quote['start']], at[quote['end']]),
            'who': (None if quote['speaker_start'] is None else
                    (at[quote['speaker_start']], at[quote['speaker_end']])),
            'counts': quote['type'] in types, 'kind': quote['speaker_kind']})
    for prediction in predictions:
        prediction['span'] = score.trim(raw, *prediction['raw'])
    pairs, _, used = score.match(
        gold, predictions, lambda g, p: score.iou(g['span'], p['span']))
    found = dict(pairs)
    for i, quote in enumerate(gold):
        if not quote['counts']:
            continue
        if i not in found:
            yield Judged(row, 'missed', quote, None)
            continue
        prediction = predictions[found[i]]
        right = (quote['who'] is None and prediction['who'] is None or
                 bool(quote['who'] and prediction['who']) and
                 score.iou(quote['who'], prediction['who']) > 0)
        yield Judged(row, 'right' if right else 'wrong speaker', quote,
                     prediction)
    for j, prediction in enumerate(predictions):
        near = any(not g['counts'] and
                   score.iou(g['span'], prediction['span']) > 0 for g in gold)
        if j not in used and not near:
            yield Judged(row, 'false', None, prediction)


def tally(title, judged, key):
    counts = collections.defaultdict(collections.Counter)
    for one in judged:
        counts[key(one)][one.verdict] += 1
    print('%-32s' % title, *('%14s' % v for v in VERDICTS))
    largest_first = sorted(counts.items(), key=lambda x: -sum(x[1].values()))
    for name, count in largest_first:
        print('%-32s' % name, *('%14d' % count[v] for v in VERDICTS))
    print()


def paragraph(one):
    """The lines that the quotation and its speakers stand in, marked."""
    raw = one.article['text'].encode()
    marks = []
    if one.gold:
        marks.append((one.gold['span'], '[[', ']]'))
        if one.gold['who']:
            marks.append((one.gold['who'], '{{', '}}'))
    else:
        marks.append((one.predicted['span'], '[[', ']]'))
    if one.predicted and one.predicted['who']:
        marks.append((one.predicted['who'], '((', '))'))
    first = raw.rfind(b'\n', 0, min(span[0] for span, _, _ in marks)) + 1
    last = raw.find(b'\n', max(span[1] for span, _, _ in marks))
    last = len(raw) if last < 0 else last
    first = max(first, marks[0][0][0] - 1500)
    last = min(last, marks[0][0][1] + 1500)
    edges = [(span[0], 1, left) for span, left, _ in marks]
    edges += [(span[1], 0, right) for span, _, right in marks]
    text = raw
    for offset, _, mark in sorted(edges, reverse=True):
        if first <= offset <= last:
            text = text[:offset] + mark.encode() + text[offset:]
            last += len(mark)
    return text[first:last].decode(errors='replace')


def rule_of(one):
    return one.predicted['rule'] if one.predicted else '(not found)'


def kind_of(one):
    return one.gold['kind'] if one.gold else '(no gold quote)'


def judge_all(shared, gold, records, types=('direct', 'mixed')):
    score, predictions = scorer(shared), read_predictions(records)
    judged = []
    with open(gold, encoding='utf-8') as f:
        for row in map(json.loads, f):
            judged += judge(score, row, predictions.get(row['id'], []), types)
    return judged


def reliability(judged, least):
    """Of the quotations with a named speaker of this confidence or more: the
    share of right ones, and their share of all that name one."""
    named = [one for one in judged if one.predicted and one.predicted['who']]
    sure = [one for one in named if one.predicted['confidence'] >= least]
    right = sum(one.verdict == 'right' for one in sure)
    return right / max(1, len(sure)), len(sure) / max(1, len(named))


def report(shared, gold, records, types=('direct', 'mixed'), rule=None):
    """Prints the tables and the errors of one run."""
    judged = judge_all(shared, gold, records, types)
    wrong = [one for one in judged if one.verdict != 'right' and
             rule in (None, rule_of(one))]
    for one in sorted(wrong, key=lambda o: (o.verdict, rule_of(o), kind_of(o))):
        print('%s | rule %s | gold %s | %s\n%s\n' % (
            one.verdict, rule_of(one), kind_of(one), one.article['id'],
            paragraph(one)))
    for least in (.99, .95, .9, .8, .7, .5, 0):
        print('confidence >= %.2f: %.1f right, %.1f of all' % (
            least, *(100 * x for x in reliability(judged, least))))
    print()
    tally('rule', judged, rule_of)
    tally('gold speaker', judged, kind_of)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument('shared')
    parser.add_argument('gold')
    parser.add_argument('records')
    parser.add_argument('--types', default='direct,mixed')
    parser.add_argument('--rule', help='only the errors of this rule')
    arguments = parser.parse_args()
    report(arguments.shared, arguments.gold, arguments.records,
           arguments.types.split(','), arguments.rule)


if __name__ == '__main__':
    main()
