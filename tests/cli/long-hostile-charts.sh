# The same in every form, size and mode: names that try to be something else are text in every chart.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
python3 "$CASES/hostile-charts.py"
broadsheet analyze -q --any-length hostile.jsonl -o store.db
python3 "$CASES/draw-all.py" store.db .svg .txt .png .pdf
for how in "--size slide" "--size column" "--dark"; do
  echo "== $how"
  DRAW_HOW="$how" python3 "$CASES/draw-all.py" store.db .svg .png
  python3 "$CASES/hostile-charts.py" drawn | sed 's/ names .*/ names/'
done
