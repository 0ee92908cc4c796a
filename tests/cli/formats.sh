# A saved page, a crawl and an export of the press are read as they come, each article under its outlet.
. "$CASES/lib.sh"
mkdir -p corpus/herald/storm_files
printf '<html><body><p>The storm came at night. It took the roof of the town hall.</p></body></html>' > corpus/herald/storm.html
printf 'not read' > corpus/herald/storm_files/style.css
page='HTTP/1.1 200 OK
Content-Type: text/html

<html><body><p>The harbour opened. Two ships came in.</p></body></html>'
{
  printf 'WARC/1.0\nWARC-Type: response\nWARC-Target-URI: https://www.post.example.org/harbour\n'
  printf 'WARC-Date: 2020-02-03T04:05:06Z\nContent-Type: application/http\nContent-Length: %d\n\n%s\n\n' ${#page} "$page"
  printf 'WARC/1.0\nWARC-Type: response\nWARC-Target-URI: https://post.example.org/next\nContent-Length: 10\n\ncut'
} | gzip > crawl.warc.gz
cat > export.txt <<'EXPORT'
Terms: harbour

                               1 of 2 DOCUMENTS

                           The Times (Harbourton)

                            January 11, 2010 Monday

Rain

BYLINE: By A Reporter

LENGTH: 6 words

It rained. It rained again today.

LANGUAGE: ENGLISH

                               2 of 2 DOCUMENTS

                           The Times (Harbourton)

Something is missing here.
EXPORT
try broadsheet analyze corpus crawl.warc.gz export.txt -q --any-length -o store.db
try broadsheet export articles store.db --format csv | cut -d, -f1-7
try broadsheet export fields store.db --format csv
try broadsheet export problems store.db --format csv
