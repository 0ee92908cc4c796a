"""Web pages of which the article is known.

A set is a folder with some of these, PAGE alike in all, with the name of its site before it where the set has sites:

    html/PAGE.html          the page
    text/PAGE.txt           its whole text, one block a line; text/PROGRAM/PAGE.txt where several programs gave it
    gold/PAGE.txt           the article
    segments.json           or, by page, `with`: segments that belong to the article, and `without`: that do not
    output/PROGRAM.json     articles that other programs found, by page, and README.rst with what is published of them
"""

import gzip
import json
import re

from gold import plain

# Of article-extraction-benchmark: programs that give a page's whole text, and those that look for the article.
WHOLE_PAGE = ("html-text", "inscriptis", "html2text", "beautifulsoup")
EXTRACTORS = ("AutoExtract", "Diffbot", "boilerpipe", "dom_smoothie", "dragnet", "go_domdistiller", "go_readability",
              "go_trafilatura", "goose3", "justext", "llm_readability", "news_please", "newspaper",
              "readable_readability", "readability", "readability_js", "rs_trafilatura", "trafilatura")


def _write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))


def _stem(path):
    return path.rsplit("/", 1)[-1].split(".html")[0].removesuffix(".txt")


def articles(text):
    """The articles of one file of results, by page; newer files hold a version beside them."""
    found = json.loads(text)
    if set(found) == {"version", "output"}:
        found = found["output"]
    return {page: item.get("articleBody") or "" for page, item in found.items()}


def benchmark(folder, repository):
    """article-extraction-benchmark. Its pages are in UTF-8, whatever they declare."""
    paths = repository.names("html")
    for path, data in zip(paths, repository.read(paths)):
        _write(folder / "html" / f"{_stem(path)}.html", gzip.decompress(data))
    for page, text in articles(repository.text("ground-truth.json")).items():
        _write(folder / "gold" / f"{page}.txt", text)
    for program in WHOLE_PAGE:
        for page, text in articles(repository.text(f"output/{program}.json")).items():
            _write(folder / "text" / program / f"{page}.txt", text)
    for program in EXTRACTORS:
        _write(folder / "output" / f"{program}.json", repository.text(f"output/{program}.json"))
    _write(folder / "README.rst", repository.text("README.rst"))


def segments(folder, repository):
    """trafilatura's own: a page lies in tests/cache or else in tests/eval."""
    pages = json.loads(repository.text("tests/evaldata.json"))
    cached = set(repository.names("tests/cache"))
    names = sorted(item["file"] for item in pages.values())
    paths = [cache if (cache := f"tests/cache/{name}") in cached else f"tests/eval/{name}" for name in names]
    for name, data in zip(names, repository.read(paths)):
        _write(folder / "html" / f"{_stem(name)}.html", data)
    kept = {_stem(item["file"]): {key: item[key] for key in ("with", "without")} for item in pages.values()}
    _write(folder / "segments.json", json.dumps(kept, sort_keys=True, indent=1, ensure_ascii=False) + "\n")


def reader_view(folder, repository):
    """The test pages of Mozilla's Readability; gold is the text of the markup that it is to give."""
    paths = [path for path in repository.names("test/test-pages") if path.endswith(("/source.html", "/expected.html"))]
    for path, data in zip(paths, repository.read(paths)):
        page, file = path.split("/")[-2:]
        if file == "source.html":
            _write(folder / "html" / f"{page}.html", data)
        else:
            _write(folder / "gold" / f"{page}.txt", plain.text(plain.decoded(data)))


def portals(folder, repository):
    """CleanPortalEval: pages of five parts of sites, named SITE_NUMBER."""
    for kind, write in (("input", _write_portal_page), ("GoldStandard", _write_portal_gold)):
        paths = repository.names(kind)
        for path, data in zip(paths, repository.read(paths)):
            site, number = _stem(path).rsplit("_", 1)
            write(folder, f"{site}/{site}_{number}", data)


def _write_portal_page(folder, page, data):
    _write(folder / "html" / f"{page}.html", data)
    _write(folder / "text" / f"{page}.txt", plain.text(plain.decoded(data)))


def _write_portal_gold(folder, page, data):
    _write(folder / "gold" / f"{page}.txt", portal_article(plain.decoded(data)))


def portal_article(marked):
    """The text of a file of gold in the format of CleanEval: its address in the first line, <p>, <h> or <l> before each
    segment, whose lines are wrapped."""
    marked = re.sub(r"^\s*URL:.*$", "", marked, flags=re.MULTILINE)
    parts = re.split(r"<[phl]>", marked, flags=re.IGNORECASE)
    paragraphs = (" ".join(plain.html.unescape(part).split()) for part in parts)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def hand_checked(folder, archive):
    """web-gold: PAGE.html, PAGE.dump.txt and PAGE.gold.txt."""
    for path in archive.names("web-gold"):
        name = path.rsplit("/", 1)[-1]
        for ending, kind in ((".html", "html/{}.html"), (".dump.txt", "text/{}.txt"), (".gold.txt", "gold/{}.txt")):
            if name.endswith(ending):
                _write(folder / kind.format(name.removesuffix(ending)), archive.bytes(path))


def near_duplicates(folder, archive):
    """neardup-gold: docs/OUTLET/ARTICLE.txt and pairs.tsv, every pair of them with its exact figures."""
    for path in archive.names("neardup-gold"):
        _write(folder / path.split("/", 1)[1], archive.bytes(path))
