# Names and ids that differ in nothing but control characters or bytes that are no text stay different, as files' names do.
. "$CASES/lib.sh"
python3 - <<'PYTHON'
import json

with open("a.jsonl", "w", encoding="utf-8") as file:
    for n, id in enumerate(["a b", "a\tb", "a\nb", "a\0b", "a\u0085b", "a\u2028b", "a\\x09b", " a c\n", "a c\a"]):
        print(json.dumps({"outlet": "O", "id": id, "title": "one\ttitle", "text": f"The cat sat on mat {n}."}), file=file)
    for outlet in ("P Q", "P\tQ"):
        print(json.dumps({"outlet": outlet, "id": "1", "text": "The dog ran."}), file=file)
with open("b.csv", "wb") as file:
    file.write(b'outlet,id,text\nO,"caf\xe8",The king is dead.\nO,"caf\xe9",Long live the king.\n')
PYTHON
mkdir m; printf 'The sun is up.' > m/1.txt; printf 'The moon is not.' > m/2.txt
printf '[outlet M N]\nfiles = 1.txt\n[outlet o]\nname = M\\tN\nfiles = 2.txt\n' > m/corpus.manifest
try broadsheet analyze a.jsonl b.csv m --any-length -o store.db
broadsheet export articles store.db --format jsonl | grep -o '^{"outlet":"[^"]*","id":"[^"]*","title":[^,]*'
try broadsheet export problems store.db
try broadsheet report store.db --articles --outlet-only 'P\x09Q' -m ari
# a table that is joined by id names them as the records do
printf '[corpus]\n[outlet O]\nfiles = a.jsonl\n[metadata]\ntable = t.tsv\nkey = id\nbase = id\n' > t.manifest
printf 'id\tsection\n"a\tb"\tsport\n"a b"\tnews\n' > t.tsv
try broadsheet analyze t.manifest -q --any-length -o joined.db
broadsheet export fields joined.db
