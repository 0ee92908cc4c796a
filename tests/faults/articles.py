"""200 small articles, seeded, some of them copies, in every format that has a reader: where each stands and what it is."""
import bz2
import csv
import gzip
import io
import json
import lzma
import random
import re
import shutil
import subprocess
import tarfile
import zipfile

FURNITURE = "Sign up for our newsletter to get the news of the morning by mail."


def sentences_of(sample):
    text = " ".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(sample.rglob("2024/**/*.txt")))
    return [sentence for sentence in re.split(r"(?<=[.?!])\s+", text) if 30 < len(sentence) < 200]


class Articles:
    """Gives one article after the other; every seventh tells what an earlier one told."""

    def __init__(self, sample):
        self.chance = random.Random(200)
        self.sentences = sentences_of(sample)
        self.told = []
        self.n = 0

    def next(self):
        self.n += 1
        if self.n % 7 == 0:
            body = self.chance.choice(self.told)
        else:
            body = [" ".join(self.chance.choice(self.sentences) for _ in range(4)) for _ in range(3)]
            self.told.append(body)
        return f"Number {self.n} of the day", body + [FURNITURE], f"2024-{self.n % 12 + 1:02d}-{self.n % 28 + 1:02d}"


def page(title, body):
    inside = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    return f"<html><head><title>{title}</title></head><body><nav>Home News</nav><article>{inside}</article></body></html>"


def record(articles, outlet):
    title, body, date = articles.next()
    return {"outlet": outlet, "id": f"{outlet}-{articles.n}", "title": title, "date": date, "text": "\n\n".join(body)}


def jsonl(articles, outlet, n, padding=0):
    records = [record(articles, outlet) for _ in range(n)]
    if padding:  # so that it is read ahead by a thread of its own
        records[n // 2]["padding"] = " " * padding
    return "".join(json.dumps(entry) + "\n" for entry in records).encode()


def members(articles, outlet, n):
    for _ in range(n):
        title, body, _ = articles.next()
        yield f"{outlet}/{articles.n}.txt", "\n\n".join([title] + body).encode()


def warc(articles, n):
    crawl = io.BytesIO()
    for _ in range(n):
        title, body, date = articles.next()
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(title, body).encode()
        head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://juniper.example/{articles.n}\r\n"
                f"WARC-Date: {date}T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                f"WARC-Record-ID: <urn:uuid:{articles.n}>\r\nContent-Length: {len(answer)}\r\n\r\n")
        crawl.write(gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0))
    return crawl.getvalue()


def make_folders(articles, folder):
    for _ in range(20):
        title, body, _ = articles.next()
        (folder / "alder").mkdir(exist_ok=True)
        (folder / f"alder/{articles.n}.txt").write_text("\n\n".join([title] + body))
    for _ in range(14):
        title, body, _ = articles.next()
        (folder / "birch").mkdir(exist_ok=True)
        (folder / f"birch/{articles.n}.html").write_text(page(title, body))


def make_archives(articles, folder):
    with tarfile.open(folder / "elm.tar.gz", "w:gz") as archive:
        for name, text in members(articles, "elm", 24):
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text))
    with zipfile.ZipFile(folder / "hazel.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members(articles, "hazel", 20):
            archive.writestr(zipfile.ZipInfo(name), text)


def make_table(articles, path):
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.DictWriter(file, ["outlet", "id", "title", "date", "text"])
        rows.writeheader()
        for _ in range(24):
            rows.writerow(record(articles, "dogwood"))


def make_export(articles, path):
    parts = []
    for number in range(1, 13):
        title, body, _ = articles.next()
        parts.append(f"{number} of 12 DOCUMENTS\n\nThe Ivy Herald\n\nMay {number}, 2024 Monday\n\n{title}\n\nLENGTH: 90 words\n\n"
                     + "\n\n".join(body) + "\n\nLOAD-DATE: May 30, 2024\n\nLANGUAGE: ENGLISH\n\n\n\n")
    path.write_text("".join(parts))


def make(folder, sample):
    """Makes the corpus and returns its places, as arguments."""
    articles = Articles(sample)
    (folder / "papers").mkdir(parents=True)
    make_folders(articles, folder / "papers")
    (folder / "cedar.jsonl").write_bytes(jsonl(articles, "cedar", 24))
    make_table(articles, folder / "dogwood.csv")
    make_archives(articles, folder)
    long = jsonl(articles, "fir", 16, padding=1_300_000)
    if shutil.which("zstd"):
        (folder / "fir.jsonl.zst").write_bytes(
            subprocess.run(["zstd", "-q"], input=long, stdout=subprocess.PIPE, check=True).stdout)
    else:
        (folder / "fir.jsonl.xz").write_bytes(lzma.compress(long))
    (folder / "gorse.jsonl.bz2").write_bytes(bz2.compress(jsonl(articles, "gorse", 12)))
    make_export(articles, folder / "ivy.txt")
    (folder / "juniper.warc.gz").write_bytes(warc(articles, 34))
    return [folder / "papers"] + sorted(path for path in folder.iterdir() if path.is_file())
