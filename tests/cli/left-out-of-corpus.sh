# A report straight from a corpus says what it left out and where, since its store goes with it; also when quiet.
. "$CASES/lib.sh"
record paper 1 "The cat sat on the mat and looked. The dog ran away from the town." > papers.jsonl
printf '{bad\n' >> papers.jsonl
try broadsheet report --any-length papers.jsonl > said; grep -v '^[^b]' said
broadsheet report -q --any-length papers.jsonl > quiet 2> said; echo "[$?]"; cat said; tail -1 quiet
for n in $(seq 14); do printf '{bad\n'; done >> papers.jsonl
try broadsheet richness -q --any-length papers.jsonl | grep -v "[─│]" | head -16
# its problems are what this one asks for
try broadsheet export problems -q --any-length papers.jsonl > rows; grep -c bad-record rows; grep "^broadsheet:" rows; true
