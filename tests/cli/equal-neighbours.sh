# An article that says what the one before it said is not read again, and has the numbers that it has anywhere else.
. "$CASES/lib.sh"
python3 - <<'PYTHON'
import json

CAT = "The cat sat on the mat and looked at the dog. It was not pleased, said the man who had seen it. " * 6
KING = "Der König ist tot, und die Stadt trauert. Es lebe der König, sagte der Herold auf dem Markt der Stadt. " * 6
PAGE = "<html><body><h1>Cats</h1><p>" + CAT + "</p></body></html>"
HEAD = "Why the cat was not pleased at all with the dog\n\n"
kinds = [{"text": HEAD + CAT}, {"text": HEAD + CAT, "title": HEAD.strip()}, {"text": CAT, "language": "de"}, {"text": KING},
         {"text": KING, "language": "en"}, {"html": PAGE}, {"text": PAGE}, {"text": CAT + "\ufffd"}, {"text": ""},
         {"text": CAT + ". ".join(["word"] * 3) + " Copyright 1923 The Times. All rights reserved."},
         {"text": CAT, "outlet": "other"}]
rows = [{"outlet": "paper", "id": f"{k}-{i}", **kind} for k, kind in enumerate(kinds) for i in range(7)]
apart = [f"{k}-{i}" for i in range(7) for k in (0, 3, 1, 5, 2, 6, 4, 7, 8, 9, 10)]  # no text twice in a row
for name, order in (("runs", rows), ("mixed", sorted(rows, key=lambda row: apart.index(row["id"])))):
    with open(name + ".jsonl", "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in order)
PYTHON
for way in "" --as-is; do
  for threads in 1 2; do
    for name in runs mixed; do
      broadsheet analyze $name.jsonl -q $way --any-length --threads $threads -o $name.db
      export_numbers $name.db $name
    done
    diff -r runs mixed && echo "equal $way"
    rm -r runs mixed ./*.db
  done
done
