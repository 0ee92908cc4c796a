"""The program under test, asked for sentences, syllables, measures, articles and copies.

It is run as `PROGRAM segment --sentences --format=jsonl FILE`, so with `--words` and `--syllables`, and as
`PROGRAM score --as-is --any-length --all --format=jsonl FILE...`. Rows of `segment` have `text`, `start` (a byte of the
file) and with `--syllables` their number; they do not name their file, so each text is a run of its own. Rows of
`score` have the file's name as `text` and every measure by its id.

Articles come from `PROGRAM clean --format=jsonl PLACE...`, whose rows have `outlet`, `id`, `title`, `text` (what is
counted) and `article` (with its sub-headings and tables); a place that it gets no article from has no row. Copies
come from the store that `PROGRAM analyze` makes.
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import tempfile


class Failed(Exception):
    """The program could not be run, or did not answer."""


class Program:
    def __init__(self, path):
        self.path = path

    def _run(self, *arguments):
        try:
            done = subprocess.run([self.path, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        except OSError as problem:
            raise Failed(f"{self.path}: {problem.strerror}") from None
        if done.returncode not in (0, 1):
            raise Failed(f"{self.path} {' '.join(map(str, arguments))[:200]}: status {done.returncode}, "
                         f"{done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def _rows(self, *arguments):
        return [json.loads(line) for line in self._run(*arguments).decode("utf-8").split("\n") if line]

    def sentences(self, path):
        """The texts of the sentences of a file."""
        return [row["text"] for row in self._rows("segment", "--sentences", "--format=jsonl", path)]

    def words(self, path):
        """The texts of the words of a file."""
        return [row["text"] for row in self._rows("segment", "--words", "--format=jsonl", path)]

    def syllables(self, words):
        """The syllables of each of `words`, asked by itself; 0 where the program takes it for no word."""
        if not words:
            return []
        lines = [word.encode("utf-8") + b"\n\n" for word in words]
        line_at, at = {}, 0
        for number, line in enumerate(lines):
            line_at.update((at + offset, number) for offset in range(len(line)))
            at += len(line)
        counts = [0] * len(words)
        with _file(b"".join(lines)) as path:
            for row in self._rows("segment", "--syllables", "--format=jsonl", path):
                counts[line_at[row["start"]]] += row["syllables"]
        return counts

    def measures(self, paths, names):
        """For each of `paths` the values of the measures `names`; None where one has none."""
        rows = self.scored(paths)
        if list(rows) != [str(path) for path in paths]:
            raise Failed(f"{self.path} score: the rows are not those of the texts that were asked for")
        return [[row.get(name) for name in names] for row in rows.values()]

    def scored(self, paths):
        """The rows of `score` by path; a text without words may have none."""
        rows = self._rows("score", "--as-is", "--any-length", "--all", "--format=jsonl", *paths) if paths else []
        return {row["text"]: row for row in rows}

    def cleaned(self, options, places):
        return self._rows("clean", "--format=jsonl", *options, *places)

    def analyze(self, place, store, *options):
        self._run("analyze", "--quiet", *options, place, "-o", store)


def each(function, items):
    """`function` of each item, in order, as many at a time as there are processors."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, items))


class _file:
    """A file of these bytes, for as long as the block lasts."""

    def __init__(self, data):
        self._data = data

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="broadsheet-accuracy-")
        path = pathlib.Path(self._folder.name) / "words.txt"
        path.write_bytes(self._data)
        return path

    def __exit__(self, *_):
        self._folder.cleanup()
