# The words around a word or phrase, by outlet, from the sources.
. "$CASES/lib.sh"
mkdir -p papers/post papers/times
printf 'The prime minister spoke. The Prime Minister said no. A minister of the crown spoke of the crown.\n' > papers/post/1.txt
printf 'Our prime minister spoke of 3 ships. Ships of the crown left.\n' > papers/post/2.txt
printf 'Ships of the line left the port. The port of the town was shut.\n' > papers/times/1.txt
broadsheet analyze papers -q --any-length -o papers.db
try broadsheet collocates minister papers.db --least 1 --whole
try broadsheet collocates 'prime minister' papers.db --least 1 --left 0 --right 1 --format csv
try broadsheet collocates 'the *' papers.db --least 2 --sort count --content --format csv
try broadsheet collocates Ships papers.db --case --least 1 --across --left 1 --right 1 --whole -a mu -a p_2_1 --format csv
try broadsheet collocates nowhere papers.db --format csv
try broadsheet collocates minister papers.db --left 0 --right 0
try broadsheet collocates minister papers.db --left 51
try broadsheet collocates minister
try broadsheet collocates '...' papers.db
