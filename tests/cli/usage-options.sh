# Every command refuses an option that it does not know, and says where help is.
. "$CASES/lib.sh"
for command in $(commands); do
  try broadsheet "$command" --no-such-option
done
try broadsheet score --format
try broadsheet words x --number many
try broadsheet score $'--\033[31mred'
# numbers that stand for "not given" inside are not to be typed
printf 'the\t5\n' > list.tsv
tiny_corpus
broadsheet analyze papers -q --any-length -o store.db
for options in "trend --span 0" "trend --span nan" "trend --seed=-1" "richness --seed=-1" "concordance the --seed=-1" \
  "distance --seed=-1" "distance --words=-1" "keyness --reference list.tsv --reference-total nan" \
  "keyness --reference list.tsv --reference-articles=-1"; do
  try broadsheet $options store.db
done
# a number is decimal, whatever it begins with
for options in "--number 008" "--number=010" "-qn 08" "-n 010 --least 01"; do
  echo "$options: $(broadsheet words $options -f csv store.db | grep -c .)"
done
# a value may stand behind its letter
for options in "-n3" "-qn3" "-n=3" "-qn 3" "-n03" "-qqn3"; do
  echo "$options: $(broadsheet words -f csv $options store.db | grep -c .)"
done
try broadsheet words -nmany store.db
try broadsheet words -qx3 store.db
broadsheet analyze papers -qj2 --any-length -o-n3 && ls -- -n3
try broadsheet words -- -n3 -n4
