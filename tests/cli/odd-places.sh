# A corpus whose name holds a line end or bytes that are no text is found again, and replaced by no output.
. "$CASES/lib.sh"
odd=$'pa\nth\\x41\xff'
mkdir -p "$odd/A"
printf 'The cat sat on the mat. The dog ran.\n' > "$odd/A/cat.txt"
record A dog 'The dog ran to the town.' > more.jsonl
broadsheet analyze "$odd" more.jsonl -q --any-length -o s.db
broadsheet export runs s.db --format jsonl | grep -o '"places":"[^"]*"'
try broadsheet concordance the s.db --format csv
try broadsheet concordance the s.db --format csv --sources "$odd" --sources more.jsonl
try broadsheet export outlets s.db -o "$odd/A/cat.txt"
try broadsheet analyze "$odd" more.jsonl --any-length -o s.db
mv "$odd" elsewhere; mv more.jsonl elsewhere.jsonl
try broadsheet concordance the s.db --format csv
