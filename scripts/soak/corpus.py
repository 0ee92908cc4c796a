"""A corpus of any size with one article in a hundred broken, in every way that readers know, and what is broken in it.

Articles come from bench-generate as a stream and are dealt out to formats in shards, so that no more than a shard is
held. What the program should say of each that is broken is written down beside it: (kind, file, member, line). A line is
0 where none is named. Kinds are those of `broadsheet export problems`.
"""
import collections
import gzip
import io
import json
import random
import subprocess
import tarfile

SEPARATOR = b"=== next article ==="
LARGEST = 100_000  # bytes of an article, the ceiling that is asked for
FILES_ONE_IN = 5   # files of their own: there are few
LEAST_BLOCKS = 4   # an article of fewer may be nothing but a line of rights, since its sentences were dealt
MANIFEST = "".join(f"[outlet {name}]\nfiles = {name}/*\nlanguage = en\n{more}\n" for name, more in [
    ("sections", f"separator = {SEPARATOR.decode()}\n"), ("jsonl", ""), ("csv", ""), ("tar", ""), ("warc", ""),
    ("files", "")]) + "[metadata]\ntable = table.tsv\nkey = path\nbase = table\n"


def is_sure(body):
    """Whether a body will be taken for an article, whatever its sentences say."""
    return body.count(b"\n\n") > LEAST_BLOCKS and "©".encode() not in body


def articles(generator, texts, megabytes, seed):
    """Bodies of articles, one after the other, of so many bytes together."""
    made = subprocess.Popen([generator, "-m", str(10 * megabytes), "-s", str(seed), *texts], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL)
    rest, left = b"", megabytes * 1_000_000
    while left > 0:
        *whole, rest = (rest + made.stdout.read(1 << 20)).split(SEPARATOR + b"\n")
        for body in filter(is_sure, whole):
            left -= len(body)
            yield body
    made.kill()
    made.wait()


