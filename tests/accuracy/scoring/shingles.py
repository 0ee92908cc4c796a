"""How much of an article's text is found, by runs of four words: the metric of article-extraction-benchmark (Zyte), and
how far it would vary with other pages of the kind.

A word is a run of letters, digits and underscores; a text of fewer than four words is one run. Runs are counted as
often as they stand. Precision is the mean over the pages where anything was found, recall over those where there is an
article; F1 is of these two means.
"""

import collections
import random
import re
import statistics

from scoring.matches import Matches

RUN = 4
WORD = re.compile(r"\w+")
RESAMPLED = 1000


def runs(text):
    words = WORD.findall(text)
    length = min(RUN, len(words))
    return collections.Counter(zip(*(words[at:] for at in range(length)))) if words else collections.Counter()


def compare(found, true):
    """The Matches of two texts."""
    found, true = runs(found), runs(true)
    hits = (found & true).total()
    return Matches(hits, found.total() - hits, true.total() - hits)


def scores(matches):
    """Precision, recall and F1, per cent, of the pages' Matches; 0 where there is nothing to take the mean of."""
    return _means([_page(match) for match in matches])


def deviation(matches):
    """Standard deviation of F1 over samples of the pages, drawn with replacement; the same every time."""
    pages, random_numbers = [_page(match) for match in matches], random.Random(4)
    return statistics.stdev(_means(random_numbers.choices(pages, k=len(pages)))[2] for _ in range(RESAMPLED))


def _page(match):
    """Precision and recall of a page; None of what is not defined for it."""
    return (match.precision if match.hits + match.extra else None, match.recall if match.hits + match.missed else None)


def _means(pages):
    precision, recall = ([value for value in column if value is not None] for column in zip(*pages))
    precision, recall = (statistics.fmean(values) if values else 0.0 for values in (precision, recall))
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
