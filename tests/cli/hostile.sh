# Names and texts that try to be commands, markup, SQL or terminal controls stay names and texts, everywhere.
. "$CASES/lib.sh"
python3 "$CASES/hostile.py"
ls -A corpus | LC_ALL=C sort > outlets.txt
try broadsheet analyze corpus records.jsonl rows.csv -q --any-length -o store.db
broadsheet export problems store.db | cut -d, -f1
echo "== as values, whole"
python3 - <<'PYTHON'
import csv
import json
import os
import sqlite3
import subprocess

store = sqlite3.connect("store.db")
assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
keys = store.execute("SELECT outlet, id FROM articles ORDER BY outlet, id").fetchall()
exported = subprocess.run(["broadsheet", "export", "articles", "store.db"], capture_output=True, text=True, check=True)
rows = list(csv.DictReader(exported.stdout.splitlines()))
assert [(row["outlet"], row["id"]) for row in rows] == keys
lines = subprocess.run(["broadsheet", "export", "articles", "store.db", "-f", "jsonl"], capture_output=True, check=True)
assert [(row["outlet"], row["id"]) for row in map(json.loads, lines.stdout.splitlines())] == keys
wanted = json.load(open("wanted.json"))
missing = [name for name in wanted if name not in {outlet for outlet, _ in keys}]
print(len(keys) > 2 * len(wanted) and "every article is there", missing)
for outlet in wanted:
    for command in (["words", "-n", "1"], ["report", "--articles", "-m", "ari"]):
        got = subprocess.run(["broadsheet", *command, "store.db", "--outlet-only", outlet, "-f", "csv"], capture_output=True,
                             text=True, check=True)
        shown = list(csv.reader(got.stdout.splitlines()))[1][0]
        assert shown == ("'" + outlet if outlet[0] in "=+-@" else outlet), (outlet, got.stdout)
print("every outlet is found by its name")
PYTHON
echo "== for people, without controls"
for command in "report store.db" "report store.db --articles" "report store.db --spread ari" "words store.db -n 2" \
    "export articles store.db --format table" "export problems store.db --format table" "report corpus" \
    "report store.db --format markdown" "report store.db --articles --format markdown" "words store.db --format markdown"; do
  broadsheet $command > shown 2>&1
  LC_ALL=C grep -l -e $'[\001-\010\013-\037\177]' -e $'\342\200[\252-\256]' -e $'\342\201[\246-\251]' shown && echo "$command shows controls"
done
broadsheet report store.db --articles -m ari --format markdown | grep -i -e '<script' -e '<b>' && echo "markup in Markdown"
for file in corpus/*/*; do
  for command in "score" "score --all" "segment" "segment --words" "explain ari --text"; do
    broadsheet $command "$file" > shown 2>&1 || echo "$command: $?"
    LC_ALL=C grep -q -e $'[\001-\010\013-\037\177]' shown && echo "$command shows controls"
  done
done | sort | uniq -c
broadsheet score "$(printf '$(touch PWNED)\033[31m')" 2>&1 | cat -v
broadsheet export outlets store.db --format table | head -40
find . -name '*PWNED*' -newer outlets.txt -type f
