# What is no store, or cannot be used as one, is left byte for byte as it is.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q -o store.db
: > empty.db
printf 'Dear diary,\n' > text.db
python3 - <<'PYTHON'
import shutil
import sqlite3

sqlite3.connect("foreign.db").execute("CREATE TABLE articles (id TEXT)")
for name, change in {
    "newer.db": "PRAGMA user_version = 99",
    "other.db": "PRAGMA application_id = 5",
    "columns.db": "DROP VIEW articles; CREATE VIEW articles AS SELECT outlet, id FROM article_rows",
}.items():
    shutil.copy("store.db", name)
    sqlite3.connect(name).executescript(change)
PYTHON
head -c 5000 store.db > cut.db
head -c 100000 store.db | tr '\0' '\377' > broken.db
mkdir folder.db
md5sum ./*.db > sums 2> /dev/null
for name in foreign newer other columns cut broken text folder; do
  try broadsheet analyze papers -q -o $name.db
  [ $name = text ] || [ $name = folder ] || try broadsheet report $name.db
  try broadsheet merge store.db $name.db -o new.db
done 2>&1 | sed 's/malformed\|not a database/DAMAGE/'
try broadsheet report empty.db -q
try broadsheet merge store.db empty.db -o new.db
try broadsheet analyze papers -q -o nowhere/store.db
try broadsheet analyze papers -q -o papers
try broadsheet export articles store.db -o nowhere/articles.csv
try broadsheet export articles store.db -o papers
md5sum -c --quiet sums 2>&1 | grep -v 'folder.db'
ls
