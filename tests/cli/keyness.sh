# Key words of the sample corpus, and what the command refuses.
. "$CASES/lib.sh"
broadsheet analyze "$SAMPLE" -q -o store.db
try broadsheet keyness store.db -n 3 --content
try broadsheet keyness store.db -n 2 --both --sort log_ratio --format csv
first=$(broadsheet export outlets store.db | sed -n 2p | cut -d, -f1)
second=$(broadsheet export outlets store.db | sed -n 3p | cut -d, -f1)
try broadsheet keyness store.db --outlet-only "$first" --against "$second" -n 2 --function --all --format jsonl
printf 'word\tcount\tarticles\nthe\t60000\t100\nof\t30000\t99\nships\t10\t3\n' > list.tsv
try broadsheet keyness store.db --reference list.tsv --reference-total 1000000 --reference-articles 100 -n 2 --outlet-only "$first"
printf '# mine\nthe\nand\n' > stop.txt
try broadsheet keyness store.db --stop stop.txt --outlet-only "$first" -n 1 --negative --format tsv
try broadsheet keyness store.db --ngrams 2 -n 2 --outlet-only "$first" --content
broadsheet keyness store.db --ngrams 2 -n 0 -f csv -j 1 > one.csv; broadsheet keyness store.db --ngrams 2 -n 0 -f csv -j 5 > five.csv; cmp one.csv five.csv && echo same
try broadsheet keyness store.db --ngrams 7
try broadsheet keyness store.db --sort luck
try broadsheet keyness store.db --both --negative
try broadsheet keyness store.db --reference-total 5
try broadsheet keyness store.db --reference list.tsv --reference-total 5
try broadsheet keyness store.db --reference nothing.tsv
try broadsheet keyness store.db --outlet-only "$first" --against "$first"
try broadsheet keyness store.db --against nobody
