# What is written appears whole or not at all, and a full disk is an error.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q -o store.db
printf 'old' > out.csv
try broadsheet export articles store.db --format docx -o out.csv
cat out.csv; echo
try broadsheet export outlets store.db -o out.csv
cat out.csv
try broadsheet export outlets store.db -o -
try broadsheet export outlets store.db -o /dev/stdout
for command in --help --version "analyze --help" "report store.db" "export vocabulary store.db" "measures" "explain ari" "score papers/herald/king.txt" "segment papers/herald/king.txt"; do
  broadsheet $command > /dev/full; echo "$command: $?"
done
# an article of the corpus is no place for an output
try broadsheet report papers -q -o papers/herald/king.txt
try broadsheet words papers -q --format csv -o ./papers/herald/../herald/king.txt
broadsheet score papers/herald/king.txt --format csv | wc -l
umask 077; broadsheet export outlets store.db -o private.csv; stat -c %a private.csv
umask 022; broadsheet export outlets store.db -o public.csv; stat -c %a public.csv
ls
