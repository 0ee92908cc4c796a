"""Syllables of words by the CMU Pronouncing Dictionary (https://github.com/cmusphinx/cmudict).

An entry is `word PH ON EM ES`, a further pronunciation `word(2) ...`; `#` begins a comment. Phonemes that carry a
stress digit are vowels, and a word has as many syllables.
"""

import re

VARIANT = re.compile(r"\(\d+\)$")
PLAIN = re.compile(r"[a-z]+$")


def read(path):
    """Word to its counts, the first pronunciation's first. A word whose first has no vowel is left out."""
    found = {}
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            word, *phonemes = line.split("#", 1)[0].split() or [""]
            count = sum(phoneme[-1].isdigit() for phoneme in phonemes)
            found.setdefault(VARIANT.sub("", word), []).append(count)
    return {word: counts for word, counts in found.items() if counts[0]}


def plain_words(entries):
    """The words of the letters a to z alone, in byte order."""
    return sorted(word for word in entries if PLAIN.match(word))
