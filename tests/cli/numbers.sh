# --numbers: each number as it is spoken or as one syllable; told in the record, and a change of it measures again.
. "$CASES/lib.sh"
mkdir -p papers/gazette papers/herald
printf 'In 1984 the town had 1,984 cats. Louis XIV had 20-year-old B-52s.\n' > papers/gazette/cats.txt
printf 'The dog ran.\n' > papers/herald/dog.txt
syllables () { broadsheet export articles "$1" --format csv | python3 -c '
import csv, sys
for row in csv.DictReader(sys.stdin):
    print(row["outlet"], row["syllables"])'; }
told () { sed -n '/^syllables/p;/^flesch_en/p;/--numbers/p;/^Language/,$p'; }
for how in spoken one; do try broadsheet segment --syllables --numbers "$how" papers/gazette/cats.txt | tr '\t\n' ': '; echo; done
try broadsheet score --any-length --numbers one papers/gazette/cats.txt | told
try broadsheet score --any-length papers/gazette/cats.txt | told
try broadsheet score --any-length --numbers one papers/gazette/cats.txt --format csv | python3 -c '
import csv, sys
print([row["syllables"] for row in csv.DictReader(line for line in sys.stdin if line[0] != "$")])'
printf 'In 1984 the town had 1,984 cats, and the king was as glad as he could be of all of them. He had them fed by the men of
the town, and he sat with them in the sun.' > king.txt
for how in spoken one; do broadsheet explain flesch_en --text king.txt --numbers "$how" | grep -A1 'syllables / words'; done
try broadsheet analyze papers -o store.db
syllables store.db
try broadsheet analyze papers -o store.db --numbers one
syllables store.db
try broadsheet analyze papers -o store.db --numbers=one
broadsheet export runs store.db --format csv | grep -o 'numbers [a-z]*'
broadsheet report store.db | grep -o 'Each number.*'
broadsheet report store.db --format markdown | grep -o 'Each number[a-z ]*'
mkdir half; cp -r papers/herald half
try broadsheet analyze half -o store.db --numbers spoken
broadsheet report store.db | tr '\n' ' ' | grep -o 'Numbers count.* alike'
try broadsheet analyze papers -o store.db --numbers none
try broadsheet explain flesch_en words=117 sentences=7 syllables=192 --numbers one
