"""Documents from CoNLL-U, the format of Universal Dependencies (https://universaldependencies.org/format.html).

Documents begin at `# newdoc id`, paragraphs at `# newpar` with or without an id. Tokens are those of the surface:
`1-2 don't` stands for the words 1 and 2, and empty nodes such as `8.1` are nothing on paper. `SpaceAfter=No` glues a
token to the next, the first of the next sentence included.
"""

import re

from gold import document
from recipe import Refused

NEW_DOCUMENT = re.compile(r"# newdoc id = (\S+)")
NEW_PARAGRAPH = re.compile(r"# newpar( id = .*)?$")
TEXT = re.compile(r"# text = (.*)")
SURFACE = re.compile(r"\d+(-\d+)?$")


def documents(text, genre_of):
    """The documents of a CoNLL-U file; `genre_of` tells a document's genre from its id."""
    name, paragraphs = None, []
    for comments, rows in sentences(text):
        for comment in comments:
            if found := NEW_DOCUMENT.match(comment):
                if name is not None:
                    yield document.build(name, genre_of(name), paragraphs)
                name, paragraphs = found[1], []
        if not paragraphs or any(NEW_PARAGRAPH.match(comment) for comment in comments):
            paragraphs.append([])
        paragraphs[-1].append(checked(tokens(rows), comments))
    if name is not None:
        yield document.build(name, genre_of(name), paragraphs)


def sentences(text):
    """Pairs of comment lines and token lines."""
    for block in text.split("\n\n"):
        lines = block.strip("\n").split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            yield [line for line in lines if line.startswith("#")], rows


def tokens(rows):
    """The surface tokens, as (form, glued)."""
    found, covered = [], 0
    for row in rows:
        if not SURFACE.match(row[0]):
            continue
        first, _, last = row[0].partition("-")
        if int(first) > covered:
            covered = int(last or first)
            found.append((row[1], "SpaceAfter=No" in row[9].split("|")))
    return found


def checked(found, comments):
    """The tokens, if they spell the sentence's `# text`."""
    for comment in comments:
        if text := TEXT.match(comment):
            if document.ink(text[1]) != document.ink("".join(form for form, _ in found)):
                raise Refused(f"tokens do not spell the text: {text[1]}")
    return found
