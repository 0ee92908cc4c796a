# A measure is explained, and worked out from counts or from a text.
. "$CASES/lib.sh"
try broadsheet explain ari words=100 sentences=5 letters=450
try broadsheet explain mattr_3 ids='1 1 2 1 1 2 1' | tail -10
try broadsheet explain ari words=100 sentences=5 letters=450 --format json | sed -n '/"value"/p;/"caution"/p'
printf 'The cat sat on the mat. The dog ran.\n' > cat.txt
try broadsheet explain ari --text cat.txt | tail -11
printf 'The cat sat on the mat. The dog ran.\n' | try broadsheet explain ari --text - | tail -1
