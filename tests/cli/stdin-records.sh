# Records on standard input are records, packed or not, and an archive is no text.
. "$CASES/lib.sh"
record gazette 1 "The cat sat on the mat. The dog ran." > records
record herald 2 "A man came to town and sold the old red boat." >> records
for from in "cat records" "gzip -c records" "printf %s {x"; do
  echo "== $from"
  $from | try broadsheet analyze - --any-length -o store.db
  broadsheet export articles store.db | cut -d, -f1-2
  broadsheet export problems store.db | tail -n +2
  rm -f store.db
done
python3 -c 'import zipfile; zipfile.ZipFile("records.zip", "w").write("records")'
try broadsheet analyze - --any-length -o store.db < records.zip
try broadsheet score - --any-length --as-is -f csv < records | cut -d, -f1-6
