"""Many of something: small each, and too many."""

import json
import random

from hostile import case

TEXT = "The cat sat on the mat. The dog ran to the town, and the sun was up for {} days.\n"
WORDS = "cat dog sun town mat boat king man road hill tree lake bird fish stone light wind rain snow fire".split()


@case("100,000 outlets of one article, and one more", says="more outlets than the ceiling of 100000 outlets",
      limit="outlets", kept=99999, quick=False)
def outlets(folder):
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        for i in range(100_001):
            file.write(json.dumps({"outlet": f"o{i}", "id": str(i), "text": "The cat sat."}) + "\n")


@case("100,000 empty files", says="no-text,hostile", kept=0, quick=False)
def empty_files(folder):
    for i in range(100_000):
        (folder / f"{i}.txt").touch()


@case("100,000 equal articles", says="", kept=100000, status=0, quick=False)
def equal_articles(folder):
    text = " ".join(TEXT.format(i) for i in range(20))
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        for i in range(100_000):
            file.write(json.dumps({"id": str(i), "text": text}) + "\n")


@case("10,000 articles of which each differs from the next by a word", says="", kept=10000, status=0, quick=False)
def near_copies(folder):
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        for i in range(10_000):
            text = [WORDS[(k * 7 + k * k) % 20] for k in range(100)]
            text[i % 100] = f"word{i}"
            file.write(json.dumps({"id": str(i), "text": " ".join(text) + "."}) + "\n")


@case("20,000 articles of two halves, of which each stands in two hundred others", says="", kept=20000, status=0,
      quick=False)
def halves(folder):
    draw = random.Random(5)
    names = ["".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(3)) for _ in range(8000)]
    english = "the of and to in a is that for it with as on was be at by".split()
    texts = [" ".join(draw.choice(english if draw.random() < 0.45 else names) for _ in range(110)) for _ in range(200)]
    pairs = [(i, j) for i in range(200) for j in range(200) if i != j]
    draw.shuffle(pairs)
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        for n, (i, j) in enumerate(pairs[:20_000]):
            file.write(json.dumps({"id": str(n), "text": f"{texts[i]}.\n\n{texts[j]}."}) + "\n")


@case("a page of 1,000 outlets", says="", kept=3000, status=0, quick=False,
      commands=(("analyze", "corpus", "-q", "-o", "store.db"), ("report", "store.db", "--html", "page.html")))
def page_of_outlets(folder):
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        for i in range(3000):
            file.write(json.dumps({"id": str(i), "outlet": f"o{i % 1000}", "text": TEXT.format(i) * (1 + i % 5)}) + "\n")


@case("two hundred articles of one id", says="same-key", kept=1)
def one_id(folder):
    (folder / "a.jsonl").write_text((json.dumps({"id": "1", "text": "The cat sat."}) + "\n") * 200)


@case("200,000 records that are none", says="bad-record", kept=0, quick=False)
def bad_records(folder):
    (folder / "a.jsonl").write_text("{bad\n" * 200_000)


def colliding(n):
    """Words that are one number under g_str_hash: 33 * 98 + 65 = 33 * 97 + 98."""
    return ["".join(("bA", "ab")[i >> bit & 1] for bit in range(16)) for i in range(n)]


@case("outlets that collide under g_str_hash", says="", kept=32768, status=0)
def colliding_outlets(folder):
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        for i, name in enumerate(colliding(32_768)):
            file.write(json.dumps({"outlet": name, "id": str(i), "text": "The cat sat."}) + "\n")


@case("rows of metadata that collide under g_str_hash", says="40000 of 40000 rows fit no article", kept=1)
def colliding_metadata(folder):
    (folder / "a.txt").write_text("The cat sat on the mat.\n")
    (folder.parent / "corpus.manifest").write_text("[outlets]\nfolders=.\n[metadata]\ntable=t.tsv\nbase=table\n")
    with open(folder.parent / "t.tsv", "w", encoding="ascii") as file:
        file.write("file\ttitle\n")
        file.writelines(f"hostile/{name}\tT\n" for name in colliding(40_000))


@case("words that collide under g_str_hash", says="", kept=20001, status=0)
def colliding_words(folder):
    words = colliding(1 << 15)
    (folder / "a.txt").write_text(". ".join(words) + ".")
    with open(folder / "b.jsonl", "w", encoding="ascii") as file:
        for word in words[:20_000]:
            file.write(json.dumps({"id": word, "text": "The cat sat."}) + "\n")
