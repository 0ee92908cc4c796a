"""Sentences and words of one document, against gold."""

import dataclasses
import unicodedata

from gold.document import ink
from scoring import align, matches


@dataclasses.dataclass
class Segmented:
    """One document's result. `ends` are all sentence ends; `inner` are those within paragraphs, without the ones that
    a blank line gives away; `wrong_ends` are pairs of a place and whether it was given (else it was missed)."""

    ends: matches.Matches
    inner: matches.Matches
    words: matches.Matches
    n_sentences: int
    n_words: int
    wrong_ends: list


def score(document, sentences, words):
    """`sentences` and `words` are the texts a program gave, in order, whatever became of their blanks."""
    text = ink(document.text)
    placed, unplaced = align.spans(sentences, text)
    given, true = {end for _, end in placed}, set(document.sentence_ends)
    outer = set(document.paragraph_ends)
    return Segmented(ends=matches.compare(given, true, unplaced),
                     inner=matches.compare(given - outer, true - outer, unplaced),
                     words=score_words(document, words, text),
                     n_sentences=sum(1 for sentence in sentences if ink(sentence)),
                     n_words=len(words),
                     wrong_ends=sorted([(end, True) for end in given - true] + [(end, False) for end in true - given]))


def score_words(document, words, text):
    placed, unplaced = align.spans(words, text)
    return matches.compare(trimmed(placed, text), trimmed(document.words, text), unplaced)


def trimmed(spans, text):
    """The spans without the punctuation at their edges, so that `(word,` and `word` are the same."""
    found = set()
    for start, end in spans:
        while start < end and not belongs(text[start]):
            start += 1
        while start < end and not belongs(text[end - 1]):
            end -= 1
        if start < end:
            found.add((start, end))
    return found


def belongs(character):
    return character.isalnum() or unicodedata.category(character).startswith("M")
