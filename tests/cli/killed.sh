# A run that is killed keeps what it did; readers say what the store is, and the same command goes on.
. "$CASES/lib.sh"
for n in $(seq 2000); do
  printf '{"outlet": "paper %d", "id": "%04d", "text": "Article number %d of them all. It is new."}\n' $((n % 3)) "$n" "$n"
done > records.jsonl
analyze=(broadsheet analyze - --input-format jsonl --as-is -j 2 --checkpoint 0.01 -q -o store.db)
mkfifo input
"${analyze[@]}" < input &
program=$!
exec 3> input
head -700 records.jsonl >&3; sleep 0.5; sed -n 701,1500p records.jsonl >&3
while [ "$(stat -c %s store.db 2> /dev/null || echo 0)" -lt 300000 ]; do sleep 0.05; done
# nobody comes between two pieces
try timeout 30 broadsheet analyze records.jsonl -q -o store.db
try timeout 30 broadsheet report store.db
{ kill -KILL $program; wait $program; } 2> /dev/null
exec 3>&-
md5sum store.db > sums
for command in report "export articles" "plot measure" words; do
  try broadsheet $command store.db 2>&1
done | sed 's/after [1-9][0-9]* articles/after N articles/'
broadsheet merge store.db -o merged.db 2>&1 | sed 's/after [1-9][0-9]* articles/after N articles/'
md5sum -c --quiet sums && echo "not changed"
"${analyze[@]}" < records.jsonl; echo "the next: $?"
python3 -c "import sqlite3; print(sqlite3.connect('store.db').execute('SELECT run, ended FROM runs').fetchall(), sqlite3.connect('store.db').execute('PRAGMA integrity_check').fetchall())"
broadsheet analyze - --input-format jsonl --as-is -q -o whole.db < records.jsonl
export_all store.db one; export_all whole.db two
diff -r one two && echo "as if it had not been killed"
# another corpus into an unfinished store finishes it
printf '{"outlet": "other", "id": "1", "text": "One article more."}\n' > other.jsonl
cp whole.db unfinished.db
python3 - <<'PYTHON'
import sqlite3

base = sqlite3.connect("unfinished.db")
base.executescript("UPDATE runs SET ended = 0; DELETE FROM outlets; DELETE FROM outlet_terms; DELETE FROM copies")
PYTHON
try broadsheet report unfinished.db
try broadsheet analyze other.jsonl --as-is -q -o unfinished.db
broadsheet export outlets unfinished.db
ls
# an output that is an input is left alone
try broadsheet analyze records.jsonl whole.db -q -o whole.db
