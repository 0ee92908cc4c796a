# How many bytes are taken in one go does not show in any table, whatever they are wrapped in, whole or damaged, and from a
# pipe that gives a few at a time.
. "$CASES/lib.sh"
python3 - <<'PYTHON'
import bz2
import gzip
import json
import lzma
import pathlib
import random
import tarfile
import zipfile

chance = random.Random(3)
words = [f"{a}{b}{c}" for a in ("ba", "co", "di", "fu", "le") for b in "lmnrst" for c in ("ad", "er", "ing", "op", "us")]
records = [json.dumps({"outlet": "ab"[i % 2], "id": f"{i:04d}",
                       "text": " ".join(chance.choice(words) for _ in range(99)).capitalize() + "."}) for i in range(2000)]
data = "\n".join(records).encode()
pathlib.Path("plain.jsonl").write_bytes(data)
for name, tool in ("bz2", bz2), ("gz", gzip), ("xz", lzma):
    packed = tool.compress(data)
    pathlib.Path(f"whole.jsonl.{name}").write_bytes(packed)
    pathlib.Path(f"cut.jsonl.{name}").write_bytes(packed[:len(packed) * 9 // 10])
    pathlib.Path(f"small.jsonl.{name}").write_bytes(tool.compress(data[:200000])[:-2000])
with tarfile.open("papers.tar.xz", "w:xz") as tar, zipfile.ZipFile("papers.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for number, record in enumerate(records[:200]):
        place = pathlib.Path(f"{number:03d}.txt")
        place.write_text(json.loads(record)["text"])
        tar.add(place, arcname=f"{number % 3}/{place}")
        archive.write(place, arcname=f"{number % 3}/{place}")
        place.unlink()
PYTHON
# write STORE FOLDER: the tables in which another reading would show
write () {
  mkdir -p "$2"
  for table in articles problems vocabulary; do
    broadsheet export $table "$1" -o "$2/$table.csv"
  done
}

# slowly BYTES FILE: its bytes, so many at a time
slowly () {
  python3 -c 'import sys, time
for piece in iter(lambda: sys.stdin.buffer.read(int(sys.argv[1])), b""):
    sys.stdout.buffer.write(piece); sys.stdout.buffer.flush(); time.sleep(.0005)' "$1" < "$2"
}
for corpus in "$SAMPLE" papers.* plain.jsonl {whole,cut,small}.jsonl.*; do
  for size in "" 61; do
    BROADSHEET_CHUNK=$size broadsheet analyze "$corpus" -q --as-is -o "store$size.db" || [ $? -eq 1 ] || echo "$size failed"
    write "store$size.db" "of$size"
    diff -r of "of$size" > difference || echo "$corpus, $size bytes: another result"
  done
  echo "${corpus##*/}: $(tail -n +2 of/articles.csv | wc -l), $(tail -n +2 of/problems.csv | wc -l) problems"
  rm -rf store*.db of of[0-9]*
done
for corpus in whole.jsonl.* cut.jsonl.*; do
  for size in 4093 300000; do
    slowly $size "$corpus" | broadsheet analyze - --input-format jsonl -q --as-is -o $size.db
    write $size.db $size
  done
  diff -r 4093 300000 > difference && echo "$corpus, piped: the same"
  rm -rf [0-9]*
done
BROADSHEET_CHUNK=0 try broadsheet measures
BROADSHEET_CHUNK=8k try broadsheet measures
