# How rich vocabularies are, at one size for all: every table over the sample corpus, and what is refused.
. "$CASES/lib.sh"
broadsheet analyze "$SAMPLE/sample.manifest" -q -o store.db
try broadsheet richness store.db
try broadsheet richness store.db --size 400 --format csv
try broadsheet richness store.db --measures --format csv
try broadsheet richness store.db -m yule_k -m mtld_lt072
try broadsheet richness store.db -m all --format csv | wc -l
try broadsheet richness store.db --fits
try broadsheet richness store.db --spectrum --most 3 --format csv
try broadsheet richness store.db --growth --format csv | head -5
broadsheet richness store.db --seed 3 --format csv > one
broadsheet richness store.db --seed 3 --format csv > two
broadsheet richness store.db --seed 4 --format csv > three
cmp one two && echo "the same seed, the same bytes"
cmp -s one three || echo "another seed, other bytes"
try broadsheet richness store.db --growth --chart chart.svg -q > /dev/null && head -c 5 chart.svg && echo
try broadsheet plot growth store.db --data-only | head -5
try broadsheet richness store.db --size 1000000
try broadsheet richness store.db -m flesch_en
try broadsheet richness store.db -m yule
try broadsheet richness store.db --fits --growth
try broadsheet richness store.db --chart a.png
try broadsheet richness store.db --shuffles 2
