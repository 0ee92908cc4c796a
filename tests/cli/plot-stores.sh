# Charts of corpora with little or nothing to draw: a page that says what is missing, and never half a file.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
python3 "$CASES/plot-stores.py"
for corpus in no-article one-article one-outlet two-outlets one-each all-equal no-dates too-short one-spanish spanish \
    blank-names; do
  echo "== $corpus"
  broadsheet analyze -q --any-length $corpus.jsonl -o $corpus.db
  python3 "$CASES/draw-all.py" $corpus.db
done
