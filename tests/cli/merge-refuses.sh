# A merge that cannot be leaves nothing behind and takes nothing away.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q -o one.db
printf 'The cat slept.\n' > papers/gazette/2024/cat.txt
broadsheet analyze papers -q -o two.db
broadsheet analyze papers -q --any-length -o three.db
broadsheet analyze papers -q -o same.db
: > empty.db
printf 'precious' > all.db.part
try broadsheet merge one.db two.db -o all.db
try broadsheet merge two.db three.db -o all.db
try broadsheet merge one.db nowhere.db -o all.db
try broadsheet merge one.db empty.db -o all.db
try broadsheet merge one.db all.db.part -o all.db
try broadsheet merge one.db -o nowhere/all.db
try broadsheet merge one.db -o two.db
try broadsheet merge two.db same.db two.db -o all.db
broadsheet export outlets all.db
cat all.db.part; echo
ls
