# The charts of comparisons hold the numbers that compare prints, and are drawn of a real store.
. "$CASES/lib.sh"
broadsheet analyze "$SAMPLE" -q -o store.db
broadsheet plot forest store.db -m fog --data-only > forest.tsv
broadsheet plot profile store.db -m fog -m lix --data-only > profile.tsv
broadsheet compare store.db -m fog --show pairs --format csv > pairs.csv
broadsheet compare store.db -m fog -m lix --show location --format csv > location.csv
python3 - <<'PYTHON'
import csv


def blocks(path):
    """The two blocks of a chart's table, rows as dictionaries."""
    lines = [line for line in open(path, encoding="utf-8").read().split("\n") if not line.startswith("# ")]
    cut = lines.index("")
    return [list(csv.DictReader(part, delimiter="\t", quoting=csv.QUOTE_NONE)) for part in (lines[:cut], lines[cut + 2:])]


outlets, rows = blocks("forest.tsv")
pairs = {(r["a"], r["b"]): r for r in csv.DictReader(open("pairs.csv", encoding="utf-8"))}
assert len(rows) == len(pairs) == 10
for row in rows:
    a, b = outlets[int(row["row"])], outlets[int(row["column"])]
    pair = pairs[a["outlet"], b["outlet"]]
    assert (a["articles"], b["articles"]) == (pair["articles_a"], pair["articles_b"])
    for here, there in (("shift", "shift"), ("delta", "cliff_delta")):
        for end in ("", "_low", "_high"):
            assert row[here + end] == pair[there + end], (row, pair)
print("forest: as compare --show pairs,", len(rows), "pairs")

outlets, rows = blocks("profile.tsv")
location = {(r["group"], r["measure"]): r for r in csv.DictReader(open("location.csv", encoding="utf-8"))}
assert len(rows) == len(location) == 10
for row in rows:
    measure = ("fog", "lix")[int(row["column"])]
    assert row["median"] == location[outlets[int(row["row"])]["outlet"], measure]["median"]
print("profile: as compare --show location,", len(rows), "medians")
PYTHON
command -v gnuplot > /dev/null || skip gnuplot is not here
try broadsheet plot correlation store.db -o -
try broadsheet plot profile store.db -o -
try broadsheet plot forest store.db --against vernier-weekly -o -
try broadsheet plot forest store.db --against 'The Gazette' -o -
