"""Makes a corpus whose names and texts try to be something else: folders, records and rows."""

import csv
import json
import pathlib

NAMES = [
    "$(touch PWNED)",
    "`touch PWNED`",
    "; touch PWNED #",
    "| touch PWNED",
    "'); DROP TABLE articles;--",
    '"; DROP TABLE articles;--',
    "<script>alert(1)</script>",
    "<b>bold</b> & *stars* _lines_ [link](http://example.org)",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "a\\nb\\t",
    "{/Symbol a}_{b}^{c} @x &{y}",
    "%s%n%d",
    "-rf",
    "--help",
    "naïve Ünïcode 日本",
]
CONTROLS = ["red\033[31m\033]0;title\007", "two\nlines\r\tand a tab", "evil\u202egnp.exe", "zero\u200bwidth", "\u2066isolated\u2069"]
TEXT = "The {} sat on the mat. It said {} to the dog, and ran.\n\nA second one came to {} the town.\n"

corpus = pathlib.Path("corpus")
for name in (name.replace("/", "-") for name in NAMES + CONTROLS):
    folder = corpus / name
    folder.mkdir(parents=True)
    (folder / "plain.txt").write_text(TEXT.format(name, name, name))
    (folder / (name + ".txt")).write_text(TEXT.format("cat", "yes", "see"))
with open("records.jsonl", "w") as file:
    for name in NAMES + CONTROLS:
        record = {"outlet": name, "id": "record " + name, "title": name, "author": name, "date": name, "url": name}
        file.write(json.dumps({**record, "text": TEXT.format("cat", name, "see"), name + "!": name}) + "\n")
with open("rows.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["outlet", "id", "title", "text", *(name + "?" for name in NAMES)])
    for name in NAMES + CONTROLS:
        rows.writerow([name, "row " + name, name, TEXT.format("cat", name, "see"), *NAMES])
json.dump(NAMES, open("wanted.json", "w"))
