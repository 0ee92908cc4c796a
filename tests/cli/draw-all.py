"""Draws every chart of a store and says of each what came of it: a line a chart.

usage: draw-all.py STORE [ENDING…]

The charts are those of plot --list. Endings are .svg where none is given; DRAW_HOW has further options. Of what is
drawn it is checked that it is whole; of what is not, that no file is left; and that nothing is left in TMPDIR.
"""

import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

FOLDER = pathlib.Path("drawn")
HOW = os.environ.get("DRAW_HOW", "").split()


def run(*arguments):
    return subprocess.run(["broadsheet", *arguments], capture_output=True, check=False)


def charts():
    """Names and command lines."""
    for name in re.findall("^([a-z][a-z-]*) ", run("plot", "--list").stdout.decode(), re.MULTILINE):
        word = ["--word", "harbour"] if name == "barcode" else []
        yield name, lambda store, *more, name=name, word=word: ["plot", name, store, *word, *more]


def texts_of(svg):
    return ["".join(element.itertext()) for element in xml.etree.ElementTree.fromstring(svg).iter()
            if element.tag.endswith("}text")]


def whole(content, ending):
    """What is wrong with a picture; None: nothing."""
    if ending == ".svg":
        xml.etree.ElementTree.fromstring(content)  # or an exception
        return None
    if ending == ".txt":
        acts = re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e]", content.decode())
        return f"holds {acts.group()!r}" if acts else None
    begin, end = {".png": (b"\x89PNG\r\n", b"IEND\xaeB`\x82"), ".pdf": (b"%PDF-", b"%%EOF")}[ending]
    return None if content.startswith(begin) and content.rstrip(b"\n").endswith(end) else "is not whole"


def note_of(store, command):
    """What the page says where there is nothing to draw."""
    table = run(*command(store, "--data-only")).stdout.decode()
    return " ".join(re.findall("^# note\t(.*)$", table, re.MULTILINE)) or "and no note says why"


def outcome(store, name, command, ending):
    path = FOLDER / f"{name}{ending}"
    caption = FOLDER / f"{name}.caption.txt"
    path.unlink(missing_ok=True)
    caption.unlink(missing_ok=True)
    done = run(*command(store, "-o", str(path), *HOW))
    if not path.exists():
        if caption.exists():
            return "a caption and no picture"
        return f"[{done.returncode}] {done.stderr.decode().strip()}"
    content = path.read_bytes()
    wrong = whole(content, ending) or whole(caption.read_bytes(), ".txt")
    if done.returncode != 0 or done.stderr or wrong:
        return f"[{done.returncode}] a picture, but {wrong or done.stderr.decode().strip()}"
    if ending == ".svg" and "No data" in texts_of(content):
        return f"No data: {note_of(store, command)}"
    return "drawn"


def main():
    store, endings = sys.argv[1], sys.argv[2:] or [".svg"]
    FOLDER.mkdir(exist_ok=True)
    for name, command in charts():
        found = [outcome(store, name, command, ending) for ending in endings]
        print(f"{name}: {found[0] if len(set(found)) == 1 else ' / '.join(found)}")
    left = [path.name for path in FOLDER.iterdir() if not re.search(r"\.(svg|txt|png|pdf)$", path.name)]
    if left or os.listdir(os.environ["TMPDIR"]):
        print("left behind:", *left, *os.listdir(os.environ["TMPDIR"]))


if __name__ == "__main__":
    main()
