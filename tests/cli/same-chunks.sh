# How many bytes are taken in one go does not show in any table, whatever the bytes are wrapped in.
. "$CASES/lib.sh"
tiny_corpus
python3 - <<'PYTHON'
import pathlib
import tarfile
import zipfile

with tarfile.open("papers.tar.xz", "w:xz") as tar, zipfile.ZipFile("papers.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for path in sorted(pathlib.Path("papers").rglob("*.txt")):
        tar.add(path, arcname="/".join(path.parts[1:]))
        archive.write(path, arcname="/".join(path.parts[1:]))
PYTHON
for paper in gazette herald; do
  cat papers/$paper/*.txt papers/$paper/*/*.txt 2>/dev/null | while read -r line; do
    [ -z "$line" ] || record $paper "${line%% *}-${#line}" "$line"
  done
done > records.jsonl
python3 -c 'import bz2, gzip, lzma
data = open("records.jsonl", "rb").read()
for name, tool in ("bz2", bz2), ("gz", gzip), ("xz", lzma):
    tool.open(f"records.jsonl.{name}", "wb").write(data)'
for corpus in "$SAMPLE" papers.tar.xz papers.zip records.jsonl*; do
  for size in "" 1 7 4093; do
    BROADSHEET_CHUNK=$size broadsheet analyze "$corpus" -q --any-length -o "store$size.db" || [ $? -eq 1 ] || echo "$size failed"
    export_all "store$size.db" "of$size"
    diff -r of "of$size" > difference || echo "$corpus, $size bytes: another result"
  done
  echo "${corpus##*/}: $(wc -l < of/articles.csv) lines"
  rm -rf store*.db of of[0-9]*
done
BROADSHEET_CHUNK=0 try broadsheet measures
BROADSHEET_CHUNK=8k try broadsheet measures
