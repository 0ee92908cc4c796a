# Copies are found, told with what they share, and the same from a folder, from standard input and from merged parts.
. "$CASES/lib.sh"
python3 - <<'PYTHON'
import json
import os

words = "the a of harbour council boat said and to tide was in clerk had wind on it old from gate with north".split()
text = [words[i * i * 7 % 23 % len(words)] + str(i % 89) if i % 5 == 0 else words[(i * i + i // 7) % len(words)] for i in range(260)]


def prose(words):
    pieces = [" ".join(words[i : i + 13]).capitalize() + "." for i in range(0, len(words), 13)]
    return "\n\n".join(" ".join(pieces[i : i + 3]) for i in range(0, len(pieces), 3)) + "\n"


articles = {
    "gazette/ferry.txt": prose(text[:200]),
    "herald/ferry.txt": prose(text[:230]) + "\nThis article originally appeared in the Gazette.\n",
    "herald/cut.txt": prose(text[:78]),
    "wire/other.txt": prose(text[::-1]),
}
with open("articles.jsonl", "w") as records:
    for name, article in articles.items():
        os.makedirs("papers/" + os.path.dirname(name), exist_ok=True)
        with open("papers/" + name, "w") as file:
            file.write(article)
        outlet, id = name.split("/")
        records.write(json.dumps({"outlet": outlet, "id": id, "text": article}) + "\n")
PYTHON
broadsheet analyze papers -o store.db 2>&1 | sed 's/ in [0-9.]* s$/ in a moment/'
try broadsheet export copies store.db
try broadsheet export copy_pairs store.db
try broadsheet export outlets store.db

# standard input is gone when copies are compared, and yet
broadsheet analyze - --input-format jsonl -q -o piped.db < articles.jsonl
broadsheet analyze - --input-format jsonl -q -o twice.db <<< "$(head -n 1 articles.jsonl)"
broadsheet analyze - --input-format jsonl -q -o twice.db < articles.jsonl
for store in piped twice; do
  for table in copies copy_pairs copy_doubts outlets; do
    cmp <(broadsheet export $table store.db) <(broadsheet export $table $store.db) || echo "$table of $store.db differs"
  done
done

for outlet in gazette herald; do broadsheet analyze papers/$outlet -q -o $outlet.db; done
try broadsheet merge gazette.db herald.db -o merged.db
try broadsheet export copy_pairs merged.db
try broadsheet export copy_doubts merged.db
broadsheet analyze papers -q -o merged.db
try broadsheet export copies merged.db
