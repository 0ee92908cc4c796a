# One text, several, and standard input.
. "$CASES/lib.sh"
tiny_corpus
cd papers/gazette/2024
try broadsheet score cat.txt
try broadsheet score cat.txt --any-length | sed -n '/^flesch_en/p;/^ari/p'
try broadsheet score cat.txt sun.txt ../../herald/boat.txt --format csv | cut -d, -f1-9
printf 'The cat sat.\n' | try broadsheet score | head -4
printf 'The cat sat.\n' | try broadsheet score - --format jsonl | cut -c1-120
try broadsheet score cat.txt sun.txt --format csv > both.csv; broadsheet score cat.txt --format csv > one.csv
cmp <(tail -n +2 one.csv) <(sed -n 3p both.csv) && echo "a text is scored alike in company"
record Paper 7 'The cat sat on the mat.' > records.jsonl; record Paper 8 'The dog ran.' >> records.jsonl
try broadsheet score records.jsonl --format csv | cut -d, -f1-7
try broadsheet score cat.txt --all | grep -c '^[a-z]' | awk '{ print ($1 > 100 ? "--all shows them all" : $1) }'
try broadsheet score cat.txt -o out.txt; head -1 out.txt
