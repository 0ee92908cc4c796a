# Where a word stands: lines, orders, samples, counts, formats; from a store and from sources that changed, moved or went.
. "$CASES/lib.sh"
broadsheet analyze "$SAMPLE" -o sample.db -q 2> /dev/null
try broadsheet concordance government sample.db -n 3 --width 20
try broadsheet concordance 'the *ment' sample.db --sort right --width 15 --format csv -n 5
try broadsheet concordance government sample.db --sort left --position 2 --width 12 --outlet-only altamark-wire --format tsv
try broadsheet concordance government sample.db --sample 2 --seed 7 --width 10 --format jsonl
try broadsheet concordance 'u.s.' sample.db --count --format csv
try broadsheet concordance --regex '\b\d+ per cent\b' sample.db -n 1 --sentence --format markdown
try broadsheet concordance --case Government sample.db --count --format csv
try broadsheet concordance zeppelins sample.db
# the same bytes whatever the threads, from the store or from the corpus
for threads in 1 2 7; do
  broadsheet concordance 'the' sample.db --format jsonl -j "$threads" | cksum
done
broadsheet concordance 'the' "$SAMPLE" --format jsonl -q 2> /dev/null | cksum

tiny_corpus
record Tribune 1 'The cat was here again.' > tribune.jsonl
printf '<html><body><p>The cat caf&eacute; has opened its doors to all of the cats in the town.</p></body></html>' > papers/herald/cafe.html
try broadsheet analyze papers tribune.jsonl -o tiny.db -q
try broadsheet concordance 'cat*' tiny.db
printf 'The cat stood on the mat.\n' > papers/gazette/2024/cat.txt
try broadsheet concordance cat tiny.db
rm tribune.jsonl
try broadsheet concordance cat tiny.db
mv papers moved
try broadsheet concordance cat tiny.db
try broadsheet concordance cat tiny.db --sources moved
tar cf moved.tar moved
try broadsheet concordance cat moved.tar -q
mkdir -p escape/gazette
printf 'A cat \033[31mred\033[0m sat \342\200\256 here all day long.\n' > escape/gazette/a.txt
try broadsheet concordance cat escape -q

try broadsheet concordance cat
try broadsheet concordance -- -- tiny.db
try broadsheet concordance --regex '(' tiny.db
try broadsheet concordance cat tiny.db --sort up
printf 'A cat.\n' | try broadsheet concordance cat -
