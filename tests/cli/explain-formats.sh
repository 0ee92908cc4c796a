# An explanation as JSON and as a table says what the page says.
. "$CASES/lib.sh"
counts="words=100 sentences=5 letters=450"
broadsheet explain ari $counts --format json | python3 -c '
import json
import sys
got = json.load(sys.stdin)
print(got["id"], got["value"], got["caution"], len(got["steps"]), got["steps"][-1]["name"], got["steps"][-1]["value"])'
for format in csv tsv jsonl markdown; do
  broadsheet explain ari $counts --format $format > explained || echo "$format: $?"
  grep -c 'Smith & Senter 1967\|Smith &amp; Senter 1967\|Smith \\& Senter 1967' explained
done
