"""A table of figures with the best of other programs beneath."""

from scoring.figures import FIGURES


def lines(results, peers):
    """`results` is a list of (set, {figure: value}), `peers` a Peers. A column without any value is left out."""
    shown = [figure for figure in FIGURES if any(figure.name in values for _, values in results)]
    rows = [["set"] + [figure.heading for figure in shown]]
    for name, values in results:
        rows.append([name] + [figure.text(values[figure.name]) if figure.name in values else "" for figure in shown])
        best = [peers.best(name, figure) if figure.name in values and figure.is_compared else None
                for figure in shown]
        if any(best):
            rows.append(["  best other"] + [figure.text(found.value) if found else ""
                                            for figure, found in zip(shown, best)])
            rows.append(["  which is"] + [found.label if found else "" for found in best])
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        yield "  ".join(cells).rstrip()
