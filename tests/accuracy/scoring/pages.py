"""The figures of pages whose article is known (gold/pages.py).

shingle_*         by runs of four words (scoring/shingles.py)
aligned_f1        by words in order (scoring/alignment.py), mean over pages; for sites, whose gold is CleanEval's kind
segment_*         by segments of the article and of the rest (scoring/segments.py)
empty             pages of which nothing was kept, though there is an article
formula_texts     pages that the next are of: with at least 100 words of gold, and a value for gold and what was kept
grade_*           |Flesch-Kincaid of what is counted - of gold|: median, mean and ninth decile, grades
whole_page_grade  median of the same for the page's whole text
"""

import dataclasses
import json
import statistics
import tempfile
from pathlib import Path

from scoring import alignment, segments, shingles

LEAST_WORDS = 100
ALONE = "--without=repeats,copies"  # what other pages hold is of no use


@dataclasses.dataclass
class Page:
    """What is known of a page, and what the program under test made of it: `found` is compared with `true`."""

    name: str
    true: str
    whole: str  # text of the whole page; None where the page was given as HTML
    found: str
    counted: str

    @property
    def is_lost(self):
        return bool(self.true.strip()) and not self.counted.strip()

    @property
    def match(self):
        return shingles.compare(self.found, self.true)


def markup(folder, tested, with_title=False):
    """Pages given as HTML, each by itself; gold has the headline, or has it not."""
    true = true_articles(folder)
    rows = _by_file_name(tested, folder / "html", true, "html")
    return [_page(name, text, rows[name], with_title=with_title) for name, text in true.items()]


def plain(folder, texts, tested):
    """Pages given as their whole text in the folder `texts`, each by itself."""
    true = true_articles(folder)
    whole = read_texts(texts, true)
    rows = _by_file_name(tested, texts, true)
    return [_page(name, text, rows[name], whole[name]) for name, text in true.items()]


def sites(folder, tested, together):
    """Whole texts of pages of some sites, each an outlet (`together`) or each page by itself. Gold has the headline."""
    true, texts = true_articles(folder), folder / "text"
    whole = read_texts(texts, true)
    if together:
        rows = {f"{row['outlet']}/{row['id'].rsplit('.', 1)[0]}": row for row in tested.cleaned([], [texts])}
    else:
        rows = _by_file_name(tested, texts, true)
    return [_page(name, text, rows.get(name, {}), whole[name], with_title=True) for name, text in true.items()]


def _page(name, true, row, whole=None, with_title=False):
    article = row.get("article") or ""
    found = f"{row.get('title') or ''}\n\n{article}" if with_title else article
    return Page(name, true, whole, found, row.get("text") or "")


def true_articles(folder):
    """The articles of gold by page."""
    return {path.relative_to(folder / "gold").with_suffix("").as_posix(): path.read_text(encoding="utf-8")
            for path in sorted((folder / "gold").rglob("*.txt"))}


def read_texts(folder, names):
    return {name: (folder / f"{name}.txt").read_text(encoding="utf-8") for name in names}


def _by_file_name(tested, folder, names, ending="txt"):
    """The row of each of `names`, given as a file by itself; an empty one where there is none. No two files of a set
    have the same name."""
    rows = tested.cleaned([ALONE], [folder / f"{name}.{ending}" for name in names])
    by_file = {row["id"].rsplit("/", 1)[-1]: row for row in rows}
    return {name: by_file.get(f"{name.rsplit('/', 1)[-1]}.{ending}", {}) for name in names}


def figures(pages, tested):
    return (shingle_figures([page.match for page in pages]) | {"empty": sum(page.is_lost for page in pages)}
            | grade_figures(tested, pages))


def site_figures(pages, tested):
    aligned = statistics.fmean(alignment.f1(page.found, page.true) for page in pages)
    return figures(pages, tested) | {"aligned_f1": aligned}


def shingle_figures(matches):
    precision, recall, f1 = shingles.scores(matches)
    return {"documents": len(matches), "shingle_precision": precision, "shingle_recall": recall, "shingle_f1": f1,
            "shingle_deviation": shingles.deviation(matches)}


def grade_figures(tested, pages):
    true = grades(tested, [page.true for page in pages])
    errors = [grade_errors(true, grades(tested, [getattr(page, text) or "" for page in pages]))
              for text in ("counted", "whole")]
    found = {}
    if len(errors[0]) > 1:
        found = {"formula_texts": len(errors[0]), "grade_median": statistics.median(errors[0]),
                 "grade_mean": statistics.fmean(errors[0]),
                 "grade_ninth_decile": statistics.quantiles(errors[0], n=10, method="inclusive")[-1]}
    if errors[1]:
        found["whole_page_grade"] = statistics.median(errors[1])
    return found


def grades(tested, texts):
    """Words and Flesch-Kincaid of each of `texts` as it is; None for a text without a value."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-accuracy-") as folder:
        paths = [Path(folder) / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text, encoding="utf-8")
        rows = tested.scored([path for path, text in zip(paths, texts) if text.strip()])
        found = [rows.get(str(path), {}) for path in paths]
    return [(row.get("words") or 0, row.get("flesch_kincaid")) for row in found]


def grade_errors(true, given):
    return [abs(grade - right) for (words, right), (_, grade) in zip(true, given)
            if None not in (grade, right) and words >= LEAST_WORDS]


def worst(pages, n):
    """A line each for the `n` pages whose F1 is least."""
    matches = sorted((page.match.f1, page.match.precision, page.match.recall, page.name) for page in pages)
    return [f"F1 {f1:6.2f}  P {precision:6.2f}  R {recall:6.2f}  {name}" for f1, precision, recall, name in matches[:n]]


def by_segments(folder, tested):
    """The figures of pages given as HTML, of which some segments are known."""
    names = [path.stem for path in sorted((folder / "html").glob("*.html"))]
    rows = _by_file_name(tested, folder / "html", names, "html")
    return segment_figures(folder, {name: row.get("article") or "" for name, row in rows.items()})


def segment_figures(folder, texts):
    """`texts` are those found, by page; of a page without one nothing was found."""
    known = json.loads((folder / "segments.json").read_text(encoding="utf-8"))
    found = segments.figures([segments.compare(texts.get(name, ""), item["with"], item["without"])
                              for name, item in known.items()])
    return {"documents": len(known), "empty": sum(not texts.get(name, "").strip() for name in known)} | found
