"""Makes a corpus whose outlets, titles, bylines and words try to be something else, and looks for them in pictures.

usage: hostile-charts.py           writes hostile.jsonl and wanted.json
       hostile-charts.py FOLDER    says of each SVG there how many of the outlets' names stand in it as text
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree

from plot_texts import dated, text, write

NAMES = [
    "$(touch PWNED)",
    "`touch PWNED`",
    "|touch PWNED",
    '"; system("touch PWNED") "',
    "'; !touch PWNED; '",
    "<script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "{/Symbol a}_{b}^{c} @x &{y}",
    "%s%n%d %g",
    "a\\nb\\t \\042 \\U+41",
    "# title\ttab and \"quotes",
    "&#x41;&amp;&lt;",
    "two\nlines\r",
    "red\033[31m\033]0;title\007\033P",
    "evil\u202egnp.exe\u2066",
    "é" + "\u0301\u0323" * 100,
    "long " * 400,
    "NaN",
]
FURNITURE = "\n\n© 2024 {}. All rights reserved.\n\nShare this article"


def articles():
    for i, name in enumerate(NAMES):
        for j in range(6):
            carried = text(0, 0) if j == 0 and i < 2 else text(j, i % 4)
            if j == 0 and i == 1:
                carried = first
            first = carried if j == 0 else first
            body = f"{carried}\n\nThe harbour of {name} is {name}, said {name}.{FURNITURE.format(name)}"
            yield name, body, {**dated(j), "title": name, "byline": f"By {name}", "section": name}


def start(name):
    """Of a name, what a picture can be asked for: the visible beginning, without blanks and joiners."""
    return re.sub("[^!-~]", "", re.split("[\x00-\x1f\u200b-\u206f]", name)[0])[:7]


def texts_of(path):
    tree = xml.etree.ElementTree.fromstring(path.read_bytes())
    texts = ["".join(element.itertext()) for element in tree.iter() if element.tag.endswith("}text")]
    tags = {element.tag.rsplit("}", 1)[1] for element in tree.iter()}
    assert tags.isdisjoint({"script", "b", "image", "foreignObject"}), tags
    assert not [name for element in tree.iter() for name in element.attrib if name.lower().startswith("on")]
    return re.sub("[^!-~]", "", "".join(texts))


def main():
    if len(sys.argv) == 1:
        write("hostile", articles())
        return
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.svg")):
        shown = texts_of(path)
        missing = [start(name) for name in NAMES if start(name) not in shown]
        print(f"{path.name}: {len(NAMES) - len(missing)} of {len(NAMES)} names", *missing)


if __name__ == "__main__":
    main()
