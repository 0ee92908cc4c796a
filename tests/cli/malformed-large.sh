# An article over the ceiling is named and left out, whatever it is in.
. "$CASES/lib.sh"
mkdir -p corpus/paper
printf 'The cat sat.\n' > corpus/paper/small.txt
python3 -c 'print("word " * 1000)' > corpus/paper/large.txt
gzip -k corpus/paper/large.txt; mv corpus/paper/large.txt.gz corpus/paper/packed.txt.gz
record paper small 'The dog ran.' > records.jsonl
record paper large "$(cat corpus/paper/large.txt)" >> records.jsonl
record paper last 'The end.' >> records.jsonl
tar -C corpus -cf papers.tar paper
for place in corpus records.jsonl papers.tar; do
  rm -f store.db
  try broadsheet analyze $place -q --max-article 2000 -o store.db
  broadsheet export problems store.db
  broadsheet export articles store.db | cut -d, -f2 | tail -n +2
done
