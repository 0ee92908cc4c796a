# How evenly a word is spread, from the store alone.
. "$CASES/lib.sh"
cp -r "$SAMPLE" sample
broadsheet analyze sample -q -o papers.db
rm -r sample
try broadsheet dispersion government papers.db
try broadsheet dispersion 'govern*' papers.db --word The --outlet-only altamark-wire --format csv
try broadsheet dispersion nowhere papers.db --format jsonl
printf '{"outlet": "post", "id": "1", "text": "The sea is wide.", "date": "2 May 2023"}\n' > post.jsonl
printf '{"outlet": "post", "id": "2", "text": "The hill is by the sea.", "date": "2024-06"}\n' >> post.jsonl
printf '{"outlet": "times", "id": "1", "text": "No hill. A tree.", "date": "2024"}\n' >> post.jsonl
try broadsheet dispersion the post.jsonl -q --format tsv
try broadsheet dispersion the post.jsonl -q --by month --format csv
try broadsheet dispersion the post.jsonl -q --by year --format csv
try broadsheet dispersion the post.jsonl -q --by week
try broadsheet dispersion the
try broadsheet dispersion the post.jsonl -q --chart the.png --word sea
try broadsheet dispersion the post.jsonl -q --outlet-only gazette
