# Beside every figure stands what it shows and the command that draws it again; the same each time.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
broadsheet analyze "$SAMPLE/sample.manifest" -q -o sample.db 2> /dev/null
try broadsheet plot measure sample.db -o "it's.svg"
cat "it's.caption.txt"
cp "it's.caption.txt" before; broadsheet plot measure sample.db -o "it's.svg"; cmp before "it's.caption.txt"
try broadsheet trend sample.db --whole --chart trend.png --chart-size column --format csv -o trend.csv
cat trend.caption.txt
try broadsheet plot barcode sample.db -w 'sai*' -o strip.txt --no-caption
try broadsheet plot barcode sample.db -w 'sai*' --data-only -o strip.tsv
head -1 strip.tsv
ls
# an ending or a size that is none is told before anything is computed
try broadsheet keyness sample.db --chart keys.jpeg
try broadsheet distance sample.db --chart map.svg --chart-size poster
try broadsheet plot barcode sample.db -w 'two words'
mkdir folder.svg
try broadsheet richness sample.db --growth --chart folder.svg
