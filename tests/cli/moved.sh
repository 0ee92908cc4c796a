# An article that moves says where it stands now, and so do its problems; the store is as if made afresh.
. "$CASES/lib.sh"
places () {
  broadsheet export articles "$1" -f json \
    | python3 -c 'import json, sys
for row in json.load(sys.stdin):
    print(row["id"], row["source_path"], row["source_member"], row["source_offset"], row["source_line"])'
}
same_as_fresh () {
  rm -rf fresh.db fresh store
  broadsheet analyze "$1" -q -o fresh.db 2> /dev/null
  for store in fresh store; do export_all $store.db $store; done
  diff -r fresh store && echo "as if made afresh"
}
text='The mayor spoke on Monday. She said the ferry would run again in May.'

echo "--- to another file, and down in it"
{ record A x "$text"; record A y "The tide is low."; } > a.jsonl
try broadsheet analyze a.jsonl -o store.db
{ record A new "The sun is up."; cat a.jsonl; } > b.jsonl
rm a.jsonl
try broadsheet analyze b.jsonl -o store.db
places store.db
same_as_fresh b.jsonl

echo "--- into an archive"
rm store.db
mkdir -p d/A
printf 'Le caf\xe9 est ferm\xe9, said the owner, and he went home at last in the rain.\n' > d/A/0.txt
try broadsheet analyze d -o store.db
tar cf d.tar -C d A
try broadsheet analyze d.tar -o store.db
places store.db
same_as_fresh d.tar
cat store/problems.csv

echo "--- to another line, where its old one holds nothing"
rm store.db
record A x "$text" > c.jsonl
try broadsheet analyze c.jsonl -o store.db
{ record A x "Share this article"; cat c.jsonl; } > c && mv c c.jsonl
try broadsheet analyze c.jsonl -o store.db
same_as_fresh c.jsonl
cat store/problems.csv

echo "--- other bytes, other problem"
rm store.db
try broadsheet analyze d -o store.db
printf '%s\n' $'\xef\xee\xe3\xee\xe4\xe0 \xf1\xe5\xe3\xee\xe4\xed\xff \xf5\xee\xf0\xee'\
$'\xf8\xe0\xff \xe8 \xe2\xf1\xe5 \xe8\xe4\xf3\xf2 \xe4\xee\xec\xee\xe9.' > d/A/0.txt
try broadsheet analyze d -o store.db
same_as_fresh d
cat store/problems.csv
