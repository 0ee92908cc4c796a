"""Texts to draw charts of: made-up words in articles of which no two are alike."""

import json
import random

SYLLABLES = ["ba", "de", "fi", "go", "lu", "mer", "nat", "pol", "rin", "sot"]
dice = random.Random(6)


def word(syllables):
    return "".join(SYLLABLES[int(dice.random() * len(SYLLABLES))] for _ in range(syllables))


def sentence(words, syllables):
    return " ".join(["The harbour", *(word(syllables) for _ in range(words))]) + "."


def text(number, outlet=0):
    """About 300 words, no two alike, harder the later the outlet."""
    return "\n\n".join(" ".join(sentence(5 + (number + i + j) % 9 + 2 * outlet, 1 + (i + j + outlet) % 4)
                                for j in range(4)) for i in range(6))


def even(_):
    """Other words every time, and every measure of sentences and syllables the same."""
    return "\n\n".join(sentence(8, 2) for _ in range(30))


def dated(number):
    return {"date": f"{2019 + number % 5}-0{1 + number % 9}-15"}


def write(name, records):
    with open(f"{name}.jsonl", "w", encoding="utf-8") as file:
        for number, (outlet, content, more) in enumerate(records):
            record = {"outlet": outlet, "id": f"{number:03d}", "text": content, "language": "en", **more}
            print(json.dumps(record), file=file)


def each(names, articles, make=text, more=dated):
    return [(name, make(i, j), more(i)) for i in range(articles) for j, name in enumerate(names)]
