# The tables beside the comparison, for people and for programs, and what --show and --copies refuse.
. "$CASES/lib.sh"
mkdir -p papers/gazette papers/herald
for n in 1 2 3; do
  printf 'Home\nNews\nSport\n\nThe ferry number %s left the harbour at noon, and nobody on the pier said a word about it.\n' $n
  printf '\nThe captain waited for the mail until the tide had turned, and then he gave the order to cast off.\n'
  printf '\n© 2024 The Gazette. All rights reserved.\n'
done > all
split -n l/3 all papers/gazette/ --additional-suffix=.txt
printf 'The king is dead. Long live the king!\n' > papers/herald/king.txt
try broadsheet analyze papers -q --any-length -o store.db
for table in cleaning mending repeats copies carriers sensitivity diagnostics rules; do
  try broadsheet report store.db --show $table
done
try broadsheet report store.db --show cleaning --format csv
try broadsheet report store.db --show copies --format json
try broadsheet report store.db --show diagnostics --format markdown
try broadsheet report store.db --show beauty
try broadsheet report store.db --show copies --whole
try broadsheet report store.db --show copies -m ari
try broadsheet report store.db --copies both
try broadsheet words store.db --copies drop
try broadsheet export outlets store.db --copies drop
try broadsheet plot zipf store.db --copies drop
try broadsheet report store.db --copies keep --whole -m ari --format csv
try broadsheet analyze papers -q --any-length --without copies,repeats -o part.db
try broadsheet report part.db --show copies
try broadsheet report part.db -m ari | tail -7
try broadsheet analyze papers/herald -q --any-length --as-is --outlet herald -o part.db
try broadsheet report part.db --show mending
for n in $(seq 60); do printf 'The boat number %s came home late. ' $n; done > papers/herald/line.txt
try broadsheet report papers -q -m ari | tail -3
