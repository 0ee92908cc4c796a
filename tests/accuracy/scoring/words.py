"""The figures of the dictionary's words, each asked by itself.

syllables_first   words whose count is the first pronunciation's, per cent; syllables_any: that of any pronunciation
"""

from gold import pronunciation


def figures(entries, tested):
    words = pronunciation.plain_words(entries)
    given = tested.syllables(words)
    first = sum(count == entries[word][0] for word, count in zip(words, given))
    either = sum(count in entries[word] for word, count in zip(words, given))
    return {"documents": len(words), "syllables_first": 100 * first / len(words),
            "syllables_any": 100 * either / len(words)}
