# Charts and key words of a corpus of more outlets than anybody can look at: the largest are shown, and that is said.
. "$CASES/lib.sh"

python3 - > corpus.jsonl <<'END'
import json
for i in range(70):
    text = " ".join(f"The ferry of harbour {'abcdefghij'[i % 10]} sails past the old lighthouse every morning." for _ in range(3 + i % 7))
    for j in range(1 + i % 3):
        print(json.dumps({"outlet": f"paper {i:02}", "id": str(j), "text": text + f" Number {j} of {i}."}))
END
broadsheet analyze corpus.jsonl -o store.db --quiet
for chart in measure ecdf content-words sentence-length zipf; do
  echo "== $chart"
  broadsheet plot $chart store.db --data-only --copies=keep > table
  grep "most" table; grep -c "^paper" table
done
echo "== report"
broadsheet report store.db --html page.html --copies=keep --quiet
grep -o "Of [0-9]* outlets the [0-9]* with the most words\." page.html | head -1
