# What stands where SQLite would look for what a killed run left, and is nothing of the kind, is neither opened nor deleted.
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
# what SQLite would delete, or read in the place of the store
for ending in -wal -shm -journal; do
  echo mine > new.db$ending
  cp store.db old.db
  echo mine > old.db$ending
  try broadsheet analyze papers -q --any-length -o new.db
  try broadsheet report -q old.db
  try broadsheet analyze papers -q --any-length -o old.db
  cat new.db$ending old.db$ending
  ls new.db*
  cmp store.db old.db
  rm new.db* old.db*
done
# an empty journal, or one that does not count yet, is a killed run's
cp store.db old.db
: > old.db-journal
try broadsheet analyze papers -q --any-length -o old.db
printf '\0\0\0\0\0\0\0\0\0\0\0\0' > old.db-journal
try broadsheet analyze papers -q --any-length -o old.db
# articles whose names end so are articles, wherever the store is not called like them
mkdir -p odd/o
echo 'The cat sat on the mat.' > odd/o/x-wal
echo 'The dog ran to the town.' > odd/o/x-shm
try broadsheet analyze odd --any-length -o odd/o/x
try broadsheet analyze odd --any-length -o odd/o/y
ls odd/o
# what is called by a link is guarded where the file itself lies, and a link that leads nowhere stays one
here () { sed "s#$PWD/##g"; }
mkdir linked; ln -s ../store.db linked/s.db; cp store.db kept.db
echo mine > store.db-journal
try broadsheet report -q linked/s.db | here
try broadsheet analyze papers -q --any-length -o linked/s.db | here
try broadsheet merge linked/s.db -o merged.db | here
cat store.db-journal; rm store.db-journal
mkfifo store.db-journal
try timeout 20 broadsheet report -q linked/s.db | here
try timeout 20 broadsheet analyze papers -q --any-length -o linked/s.db | here
rm store.db-journal; echo mine > store.db-wal
try broadsheet analyze papers -q --any-length -o linked/s.db | here
cat store.db-wal; cmp store.db kept.db; rm store.db-wal
ln -s ../made.db linked/made.db
try broadsheet analyze nowhere -o linked/made.db
readlink linked/made.db; ls made.db
try broadsheet analyze papers --any-length -o linked/made.db
readlink linked/made.db; ls made.db
