"""True syllables of running words: by the dictionary's first pronunciation, and the program's own count of the words
that the dictionary lacks (names, numbers, compounds), so that those are neither for nor against it.

Punctuation at a word's edges is not looked up, and neither is a word with any inside but an apostrophe: the
dictionary's entries with a stop are readings of their own (`dr.` is "drive", `rep.` "representative", `u.s` "uze").
"""

import re

SPELLED = re.compile(r"[a-z']+$")
EDGES = re.compile(r"^[^\w']+|[^\w']+$")


class Reference:
    def __init__(self, entries, program):
        self._entries, self._program, self._own = entries, program, {}

    def learn(self, words):
        """Asks the program for those of `words` that the dictionary lacks, all at once."""
        unknown = sorted({word for word in words if self._known(word) is None} - self._own.keys())
        self._own.update(zip(unknown, self._program.syllables(unknown)))

    def count(self, word):
        """The syllables of a word that was learned."""
        known = self._known(word)
        return self._own[word] if known is None else known

    def _known(self, word):
        spelled = EDGES.sub("", word.lower().replace("\u2019", "'"))
        if not SPELLED.match(spelled):
            return None
        counts = self._entries.get(spelled) or self._entries.get(spelled.strip("'"))
        return counts[0] if counts else None
