# What is missing or too much on a command line is named, and nothing is made.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q -o store.db
try broadsheet analyze
try broadsheet analyze papers
try broadsheet analyze -o new.db
try broadsheet analyze papers -o ''
try broadsheet analyze papers -o new.db --threads -1
try broadsheet analyze papers -o new.db --threads 9999
try broadsheet analyze papers -o new.db --max-article -5
try broadsheet analyze papers -o new.db --input-format docx
try broadsheet analyze papers -o new.db --outlet $'\xff'
try broadsheet analyze nowhere -o new.db
try broadsheet report
try broadsheet report store.db other.db
try broadsheet report nowhere.db
try broadsheet report store.db --measure nothing
try broadsheet report store.db --measure mattr_7
try broadsheet report store.db --spread nothing
try broadsheet report store.db --format xml
try broadsheet report store.db --by nothing
try broadsheet report store.db --outlet-only gazette
try broadsheet report store.db --articles --outlet-only nobody
try broadsheet report store.db --articles --whole
try broadsheet report store.db --spread fog --measure smog
try broadsheet words
try broadsheet words store.db -n -1
try broadsheet words store.db --outlet-only nobody
try broadsheet words store.db --whole --outlet-only gazette
try broadsheet measures flesch_en
try broadsheet measures --family beauty
try broadsheet merge
try broadsheet merge store.db
try broadsheet merge store.db -o store.db
try broadsheet export
try broadsheet export articles
try broadsheet export nothing store.db
try broadsheet export articles store.db store.db
try broadsheet segment --words --sentences x
ls
