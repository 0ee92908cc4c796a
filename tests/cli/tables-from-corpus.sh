# Where a store may stand, a corpus may: the same tables come out.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q -o store.db
for command in "report -m ari" "words -n 5" "export vocabulary" "export articles" "export problems"; do
  broadsheet $command store.db > one
  broadsheet $command papers -q > two
  cmp one two && echo "$command"
done
mkdir empty
try broadsheet report empty
try broadsheet words empty -q
try broadsheet export problems empty -q
printf 'no text\0\1\2' > thing.db
try broadsheet report thing.db -q
