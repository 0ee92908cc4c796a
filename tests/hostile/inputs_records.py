"""Records: JSONL, CSV, TSV and crawls."""

import json

from hostile import case

RECORD = b'{"id":"1","text":"The cat sat on the mat."}\n'
RECORDS = (("analyze", "corpus", "records", "-q", "-o", "store.db"),)


def place(folder, name):
    (folder.parent.parent / "records").mkdir(exist_ok=True)
    return folder.parent.parent / "records" / name


@case("JSON nested a million deep", says="goes over the ceiling of 128 levels (--ceiling json-depth)",
      limit="json-depth",
      kept=1)
def json_nested(folder):
    (folder / "a.jsonl").write_bytes(b'{"text":' + b"[" * 1_000_000 + b"\n" + RECORD)


@case("objects nested 300,000 deep, closed again", says="json-depth", limit="json-depth", kept=1)
def json_nested_objects(folder):
    (folder / "a.jsonl").write_bytes(b'{"text":"x","a":' * 300_000 + b"1" + b"}" * 300_000 + b"\n" + RECORD)


@case("a record of 100,000 fields", says="goes over the ceiling of 4096 fields (--ceiling fields)", limit="fields",
      kept=1)
def json_fields(folder):
    fields = {f"f{i}": i for i in range(100_000)}
    (folder / "a.jsonl").write_bytes(json.dumps({"text": "x", **fields}).encode() + b"\n" + RECORD)


@case("a record of 4,000 fields, of which 256 are kept", limit="kept-fields", kept=1, status=0)
def json_fields_under(folder):
    (folder / "a.jsonl").write_text(json.dumps({"text": "The cat sat.", **{f"f{i:04}": "v" for i in range(4000)}}) + "\n")


@case("one field said 4,000 times over", kept=1, status=0)
def json_one_name(folder):
    (folder / "a.jsonl").write_bytes(b'{"text":"The cat sat."' + b',"id":"a"' * 4000 + b"}\n")


@case("a record without end, of 1 GB", says="the line is longer than", limit="article", kept=0, quick=False)
def json_without_end(folder):
    with open(folder / "a.jsonl", "wb") as file:
        file.write(b'{"text":"')
        for _ in range(1024):
            file.write(b"a" * (1 << 20))


@case("a text of 6 MB, every byte an escape", kept=1, says="(--ceiling word)", status=1, limit="word")
def json_escapes(folder):
    (folder / "a.jsonl").write_bytes(b'{"text":"The cat sat. ' + b"\\u0061" * (2 << 20) + b'"}\n')


@case("lone surrogates, NULs and line ends as escapes", says="", kept=1, status=0)
def json_surrogates(folder):
    (folder / "a.jsonl").write_bytes(b'{"text":"The cat \\ud800 sat \\udc00\\ud800 on. \\u0000 \\n\\u2028 The dog ran."}\n')


@case("numbers of a million digits, dates and years beyond all sense", kept=10, says="", status=0)
def absurd_values(folder):
    dates = ["9" * 4000, "-1", "0000-00-00", "99999-12-31", "2024-02-30T25:61:61Z", "1e999", "12/13/14", "NaN", "’24"]
    lines = [json.dumps({"id": f"d{i}", "date": date, "text": "The cat sat."}) for i, date in enumerate(dates)]
    lines.append('{"id":"n","date":1e999999999,"year":' + "9" * 1_000_000 + ',"text":"The dog ran."}')
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n")


@case("CSV with quotes that open and never close, 1 GB", says="are never closed", kept=1, quick=False)
def csv_open_quote(folder):
    with open(folder / "a.csv", "wb") as file:
        file.write(b'id,text\n1,The cat sat.\n2,"')
        for _ in range(1024):
            file.write(b"The dog ran,\n" * 80660)


@case("CSV with a million columns", says="has more than the ceiling of 65536 values (--ceiling columns)",
      limit="columns",
      kept=1)
def csv_columns(folder):
    (folder / "a.csv").write_bytes(b"id,text\n" + b"," * 1_000_000 + b"\n2,The cat sat.\n")


@case("a CSV whose header has 60,000 columns, with 20 rows", kept=20, says="", status=0)
def csv_header(folder):
    head = "text," + ",".join(f"c{i}" for i in range(60_000))
    (folder / "a.csv").write_text(head + "\n" + ("The cat sat." + "," * 60_000 + "\n") * 20)


@case("TSV of nothing but quotes", says="has 1 values under a header of 2", kept=0)
def tsv_quotes(folder):
    (folder / "a.tsv").write_bytes(b"id\ttext\n" + b'"' * 5_000_000 + b"\n")


WARC = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.org/%s\r\nContent-Type: application/http\r\n"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%s\r\n<p>The cat sat on the mat, and then it ran away.</p>"


def record(name, length, body):
    return WARC % name + b"Content-Length: " + length + b"\r\n\r\n" + body + b"\r\n\r\n"


@case("a crawl with lengths too small, too large, negative and of 30 digits", says="hostile", kept=6, status=1)
def warc_lengths(folder):
    page = PAGE % b""
    sizes = (b"1", b"-1", b"9" * 30, b"18446744073709551615", b"%d" % len(page), b"0x10", b"99999999")
    (folder / "a.warc").write_bytes(b"".join(record(b"%d" % i, size, page) for i, size in enumerate(sizes)))


@case("a crawl whose record has a head of 64 MB", says="bad-record,hostile", limit="head", kept=1)
def warc_head(folder):
    (folder / "a.warc").write_bytes(WARC % b"a" + b"X: y\r\n" * 11_000_000 + b"\r\n" + record(b"b", b"%d" % len(PAGE % b""), PAGE % b""))


@case("HTTP chunks that lie about their sizes", says="(--ceiling word)", kept=5)
def http_chunks(folder):
    head = PAGE[: PAGE.index(b"<")] % b"Transfer-Encoding: chunked\r\n"
    bodies = (b"FFFFFFFFFFFFFFFF\r\n<p>x", b"-5\r\nabc\r\n0\r\n\r\n", b"5\r\nab", b"zz\r\nabc", b"0;" + b"x" * 100_000)
    (folder / "a.warc").write_bytes(b"".join(record(b"%d" % i, b"%d" % len(head + body), head + body) for i, body in enumerate(bodies)))


@case("a page of a crawl that gzip expands to 1 GB", says="(--ceiling article)", limit="article", kept=0)
def http_bomb(folder):
    import inputs_archives  # pylint: disable=import-outside-toplevel

    page = PAGE[: PAGE.index(b"<")] % b"Content-Encoding: gzip\r\n" + inputs_archives.zeros(1 << 30, 6)
    (folder / "a.warc").write_bytes(record(b"a", b"%d" % len(page), page))


@case("a text that says it is a crawl, a zip that says it is a text", says="does not begin as one", kept=0)
def wrong_names(folder):
    (folder / "a.warc").write_bytes(b"The cat sat on the mat.\n" * 10)
    (folder / "b.txt").write_bytes(b"PK\3\4" + bytes(range(256)) * 100)
    (folder / "c.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100)
    (folder / "d.jsonl").write_bytes("{}".encode("utf-16"))
