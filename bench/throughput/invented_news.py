"""Invented news in any amount, for machines without the labelled sets.

Its vocabulary is small and its articles are alike, so that it measures the
machine rather than the program: figures on it compare only with each other.
"""
import random

GIVEN = 'Ana Tomas Leyla Idris Marta Viktor Nadia Paulo Ingrid Samir'.split()
FAMILY = ('Lopez Verhoeven al-Rashid Kowalczyk Okafor Brandt Sorensen '
          'Castellan Mirza Dunleavy').split()
ROLES = ['Prime Minister', 'Defence Minister', 'Gen.', 'the opposition leader',
         'Foreign Ministry spokeswoman', 'Sen.']
CUES = 'said told warned added insisted argued asked replied'.split()
CLAIMS = [
    'The foreign battalions must leave our territory before the winter',
    'We asked for their help and we shall say when it is no longer needed',
    'A hasty pullout would hand the border to the smugglers',
    'Nobody has signed a timetable, and nobody is about to',
    'Our army can stand on its own feet',
    'The talks go on, and I will not discuss them in the street',
]
REPORTS = [
    'The river crossing at Tal Varin was quiet for a third day on Thursday.',
    'Prices of bread rose by a tenth in January, according to the ministry.',
    'Lawmakers are to vote on the agreement next week.',
    'About 1,200 soldiers serve at the two bases, most of them as trainers.',
]


def paragraph(rng):
    name = '%s %s' % (rng.choice(GIVEN), rng.choice(FAMILY))
    claim, cue = rng.choice(CLAIMS), rng.choice(CUES)
    form = rng.randrange(5)
    if form == 0:
        return '\u201c%s,\u201d %s %s %s on Monday.' % (
            claim, cue, rng.choice(ROLES), name)
    if form == 1:
        return '%s %s that %s.' % (name, cue, claim[0].lower() + claim[1:])
    if form == 2:
        return '\u201c%s,\u201d she %s. \u201c%s.\u201d' % (
            claim, cue, rng.choice(CLAIMS))
    return ' '.join(rng.choice(REPORTS) for _ in range(3))


def articles(seed):
    """Yields article lines without end, the same for the same seed."""
    rng = random.Random(seed)
    while True:
        text = '\n\n'.join(paragraph(rng) for _ in range(rng.randint(6, 40)))
        yield {'published': '2024-01-%02d' % rng.randint(1, 28),
               'outlet': 'The Invented Courier', 'title': 'News', 'text': text}
