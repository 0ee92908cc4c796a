# How alike outlets write: every measure and table over the sample corpus, the same bytes for a seed, and what is refused.
. "$CASES/lib.sh"
broadsheet analyze "$SAMPLE/sample.manifest" -q -o store.db
try broadsheet distance store.db
for measure in cosine eder jsd jsd-function chi2; do
  try broadsheet distance store.db --measure $measure --format csv
done
try broadsheet distance store.db --nearest
try broadsheet distance store.db --nearest --resample both --format csv
try broadsheet distance store.db --tree
try broadsheet distance store.db -m cosine --tree --linkage ward --resample words --resamples 50 --format csv
try broadsheet distance store.db --map
try broadsheet distance store.db --map --pca
try broadsheet distance store.db --pca
try broadsheet distance store.db --list-words --words 5
try broadsheet distance store.db -m jsd --own-size --pairs
broadsheet distance store.db -m jsd --size 500 --seed 9 --tree --format csv > one
broadsheet distance store.db -m jsd --size 500 --seed 9 --tree --format csv > two
broadsheet distance store.db -m jsd --size 500 --seed 10 --tree --format csv > three
cmp one two && echo "the same seed, the same bytes"
cmp -s one three || echo "another seed, other bytes"
for chart in --tree --map --matrix; do
  try broadsheet distance store.db $chart --chart chart.svg -q > /dev/null && head -c 5 chart.svg && echo
done
tiny_corpus
try broadsheet distance papers -q --any-length
try broadsheet distance papers -q --any-length -m jsd --words 0 --format csv
rm -r papers/herald
try broadsheet distance papers -q --any-length -m jsd
try broadsheet distance store.db -m manhattan
try broadsheet distance store.db --tree --map
try broadsheet distance store.db --nearest --chart a.png
try broadsheet distance store.db --resample all
try broadsheet distance store.db --linkage single
try broadsheet distance store.db --size 10 --own-size
try broadsheet distance store.db --words -5
