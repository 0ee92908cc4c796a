# Every table says the same in CSV, TSV, JSON and JSONL, on standard output and into a file.
. "$CASES/lib.sh"
tiny_corpus
record 'quo"te' 'a,b' $'One \\t line.\n\nTwo, "quoted" words.' > more.jsonl
printf '{"text": "Text beside fields.", "outlet": "f", "id": "1", "section": "news\\tdesk \\"x\\"", "empty": ""}\n' >> more.jsonl
printf 'broken\n' >> more.jsonl
broadsheet analyze papers more.jsonl -q --any-length -o store.db; echo "analyze: $?"
for table in $(broadsheet export --list --format csv | tail -n +2 | cut -d, -f1); do
  for format in csv tsv json jsonl; do
    broadsheet export "$table" store.db --format "$format" -o "$table.$format" || echo "$table.$format: $?"
    broadsheet export "$table" store.db --format "$format" | cmp - "$table.$format"
  done
  broadsheet export "$table" store.db | cmp - "$table.csv"
  python3 "$CASES/same-table.py" "$table"
done
