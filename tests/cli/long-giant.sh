# A file of 5 GB is refused, and an article of 200 MB is counted where that is allowed.
. "$CASES/lib.sh"
mkdir -p corpus/paper
printf 'The cat sat.\n' > corpus/paper/small.txt
truncate -s 5G corpus/paper/sparse.txt
try broadsheet analyze corpus -q -o store.db
broadsheet export problems store.db
broadsheet export articles store.db | cut -d, -f2 | tail -n +2
rm corpus/paper/sparse.txt
python3 -c '
import sys
line = "The cat sat on the mat, and the dog ran to the town in the sun. " * 16 + "\n\n"
sys.stdout.write(line * (200_000_000 // len(line) + 1))' > corpus/paper/long.txt
try broadsheet analyze corpus -q -o store.db
broadsheet export problems store.db
try broadsheet analyze corpus -q --max-article 300000000 -o store.db
broadsheet export articles store.db | cut -d, -f1,2 | tail -n +2
broadsheet export outlets store.db
