# The document-term matrix, and a store without words by article.
. "$CASES/lib.sh"
tiny_corpus
try broadsheet analyze papers -q --any-length -o store.db
try broadsheet matrix store.db -o all
try cat all.mtx all.articles.tsv all.words.tsv
try broadsheet matrix store.db -o some --content --least-articles 2 -q
try cat some.mtx some.words.tsv
try broadsheet matrix store.db
try broadsheet matrix store.db -o nowhere/all
ls nowhere 2> /dev/null
try broadsheet analyze papers -q --any-length -o small.db --forget words
ls small.db 2> /dev/null
try broadsheet analyze papers -q --any-length -o small.db --forget terms,lengths
od -An -tu1 -j16 -N2 small.db # its pages are those of any store: 32 times 256 bytes
try broadsheet words small.db -n 1 --format csv
try broadsheet keyness small.db -n 1 --least 1 --least-articles 1 --format csv
try broadsheet export forgotten small.db
try broadsheet export article_words small.db
try broadsheet matrix small.db -o none
ls none* 2> /dev/null
try broadsheet analyze papers -q --any-length -o small.db
try broadsheet merge small.db store.db -o both.db
