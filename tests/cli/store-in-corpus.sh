# A store may lie in the folder that it is made of: no run reads it, lists it or counts it, under any name.
. "$CASES/lib.sh"
tiny_corpus
cd papers || exit 1
for store in store.db mystore herald/notes.txt; do
  try broadsheet analyze . -o "$store"
  try broadsheet analyze . -o "$store"
  broadsheet export problems "$store"
  broadsheet concordance king "$store" --format csv | wc -l
  rm "$store"
done
# by a manifest's patterns, and through a link to the folder
printf '[outlet all]\nfiles = **/*\n' > corpus.manifest
ln -s papers ../linked
try broadsheet analyze ../linked -o notes.txt
try broadsheet analyze . -o notes.txt
broadsheet export articles notes.txt | cut -d, -f 1-2
# another store is left out as ever, and an article is no store
try broadsheet analyze . -o other.db
broadsheet export problems other.db | cut -d, -f 1,4
printf '' > herald/empty.txt
try broadsheet analyze . -o herald/empty.txt
try broadsheet analyze . -o herald/king.txt
