# The number of threads does not show in any table.
. "$CASES/lib.sh"
for n in 1 2 4 9; do
  broadsheet analyze "$SAMPLE" -q -j $n -o $n.db || [ $? -eq 1 ] || echo "$n threads failed"
  export_all $n.db $n
  diff -r 1 $n && echo "$n: the same"
done
