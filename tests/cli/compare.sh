# The comparison as a page, for two outlets and for all, and the same for any number of threads and any order.
. "$CASES/lib.sh"
broadsheet analyze "$SAMPLE" -q -o store.db
try broadsheet compare store.db -m flesch_kincaid -m mtld_lt072 --outlet-only altamark-wire --outlet-only the-meridian-post
try broadsheet compare store.db -m lix --against altamark-wire --show pairs
broadsheet compare store.db -j 1 > one
broadsheet compare store.db -j 3 > three
cmp one three && echo 'the same page'
broadsheet compare store.db --seed 2 -j 1 > two
cmp -s one two || echo 'another page by another seed'
grep -E '^[0-9]+\. ' one
broadsheet compare store.db --format markdown | grep -E '^## '
try broadsheet compare store.db -m lix -m lix --show units --copies keep
try broadsheet compare store.db --by byline --least 3 -m lix --show omnibus
