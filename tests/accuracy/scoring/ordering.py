"""The figures of articles written for three levels.

ordered_MEASURE   articles whose easier text always has the lower value, per cent
"""

from gold.levels import LEVELS
from scoring.program import Failed

MEASURES = ("dale_chall_1948", "flesch_kincaid")


def figures(folder, tested):
    names = sorted(path.name for path in (folder / LEVELS[0]).glob("*.txt"))
    values = tested.measures([folder / level / name for name in names for level in LEVELS], MEASURES)
    if any(None in row for row in values):
        raise Failed(f"{folder}: a text has no value for one of {', '.join(MEASURES)}")
    found = {"documents": len(names)}
    for column, measure in enumerate(MEASURES):
        of_texts = [row[column] for row in values]
        triples = zip(of_texts[0::3], of_texts[1::3], of_texts[2::3])
        found[f"ordered_{measure}"] = 100 * sum(easy < middle < hard for easy, middle, hard in triples) / len(names)
    return found
