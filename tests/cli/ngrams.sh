# n-grams and skip-grams by outlet, with association measures, from the sources.
. "$CASES/lib.sh"
mkdir -p papers/post papers/times
printf 'The prime minister spoke. The Prime Minister said no. A minister of the crown spoke of the crown.\n' > papers/post/1.txt
printf 'Our prime minister spoke of 3 ships. Ships of the crown left.\n' > papers/post/2.txt
printf 'Ships of the line left the port. The port of the town was shut.\n' > papers/times/1.txt
printf 'The king is dead. Long live the king!\n' > papers/times/2.txt
broadsheet analyze papers -q --any-length -o papers.db
try broadsheet ngrams papers.db
try broadsheet ngrams papers.db --content --whole --sort logdice --format csv
try broadsheet ngrams papers.db --content-ends --size 3 --whole --least 1 --format csv
try broadsheet ngrams papers.db --skip 1 --whole --least 4 -a npmi -a delta_p_2_1 --format tsv
try broadsheet ngrams papers.db --size 1 --outlet-only times --least-articles 2 --format jsonl
try broadsheet ngrams papers.db --across --whole -n 1 -a all --format jsonl
for threads in 1 2 5; do broadsheet ngrams papers.db -n 0 --least 1 --skip 2 --threads $threads --format csv | cksum; done
rm papers/post/2.txt
try broadsheet ngrams papers.db --outlet-only post -n 2 --format csv
try broadsheet ngrams papers.db --size 7
try broadsheet ngrams papers.db --sort mutual
try broadsheet ngrams papers.db --size 3 --sort g2
try broadsheet ngrams papers.db --size 1 --skip 1
