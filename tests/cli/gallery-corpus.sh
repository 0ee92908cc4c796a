# The papers of the gallery are the same bytes everywhere.
. "$CASES/lib.sh"
corpus=$(realpath "$CASES/../../scripts/gallery/corpus")
for outlets in 2 7 40; do
  PYTHONHASHSEED=1 "$corpus" $outlets > first.jsonl
  (cd / && PYTHONHASHSEED=2 LC_ALL=C.UTF-8 TZ=Pacific/Auckland PYTHONUTF8=0 "$corpus" $outlets) | cmp - first.jsonl
  echo "$outlets outlets: $(wc -l < first.jsonl) articles, $(sha256sum < first.jsonl)"
done
"$corpus" 41 2>&1 | head -3
"$corpus" 2>&1 | head -3
