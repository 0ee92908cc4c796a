# A run that is stopped keeps what it did; the next one goes on from there.
. "$CASES/lib.sh"
for n in $(seq 600); do
  printf '{"outlet": "paper", "id": "%04d", "text": "Article number %d of them all."}\n' "$n" "$n"
done > records.jsonl
mkfifo input
begun () { until [ -e "$1" ] || ! kill -0 $program; do sleep .1; done 2> /dev/null; sleep 1; } # slow under a checker
broadsheet analyze - --input-format jsonl --as-is -j 2 -o store.db < input 2> said & # what repeats is asked of the whole
program=$!
exec 3> input
head -300 records.jsonl >&3
begun store.db-journal
kill -INT $program
tail -300 records.jsonl >&3
exec 3>&-
wait $program; echo "stopped: $?"
sed 's/[0-9][0-9]*/N/' said
try broadsheet analyze records.jsonl --as-is -q -o whole.db
n=$(broadsheet export outlets store.db | sed -n 's/^paper,\([0-9]*\),.*/\1/p')
[ "${n:-0}" -gt 0 ] && [ "$n" -lt 600 ] && echo "some articles are kept"
broadsheet analyze - --input-format jsonl --as-is -q -o store.db < records.jsonl; echo "the next: $?"
export_numbers store.db one; export_numbers whole.db two
diff -r one two && echo "as if it had not been stopped"
# killed in the middle, the store is what it was
cp store.db before.db
broadsheet analyze - --input-format jsonl --as-is --any-length -q -o store.db < input &
program=$!
exec 3> input
head -500 records.jsonl >&3
begun store.db-journal
{ kill -KILL $program; wait $program; } 2> /dev/null
exec 3>&-
export_all store.db killed; export_all before.db before
diff -r killed before && echo "the store is what it was"
# a temporary store goes when its run is stopped
broadsheet report - --input-format jsonl < input > /dev/null 2>&1 &
program=$!
exec 3> input
head -300 records.jsonl >&3
until [ -n "$(ls -A "$TMPDIR")" ]; do sleep .1; done; sleep 1
kill -TERM $program
tail -300 records.jsonl >&3
exec 3>&-
wait $program; echo "stopped: $?"
ls -A "$TMPDIR"
