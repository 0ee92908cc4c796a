# A measure over time: periods, slopes, changes, and what stands in the way.
. "$CASES/lib.sh"
python3 - > paper.jsonl <<'END'
import json

for month in range(48):
    clause = "the ferry of the old town went out to sea" if month < 24 else "the administration deliberated"
    for n in range(2):
        text = f"In the morning {clause} again. " * (20 + n)
        day = f"{2001 + month // 12}-{month % 12 + 1:02d}-{5 + n:02d}"
        print(json.dumps({"outlet": "post", "id": f"{month:02d}-{n}", "date": day, "text": text}))
print(json.dumps({"outlet": "post", "id": "year", "date": "2003", "text": "A year is a date too. " * 30}))
print(json.dumps({"outlet": "post", "id": "none", "text": "This one says nothing of its day. " * 30}))
END
broadsheet analyze paper.jsonl -q -o store.db --without copies
try broadsheet trend store.db --period year
try broadsheet trend store.db --period quarter --show changes --format csv
try broadsheet trend store.db --show slopes --format csv
try broadsheet trend store.db --whole --period decade --format json
try broadsheet trend store.db --period day --show periods --format csv | head -3
try broadsheet trend store.db --period week --show periods --format csv | head -3
try broadsheet trend store.db --period fortnight
try broadsheet trend store.db --show all
try broadsheet trend store.db --whole --outlet-only post
try broadsheet trend store.db --outlet-only nobody
try broadsheet trend store.db -m flesch
echo "A text without a date." > text.txt
try broadsheet trend text.txt --any-length -q