def invalid(body, chance):
    """The text with bytes in its midst that are no UTF-8; it is kept, and the reader is told."""
    middle = body.index(b" ", len(body) // 2)
    return body[:middle] + b" \xff\xfe\xfa" + bytes(chance.choices(range(0xF8, 0x100), k=3)) + body[middle:]


def binary(chance):
    return b"\x89PNG\r\n\x1a\n" + bytes(chance.randbytes(400)).replace(b"\n", b"\0") + bytes(300)


def large(body):
    return body * (LARGEST // len(body) + 2)


class Shard:
    """One file of a format: `take` adds an article that is whole, `break_one` one that is not; `close` writes it."""
    ways_met = collections.Counter()
    folder = ""
    suffix = ""

    def __init__(self, root, number, chance, whole):
        self.name = f"{self.folder}/{number:06d}{self.suffix}"
        self.path = root / self.name
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.chance, self.broken_file = chance, not whole
        self.number = self.kept = 0
        self.expected = []

    def expect(self, kind, member="", line=0):
        self.expected.append((kind, self.name, member, line))

    def next_way(self, ways):
        """One after the other, whichever shard asks, so that none is left out."""
        met = Shard.ways_met[self.folder] = Shard.ways_met[self.folder] + 1
        return ways[met % len(ways)]


class Sections(Shard):
    folder, suffix = "sections", ".txt"

    def __init__(self, *given):
        super().__init__(*given)
        self.out, self.line = bytearray(), 1

    def put(self, body):
        self.out += SEPARATOR + b"\n" + body + b"\n"
        start, self.line = self.line + 1, self.line + 2 + body.count(b"\n")
        return start

    def take(self, body):
        self.put(body)
        self.kept += 1

    def break_one(self, body):
        way = self.next_way(("empty", "binary", "invalid", "large"))
        if way == "empty":
            self.expect("no-text", line=self.put(b"\n  \n"))
        elif way == "binary":
            self.expect("not-text", line=self.put(binary(self.chance)))
        elif way == "large":
            self.expect("too-large", line=self.put(large(body)))
        else:
            self.expect("encoding", line=self.put(invalid(body, self.chance)))
            self.kept += 1

    def close(self):
        self.take(b"Closing words. " + b" ".join(b"word%d" % i for i in range(200)) + b".")
        self.path.write_bytes(self.out)


class Records(Shard):
    """JSONL. Every third is compressed; one of these that is broken as a file is cut off."""
    folder, suffix = "jsonl", ".jsonl"

    def __init__(self, root, number, chance, whole):
        self.packed = not whole or number % 3 == 0
        self.suffix = ".jsonl.gz" if self.packed else ".jsonl"
        super().__init__(root, number, chance, whole)
        self.lines, self.ids = [], []

    def key(self):
        self.number += 1
        return f"{self.name[6:12]}-{self.number:06d}"

    def put(self, line, kept, kind=None):
        self.lines.append((line + b"\n", kept, kind))

    def record(self, body, **more):
        made = {"id": self.key(), "date": "2026-02-30" if self.number % 7 == 0 else "2026-02-20",
                "text": body.decode(), **more}
        return json.dumps(made, ensure_ascii=self.number % 2 == 0).encode()

    def take(self, body):
        self.put(self.record(body), True)

    def break_one(self, body):
        way = self.next_way(("json", "no field", "no text", "kind", "invalid", "large", "twice", "line", "null",
                             "not an object"))
        if way == "json":
            self.put(self.record(body)[:-20], False, "bad-record")
        elif way == "no field":
            self.put(json.dumps({"id": self.key(), "headline": "Nothing below"}).encode(), False, "no-text")
        elif way == "no text":
            self.put(self.record(b" \n "), False, "no-text")
        elif way == "kind":
            self.put(json.dumps({"id": self.key(), "text": {"a": [1, 2]}}).encode(), False, "bad-record")
        elif way == "invalid":
            line = json.dumps({"id": self.key(), "text": body.decode()}, ensure_ascii=False).encode()
            self.put(invalid(line, self.chance), True, "encoding")
        elif way == "large":
            self.put(self.record(large(body)), False, "too-large")
        elif way == "twice":
            self.put(json.dumps({"id": self.key(), "text": body.decode()}).encode(), True)
            self.put(json.dumps({"id": f"{self.name[6:12]}-{self.number:06d}",
                                 "text": "Another text. " + body.decode()}).encode(), False, "same-key")
        elif way == "line":
            self.put(b"no record at all", False, "bad-record")
        elif way == "null":
            self.put(json.dumps({"id": self.key(), "text": None}).encode(), False, "no-text")
        else:
            self.put(b'["a", "list"]', False, "bad-record")

    def note(self, lines):
        for at, (_, kept, kind) in enumerate(self.lines[:lines], 1):
            self.kept += kept
            if kind:
                self.expect(kind, line=at)

    def close(self):
        plain = b"".join(line for line, _, _ in self.lines)
        packed = gzip.compress(plain, 1, mtime=0) if self.packed else plain
        whole = len(self.lines)
        if self.broken_file:
            packed = packed[:len(packed) * 3 // 4]
            seen = io.BytesIO(packed)
            whole = readable_lines(seen)
            self.expect("truncated")
        self.note(whole)
        self.path.write_bytes(packed)


def readable_lines(packed):
    """Whole lines that can be had of a gzip file which is cut off."""
    import zlib
    return zlib.decompressobj(31).decompress(packed.read()).count(b"\n")


class Table(Shard):
    """CSV. One that is broken as a file never closes its last quotes."""
    folder, suffix = "csv", ".csv"

    def __init__(self, *given):
        super().__init__(*given)
        self.out, self.line = bytearray(b"id,title,text\r\n"), 2

    def put(self, row):
        start = self.line
        self.out += row + b"\r\n"
        self.line += row.count(b"\n") + 1
        return start

    def row(self, body):
        self.number += 1
        return b'%s-%06d,"Said ""so""","%s"' % (self.name[4:10].encode(), self.number, body.replace(b'"', b'""'))

    def take(self, body):
        self.put(self.row(body))
        self.kept += 1

    def break_one(self, body):
        way = self.next_way(("short", "long", "empty", "large", "twice", "invalid", "quotes"))
        if way == "short":
            self.expect("bad-record", line=self.put(b"1,two"))
        elif way == "long":
            self.expect("bad-record", line=self.put(self.row(body) + b",4,5"))
        elif way == "empty":
            self.expect("no-text", line=self.put(self.row(b" \n ")))
        elif way == "large":
            self.expect("too-large", line=self.put(self.row(large(body))))
        elif way == "twice":
            row = self.row(body)
            self.put(row)
            self.kept += 1
            self.expect("same-key", line=self.put(row))
        elif way == "invalid":
            self.expect("encoding", line=self.put(invalid(self.row(body), self.chance)))
            self.kept += 1
        else:
            self.expect("bad-record", line=self.put(self.row(b"closed") + b"and open"))

    def close(self):
        if self.broken_file:
            self.expect("bad-record", line=self.put(b'x,y,"never closed'))
        self.path.write_bytes(self.out)


class Archive(Shard):
    """tar, every other compressed; one that is broken as a file is cut off in the midst of a member."""
    folder, suffix = "tar", ".tar"

    def __init__(self, root, number, chance, whole):
        self.packed = whole and number % 2 == 0
        self.suffix = ".tar.gz" if self.packed else ".tar"
        super().__init__(root, number, chance, whole)
        self.buffer = io.BytesIO()
        self.tar = tarfile.open(fileobj=self.buffer, mode="w", format=tarfile.GNU_FORMAT)

    def put(self, body, name="{:06d}.txt", **more):
        info = tarfile.TarInfo(name.format(self.number))
        self.number += 1
        info.size = len(body)
        for field, value in more.items():
            setattr(info, field, value)
        self.tar.addfile(info, io.BytesIO(body))
        return info.name

    def take(self, body):
        self.put(body)
        self.kept += 1

    def break_one(self, body):
        way = self.next_way(("empty", "binary", "invalid", "large", "link", "unknown", "outside", "inner"))
        if way == "empty":
            self.expect("no-text", self.put(b""))
        elif way == "binary":
            self.expect("not-text", self.put(binary(self.chance)))
        elif way == "invalid":
            self.expect("encoding", self.put(invalid(body, self.chance)))
            self.kept += 1
        elif way == "large":
            self.expect("too-large", self.put(large(body)))
        elif way == "link":
            self.expect("left-out", self.put(b"", type=tarfile.SYMTYPE, linkname="/etc/passwd"))
        elif way == "unknown":
            self.expect("left-out", self.put(body, "{:06d}.docx"))
        elif way == "outside":
            self.expect("left-out", self.put(body, "../{:06d}.txt"))
        else:
            self.expect("left-out", self.put(body, "{:06d}.zip"))

    def close(self):
        if self.broken_file: # told of the member and of the archive
            self.expect("truncated", self.put(b"Cut off. " * 500))
            self.expect("truncated")
            cut = self.buffer.tell() - 3000
        self.tar.close()
        made = self.buffer.getvalue()
        if self.broken_file:
            made = made[:cut]
        self.path.write_bytes(gzip.compress(made, 1, mtime=0) if self.packed else made)


class Crawl(Shard):
    """WARC with a gzip member a record, or plain; one that is broken as a file is cut off in its last record."""
    folder, suffix = "warc", ".warc.gz"

    def __init__(self, root, number, chance, whole):
        self.packed = whole and number % 3 != 0
        self.suffix = ".warc.gz" if self.packed else ".warc"
        super().__init__(root, number, chance, whole)
        self.out = bytearray()

    def put(self, made):
        self.out += gzip.compress(made, 1, mtime=0) if self.packed else made

    def record(self, body, extra=b"", head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
               kind=b"WARC-Type: response\r\n"):
        self.number += 1
        block = head + body
        return (b"WARC/1.0\r\n" + kind + b"WARC-Target-URI: https://soak.example/%s/%06d\r\n%s"
                b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
                % (self.name[5:11].encode(), self.number, extra, len(block))) + block + b"\r\n\r\n"

    def take(self, body):
        self.put(self.record(page(body)))
        self.kept += 1

    def break_one(self, body):
        way = self.next_way(("no kind", "no answer", "encoding", "damaged", "large"))
        if way == "no kind":
            self.put(self.record(page(body), kind=b""))
            self.expect("bad-record", line=self.number)
        elif way == "no answer":
            self.put(self.record(page(body), head=b"not HTTP at all\r\n\r\n"))
            self.expect("bad-record", line=self.number)
        elif way == "encoding":
            self.put(self.record(b"\x1b\x0e\x0a", head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                                                       b"Content-Encoding: compress\r\n\r\n"))
            self.expect("left-out", line=self.number)
        elif way == "damaged" and self.packed:
            made = bytearray(gzip.compress(self.record(page(body)), 1, mtime=0))
            made[len(made) // 2:len(made) // 2 + 60] = bytes(60)
            self.out += made
            self.expect("truncated", line=self.number)
        else:
            self.put(self.record(page(large(body))))
            self.expect("too-large", line=self.number)

    def close(self):
        if self.broken_file:
            self.put(self.record(page(b"Cut off. " * 500))[:-2000])
            self.expect("truncated", line=self.number)
        self.path.write_bytes(self.out)


def page(body):
    blocks = body.decode().replace("&", "&amp;").replace("<", "&lt;").split("\n\n")
    inside = "".join(f"<p>{block}</p>\n" for block in blocks if block.strip())
    return f"<html><head><title>Soak</title></head><body><article>\n{inside}</article></body></html>".encode()


class Files:
    """Files of their own: all of them are small, so there are few."""

    def __init__(self, root, chance):
        self.root, self.chance = root / "files", chance
        self.root.mkdir(parents=True, exist_ok=True)
        self.kept, self.expected, self.number, self.way = 0, [], 0, 0

    def put(self, content, suffix, kind=None, kept=False):
        name = f"{self.number:06d}{suffix}"
        self.number += 1
        (self.root / name).write_bytes(content)
        self.kept += kept
        if kind:
            self.expected.append((kind, f"files/{name}", "", 0))

    def take(self, body):
        if self.number % 2:
            self.put(body, ".txt", kept=True)
        else:
            self.put(page(body), ".html", kept=True)

    def break_one(self, body):
        ways = ("empty", "binary", "invalid", "large", "unknown", "link", "no gzip", "no archive", "deep", "cut")
        way = ways[self.way % len(ways)]
        self.way += 1
        if way == "empty":
            self.put(b"", ".txt", "no-text")
        elif way == "binary":
            self.put(binary(self.chance), ".txt", "not-text")
        elif way == "invalid":
            self.put(invalid(body, self.chance), ".txt", "encoding", True)
        elif way == "large":
            self.put(large(body), ".txt", "too-large")
        elif way == "unknown":
            self.put(body, ".docx", "left-out")
        elif way == "link":
            name = f"{self.number:06d}.txt"
            self.number += 1
            (self.root / name).symlink_to("/etc/passwd")
            self.expected.append(("left-out", f"files/{name}", "", 0))
        elif way == "no gzip":
            self.put(gzip.compress(body)[:10] + self.chance.randbytes(500), ".txt.gz", "truncated")
        elif way == "no archive":
            self.put(b"no archive at all", ".zip", "unreadable")
        elif way == "deep":
            self.put(b"<html><body>" + b"<div>" * 4000 + page(body), ".html", "too-deep")
        else:
            self.put(gzip.compress(body, 1, mtime=0)[:-200], ".txt.gz", "truncated")


def put_table(root):
    """Data of the files, of which three rows fit none or fit badly."""
    (root / "table.tsv").write_text("path\ttitle\nfiles/000001.txt\tA title\nfiles/000003.txt\tToo\tmany\n"
                                    "files/000001.txt\tA second title\nfiles/nowhere.txt\tOf no file\n")
    return [("metadata", "table.tsv", "", line) for line in (3, 4, 5)]


FORMATS = [Sections, Records, Table, Archive, Crawl]


def make(root, generator, texts, megabytes, one_in, seed):
    """Makes the corpus, in which one article in `one_in` is broken; returns how many articles it holds that can be read,
    and what is expected of the others."""
    chance = random.Random(seed)
    shard_bytes = min(20_000_000, max(200_000, megabytes * 1_000_000 // 60))
    root.mkdir(parents=True, exist_ok=True)
    (root / "soak.manifest").write_text(MANIFEST)
    files, kept, expected, n_shards, generated = Files(root, chance), 0, put_table(root), 0, 0
    shard, held = None, 0
    for body in articles(generator, texts, megabytes, seed):
        if shard is None:
            whole = n_shards // len(FORMATS) % 10 != 1 # one file in ten is broken as a file
            shard = FORMATS[n_shards % len(FORMATS)](root, n_shards, chance, whole)
            n_shards, held = n_shards + 1, 0
        generated += 1
        to = files if generated % 50 == 0 and files.number < 20_000 else shard
        if chance.randrange(one_in if to is shard else FILES_ONE_IN) == 0:
            to.break_one(body)
        else:
            to.take(body)
        held += len(body)
        if held >= shard_bytes:
            shard.close()
            kept, expected = kept + shard.kept, expected + shard.expected
            shard = None
    if shard is not None:
        shard.close()
        kept, expected = kept + shard.kept, expected + shard.expected
    kept, expected = kept + files.kept, expected + files.expected
    (root / "truth.json").write_text(json.dumps([kept, expected]))
    return kept, expected


def truth(root):
    """What make() returned."""
    kept, expected = json.loads((root / "truth.json").read_text())
    return kept, [tuple(problem) for problem in expected]
