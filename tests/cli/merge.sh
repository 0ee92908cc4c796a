# Stores of parts make the store of the whole, in any order.
. "$CASES/lib.sh"
mkdir parts
n=0
for paper in "$SAMPLE"/*/; do
  ln -s "$paper" "parts/$(basename "$paper")"
done
broadsheet analyze parts -q -o whole.db; echo "the whole: $?"
for paper in parts/*; do
  n=$((n + 1))
  mkdir "part$n"; mv "$paper" "part$n/"
  broadsheet analyze "part$n" -q -o "$n.db" || [ $? -eq 1 ] || echo "part $n failed"
done
try broadsheet merge 1.db 2.db 3.db 4.db 5.db -o forward.db
try broadsheet merge 5.db 3.db 3.db 1.db 4.db 2.db -o back.db
for store in whole forward back; do
  export_numbers $store.db $store
done
diff -r whole forward && diff -r whole back && echo "the same tables"
ls
