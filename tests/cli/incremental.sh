# A second run does only what is new; --prune takes out what is gone; the store is as if made afresh.
. "$CASES/lib.sh"
tiny_corpus
try broadsheet analyze papers -o store.db
cp store.db first.db
try broadsheet analyze papers -o store.db
for store in first store; do export_all $store.db $store; done
diff -r first store && echo "nothing has changed"
printf 'The cat slept on.\n' > papers/gazette/2024/cat.txt
printf 'The tide is low.\n' > papers/herald/tide.txt
rm papers/herald/king.txt
try broadsheet analyze papers -o store.db
try broadsheet analyze papers -o store.db --prune
broadsheet analyze papers -q -o fresh.db
rm -r store
for store in fresh store; do export_all $store.db $store; done
diff -r fresh store && echo "as if made afresh"
try broadsheet analyze papers -o store.db --any-length
sqlite3 -header -csv store.db 'SELECT run, added, updated, unchanged, removed, left_out, interrupted FROM runs'
