# segment --explain: every decision about a sentence's end and about words; and what is said of a text without marks.
. "$CASES/lib.sh"
printf 'Dr. Gray left at 9 a.m. She said: "No." The rule is old.\n' > text.txt
try broadsheet segment --explain text.txt
try broadsheet segment --explain --format csv text.txt
printf 'Beautiful AT&T stakeholders met Abraham in 1865.\n' > words.txt
try broadsheet segment --explain --syllables --format csv words.txt
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do printf 'so we went down to the river and saw the boats '; done > unmarked.txt
try broadsheet segment --words --format csv unmarked.txt | head -3
try broadsheet score unmarked.txt | grep -E '^(sentences|flesch_en|mattr)'
