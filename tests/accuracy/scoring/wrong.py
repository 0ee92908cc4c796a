"""Sentence ends that are wrong, shown in their text."""

from gold.document import ink

CONTEXT = 45


def show(results, most):
    """Lines for at most `most` wrong ends, taken evenly over the documents. `+` was given and is not true, `-` is true
    and was not given; `|` is the place."""
    wrong = [(result.document, place, given) for result in results for place, given in result.segmented.wrong_ends]
    step = max(len(wrong) / most, 1) if most else 1
    chosen = [wrong[int(i * step)] for i in range(min(most, len(wrong)))]
    yield f"{len(chosen)} of {len(wrong)} wrong ends"
    for document, place, given in chosen:
        before, after = context(document.text, place)
        yield f"{'+' if given else '-'} {document.name:28.28} {before:>{CONTEXT}}|{after}"


def context(text, place):
    """What stands before and after `place` ink of `text`, on one line, a paragraph's end as a pilcrow."""
    at = offset(text, place)
    line = [part.replace("\n\n", " \u00b6 ").replace("\n", " ") for part in (text[:at], text[at:])]
    return line[0][-CONTEXT:], line[1][:CONTEXT].rstrip()


def offset(text, place):
    """The index in `text` that has `place` ink before it, right behind the last of it."""
    seen = 0
    for index, character in enumerate(text):
        if seen == place:
            return index
        seen += len(ink(character))
    return len(text)
