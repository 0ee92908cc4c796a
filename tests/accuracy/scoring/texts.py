"""The figures of a set of documents with gold.

sentence_*, inner_*     sentence ends found, over all documents together; inner without the ends of paragraphs
sentence_bias           sentences too many (+) or too few (-), per cent of all true ones
sentence_count_error    mean over documents of |given - true| / true sentences, per cent; word_count_error likewise
word_f1                 words found, without the punctuation at their edges
sentence_length_error   mean over documents of the error of words per sentence, per cent
flesch_error            mean of |the program's Flesch Reading Ease - the true one|, points, over documents of at least
                        100 true words; flesch_kincaid_error likewise, grades. Absent where no document is so long.
"""

import bisect
import dataclasses
import statistics

from gold.document import ink
from scoring import formula, program, segmentation
from scoring.matches import Matches

LEAST_WORDS = 100
MEASURES = {"flesch_en": formula.flesch, "flesch_kincaid": formula.flesch_kincaid}


@dataclasses.dataclass
class Result:
    """One document's."""

    document: object
    segmented: segmentation.Segmented
    formula_errors: list  # |difference| by MEASURES; None for a short document and one without values


def measure(folder, documents, tested, reference):
    """A Result for each of `documents` of `folder`; `reference` counts true syllables."""
    paths = [folder / f"{document.name}.txt" for document in documents]
    sentences, words = program.each(tested.sentences, paths), program.each(tested.words, paths)
    long = [document for document in documents if len(document.words) >= LEAST_WORDS]
    errors = formula_errors(folder, long, tested, reference)
    return [Result(document, segmentation.score(document, given, read), errors.get(document.name))
            for document, given, read in zip(documents, sentences, words)]


def formula_errors(folder, documents, tested, reference):
    """By document, the absolute differences of MEASURES; none for a text that the program gives no value."""
    spelled = {document.name: spellings(document) for document in documents}
    reference.learn(word for words in spelled.values() for word in words)
    found = {}
    given = tested.measures([folder / f"{document.name}.txt" for document in documents], MEASURES) if documents else []
    for document, values in zip(documents, given):
        if None in values:  # no sentence ends are marked in it, says the program
            continue
        words = spelled[document.name]
        counts = len(words), n_spoken(document), sum(map(reference.count, words))
        found[document.name] = [abs(value - true(*counts)) for value, true in zip(values, MEASURES.values())]
    return found


def n_spoken(document):
    """The sentences that hold a word, as the formulas count them."""
    return len({bisect.bisect_right(document.sentence_ends, start) for start, _ in document.words})


def spellings(document):
    text = ink(document.text)
    return [text[start:end] for start, end in document.words]


def figures(results):
    """The figures of some results, by name."""
    parts = [result.segmented for result in results]
    counts = [(len(result.document.sentence_ends), len(result.document.words)) for result in results]
    ends, inner = sum((part.ends for part in parts), Matches()), sum((part.inner for part in parts), Matches())
    n_true = sum(sentences for sentences, _ in counts)
    found = {
        "documents": len(results),
        "sentence_precision": ends.precision,
        "sentence_recall": ends.recall,
        "sentence_f1": ends.f1,
        "inner_precision": inner.precision,
        "inner_recall": inner.recall,
        "inner_f1": inner.f1,
        "sentence_bias": 100 * (sum(part.n_sentences for part in parts) - n_true) / n_true,
        "sentence_count_error": mean_error((part.n_sentences, true) for part, (true, _) in zip(parts, counts)),
        "word_f1": sum((part.words for part in parts), Matches()).f1,
        "word_count_error": mean_error((part.n_words, true) for part, (_, true) in zip(parts, counts) if true),
        "sentence_length_error": mean_error((part.n_words / max(part.n_sentences, 1), words / sentences)
                                            for part, (sentences, words) in zip(parts, counts) if words),
    }
    errors = [result.formula_errors for result in results if result.formula_errors is not None]
    if errors:
        found["formula_texts"] = len(errors)
        found["flesch_error"], found["flesch_kincaid_error"] = map(statistics.fmean, zip(*errors))
    return found


def mean_error(pairs):
    """Mean of |given - true| / true, per cent; 0 of no pairs."""
    errors = [abs(given - true) / true for given, true in pairs]
    return 100 * statistics.fmean(errors) if errors else 0.0
