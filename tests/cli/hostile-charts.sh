# Outlets, titles, bylines and words that try to be something else are text in every chart.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
python3 "$CASES/hostile-charts.py"
broadsheet analyze -q --any-length hostile.jsonl -o store.db
python3 "$CASES/draw-all.py" store.db .svg .txt
echo "== names that stand in the picture as text; copies and forest draw some outlets, correlation none"
python3 "$CASES/hostile-charts.py" drawn | sed 's/ names .*/ names/'
echo "== asked for by such names"
for name in '$(touch PWNED)' '<script>alert(1)</script>' '"; system("touch PWNED") "' '%s%n%d %g'; do
  try broadsheet plot forest store.db --against "$name" -o "$name.svg" 2>&1
  try broadsheet dispersion "$name" store.db --chart "x.svg" 2>&1
done
LC_ALL=C ls -A
