# A folder, records, a table and archives of the same articles give the same numbers.
. "$CASES/lib.sh"
tiny_corpus
python3 - <<'PYTHON'
import csv
import json
import pathlib
import tarfile
import zipfile

paths = sorted((path for path in pathlib.Path("papers").rglob("*.txt")), reverse=True)
rows = [(path.parts[1], "/".join(path.parts[2:]), path.read_text()) for path in paths]
with open("records.jsonl", "w") as file:
    for row in rows:
        file.write(json.dumps(dict(zip(("outlet", "id", "text"), row))) + "\n")
for name, delimiter in ("records.csv", ","), ("records.tsv", "\t"):
    with open(name, "w", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([("outlet", "id", "text"), *rows])
with tarfile.open("papers.tar", "w") as tar, zipfile.ZipFile("papers.zip", "w") as archive:
    for path in paths:
        tar.add(path, arcname="/".join(path.parts[1:]))
        archive.write(path, arcname="/".join(path.parts[1:]))
PYTHON
for tool in gzip xz bzip2 zstd; do
  command -v $tool > /dev/null && $tool -kq records.jsonl
done
broadsheet analyze papers -q --any-length -o papers.db
export_numbers papers.db folder
for corpus in records.* papers.tar papers.zip; do
  rm -rf store.db numbers
  broadsheet analyze "$corpus" -q --any-length -o store.db || echo "$corpus: $?"
  export_numbers store.db numbers
  diff -r folder numbers > difference || { echo "$corpus differs"; head -5 difference; }
done
broadsheet analyze - --input-format jsonl -q --any-length -o input.db < records.jsonl
export_numbers input.db input
diff -r folder input && echo "all the same"
# one paper after the other, into one store
for paper in herald gazette; do
  mkdir $paper; mv papers/$paper $paper/
  broadsheet analyze $paper -q --any-length -o steps.db
done
export_numbers steps.db steps
diff -r folder steps && echo "in steps too"
