# What stands where SQLite would look for a store's journal, and is no file, is not opened: a pipe has no other end.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q --any-length -o store.db
mkfifo pipe.db-journal pipe.db.fifo
ln -s nowhere link.db-journal
mkdir folder.db-journal
for name in pipe link folder; do
  cp store.db $name.db
  try timeout 20 broadsheet report -q $name.db
  try timeout 20 broadsheet analyze papers -q --any-length -o $name.db
  cmp store.db $name.db
done
try timeout 20 broadsheet analyze papers -q --any-length -o pipe.db.fifo
try timeout 20 broadsheet report -q pipe.db.fifo
