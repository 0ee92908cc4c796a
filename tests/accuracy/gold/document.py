"""A text with its true sentence ends and words, and the folder that holds a set of them.

Every place in a text is a number of *ink*: characters that are neither blank nor a soft hyphen. A program may wrap,
join or split blanks and drop soft hyphens as it likes, and its answer can still be laid over the text.

A set is a folder with DOCUMENT.txt, whose paragraphs are parted by a blank line, and `gold.jsonl`: one object a
document with `document`, `genre`, `sentence_ends`, `paragraph_ends` (ink before each end, rising; the last is the whole
text's in both) and `words` (pairs of ink, the end not in it).
"""

import dataclasses
import json

from gold import words

TRUTH = "gold.jsonl"
SOFT_HYPHEN = "\u00ad"


@dataclasses.dataclass
class Document:
    name: str
    genre: str
    text: str
    sentence_ends: list
    paragraph_ends: list
    words: list


def ink(text):
    """The characters of `text` that leave a mark."""
    return "".join(text.split()).replace(SOFT_HYPHEN, "")


def build(name, genre, paragraphs):
    """A document from its paragraphs. A paragraph is a list of sentences, a sentence a list of (form, glued) tokens;
    `glued` says that no blank follows. A blank inside a form is kept."""
    place, texts = 0, []
    document = Document(name, genre, "", [], [], [])
    for sentences in paragraphs:
        placed = []
        for tokens in sentences:
            for form, glued in tokens:
                start, place = place, place + len(ink(form))
                placed.append((form, start, place, glued))
            document.sentence_ends.append(place)
        document.paragraph_ends.append(place)
        document.words += words.spans(placed)
        texts.append("".join(form if glued else form + " " for form, _, _, glued in placed).rstrip())
    document.text = "\n\n".join(texts) + "\n"
    return document


def write_set(folder, documents):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / TRUTH, "w", encoding="utf-8", newline="\n") as stream:
        for document in sorted(documents, key=lambda d: d.name):
            (folder / f"{document.name}.txt").write_text(document.text, encoding="utf-8", newline="\n")
            row = dataclasses.asdict(document)
            row["document"] = row.pop("name")
            del row["text"]
            stream.write(json.dumps(row, sort_keys=True, separators=(",", ":")) + "\n")


def read_set(folder):
    """The documents of a set, by name."""
    documents = []
    with open(folder / TRUTH, encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            name = row.pop("document")
            text = (folder / f"{name}.txt").read_text(encoding="utf-8")
            documents.append(Document(name=name, text=text, **row))
    return documents
