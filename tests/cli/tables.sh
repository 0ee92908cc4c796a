# A tiny corpus, from folder to report.
. "$CASES/lib.sh"
tiny_corpus
try broadsheet analyze papers -q --any-length -o store.db
try broadsheet report store.db -m flesch_en -m ari -m ttr
try broadsheet report store.db --spread flesch_en --format csv
try broadsheet report store.db --articles -m ari --format tsv
try broadsheet report store.db --articles -m ari --outlet-only herald --format jsonl
try broadsheet report store.db --whole -m ari --format json
try broadsheet report store.db -m ari --format markdown
printf '{"outlet": "post", "id": "1", "text": "The sea is wide.", "section": "sea \\"x\\"", "date": "2 May 2023"}\n' > post.jsonl
printf '{"outlet": "post", "id": "2", "text": "The hill is high. It is steep.", "section": "land"}\n' >> post.jsonl
try broadsheet analyze post.jsonl -q --any-length -o by.db
try broadsheet report by.db --by section -m ari --format csv
try broadsheet report by.db --by year -m ari --format csv
try broadsheet export fields by.db
try broadsheet words store.db -n 3
try broadsheet words store.db --content --outlet-only herald --format csv
try broadsheet words store.db --whole --least 2 --format markdown
try broadsheet export --list
try broadsheet export outlets store.db
try broadsheet export vocabulary store.db --format tsv
try broadsheet export sentence_lengths store.db --format json
try broadsheet export word_lengths store.db --format table
try broadsheet export problems store.db
try broadsheet export columns store.db --format tsv | head -4
