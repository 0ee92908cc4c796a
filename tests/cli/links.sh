# Links that leave the corpus are not followed unless that is asked for; loops end.
. "$CASES/lib.sh"
tiny_corpus
mkdir -p elsewhere/deep && echo 'What lies elsewhere is nobody else its own to read here.' | tee elsewhere/far.txt > elsewhere/deep/deeper.txt
ln -s ../../elsewhere/far.txt papers/herald/out.txt
ln -s ../gazette/2024/cat.txt papers/herald/in.txt
ln -s ../elsewhere papers/times
ln -s .. papers/gazette/up
ln -s . papers/gazette/self
ln -s ../papers elsewhere/back
ln -s deep elsewhere/again
ln -s /dev/zero papers/herald/zero.txt
ln -s /proc/self/mem papers/herald/mem.txt
ln -s loop.txt papers/herald/loop.txt
try broadsheet analyze papers -q -o store.db
broadsheet export articles store.db | cut -d, -f1,2
broadsheet export problems store.db | cut -d, -f1,4,7
echo "== followed"
try timeout 20 broadsheet analyze papers -q -o followed.db --follow-links
broadsheet export articles followed.db | cut -d, -f1,2
broadsheet export problems followed.db | cut -d, -f1,4,7 | grep -v mem.txt
echo "== and again, by what the store says of itself"
broadsheet concordance elsewhere followed.db -f csv | cut -d, -f1,2
echo "== the place that is named may be a link"
ln -s papers named
try broadsheet analyze named -q -o named.db
broadsheet export outlets named.db | cut -d, -f1
