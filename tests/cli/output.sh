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
try broadsheet words store.db --format csv -o papers/herald/king.txt
try broadsheet concordance king store.db -o ./papers/herald/king.txt
printf 'the\t5\n' > list.tsv
try broadsheet keyness store.db --reference list.tsv -o list.tsv
try broadsheet keyness store.db --stop list.tsv -o list.tsv
try broadsheet keyness store.db --stop . -o keys.csv
try broadsheet keyness store.db --stop /dev/zero -o keys.csv
for ending in mtx articles.tsv words.tsv; do
  cp store.db part.$ending
  try broadsheet matrix part.$ending -o part
  cmp store.db part.$ending && rm part.*
done
mkdir texts; cp papers/herald/king.txt texts/king.mtx
broadsheet analyze texts/king.mtx -q --input-format text --outlet Herald -o texts.db
try broadsheet matrix texts.db -o texts/king
ls texts; rm -r texts texts.db
cp store.db chart.caption.txt
try broadsheet plot measure chart.caption.txt -o chart.svg
cmp store.db chart.caption.txt && rm chart.caption.txt
broadsheet score papers/herald/king.txt --format csv | wc -l
umask 077; broadsheet export outlets store.db -o private.csv; stat -c %a private.csv
umask 022; broadsheet export outlets store.db -o public.csv; stat -c %a public.csv
ls
