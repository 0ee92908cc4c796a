"""Flesch Reading Ease (Flesch 1948) and the Flesch-Kincaid grade (Kincaid et al. 1975), from counts."""


def flesch(n_words, n_sentences, n_syllables):
    return 206.835 - 1.015 * n_words / n_sentences - 84.6 * n_syllables / n_words


def flesch_kincaid(n_words, n_sentences, n_syllables):
    return 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59
