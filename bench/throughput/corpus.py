#!/usr/bin/env python3
"""Writes a corpus of article lines: corpus.py SHARED MEGABYTES FILE

All articles of PolNeAR train in SHARED, in an order shuffled anew each round
until there is enough text, ids made unique; invented news where that set is
absent. The same words make the same bytes. Prints {"source", "articles",
"bytes" of text}. Standard library only.
"""
import gzip
import json
import os
import random
import sys

import invented_news

SEED = 20240117


def polnear(path):
    """Yields article lines without end: every article once a round."""
    with gzip.open(path, 'rt', encoding='utf-8') as f:
        rows = [json.loads(line) for line in f]
    rng = random.Random(SEED)
    while True:
        rng.shuffle(rows)
        for row in rows:
            yield {'published': row.get('date', ''),
                   'outlet': row.get('publisher', ''),
                   'title': row.get('title') or '', 'text': row['text']}


def main():
    shared, megabytes, out = sys.argv[1:]
    train = os.path.join(shared, 'corpora/polnear-train.jsonl.gz')
    known = os.path.exists(train)
    count = size = 0
    with open(out, 'w', encoding='utf-8') as f:
        for article in polnear(train) if known else invented_news.articles(
                SEED):
            if size >= float(megabytes) * 1e6:
                break
            count += 1
            size += len(article['text'].encode())
            f.write(json.dumps(dict(article, id='n%d' % count),
                               ensure_ascii=False) + '\n')
    print(json.dumps({'source': 'PolNeAR train' if known else 'invented news',
                      'articles': count, 'bytes': size}))


if __name__ == '__main__':
    main()
