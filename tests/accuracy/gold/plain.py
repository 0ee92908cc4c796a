"""The text of a whole page, one block a line, as a program that knows of markup but not of articles gives it."""

import html.parser
import re

UNSEEN = frozenset(("script", "style", "noscript", "template", "iframe", "object", "svg"))
BLOCKS = frozenset(("address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd",
                    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
                    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
                    "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section", "select", "summary", "table",
                    "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul"))
MARKED_SECTION = re.compile(r"<!\[[^>]*>")  # of XML and of an old browser; the parser of Python refuses some


class _Blocks(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self._parts, self._unseen = [], []

    def handle_starttag(self, tag, attrs):
        if tag in UNSEEN:
            self._unseen.append(tag)
        elif tag in BLOCKS:
            self._parts.append("\n")

    def handle_startendtag(self, tag, attrs):
        if tag in BLOCKS:
            self._parts.append("\n")

    def handle_endtag(self, tag):
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif tag in BLOCKS:
            self._parts.append("\n")

    def handle_data(self, data):
        if not self._unseen:
            self._parts.append(data.replace("\n", " "))

    def text(self):
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        return "".join(f"{line}\n" for line in lines if line)


def text(page):
    """Of a page's markup. Scripts and styles are left out."""
    parser = _Blocks()
    parser.feed(MARKED_SECTION.sub("", page).replace("\r", "\n"))
    parser.close()
    return parser.text()


def decoded(data):
    """A page's bytes as text: UTF-8 where they are that, else the old encoding of the web."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
