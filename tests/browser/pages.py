"""The pages that are driven: of the sample corpus, and of papers whose names mean harm."""
import contextlib
import json
import os
import pathlib
import sqlite3
import subprocess

HOSTILE = ("<script>window.pwned=1</script>", "<img src=x onerror=\"window.pwned=1\">", "\"'`$(touch x)`@{} &amp; %s \\n",
           "]]>--><!-- </title></style></script>", "\x1b[31mred\x1b[0m \u202etxt.exe", "صحيفة الصباح", "javascript:alert(1)")

SENTENCES = ("The council voted on the bridge after a long debate about its cost and the date of the work.",
             "Nobody from the town came to the meeting, which had been moved twice since the spring.",
             "The mayor said that the money would have to be found elsewhere before the winter.",
             "Residents were told of the decision by letter and asked for their opinion on the plan.",
             "A study of the river found that the foundations had been damaged by years of flooding.")


class Page(type(pathlib.Path())):
    """A page's path, and beside it the hostile one's."""

    hostile = None
    names = ()  # of the hostile one's outlets, as the store has them


def _records():
    """Eight articles of each paper, no two alike."""
    for k, name in enumerate(HOSTILE):
        for i in range(8):
            lines = [f"{SENTENCES[(i * (j + 1) + k) % len(SENTENCES)]} It was article {i} of {k}, line {j}, in {1990 + i * k}."
                     for j in range(5 + (i + k) % 4)]
            yield {"outlet": name, "id": f"{name}-{i}", "title": name, "byline": name, "date": f"20{10 + i}-03-0{1 + k}",
                   "text": f"{name}\n\n" + " ".join(lines)}


def _write(program, store, page, folder):
    done = subprocess.run([program, "report", store, "--html", page, "-q"], cwd=folder, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"broadsheet report --html ended with {done.returncode}: {done.stderr}")


def make(program, sample, folder):
    page = Page(folder / "sample.html")
    page.hostile = folder / "hostile.html"
    with open(folder / "hostile.jsonl", "w", encoding="utf-8") as stream:
        for record in _records():
            stream.write(json.dumps(record) + "\n")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, "env": {**os.environ, "LC_ALL": "C"}}
    subprocess.run([program, "analyze", "-q", sample / "sample.manifest", "-o", "sample.db"], **quiet)
    subprocess.run([program, "analyze", "-q", "hostile.jsonl", "-o", "hostile.db"], **quiet)
    _write(program, folder / "sample.db", page, folder)
    _write(program, folder / "hostile.db", page.hostile, folder)
    with contextlib.closing(sqlite3.connect(folder / "hostile.db")) as store:
        page.names = [name for name, in store.execute("SELECT name FROM outlets")]
    if (folder / "x").exists():
        raise SystemExit("a name of an outlet was run as a command")
    return page
