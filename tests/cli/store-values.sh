# The values that a store keeps sorted by outlet are those of its articles, with copies and without, after every change.
. "$CASES/lib.sh"
cat >same.py <<'PY'
import sqlite3, struct, sys
db = sqlite3.connect(sys.argv[1])
kept = {}
for outlet, name, copied, n, numbers in db.execute(
        "SELECT o.name, v.name, copied, v.articles, numbers FROM outlet_values v JOIN outlets o USING (outlet)"):
    values = struct.unpack(f"<{len(numbers) // 8}d", numbers)
    assert len(values) == n and list(values) == sorted(values)
    kept[outlet, name, copied] = list(values)
names = sorted({name for _, name, _ in kept})
for name in names:
    found = {}
    for outlet, copied, value in db.execute(
            f'SELECT outlet, EXISTS (SELECT 1 FROM copies c WHERE c.article = a.article AND c.original <> c.article),'
            f' "{name}" FROM articles a WHERE "{name}" IS NOT NULL'):
        found.setdefault((outlet, name, copied), []).append(float(value))
    assert {key: sorted(values) for key, values in found.items()} == {
        key: values for key, values in kept.items() if key[1] == name}, name
print(len(names), "columns are the articles' own:", " ".join(names))
PY
mkdir -p small/one small/two
cp "$SAMPLE"/altamark-wire/2023/*.txt small/one/
find "$SAMPLE"/vernier-weekly -name "*.txt" -exec cp {} small/two/ \;
try broadsheet analyze -q small -o small.db
python3 same.py small.db
rm small/one/"$(ls small/one | head -n 1)"
try broadsheet analyze -q small --prune -o small.db
python3 same.py small.db
broadsheet analyze -q "$SAMPLE/sample.manifest" -o sample.db 2>/dev/null
python3 same.py sample.db
broadsheet plot measure small.db --data-only | tail -n 3
python3 -c "import sqlite3; db = sqlite3.connect('small.db'); db.execute(\"UPDATE outlet_values SET numbers = x'00ff'\"); db.commit()"
try broadsheet plot measure small.db --data-only
