"""What a word is, over the tokens of a treebank.

A word is a longest run of tokens with no blank between them in which every token has a letter or digit, or is one of
JOINERS alone between two that have. So won't, the cook's, half-open, U.K., 09:15 and the 7 of £7 are one word each;
either/or, 1914–1918 and ship—shore are two, where the treebank parts them; +, § and ... are none.
"""

JOINERS = frozenset("-\u2010\u2011'\u2019")


def is_wordlike(form):
    return any(character.isalnum() for character in form)


def spans(tokens):
    """Pairs (start, end) of the words among `tokens`, which are (form, start, end, glued to the next) in order."""
    found = []
    start = None   # of the word that is being read
    joiner = False  # one was read, and waits for what follows
    for form, first, last, glued in tokens:
        if is_wordlike(form):
            if start is None:
                start = first
            end, joiner = last, False
        elif start is not None and form in JOINERS and not joiner:
            joiner = True
        elif start is not None:
            found.append((start, end))
            start, joiner = None, False
        if start is not None and not glued:
            found.append((start, end))
            start, joiner = None, False
    if start is not None:
        found.append((start, end))
    return found
