"""Tagged Brown (Form C) back into print: `The/at jury/nn said/vbd ./.` becomes `The jury said.`

What is mended, and only this:
- Spaces before closing and after opening punctuation go; `` and '' become ", and a comma, stop, question or exclamation
  mark that was moved behind a closing quote goes back before it, as American papers print it.
- Form C doubles ; ? ! : where they end a unit; one is kept. A stop after an abbreviation's own stop goes.
- Roman numerals stand as `2 ,` (World War II); the numeral is restored after a few words that are sure to take one,
  and the comma that belongs to the code goes.
- `Aj` stands for an abbreviation that could not be coded, and goes with the comma or dash before it.
- A line of headline words (-hl) is a block of its own, unless it is the place and day before `-- `.
"""

import re

CLOSING = {",", ".", ";", ":", "?", "!", ")", "]", "''", "%"}
OPENING = {"(", "[", "``"}
BEFORE_QUOTE = {",", ".", "?", "!"}
DOUBLED = {";", "?", "!", ":"}
BEFORE_NUMERAL = {"War", "Louis", "Henry", "Leopold", "Act", "John"}
ROMAN = {10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
LONGEST_HEADLINE = 10


def plain_text(lines):
    """The text of tagged lines: blocks parted by a blank line."""
    return "".join(block + "\n\n" for block in blocks(lines)).rstrip("\n") + "\n"


def blocks(lines):
    words, headline, found = [], False, []
    for line in lines:
        tagged = tokens(line)
        if not tagged:
            if words and not headline:
                found.append(words)
                words = []
            continue
        is_headline = headline_line(tagged)
        forms = [form for form, _ in tagged]
        joins = headline and forms[0] == "--"
        if words and (is_headline or headline) and not joins:
            found.append(words)
            words = []
        words = words + forms
        headline = is_headline and not joins
    if words:
        found.append(words)
    return [printed(words) for words in found]


def tokens(line):
    """Pairs of form and tag."""
    kept = []
    for token in line.split():
        form, tag = token.rsplit("/", 1)
        if kept and form in DOUBLED and kept[-1][0] == form:
            continue
        if form != "Aj":
            kept.append((form, tag))
        elif kept and kept[-1][0] in {",", "--"}:
            kept.pop()
    return kept


def headline_line(tagged):
    """Whether a line is a headline. Some of a headline's words may lack the mark, and a sentence may quote one."""
    words = [tag for form, tag in tagged if form[0].isalnum()]
    marked = sum("-hl" in tag for tag in words)
    if not marked or len(words) > LONGEST_HEADLINE:
        return False
    return marked * 2 >= len(words) or tagged[-1][0] not in {".", ";", "?", "!"}


def printed(forms):
    text, glued = "", True
    for form in single_quotes(stops(roman(forms))):
        if not glued and form not in CLOSING and not form.startswith("\0"):
            text += " "
        glued = form in OPENING or form.endswith("\0")
        text += '"' if form in {"``", "''"} else form.strip("\0")
    return text


def roman(forms):
    """World War 2 , -> World War II; John C. Davis 3 , , -> John C. Davis III,"""
    out, skip_comma = [], False
    for i, form in enumerate(forms):
        if skip_comma and form == ",":
            skip_comma = False
            continue
        named = i > 0 and forms[i - 1] in BEFORE_NUMERAL
        if re.fullmatch(r"[1-9]|1\d|2[0-3]", form) and (named or forms[i + 1:i + 3] == [",", ","]):
            form, skip_comma = numeral(int(form)), forms[i + 1:i + 2] == [","]
        out.append(form)
    return out


def numeral(number):
    out = ""
    for value, letters in ROMAN.items():
        while number >= value:
            out, number = out + letters, number - value
    return out


def stops(forms):
    """No second stop after an abbreviation; stops and commas before the closing quote."""
    out = []
    for form in forms:
        place = len(out)
        while form in BEFORE_QUOTE and place > 1 and out[place - 1] in {"''", "'"}:
            place -= 1
        if form == "," and place and out[place - 1] in {"?", "!"}:
            place = len(out)
        if not (form == "." and place and re.search(r"\w\.$", out[place - 1])):
            out.insert(place, form)
    return out


def single_quotes(forms):
    """A lone ' opens or closes a quotation in turn; a \\0 on its inner side marks where no blank may stand."""
    is_open = False
    for form in forms:
        if form in {"'", "`"}:
            is_open = not is_open
            form = "'\0" if is_open else "\0'"
        yield form
