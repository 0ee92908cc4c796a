# A record that is none is named by its line; the others are read.
. "$CASES/lib.sh"
cat > records.jsonl <<'RECORDS'
{"outlet": "paper", "id": "1", "text": "The first is good."}
{"outlet": "paper", "id": "2", "text": "no end
{"outlet": "paper", "id": "3", "text": 3}
{"outlet": "paper", "id": "4"}
["outlet", "paper"]

{"outlet": "paper", "id": "7", "text": "bad escape \x"}
{"outlet": "paper", "id": "8", "text": "lone \ud800 half"}
{"outlet": "paper", "id": "9", "text": ""}
{"outlet": "paper", "id": "1", "text": "The same id again."}
{"outlet": "paper", "id": "11", "text": "The last is good."} trailing
{"outlet": "paper", "id": "12", "text": "The very last is good."}
RECORDS
printf '{"outlet": "paper", "id": "13", "text": "bytes \xff\xfe"}\n' >> records.jsonl
python3 -c 'print("[" * 100000)' >> records.jsonl
printf '{"outlet": "paper", "id": "15", "text": "no line end"}' >> records.jsonl
try broadsheet analyze records.jsonl -q -o records.db
broadsheet export problems records.db
broadsheet export articles records.db | cut -d, -f1,2
printf 'outlet,id,text\npaper,1,"The first is good."\npaper,2\npaper,3,"never closed\npaper,4,swallowed\n' > rows.csv
try broadsheet analyze rows.csv -q -o rows.db
broadsheet export problems rows.db
broadsheet export articles rows.db | cut -d, -f1,2
printf 'outlet\tid\n' > none.tsv
: > empty.csv
printf '\n\n\n' > blank.jsonl
try broadsheet analyze none.tsv empty.csv blank.jsonl -q -o none.db
broadsheet export problems none.db
