"""What was run: a line of build-fuzz/log.tsv for each run of a target, and the table of all."""
import builds

LOG = builds.OUT / "log.tsv"
COLUMNS = ["target", "engine", "kind", "seconds", "cpu", "executions", "edges", "features",
           "lines", "of_lines", "findings"]


def add(name, options, result, lines):
    fresh = not LOG.exists()
    with LOG.open("a", encoding="utf-8") as log:
        if fresh:
            print(*COLUMNS, sep="\t", file=log)
        print(name, options.engine, "fast" if options.fast else "sanitize", f"{result.seconds:.1f}",
              f"{result.cpu:.1f}", result.executions, result.edges, result.features,
              *(lines or ("", "")), len(result.findings), sep="\t", file=log)


def share(lines):
    return f"{100 * lines[0] / lines[1]:.1f} % of {lines[1]} lines" if lines and lines[1] else "lines not measured"


def sentence(name, result, lines):
    rate = result.executions / result.cpu if result.cpu else 0
    return (f"{name}: {result.executions:,} executions in {result.seconds:.0f} s ({rate:,.0f} a CPU second), "
            f"{result.edges} edges, {result.features} features, {share(lines)}, {len(result.findings)} findings")


def rows():
    if not LOG.exists():
        return []
    with LOG.open(encoding="utf-8") as log:
        next(log)
        return [dict(zip(COLUMNS, line.rstrip("\n").split("\t"))) for line in log]


def table(names):
    """Sums of all runs; coverage as last measured; speed, by the processor's time, of the fastest run without sanitizers."""
    lines = [f"{'target':18} {'executions':>14} {'hours':>6} {'exec/s':>8} {'edges':>6} {'lines':>16} {'findings':>8}"]
    sums = [0, 0.0, 0]
    for name in names:
        own = [row for row in rows() if row["target"] == name]
        executions = sum(int(row["executions"]) for row in own)
        hours = sum(float(row["seconds"]) for row in own) / 3600
        rates = [int(row["executions"]) / float(row["cpu"]) for row in own
                 if row["kind"] == "fast" and float(row["cpu"]) > 0]
        edges = max([int(row["edges"]) for row in own if row["engine"] == "libfuzzer"], default=0)
        reached = [(int(row["lines"]), int(row["of_lines"])) for row in own if row["lines"]]
        found = sum(int(row["findings"]) for row in own)
        last, of = reached[-1] if reached else (0, 0)
        told = f"{100 * last / of:.1f} % of {of}" if of else "–"
        rate = max(rates, default=0)
        lines.append(f"{name:18} {executions:14,} {hours:6.2f} {rate:8,.0f} {edges:6} {told:>16} {found:8}")
        sums = [sums[0] + executions, sums[1] + hours, sums[2] + found]
    lines.append(f"{'in all':18} {sums[0]:14,} {sums[1]:6.2f} {'':8} {'':6} {'':16} {sums[2]:8}")
    return "\n".join(lines)
