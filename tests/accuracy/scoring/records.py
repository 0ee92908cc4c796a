"""The tables that are kept: our figures (results.tsv) and those of other programs (peers.tsv)."""

import csv
import dataclasses

from scoring.figures import BY_NAME, FIGURES


class Unreadable(Exception):
    pass


def rows(path, columns):
    with open(path, encoding="utf-8", newline="") as stream:
        table = csv.DictReader(stream, dialect="excel-tab", quoting=csv.QUOTE_NONE)
        if table.fieldnames != columns:
            raise Unreadable(f"{path}: the columns are not {', '.join(columns)}")
        for row in table:
            if row["figure"] not in BY_NAME:
                raise Unreadable(f"{path}: no figure is called {row['figure']}")
            yield row


def read(path):
    """Set to figure to value, as written."""
    found = {}
    for row in rows(path, ["set", "figure", "value"]):
        found.setdefault(row["set"], {})[row["figure"]] = float(row["value"])
    return found


def write(path, results, order):
    """Writes `results` (set to figure to value) in the order of sets `order`, then of the figures."""
    with open(path, "w", encoding="utf-8", newline="\n") as stream:
        stream.write("set\tfigure\tvalue\n")
        for name in sorted(results, key=order.index):
            for figure in FIGURES:
                if figure.name in results[name]:
                    stream.write(f"{name}\t{figure.name}\t{figure.text(results[name][figure.name])}\n")


def differences(now, before):
    """Pairs (is worse, line) for each figure of `now` that is not as in `before`, or is in only one of them. A figure
    that is new is no worse; one that is gone is."""
    for name, values in now.items():
        known = before.get(name, {})
        for figure in FIGURES:
            new, old = values.get(figure.name), known.get(figure.name)
            if new is None and old is None or None not in (new, old) and figure.text(new) == figure.text(old):
                continue
            texts = ["none" if value is None else figure.text(value) for value in (old, new)]
            worse = new is None or old is not None and figure.is_worse(new, old)
            yield worse, f"{name} {figure.name}: {texts[0]} -> {texts[1]}, {'worse' if worse else 'better or new'}"


@dataclasses.dataclass
class Peer:
    label: str
    value: float


class Peers:
    """The figures of other programs."""

    def __init__(self, path):
        self._by_figure = {}
        for row in rows(path, ["set", "figure", "program", "mode", "value"]):
            label = row["program"] + ("/par" if row["mode"] == "par" else "")
            self._by_figure.setdefault((row["set"], row["figure"]), []).append(Peer(label, float(row["value"])))

    def best(self, name, figure):
        """The best of a set's figure, or None; of equals the first in the table."""
        return max(self._by_figure.get((name, figure.name), []), key=lambda peer: figure.rank(peer.value), default=None)
