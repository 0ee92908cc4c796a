"""The figures, one row each, and what is better or worse in them."""

import dataclasses
import enum


class Better(enum.Enum):
    """Which way a figure is better. A FACT is of the texts: no program can change it, and a change is a mistake."""

    HIGHER = enum.auto()
    LOWER = enum.auto()
    NEARER_ZERO = enum.auto()
    FACT = enum.auto()


@dataclasses.dataclass(frozen=True)
class Figure:
    name: str
    heading: str
    decimals: int
    better: Better

    def text(self, value):
        text = f"{value:.{self.decimals}f}"
        return text.removeprefix("-") if float(text) == 0 else text

    def rank(self, value):
        """Greater is better; of values that are written alike no one is."""
        value = float(self.text(value))
        if self.better is Better.LOWER:
            return -value
        return -abs(value) if self.better is Better.NEARER_ZERO else value

    def is_worse(self, now, before):
        if self.better is Better.FACT:
            return self.text(now) != self.text(before)
        return self.rank(now) < self.rank(before)


FIGURES = [
    Figure("documents", "n", 0, Better.FACT),
    Figure("sentence_precision", "sent P", 2, Better.HIGHER),
    Figure("sentence_recall", "sent R", 2, Better.HIGHER),
    Figure("sentence_f1", "sent F1", 2, Better.HIGHER),
    Figure("inner_precision", "inner P", 2, Better.HIGHER),
    Figure("inner_recall", "inner R", 2, Better.HIGHER),
    Figure("inner_f1", "inner F1", 2, Better.HIGHER),
    Figure("sentence_bias", "bias %", 2, Better.NEARER_ZERO),
    Figure("sentence_count_error", "sents %", 2, Better.LOWER),
    Figure("word_f1", "word F1", 2, Better.HIGHER),
    Figure("word_count_error", "words %", 3, Better.LOWER),
    Figure("sentence_length_error", "ASL %", 2, Better.LOWER),
    Figure("formula_texts", "texts", 0, Better.HIGHER),
    Figure("flesch_error", "Flesch", 3, Better.LOWER),
    Figure("flesch_kincaid_error", "F-K", 3, Better.LOWER),
    Figure("syllables_first", "first %", 2, Better.HIGHER),
    Figure("syllables_any", "any %", 2, Better.HIGHER),
    Figure("ordered_dale_chall_1948", "Dale-Chall %", 1, Better.HIGHER),
    Figure("ordered_flesch_kincaid", "F-K %", 1, Better.HIGHER),
]
BY_NAME = {figure.name: figure for figure in FIGURES}
