"""A post in Markdown as plain text: its head of metadata, and its paragraphs, parted by empty lines.

Code, pictures, comments and the site's own commands go; of a link its words stay; a heading and a list item are lines
of their own. HTML inside a post is taken off tag by tag.
"""

import html
import re

FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.M | re.S)
CODE = re.compile(r"(?:\A|\n\n)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")
GONE = re.compile(
    r"<!--.*?-->|<(script|style|pre|figure|iframe|table)\b.*?</\1>|\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}"
    r"|!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])|<img\b[^>]*>",
    re.S | re.I,
)
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
TARGET = re.compile(r"^ {0,3}\[[^\]]+\]:\s+\S.*$", re.M)
BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|ul|ol|blockquote|section|article|hr|dl|dd|dt)\b[^>]*>", re.I)
ITEM_TAG = re.compile(r"<li\b[^>]*>", re.I)
BREAK_TAG = re.compile(r"<br\b[^>]*>", re.I)
TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.S)
ADDRESS = re.compile(r"<((?:https?:|mailto:)[^<>\s]+)>")
ITEM = re.compile(r"^\s*(?:[*+-]|\d+[.)])\s+")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")


def split(source):
    """The lines of the head and the body. Heads are parted by lines of three dashes or, of the site generator Lektor,
    fields are, the last of them being the body."""
    source = source.replace("\r\n", "\n").lstrip("\ufeff\n")
    if source.startswith("---\n"):
        head, found, body = source[4:].partition("\n---")
        return (head.splitlines(), body.partition("\n")[2]) if found else ([], source)
    head, found, body = source.partition("\nbody:")
    if found:
        return [line for line in head.splitlines() if line != "---"], body.partition("\n---\n")[0]
    return [], source


def field(head, *names):
    """The first of these fields that has a value on its own line or as the first item below it."""
    for name in names:
        for number, line in enumerate(head):
            key, colon, value = line.partition(":")
            if colon and key.strip() == name and key == key.lstrip():
                below = head[number + 1:number + 2]
                item = re.fullmatch(r"\s*-\s+(.*)", below[0]) if below and not value.strip() else None
                found = (item.group(1) if item else value).strip().strip("[]").strip().strip("'\"")
                if found:
                    return found
    return ""


def plain(text):
    """A run of text without marks."""
    text = ADDRESS.sub(r"\1", text)
    text = TAG.sub("", text)
    for _ in range(2):
        text = LINK.sub(r"\1", text)
    text = EMPHASIS.sub(r"\2", text).replace("`", "")
    text = EMPHASIS.sub(r"\2", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!|-])", r"\1", text)
    return re.sub(r"\s+", " ", html.unescape(text)).strip()


def blocks(body):
    """The lines of each paragraph, item and heading."""
    body = GONE.sub("", CODE.sub("\n\n", FENCE.sub("\n\n", body)))
    body = BREAK_TAG.sub("\n", ITEM_TAG.sub("\n\n* ", BLOCK_TAG.sub("\n\n", TARGET.sub("", body))))
    lines = []
    for line in body.splitlines() + [""]:
        line = line.lstrip("> ") if line.startswith(">") else line
        heading, rule = HEADING.match(line), RULE.match(line)
        if lines and (not line.strip() or heading or rule or ITEM.match(line)):
            yield lines
            lines = []
        if heading:
            yield [heading.group(1)]
        elif line.strip() and not rule:
            lines.append(ITEM.sub("- ", line))


def text(body):
    """The whole body; empty where nothing is prose."""
    found = (plain(" ".join(lines)) for lines in blocks(body))
    return "\n\n".join(block for block in found if re.search(r"\w", block))
