"""News articles written three times, for elementary, intermediate and advanced learners: OneStopEnglish (Vajjala and
Lucic 2018), one CSV file an article with a column a level.

The files are cp1252 or Mac Roman and do not say which; the curly quotes and dashes, which the two put in different
places, tell. (The corpus's plain text files have lost theirs.)
"""

import csv
import io
import re

LEVELS = ("elementary", "intermediate", "advanced")
OF_CP1252 = frozenset(b"\x91\x92\x93\x94\x96\x97")
OF_MAC_ROMAN = frozenset(b"\xd0\xd1\xd2\xd3\xd4\xd5")


def decoded(data):
    is_mac = sum(byte in OF_MAC_ROMAN for byte in data) > sum(byte in OF_CP1252 for byte in data)
    return data.decode("mac_roman" if is_mac else "cp1252", errors="replace")


def texts(data):
    """The three texts of one CSV file, easiest first; a row is a paragraph, in which line breaks mean nothing."""
    rows = list(csv.reader(io.StringIO(decoded(data), newline="")))[1:]
    return ["\n\n".join(paragraph for row in rows if (paragraph := " ".join(row[level].split()))) + "\n"
            for level in range(len(LEVELS))]


def name(path):
    """The name of an article's files."""
    return re.sub(r"[^a-z0-9]+", "-", path.rsplit("/", 1)[-1].removesuffix(".csv").lower()).strip("-")
