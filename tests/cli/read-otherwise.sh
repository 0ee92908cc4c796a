# What decides how an article's bytes are read is part of what it says: where that changes, it is analyzed again.
. "$CASES/lib.sh"
same_as_fresh () {
  rm -rf fresh.db fresh store
  broadsheet analyze "$@" -q -o fresh.db 2> /dev/null
  for store in fresh store; do export_all $store.db $store; done
  diff -r fresh store && echo "as if made afresh"
  rm store.db
}
text='The mayor spoke on Monday.

She said the ferry would run again in May, 5 < 6, and all &amp; sundry were glad.

Nobody knew why it had stopped.'

echo "--- a page, as an option says"
mkdir -p d/A
printf '%s\n' "$text" > d/A/1.txt
try broadsheet analyze d -o store.db
try broadsheet analyze d --input-format html -o store.db
try broadsheet analyze d --input-format html -o store.db
same_as_fresh d --input-format html

echo "--- a page, as a manifest says"
printf '[outlet A]\nfiles = A/*.txt\n' > d/corpus.manifest
try broadsheet analyze d -o store.db
printf 'format = html\n' >> d/corpus.manifest
try broadsheet analyze d -o store.db
same_as_fresh d

echo "--- a page, as the field is called"
record A 1 "$text" > c.jsonl
try broadsheet analyze c.jsonl -o store.db
sed -i 's/"text"/"html"/' c.jsonl
try broadsheet analyze c.jsonl -o store.db
same_as_fresh c.jsonl

echo "--- an encoding, as a server says"
crawl () {
  python3 - "$1" > w.warc <<'PYTHON'
import sys
body = b"The caf\xe9 said 5 \xa8 \xbd \xa4 prices rose.\n" * 4
http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=" + sys.argv[1].encode() + b"\r\n\r\n" + body
sys.stdout.buffer.write(b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/1\r\n"
  b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n")
PYTHON
}
crawl iso-8859-1
try broadsheet analyze w.warc -o store.db
crawl iso-8859-15
try broadsheet analyze w.warc -o store.db
same_as_fresh w.warc
