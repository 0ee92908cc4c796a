# Every ceiling by its name: what is just under it is taken in, what is just over it is told with its name.
. "$CASES/lib.sh"

# Where the text goes wrong is shown without what it is about: over NAME=VALUE PLACE…
analyze () {
  rm -f store.db
  broadsheet analyze "${@:2}" -q --as-is -o store.db --ceiling "$1" 2>&1
  broadsheet export problems store.db --format csv 2> /dev/null | tail -n +2 | sed -E 's/^([a-z-]*),.*,([^,]*)$/\1: \2/' | sort -u
}

# both NAME UNDER OVER PLACE…
both () {
  echo "== $1"
  analyze "$1=$2" "${@:4}"
  analyze "$1=$3" "${@:4}"
}

mkdir -p papers/gazette
printf 'The cat sat. The dog ran.\n' > papers/gazette/cat.txt
both article 26 25 papers
both outlets 2 1 papers/gazette/cat.txt papers
gzip -kc papers/gazette/cat.txt > cat.txt.gz
both expanded 26 25 cat.txt.gz
yes 'The cat sat.' | head -n 2000 | gzip -c > many.txt.gz
both ratio 1000 10 many.txt.gz --ceiling ratio-from=1
both ratio-from 26000 25000 many.txt.gz --ceiling ratio=10
mkdir inside; cp papers/gazette/cat.txt inside/a.txt; printf 'The sun.\n' > inside/b.txt
tar --sort=name -cf inside.tar inside/a.txt inside/b.txt
both members 2 1 inside.tar
echo '{"text":"The cat sat.","a":[[1]],"bb":"12345"}' > r.jsonl
both fields 3 2 r.jsonl
both json-depth 3 2 r.jsonl
for limit in kept-fields=2 kept-fields=1 field=5 field=4; do
  echo "== $limit"; analyze "$limit" r.jsonl; broadsheet export fields store.db --format csv | tail -n +2 | cut -d, -f3,4
done
echo '{"outlet":"gazette","id":"12345678","title":"A cat","text":"The cat sat."}' > n.jsonl
both name 8 7 n.jsonl
sed s/12345678/1/ n.jsonl > m.jsonl
both name 7 6 m.jsonl
echo "== title"
for limit in 5 4; do
  analyze "field=$limit" n.jsonl; broadsheet export articles store.db --format json | grep -o '"title": *[^,]*'
done
printf 'id,text\n1,The cat sat.\n' > r.csv
both columns 2 1 r.csv
printf 'WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://example.org/a\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nThe cat sat.\n\r\n\r\n' > r.warc
both head 256 64 r.warc
printf '[corpus]\n[outlet gazette]\nfiles = papers/gazette/*\n' > c.manifest
both manifest 100 20 c.manifest
both globs 100000 100 c.manifest
for value in 26 25; do
  echo "== input=$value"; rm -f store.db
  cat papers/gazette/cat.txt | broadsheet analyze - -q -o store.db --ceiling input=$value
done
printf '<html><body><div><p>The cat sat on the mat, and the dog ran.</p></div></body></html>' > p.html
both page 1000 50 p.html
both tags 100 2 p.html
both depth 10 1 p.html
printf 'The cat sat.\n\nThe dog ran.\n\nThe sun is up.\n' > lines.txt
both lines 10 2 lines.txt
printf 'The cat sat on abcdefghij. The dog ran.\n' > word.txt
both word 10 9 word.txt
both sentence 5 4 word.txt
both types 7 6 word.txt
both vocabulary 7 6 word.txt
broadsheet analyze papers -q --any-length -o store.db
for value in 3 2; do
  try broadsheet ngrams store.db --size 3 --whole --least 1 -n 1 --format csv --ceiling ngram=$value
done
for value in 3 2; do
  try broadsheet concordance --regex cat store.db --count --format csv --ceiling pattern=$value
done
for value in 1000 1; do
  try broadsheet concordance --regex '(t|h|e|c|a| )+ran' store.db --count --format csv --ceiling steps=$value
done
rm -rf many store-many.db && mkdir many
echo "They cried $(yes aaaaaaaaaaaaaaa | head -n 100 | tr '\n' ' ')and ran." > many/a.txt
broadsheet analyze many -q --any-length -o store-many.db
for value in 1000000 1; do
  try broadsheet concordance --regex '(a+)+x| ran' store-many.db --count --format csv --ceiling patience=$value
done
echo "== what an article's numbers depend on is analyzed again, and only that"
rm -f store.db
broadsheet analyze word.txt -o store.db 2>&1 | cut -d';' -f1
broadsheet analyze word.txt -o store.db --ceiling article=1M 2>&1 | cut -d';' -f1
broadsheet analyze word.txt -o store.db --ceiling word=9 2>&1 | cut -d';' -f1
broadsheet analyze word.txt -o store.db --ceiling word=9 2>&1 | cut -d';' -f1
broadsheet export problems store.db --format csv | cut -d, -f1,7
broadsheet analyze word.txt -o store.db 2>&1 | cut -d';' -f1
broadsheet export problems store.db --format csv | cut -d, -f1,7
echo "== every name has its place here and in the list"
broadsheet analyze --ceilings | tail -n +3 | cut -d' ' -f1 > names
while read -r name; do
  grep -qE "^both $name |[ (]$name=|ceiling $name=" "$CASES/ceilings.sh" || echo "$name is not tested"
done < names
wc -l < names
