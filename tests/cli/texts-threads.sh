# What commands that keep no store print of texts does not depend on the threads, nor does what they say of them.
. "$CASES/lib.sh"
cp -r "$SAMPLE" sample # a name of the same length everywhere: pages are wrapped
one () {
  broadsheet "$@" -j "$n" > "$n.out" 2> "$n.err"
  echo "$?" >> "$n.out"
  cmp -s 1.out "$n.out" && cmp -s 1.err "$n.err" || echo "$n threads: another output"
}
for words in 'score -f csv' 'clean' 'clean --counted' 'clean -f jsonl' 'clean --explain' 'clean --explain -f csv' \
  'clean --without repeats -f tsv' 'segment' 'segment --words --offsets' 'segment --syllables -f csv' \
  'segment --clean -f json' 'segment --explain -f csv' 'segment --explain --words -f tsv' 'sentences -n 2' \
  'sentences -n 0 -f csv'; do
  for n in 1 2 7; do one $words sample sample sample sample; done
  printf '%s: %s lines, said %s\n' "$words" "$(wc -l < 1.out)" "$(wc -l < 1.err)"
done

# Repeats are learnt as an analysis learns them: a second article of a key does not count.
for i in 1 2 3 4 5 6 7 8; do
  record post "$i" "Only here: the story of number $i, which nobody else has told before in all the years.

Read by all who sail from the old harbour wall at noon." >> papers.jsonl
done
for i in 1 2 3 4; do head -n 1 papers.jsonl; done > same.jsonl
for file in papers.jsonl same.jsonl; do
  broadsheet clean --explain -f csv $file | cut -d, -f4 | sort | uniq -c | sed 's/^ *//'
  broadsheet analyze $file -q -o $file.db
  broadsheet export repeats $file.db -f csv | tail -n +2 | wc -l
done
