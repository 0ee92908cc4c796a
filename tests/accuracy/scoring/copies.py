"""The figures of near-duplicates: pairs of articles that share runs of five words, against every pair's exact figures.

Gold compares whole texts by ASCII letters and digits in lower case; a program has rules of its own for what is a word,
and may set lines aside first. `pairs_recall` is of the pairs with a Jaccard index of .5 or more in gold, per cent that
the program lists. `pairs_confirmed` is of those it gives .5 or more, per cent that come to .45 or more when the texts
that it kept are compared here; the rest is what the words differ by. `jaccard_error` and `containment_error` are mean
differences from gold over the pairs that both have at .5 or more.
"""

import contextlib
import csv
import re
import sqlite3
import statistics
import tempfile
from pathlib import Path

LIKE = 0.5
NEAR_LIKE = 0.45
LISTED = """SELECT a.outlet || '/' || a.id, b.outlet || '/' || b.id, p.jaccard, p.containment FROM copy_pairs p
            JOIN articles a ON a.article = p.article JOIN articles b ON b.article = p.other"""
WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
RUN = 5
ONLY_COPIES = "--without=content,repair,furniture,credits,repeats"


def read_gold(path):
    """Jaccard and containment by pair."""
    with open(path, encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, dialect="excel-tab", quoting=csv.QUOTE_NONE)
        return {frozenset((row["doc_a"], row["doc_b"])): (float(row["jaccard_word5"]), float(row["containment_word5"]))
                for row in rows}


def read_store(path):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        return {frozenset(row[:2]): row[2:] for row in store.execute(LISTED)}


def runs(text):
    words = WORD.findall(text.casefold())
    return set(zip(*(words[at:] for at in range(RUN))))


def is_like(one, other):
    one, other = runs(one), runs(other)
    return len(one & other) >= NEAR_LIKE * len(one | other) > 0


def compare(listed, gold, texts):
    """`texts` are those that the program compared, by article."""
    wanted = {pair for pair, (jaccard, _) in gold.items() if jaccard >= LIKE}
    given = {pair for pair, (jaccard, _) in listed.items() if jaccard >= LIKE}
    both = wanted & given
    confirmed = sum(is_like(*(texts.get(article, "") for article in pair)) for pair in given)
    found = {"documents": len(wanted), "pairs_listed": len(given),
             "pairs_recall": 100 * len(wanted & set(listed)) / len(wanted),
             "pairs_confirmed": 100 * confirmed / len(given) if given else 0.0}
    for column, name in enumerate(("jaccard_error", "containment_error")):
        if both:
            found[name] = statistics.fmean(abs(listed[pair][column] - gold[pair][column]) for pair in both)
    return found


def figures(folder, tested, *options):
    with tempfile.TemporaryDirectory(prefix="broadsheet-accuracy-") as scratch:
        store = Path(scratch) / "pairs.db"
        tested.analyze(folder / "docs", store, *options)
        kept = tested.cleaned(options, [folder / "docs"])
        return compare(read_store(store), read_gold(folder / "pairs.tsv"),
                       {f"{row['outlet']}/{row['id']}": row["text"] for row in kept})
