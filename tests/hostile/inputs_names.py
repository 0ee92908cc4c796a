"""Names that try to be something else: outlets, titles, files, fields."""

import json
import os

from hostile import case

NAMES = ["$(touch PWNED)", "`touch PWNED`", "'); DROP TABLE articles;--", "<script>alert(1)</script>", "=cmd|' /C calc'!A0",
         "@SUM(1+1)", "{/Symbol a}_{b}", "\\write18{touch PWNED}", "../../../etc", "/etc/passwd", "a\x00b", "-rf", "%s%n",
         "\x1b[31mred\x1b]0;title\x07", "\u202egnp.exe", "zero\u200bwidth", "two\nlines", "a" * 100_000, "\ud800", "CON", "."]
TEXT = "The cat sat on the mat. The dog ran to the town."
ALL = (("analyze", "corpus", "-q", "-o", "store.db"), ("report", "store.db"), ("report", "store.db", "--html", "page.html"),
       ("words", "store.db"), ("export", "articles", "store.db", "-f", "table"), ("keyness", "store.db"))


@case("outlets, titles, ids and fields that are commands, SQL, markup, formulas, controls", kept=20, status=0,
      says="(--ceiling name)",
      commands=ALL[:2] + ALL[3:5])
def names_in_records(folder):
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        for i, name in enumerate(NAMES):
            file.write(json.dumps({"outlet": name, "id": f"{name}{i}", "title": name, "author": name, "date": name,
                                   "url": name, name: name, "text": TEXT}) + "\n")


@case("files called so, with line ends, controls and no UTF-8", kept=19, says="the file is empty", status=1)
def names_of_files(folder):
    for name in NAMES[:9] + NAMES[11:17]:
        (folder / (name.replace("/", "-").replace("\0", "") + ".txt")).write_text(TEXT)
    for name in (b"\xff\xfe.txt", b"\xe2\x80\xae\x1b[2J.txt", b"new\nline.txt", b"\xc3.txt", b"a" * 250 + b".txt"):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(TEXT.encode())
    (folder / "empty\x1b[31m.txt").write_text("")


@case("a title of 7 MB and an outlet of 1 MB", kept=1, limit="name", says="the outlet's name has 1048576 bytes")
def name_of_7_mb(folder):
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        file.write(json.dumps({"title": "a" * (7 << 20), "text": TEXT}) + "\n")
        file.write(json.dumps({"outlet": "b" * (1 << 20), "text": TEXT}) + "\n")


@case("text of ten thousand lines that are formulas, commands of gnuplot and LaTeX", kept=1, status=0, says="")
def text_of_commands(folder):
    (folder / "a.txt").write_text("\n\n".join(f"=SUM(A1:A{i}) `system('touch PWNED')` \\input|touch said it was so." for i in range(10_000)))
