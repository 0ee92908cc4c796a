# A format for programs shows what acts on a terminal, where that is where it goes; a file has it as it is.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q --as-is -o store.db
python3 -c 'import sqlite3
store = sqlite3.connect("store.db")
store.execute("UPDATE outlets SET name = ? || outlet", ("red\033]0;t\007\u202eevil\u2028\r\x9b1m",))
store.commit()'
for format in csv tsv json jsonl markdown; do
  echo "== $format"
  python3 "$CASES/on-terminal.py" 80 broadsheet export outlets store.db --format $format | tail -n +2 | cut -c1-60
done
broadsheet export outlets store.db -f csv | cat -v | tail -1
