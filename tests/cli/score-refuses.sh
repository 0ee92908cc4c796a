# What cannot be scored is named; the others are scored.
. "$CASES/lib.sh"
printf 'The cat sat.\n' > cat.txt
: > empty.txt
printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\76\0\1\0\0\0\0\0\0' > program
printf '{"text": "The cat sat."}\n{"text": }\n[1]\n' > records.jsonl
try broadsheet score empty.txt
try broadsheet score program
try broadsheet score program cat.txt --format csv | cut -d, -f1-6
try broadsheet score records.jsonl --format csv | cut -d, -f1,6
try broadsheet score nowhere.txt
try broadsheet score cat.txt nowhere.txt
try broadsheet score picture.png
printf 'x' > picture.png
try broadsheet score picture.png
try broadsheet segment program
try broadsheet explain fog --text program
