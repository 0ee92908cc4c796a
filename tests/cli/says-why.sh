# What cannot be done, or was not found, is told with what to do; nothing that was asked for is passed over.
. "$CASES/lib.sh"
tiny_corpus
mkdir papers/post
printf 'The sun is not the moon. The moon is up, and so is the dog.\n' > papers/post/moon.txt
broadsheet analyze papers -q --any-length --language en -o store.db
# an option that GLib would forget, or take for another
for options in "words --content=no" "words -n 1 --number 2" "words --outlet-only gazette --outlet-only herald" \
  "trend -m fog -m smog" "plot measure -m fog -m smog -o fog.png"; do
  try broadsheet $options store.db
done
try broadsheet analyze papers -o -
try broadsheet merge store.db -o -
try broadsheet trend store.db -f csv -o both.png --chart both.png
ls both.png 2> /dev/null
# what a text does not give is no mistake of the command line
printf 'Le conseil municipal a adopté mardi soir un nouveau plan pour les transports de la ville. %.0s' {1..9} > fr.txt
for measure in fog flesch_de_amstad; do
  try broadsheet explain "$measure" --text fr.txt
done
broadsheet explain lix --text fr.txt | grep -A 9 '^Worked out'
# dates and fields of records
for date in 20210405 20210405101112 2021-4-5 05.04.2021 4/5/2021 1617616800 ''; do
  printf '{"outlet": "Gazette", "id": "%s", "date": "%s", "text": "The mayor spoke again."}\n' "d$date" "$date"
done > dates.jsonl
try broadsheet analyze dates.jsonl --any-length --field-outlet outlte --field-date date --field-byline autor -o dates.db
broadsheet export articles dates.db | cut -d, -f1,2,5
# series, sentences, groups, lists
try broadsheet trend store.db
try broadsheet trend dates.db -m mattr_500
try broadsheet sentences store.db --article nowhere.txt
try broadsheet sentences store.db --least 100
try broadsheet compare store.db --by author
printf 'word\tcount\tarticles\nthe\t90\t40\n' > list.tsv
try broadsheet keyness store.db --reference list.tsv --reference-articles 39
try broadsheet ngrams store.db --sources nowhere
# a window is enough for a measure of windows, and NAME_W is explained
broadsheet explain mattr_W | head -1
broadsheet measures -f csv | grep -E '^(mattr_W|ttr),' | cut -d, -f1,8
# outlets have their names
broadsheet distance store.db --matrix -f csv
broadsheet distance store.db --list-words -f csv | head -2
# a store without words by article
broadsheet analyze papers -q --any-length --forget terms -o less.db
try broadsheet distance less.db
try broadsheet report less.db --html less.html
grep -c 'Who writes like whom' less.html
