"""How many of the true places a program found."""

import dataclasses


@dataclasses.dataclass
class Matches:
    """Counts that add up over documents. `hits` are right, `extra` are given but not true, `missed` true but not given.

    Precision, recall and F1 are per cent, and 100 where nothing was to be found and nothing was given.
    """

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other):
        return Matches(self.hits + other.hits, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self):
        return self._share(self.hits, self.hits + self.extra)

    @property
    def recall(self):
        return self._share(self.hits, self.hits + self.missed)

    @property
    def f1(self):
        return self._share(2 * self.hits, 2 * self.hits + self.extra + self.missed)

    def _share(self, part, whole):
        if self.hits + self.extra + self.missed == 0:
            return 100.0
        return 100 * part / whole if whole else 0.0


def compare(given, true, unplaced=0):
    """The matches of two collections of places; what could not be placed counts as extra."""
    given, true = set(given), set(true)
    return Matches(len(given & true), len(given - true) + unplaced, len(true - given))
