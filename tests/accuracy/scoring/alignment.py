"""How much of an article's text is found, by words in order: the metric of CleanEval (S. Evert), whose program lays the
two texts over each other with Python's difflib; words are parted by blanks. Per cent."""

import difflib

from scoring.matches import Matches


def f1(found, true):
    found, true = found.split(), true.split()
    hits = sum(block.size for block in difflib.SequenceMatcher(None, found, true).get_matching_blocks())
    return Matches(hits, len(found) - hits, len(true) - hits).f1
