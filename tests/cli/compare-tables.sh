# Every table of the comparison for programs, and what its options refuse.
. "$CASES/lib.sh"
broadsheet analyze "$SAMPLE" -q -o store.db
try broadsheet compare store.db -m lix -m smog --format csv
for table in units exclusions copies omnibus pairs spread clusters length equal-length agreement warnings; do
  try broadsheet compare store.db -m lix --show $table --format csv
done
python3 - <<'PYTHON'
import sqlite3

with sqlite3.connect("store.db") as db:
    db.execute("INSERT INTO fields SELECT article, 'event', row_number() OVER (PARTITION BY outlet ORDER BY id) % 7"
               " FROM articles")
PYTHON
try broadsheet compare store.db -m lix --matched event --show friedman --format csv
try broadsheet compare store.db -m lix --matched event --show matched --format json
try broadsheet compare store.db -m lix --by outlet,event --least 2 --show units --format tsv
try broadsheet compare store.db --by beauty
try broadsheet compare store.db --matched beauty
try broadsheet compare store.db --against 'The Gazette'
try broadsheet compare store.db --outlet-only 'The Gazette'
try broadsheet compare store.db --least 50
try broadsheet compare store.db --least 1
try broadsheet compare store.db --resamples 5
try broadsheet compare store.db --seed -1
try broadsheet compare store.db --show beauty
try broadsheet compare store.db --show matched
try broadsheet compare store.db -m flesch
