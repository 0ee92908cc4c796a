# A compressed file that ends too early is named; the others are read.
. "$CASES/lib.sh"
mkdir -p corpus/good
printf 'The cat sat.\n' > corpus/good/cat.txt
for tool in gzip:gz xz:xz bzip2:bz2 zstd:zst; do
  command -v ${tool%:*} > /dev/null || skip "${tool%:*} is missing"
  mkdir "corpus/${tool#*:}"
  python3 -c 'import random; random.seed(1); print(" ".join(str(random.random()) for _ in range(5000)))' | ${tool%:*} -c > whole
  head -c $(($(stat -c %s whole) / 2)) whole > "corpus/${tool#*:}/cut.txt.${tool#*:}"
  printf 'no compressed bytes' > "corpus/${tool#*:}/wrong.txt.${tool#*:}"
  : > "corpus/${tool#*:}/empty.txt.${tool#*:}"
done
try broadsheet analyze corpus -q -o store.db
broadsheet export problems store.db | cut -d, -f1-4 | sort -u
broadsheet export outlets store.db
# records before the break are kept
python3 -c '
import json, random
random.seed(2)
for i in range(20000):
    print(json.dumps({"id": f"{i:05}", "outlet": "paper", "text": f"Record {i} has {random.random()} of all."}))' | gzip > all.jsonl.gz
head -c $(($(stat -c %s all.jsonl.gz) / 2)) all.jsonl.gz > cut.jsonl.gz
try broadsheet analyze cut.jsonl.gz -q -o cut.db
broadsheet export problems cut.db | cut -d, -f1-4
broadsheet export outlets cut.db | awk -F, 'NR == 2 { print ($2 > 5000 && $2 < 12000 ? "most records before it were kept" : $0) }'
# archives
mkdir inside; printf 'The cat sat.\n' > inside/a.txt; head -c 100000 /dev/urandom > inside/b.txt
tar -cf whole.tar inside; head -c 20000 whole.tar > cut.tar; printf 'PK\3\4' > cut.zip
try broadsheet analyze cut.tar cut.zip -q -o archives.db
broadsheet export problems archives.db | cut -d, -f1-5
