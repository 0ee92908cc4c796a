# The hardest sentences of texts and of a store, and what makes them hard.
. "$CASES/lib.sh"
cat > draft.txt <<'END'
The administration (a body that nobody likes) met on Tuesday; its secretary, who was late, said little about it. They
went home. The dog and the cat ran to the old mill by the river and then they ran home again in the rain and the cold.
END
try broadsheet sentences draft.txt --language en
try broadsheet sentences draft.txt --language en --by words -n 1 --format csv
try broadsheet sentences --language en --least 3 --format jsonl < draft.txt | cut -c1-150
mkdir -p papers/post papers/herald; cp draft.txt papers/post/a.txt
printf 'A quiet morning on the river with \033[31mred\033[0m boats, and then a very long afternoon of rain.\n' > papers/herald/b.txt
broadsheet analyze papers -q --language en -o store.db
try broadsheet sentences store.db -n 1
try broadsheet sentences store.db -n 1 --outlet-only post --article a.txt --format markdown
try broadsheet sentences store.db -n 0 --format tsv | cut -f1-6
for threads in 1 2; do broadsheet sentences store.db --threads $threads --format csv | md5sum; done | uniq | wc -l
rm papers/post/a.txt
try broadsheet sentences store.db -n 1 --outlet-only post
try broadsheet sentences draft.txt --outlet-only post
try broadsheet sentences draft.txt --by length
try broadsheet sentences nowhere.txt
