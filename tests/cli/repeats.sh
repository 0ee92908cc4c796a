# What repeats in an outlet is set aside, the same from a file, a pipe and a redirection; what turns stale is said.
. "$CASES/lib.sh"
story () {
  for n in 1 2 3; do
    printf 'In story %d the keeper of lighthouse %d%d wrote down what the sea did that night.\\n\\n' "$1" "$1" "$n"
  done
}
for n in $(seq 12); do
  printf '{"outlet": "gazette", "id": "%02d", "text": "The Harbour Gazette\\n\\n%sSubscribe to our letter and never miss a ferry again.\\n"}\n' \
    "$n" "$(story "$n")"
done > gazette.jsonl
broadsheet analyze gazette.jsonl -q -o file.db
cat gazette.jsonl | broadsheet analyze - --input-format jsonl -q -o pipe.db
broadsheet analyze - --input-format jsonl -q -o redirected.db < gazette.jsonl
for store in file pipe redirected; do export_numbers $store.db $store; done
diff -r file pipe && diff -r file redirected && echo "the same numbers"
ls -A "$TMPDIR"
python3 - <<'PYTHON'
import sqlite3

store = sqlite3.connect("file.db")
for row in store.execute("SELECT outlet, articles, text FROM repeats ORDER BY text"):
    print(*row)
print(store.execute("SELECT count(DISTINCT words), sum(aside_blocks) FROM articles").fetchone())
PYTHON
# an article by itself repeats nothing; beside the others it does
head -1 gazette.jsonl > one.jsonl
tail -11 gazette.jsonl > rest.jsonl
broadsheet analyze one.jsonl -q -o store.db
broadsheet analyze one.jsonl -q -o one.db
broadsheet analyze rest.jsonl -q -o rest.db
said () { try "$@" | sed 's/in [0-9.]* s$/in N s/'; }
said broadsheet analyze rest.jsonl -o store.db
said broadsheet analyze one.jsonl -o store.db
said broadsheet analyze gazette.jsonl -o store.db
said broadsheet merge one.db rest.db -o merged.db
said broadsheet analyze gazette.jsonl -o merged.db
said broadsheet analyze gazette.jsonl -o merged.db
for store in store merged; do export_numbers $store.db $store; done
diff -r file store && diff -r file merged && echo "as in one run"
# where there is no room for what a pipe brings
cat gazette.jsonl | TMPDIR=nowhere try broadsheet analyze - --input-format jsonl -q -o nowhere.db
