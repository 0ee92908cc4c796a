# What comparisons refuse or say where options, lists and stores make no sense; none ends in a crash, nan or inf.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q --any-length -o tiny.db
python3 - <<'PYTHON'
import json

text = "The council met at the harbour and the mayor spoke of the bridge. " * 12
with open("alike.jsonl", "w") as alike:
    for outlet in "abc":
        for article in range(6):
            json.dump({"outlet": outlet, "id": str(article), "text": text}, alike)
            alike.write("\n")
PYTHON
broadsheet analyze alike.jsonl -q -o alike.db 2> /dev/null

echo "== options"
for by in '' , outlet, ,outlet outlet,outlet outlet,year,month; do
  try broadsheet compare tiny.db --least 2 --by "$by" --show units --format csv
done
for k in inf 1e999 nan; do
  try broadsheet keyness tiny.db --simple-maths $k
done
for base in '' nowhere/ ./; do
  try broadsheet matrix tiny.db -o "$base"
done
ls -A | LC_ALL=C sort | grep -F .mtx
try broadsheet concordance --regex 'ca\C' tiny.db
try broadsheet concordance --regex '\Qca\C\E' tiny.db --count --format csv
try broadsheet concordance --regex 'c\\*CAT|\bcat' tiny.db --count --format csv

echo "== outlets that are all the same"
try broadsheet compare alike.db
try broadsheet keyness alike.db
for how in '' --pca; do
  broadsheet distance alike.db --map $how --copies keep | grep -o 'across.*\|there is no spread.*\|[^ ]*nan.*'
done
broadsheet compare alike.db --copies keep -m all --resamples 100 | grep -E '(^|[ -])(nan|inf)( |$)'

echo "== frequency lists"
printf 'the\t1,234\n' > thousands.tsv
printf 'the\t1e308\nof\t1e308\n' > absurd.tsv
printf 'the\t1e308\nof\t3\nking\t-4\n' > some.tsv
for list in thousands absurd some; do
  try broadsheet keyness tiny.db --reference $list.tsv --least 1 --least-articles 1 -n 1 --outlet-only herald
done

echo "== stores that somebody edited"
python3 - <<'PYTHON'
import shutil
import sqlite3

for name, change in {
    "negative": "UPDATE article_rows SET words = -9223372036854775808",
    "absurd": "UPDATE article_rows SET words = 1e308",
    "settings": "DROP TABLE settings",
}.items():
    shutil.copy("tiny.db", name + ".db")
    store = sqlite3.connect(name + ".db")
    store.execute(change)
    store.commit()
PYTHON
for store in negative absurd settings; do
  try broadsheet compare $store.db --least 2 > shown
  grep -e CRITICAL -e '^broadsheet' -e '^\[' shown
done
