# A strip an outlet with a tick wherever the word stands.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
printf '{"outlet": "post", "id": "1", "text": "The sea is wide.", "date": "2 May 2023"}\n' > post.jsonl
printf '{"outlet": "post", "id": "2", "text": "The hill is by the sea.", "date": "2021-06"}\n' >> post.jsonl
printf '{"outlet": "times `echo x` %%d \\"#", "id": "1", "text": "No hill. A tree.", "date": "2024"}\n' >> post.jsonl
try broadsheet dispersion the post.jsonl -q --chart -
try broadsheet dispersion nowhere post.jsonl -q --chart - --outlet-only post
try broadsheet dispersion 'the*' post.jsonl -q --chart the.svg
head -c 5 the.svg; echo
try broadsheet dispersion the post.jsonl -q --chart the.jpg
