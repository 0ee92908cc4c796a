# Strips, bars and sparklines on a terminal that can, and the plain table everywhere else.
. "$CASES/lib.sh"
locale -a | grep -qix 'c.utf-\?8' || skip no locale of UTF-8
for year in 2019 2020 2021 2022; do
  for outlet in gazette 'El Diario' شمس; do
    words=$(seq -s ' ' $((year - 2010 + ${#outlet})) | sed 's/[0-9]*/morning/g')
    printf '{"outlet": "%s", "id": "%s", "date": "%s-05-01", "text": "The sea is wide and %s came. It went."}\n' "$outlet" $year $year "$words"
    printf '{"outlet": "%s", "id": "%s b", "date": "%s-06-01", "text": "A ship came in at noon with %s."}\n' "$outlet" $year $year "$words"
  done
done > corpus.jsonl
broadsheet analyze corpus.jsonl -q --any-length -o store.db
export LC_ALL=C.UTF-8 TERM=xterm
on () { python3 "$CASES/on-terminal.py" "$@"; }
broadsheet report store.db > pipe
for columns in 80 100 200; do
  echo "$columns columns"; on $columns broadsheet report store.db | sed '/Whole corpus/,$d'
done
echo trend; on 120 broadsheet trend store.db -m ari --period year --show slopes | head -6
echo words; on 100 broadsheet words store.db -n 2 | head -8
# none of it where it is not wanted, or the terminal cannot
pictures='[├┤●▁▂▃▄▅▆▇█▏▎▍▌▋▊▉]'
for columns in 60 79 120; do
  on $columns env NO_COLOR=1 broadsheet report store.db | grep -c "$pictures"
  on $columns env TERM=dumb broadsheet report store.db | grep -c "$pictures"
  on $columns env LC_ALL=C broadsheet report store.db | grep -c "$pictures"
  on $columns env -u TERM broadsheet report store.db | grep -c "$pictures"
done | sort | uniq -c | sed 's/^ *//'
on 79 broadsheet report store.db | grep -c "$pictures"
grep -c "$pictures" pipe
broadsheet report store.db | cmp - pipe
on 120 broadsheet report store.db -o file; cmp file pipe
for format in csv tsv json jsonl markdown latex; do on 120 broadsheet report store.db --format $format | grep "$pictures"; done
