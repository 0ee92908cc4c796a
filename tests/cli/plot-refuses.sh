# What plot refuses, with a message and without a file: names that are not there, and places that cannot be written.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
python3 "$CASES/plot-stores.py"
broadsheet analyze -q two-outlets.jsonl -o store.db
rm -f *.jsonl
charts=$(broadsheet plot --list | sed -n '3,$s/^\([a-z][a-z-]*\) .*/\1/p')
number=$(echo "$charts" | wc -l)

# What the charts answer: "every" where all say the same.
of_each () {
  local chart
  for chart in $charts; do
    broadsheet plot "$chart" store.db --word harbour "$@" > out 2>&1
    echo "[$?] $(cut -c1-200 out)"
  done | sort | uniq -c | sed -E "s/^ *$number /every /; s/^ *([0-9]+) \\[/\\1 of them [/"
  rm out
}

echo "== names"
of_each -m flesch_kinkaid -o x.svg
of_each --against Gazette -o x.svg
of_each --against '' -o x.svg
of_each --size huge -o x.svg
try broadsheet plot measures store.db -o x.svg
try broadsheet plot
try broadsheet plot barcode store.db
try broadsheet plot measure nowhere.db -o x.svg
try broadsheet dispersion harbour store.db --outlet-only Gazette --chart x.svg

echo "== places"
mkdir folder.svg
: > file
for place in x.jpg x .svgz nowhere/x.svg file/x.svg folder.svg /dev/null /dev/full '' "$(printf '%300s' | tr ' ' x).svg"; do
  echo "-- ${place:0:40}"
  of_each -o "$place"
done
echo "-- a table"
for place in nowhere/x.tsv /dev/full folder.svg; do
  of_each --data-only -o "$place"
done
broadsheet plot measure store.db 2>&1 > /dev/full; echo "[$?]"
ls -A . folder.svg

echo "== scripts by hand: tables that lack a column"
printf 'outlet\nPost\n\n\nrow\n0\n' > lacks.tsv
for script in "$CASES"/../../scripts/charts/*.gp; do
  name=$(basename "$script" .gp)
  case " $(echo $charts) " in *" $name "*) ;; *) continue ;; esac
  LC_ALL=C.UTF-8 gnuplot -d -c "$script" lacks.tsv x.svg > out 2>&1; echo "$name [$?] $(cat out)"
done
rm out; gnuplot -d -c "$CASES/../../scripts/charts/measure.gp" 2>&1; echo "[$?]"
ls -A
