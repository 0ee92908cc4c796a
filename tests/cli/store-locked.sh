# A store that another program is writing is not waited for without end, and not changed.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q -o store.db
export_all store.db before
printf 'A new one.\n' > papers/herald/new.txt
python3 - <<'PYTHON' &
import sqlite3
import pathlib
import time

store = sqlite3.connect("store.db", isolation_level=None)
store.execute("BEGIN EXCLUSIVE")
pathlib.Path("locked").touch()
while not pathlib.Path("enough").exists():
    time.sleep(0.05)
store.execute("ROLLBACK")
PYTHON
while [ ! -e locked ]; do sleep 0.05; done
try timeout 30 broadsheet analyze papers -q -o store.db
try timeout 30 broadsheet report store.db
try timeout 30 broadsheet merge store.db -o new.db
touch enough; wait
export_all store.db after
diff -r before after && echo "not changed"
try broadsheet analyze papers -q -o store.db
ls -d ./*.db*
