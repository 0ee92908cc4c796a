# What a store was made of, and what a command reads, is no place for its output, whatever name it is called by.
. "$CASES/lib.sh"
mkdir other corpus corpus/papers
record A 1 'The mayor spoke on Monday. She said the ferry would run again in May.' > c.jsonl
broadsheet analyze c.jsonl -q -o s.db
cp c.jsonl kept
# a link, the link's folder, a hard link
ln -s c.jsonl link
ln -s ../c.jsonl other/link
ln c.jsonl hard
try broadsheet export articles s.db -o link
try broadsheet concordance the s.db --format csv -o other/link
try broadsheet words s.db --format csv -o hard
try broadsheet sentences s.db --least 1 -o link
try broadsheet report s.db --html link
try broadsheet plot measure s.db --data-only -o link
# another folder; a store that is called by a link
ln -s ../s.db other/s.db
cd other
try broadsheet report ../s.db -o ../c.jsonl
try broadsheet report s.db -o ../c.jsonl
cd ..
# a chart, and its caption
cp c.jsonl chart.txt; cp c.jsonl key.caption.txt
broadsheet analyze chart.txt key.caption.txt --input-format jsonl -q -o t.db
try broadsheet keyness t.db --chart chart.txt
try broadsheet trend t.db --chart chart.txt
try broadsheet plot measure t.db -o key.png
cmp kept chart.txt; cmp kept key.caption.txt
# --sources
try broadsheet concordance the s.db --sources kept -o kept
# renamed
cp c.jsonl new.jsonl
broadsheet analyze new.jsonl -q -o s.db
try broadsheet export articles s.db -o new.jsonl
# a manifest that names files beside its folder, with and without a store
cp c.jsonl corpus/papers/a.jsonl
printf '[outlet A]\nfiles = papers/*.jsonl\n' > corpus/m.manifest
try broadsheet export articles corpus/m.manifest -o corpus/papers/a.jsonl
try broadsheet clean corpus/m.manifest -o corpus/papers/a.jsonl
try broadsheet score corpus/m.manifest -o corpus/m.manifest
cmp kept corpus/papers/a.jsonl
printf 'file\n' > corpus/papers/a.meta.tsv
try broadsheet clean corpus -o corpus/papers/a.meta.tsv
# what is none of them is replaced
cp c.jsonl copy.jsonl
try broadsheet export outlets s.db -o copy.jsonl
cat copy.jsonl
cmp kept c.jsonl; cmp kept new.jsonl
