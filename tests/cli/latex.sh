# The comparison for a paper, and where there is no such format.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q --any-length -o store.db
try broadsheet report store.db -m ari --format latex
broadsheet compare -q store.db -m ari --least 2 --format latex | grep -e section -e '^%' | sort -u
try broadsheet report store.db --format tex
