"""Made-up corpora for every reader, each with what a run has to decide: copies, blocks that repeat, articles that are
empty or no text, keys that come twice, bytes that are no UTF-8. Seeded: the same every time."""
import csv
import gzip
import io
import json
import random
import shutil
import subprocess
import tarfile
import zipfile

FUNCTION = "the of and to in a is that it was for on are with as his they at be this from have or by had not but".split()
PARTS = "ba ce di fo gu ha ki lo mu ne pa ri so tu va wi zo ster ling ment er ous".split()
OUTLETS = ["Coastal Gazette", "Hill Herald", "Plain Post", "River Record", "Town Times"]
FOOTER = "Sign up for our newsletter and never miss a story from us."
LINES = ["Read more about this", "Comments (12)", "Share this article with others who may like it"]


class Writer:
    """Texts by a law like Zipf's, with new words to the end."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def word(self):
        if self.chance.random() < 0.5:
            return self.chance.choice(FUNCTION)
        rank = int(1 / (self.chance.random() + 0.0002))
        return "".join(random.Random(rank).choices(PARTS, k=2 + rank % 3))

    def sentence(self):
        words = [self.word() for _ in range(self.chance.randint(4, 24))]
        return " ".join(words).capitalize() + self.chance.choice(["."] * 8 + ["?", "!"])

    def text(self, words):
        paragraphs, n = [], 0
        while n < words:
            paragraph = " ".join(self.sentence() for _ in range(self.chance.randint(1, 5)))
            n += paragraph.count(" ") + 1
            paragraphs.append(paragraph)
        return paragraphs


def articles(n, seed=1):
    """(outlet, id, title, day, paragraphs), in no order; some copy others, some repeat lines, few are empty."""
    writer, made = Writer(seed), []
    chance = writer.chance
    for number in range(n):
        outlet = chance.choice(OUTLETS)
        paragraphs = writer.text(chance.choice([40, 120, 200, 400]))
        kind = chance.random()
        if made and kind < 0.05:
            paragraphs = list(chance.choice(made)[4])
            if kind < 0.03 and paragraphs:
                paragraphs[chance.randrange(len(paragraphs))] = writer.sentence()
        elif kind > 0.99:
            paragraphs = []
        if chance.random() < 0.3:
            paragraphs = paragraphs + [FOOTER if outlet < "P" else chance.choice(LINES)]
        day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        made.append((outlet, f"{chance.randrange(16**6):06x}-{number}", writer.sentence()[:-1], day, paragraphs))
    return made


def records(made, chance):
    """As dictionaries; now and then one comes twice, another text under the same key."""
    for outlet, name, title, day, paragraphs in made:
        record = {"outlet": outlet, "id": name, "title": title, "date": day, "text": "\n\n".join(paragraphs)}
        yield record
        if chance.random() < 0.01:
            yield {**record, "text": "Another text under the same key. " + record["text"]}


def put_text(folder, made, bad_bytes=True):
    for number, (outlet, name, title, _, paragraphs) in enumerate(made):
        path = folder / outlet / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join([title] + paragraphs if paragraphs else [])
        encoding = "latin-1" if bad_bytes and number % 40 == 7 else "utf-8"
        path.write_bytes((text + " Caf\u00e9." if encoding == "latin-1" else text).encode(encoding))


def put_html(folder, made):
    for outlet, name, title, day, paragraphs in made:
        path = folder / outlet / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "".join(f"<p>{p}</p>\n" for p in paragraphs)
        path.write_text(
            f"<!DOCTYPE html><html lang=en><head><title>{title} | {outlet}</title>"
            f"<meta property='article:published_time' content='{day}'></head><body><nav><ul><li><a href=/>Home</a>"
            f"<li><a href=/news>News</a></ul></nav><article><h1>{title}</h1>\n{body}</article>"
            f"<footer><p>{FOOTER}</p></footer></body></html>", encoding="utf-8")


def jsonl(made, seed=2):
    chance = random.Random(seed)
    lines = []
    for record in records(made, chance):
        lines.append(json.dumps(record) + "\n")
        if chance.random() < 0.003:
            lines.append('{"outlet": "Plain Post", "id": "bro\n')
    return "".join(lines).encode()


def table(made, delimiter):
    out = io.StringIO()
    writer = csv.DictWriter(out, ["outlet", "id", "title", "date", "text"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records(made, random.Random(3)))
    return out.getvalue().encode()


def warc(made):
    out = []
    for outlet, name, title, day, paragraphs in made:
        body = "".join(f"<p>{p}</p>\n" for p in paragraphs)
        page = (f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
                ).encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        site = outlet.lower().replace(" ", "-")
        out.append((f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://{site}.example/{name}\r\n"
                    f"WARC-Date: {day}T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
                    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n").encode()
                   + http + b"\r\n\r\n")
    return b"".join(out)


def nexis(made):
    full = [article for article in made if article[4]]
    out = ["\n\n"]
    for number, (outlet, _, title, day, paragraphs) in enumerate(full, 1):
        words = sum(len(p.split()) for p in paragraphs)
        text = "\n\n".join(paragraphs)
        out.append(f"                               {number} of {len(full)} DOCUMENTS\n\n\n"
                   f"                              {outlet}\n\n                             {day}\n\n"
                   f"SECTION: NEWS; Pg. A01\n\nLENGTH: {words} words\n\nHEADLINE: {title}\n\nBODY:\n\n{text}\n\n"
                   f"LANGUAGE: English\n\n")
    return "".join(out).encode()


def factiva(made):
    out = []
    for number, (outlet, _, title, day, paragraphs) in enumerate(made):
        if not paragraphs:
            continue
        year, month, date = day.split("-")
        words = sum(len(p.split()) for p in paragraphs)
        text = "\n\n".join(paragraphs[1:]) or "No more."
        out.append(f"HD  {title}\nWC  {words} words\nPD  {int(date)} May {year}\nSN  {outlet}\nSC  HP\nLA  English\n"
                   f"CY  (c) {year} X\n\nLP\n\n{paragraphs[0]}\n\nTD\n\n{text}\n\n"
                   f"AN  Document HRBP0000{year}{month}30ed{number:05d}1gt\n\n")
    return "".join(out).encode()


def tar(made, path):
    with tarfile.open(path, "w") as archive:
        for outlet, name, title, _, paragraphs in made:
            data = "\n\n".join([title] + paragraphs).encode()
            member = tarfile.TarInfo(f"papers/{outlet}/{name}.txt")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def put_zip(made, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for outlet, name, title, _, paragraphs in made:
            archive.writestr(f"papers/{outlet}/{name}.txt", "\n\n".join([title] + paragraphs))


def manifest(folder, made):
    """One big text file an outlet, cut at a line of stars."""
    folder.mkdir()
    lines = ["[corpus]", "language = en", ""]
    for number, outlet in enumerate(OUTLETS):
        texts = ["\n\n".join(a[4]) for a in made if a[0] == outlet and a[4]]
        (folder / f"big{number}.txt").write_text("\n*****\n".join(texts), encoding="utf-8")
        lines += [f"[outlet {outlet}]", f"files = big{number}.txt", "separator = *****", ""]
    (folder / "press.manifest").write_text("\n".join(lines), encoding="utf-8")


def make(folder, n):
    """All of them: name to (arguments of analyze, file for standard input or None, what must stand in the store first)."""
    made = articles(n)
    (folder / "text").mkdir()
    put_text(folder / "text", made)
    put_html(folder / "html", made)
    plain = jsonl(made)
    for name, data in {"a.jsonl": plain, "a.csv": table(made, ","), "a.tsv": table(made, "\t"), "a.warc": warc(made),
                       "nexis.txt": nexis(made), "factiva.txt": factiva(made), "a.jsonl.gz": gzip.compress(plain, 1)
                       }.items():
        (folder / name).write_bytes(data)
    tar(made, folder / "a.tar")
    put_zip(made, folder / "a.zip")
    manifest(folder / "press", made)
    changed = articles(n, seed=1)[n // 8:] + articles(n // 8, seed=9)
    chance = random.Random(5)
    changed = [a[:4] + (a[4][1:],) if chance.random() < 0.1 else a for a in changed]
    (folder / "later.jsonl").write_bytes(jsonl(changed))
    cases = {"text": ["text"], "html": ["html"], "jsonl": ["a.jsonl"], "csv": ["a.csv"], "tsv": ["a.tsv"],
             "warc": ["a.warc"], "nexis": ["nexis.txt", "--input-format", "nexis"],
             "factiva": ["factiva.txt", "--input-format", "factiva"], "gz": ["a.jsonl.gz"], "tar": ["a.tar"],
             "zip": ["a.zip"], "manifest": ["press/press.manifest"]}
    cases = {name: (arguments, None, None) for name, arguments in cases.items()}
    if shutil.which("zstd"):
        subprocess.run(["zstd", "-q", "-f", folder / "a.jsonl", "-o", folder / "a.jsonl.zst"], check=True)
        cases["zst"] = (["a.jsonl.zst"], None, None)
    cases["stdin"] = (["-", "--input-format", "jsonl"], "a.jsonl", None)
    cases["stdin-as-is"] = (["-", "--input-format", "jsonl", "--as-is"], "a.jsonl", None)
    cases["update"] = (["later.jsonl", "--prune"], None, ["a.jsonl"])
    return cases
