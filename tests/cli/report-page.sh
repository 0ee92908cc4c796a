# The report as one page: what it says of the sample, the same each time, and what stands in its way.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
# the page's words without its markup, from one heading to the next
section () { sed -n "/id=\"$2\"/,/<section/p" "$1" | sed -e 's/<[^>]*>//g' -e "s/&#39;/'/g" -e 's/&lt;/</g' | grep -v '^ *#* *$'; }
broadsheet analyze "$SAMPLE/sample.manifest" -q -o sample.db 2> /dev/null
try broadsheet report sample.db --html page.html -m flesch_kincaid -m mtld_lt072
section page.html summary
grep -o '<h[23] .*</h[23]>' page.html | sed 's/<[^>]*>//g'
broadsheet report sample.db --html again.html -m flesch_kincaid -m mtld_lt072 --threads 1 && cmp page.html again.html
grep -c 'http[s]*://' page.html
# one outlet: nothing to compare; without its sources: no sentences, and why
mkdir one one/Gazette; cp -r "$SAMPLE"/vernier-weekly one/Gazette/
broadsheet analyze one -q -o one.db; rm -r one
try broadsheet report one.db --html one.html
section one.html comparisons
section one.html sentences
# without gnuplot the page is whole, and says it
here=$(command -v broadsheet); mkdir bin
PATH=$PWD/bin "$here" report sample.db --html bare.html -m fog 2>&1; echo "[$?]"
grep -c 'could not be drawn' bare.html
# what cannot be meant, and what cannot be written
try broadsheet report sample.db --html x.html --show copies
try broadsheet report sample.db --html x.html --format csv
try broadsheet report sample.db --seed 7
try broadsheet report sample.db --html sample.db
try broadsheet report sample.db --html no/such/folder.html
ls
