"""The figures, one row each, and what is better or worse in them."""

import dataclasses
import enum


class Better(enum.Enum):
    """Which way a figure is better. A FACT is of the texts: no program can change it, and a change is a mistake. One
    that is better NEITHER way is told, and never worse."""

    HIGHER = enum.auto()
    LOWER = enum.auto()
    NEARER_ZERO = enum.auto()
    NEITHER = enum.auto()
    FACT = enum.auto()


@dataclasses.dataclass(frozen=True)
class Figure:
    name: str
    heading: str
    decimals: int
    better: Better

    @property
    def is_compared(self):
        return self.better not in (Better.FACT, Better.NEITHER)

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
        if self.better is Better.NEITHER:
            return False
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
    Figure("shingle_precision", "P", 2, Better.HIGHER),
    Figure("shingle_recall", "R", 2, Better.HIGHER),
    Figure("shingle_f1", "F1", 2, Better.HIGHER),
    Figure("shingle_deviation", "+/-", 2, Better.NEITHER),
    Figure("aligned_f1", "aligned F1", 2, Better.HIGHER),
    Figure("segment_precision", "P", 2, Better.HIGHER),
    Figure("segment_recall", "R", 2, Better.HIGHER),
    Figure("segment_f1", "F1", 2, Better.HIGHER),
    Figure("empty", "empty", 0, Better.LOWER),
    Figure("pairs_listed", "listed", 0, Better.NEITHER),
    Figure("pairs_recall", "recall", 2, Better.HIGHER),
    Figure("pairs_confirmed", "confirmed", 2, Better.HIGHER),
    Figure("jaccard_error", "Jaccard", 4, Better.LOWER),
    Figure("containment_error", "containment", 4, Better.LOWER),
    Figure("formula_texts", "texts", 0, Better.HIGHER),
    Figure("flesch_error", "Flesch", 3, Better.LOWER),
    Figure("flesch_kincaid_error", "F-K", 3, Better.LOWER),
    Figure("grade_median", "F-K median", 3, Better.LOWER),
    Figure("grade_mean", "mean", 3, Better.LOWER),
    Figure("grade_ninth_decile", "9/10", 3, Better.LOWER),
    Figure("whole_page_grade", "whole page", 3, Better.NEITHER),
    Figure("syllables_first", "first %", 2, Better.HIGHER),
    Figure("syllables_any", "any %", 2, Better.HIGHER),
    Figure("ordered_dale_chall_1948", "Dale-Chall %", 1, Better.HIGHER),
    Figure("ordered_flesch_kincaid", "F-K %", 1, Better.HIGHER),
]
BY_NAME = {figure.name: figure for figure in FIGURES}
