"""Documents from the tagged form of the Brown Corpus (Form C: `The/at cook/nn slept/vbd ./.`).

A line is a sentence, but for Form C's own units: a line that ends in ; , -- ( or an opening quote goes on in the next
line of its paragraph, and so does one that ends in ? ! or : when the next begins in lower case (`"Who?" they cried`).
Blank lines part paragraphs. A line marked as a headline (-hl) in every form is a paragraph, unless the next line is
the dash after a dateline.

The text is printed as American papers do: straight quotes, the closing one after . , ? and !, and one of the doubled
; ? ! : of Form C. Nothing else is mended: `Okla. .` becomes `Okla..`, which is in no paper and gives an end away, and a
headline with a quotation in it, whose quotes have no mark, runs into the text. The figures of other programs in
peers.tsv were taken on such a text. `as_printed` mends these two; corpora/brown-press/tagged.py mends more.
"""

import re

from gold import document

CLOSING = frozenset({",", ".", ";", ":", "?", "!", ")", "]", "}", "''", "%"})
OPENING = frozenset({"(", "[", "{", "``", "$"})
BEFORE_QUOTE = frozenset({".", ",", "?", "!"})
DOUBLED = frozenset({";", "?", "!", ":"})
UNFINISHED = frozenset({";", ",", "--", "(", "``"})
UNFINISHED_BEFORE_LOWER = frozenset({"?", "!", ":"})
CLOSERS = frozenset({")", "]", "''"})
QUOTES = frozenset({"``", "''"})
OWN_STOP = re.compile(r"\w\.$")


def read(name, genre, text, as_printed=False):
    """The document of one tagged file. `as_printed`: no stop after an abbreviation's own; headlines may hold quotes."""
    mend = without_second_stops if as_printed else list
    found = paragraphs(text, QUOTES | {"'"} if as_printed else frozenset())
    return document.build(name, genre, [[printed(mend(forms)) for forms in paragraph] for paragraph in found])


def paragraphs(text, unmarked):
    """Lists of sentences, each a list of forms as Form C writes them, the doubled ones once. `unmarked` are forms that
    may be in a headline without its mark."""
    found, headline = [[]], False
    for line in text.split("\n"):
        tagged = [token.rsplit("/", 1) for token in line.split()]
        if not tagged:
            if not headline:
                found.append([])
            continue
        forms = undoubled([form for form, _ in tagged])
        was_headline, headline = headline, is_headline(tagged, unmarked)
        after_dateline = was_headline and not headline and forms[0] == "--"
        if (headline or was_headline) and not after_dateline:
            found.append([])
        add_line(found[-1], forms, after_dateline)
    return [paragraph for paragraph in found if paragraph]


def add_line(paragraph, forms, joins):
    """Adds a line to its paragraph: what closes the sentence before goes there, the rest is a sentence or `joins`."""
    while paragraph and forms and forms[0] in CLOSERS:
        paragraph[-1].append(forms.pop(0))
    if forms and paragraph and (joins or goes_on(paragraph[-1], forms)):
        paragraph[-1] += forms
    elif forms:
        paragraph.append(forms)


def is_headline(tagged, unmarked):
    marks = ["-hl" in tag for form, tag in tagged if form not in unmarked]
    return bool(marks) and all(marks)


def undoubled(forms):
    return [form for i, form in enumerate(forms) if not (i and form in DOUBLED and form == forms[i - 1])]


def goes_on(forms, following):
    """Whether the sentence `forms` is continued by the line `following`."""
    ends = [form for form in forms if form not in CLOSERS] or forms
    starts = [form for form in following if form[0].isalpha()] or following
    return ends[-1] in UNFINISHED or ends[-1] in UNFINISHED_BEFORE_LOWER and starts[0][0].islower()


def without_second_stops(forms):
    return [form for i, form in enumerate(forms) if not (i and form == "." and OWN_STOP.search(forms[i - 1]))]


def printed(forms):
    """The sentence in print, as (form, glued) tokens."""
    tokens, single_open = [], False
    for form in quotes_last(forms):
        opens, closes = form in OPENING, form in CLOSING
        if form in {"'", "`"}:
            single_open = not single_open
            opens, closes = single_open, not single_open
        if closes and tokens:
            tokens[-1] = (tokens[-1][0], True)
        tokens.append(('"' if form in QUOTES else form, opens))
    return tokens


def quotes_last(forms):
    """`'' ,` as `, ''`."""
    out = []
    for form in forms:
        if form in BEFORE_QUOTE and out and out[-1] in {"''", "'"}:
            out.insert(len(out) - 1, form)
        else:
            out.append(form)
    return out
