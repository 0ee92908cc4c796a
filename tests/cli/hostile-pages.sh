# The pages that eat other programs: each ends at once with a named problem, and the articles beside it are counted.
. "$CASES/lib.sh"
python3 - <<'PYTHON'
import gzip
import pathlib

PROSE = "<p>The ferry returned to the old harbour on Monday, and the captain sold tickets until noon.</p>\n" * 4
LINE = "the ferry came and went all day and nobody saw it " * 2_000_000
SCRIPT = "<script>var ferry = 'The ferry returned to the harbour.';</script>\n"


def write(path, text):
    file = pathlib.Path("papers", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def page(path, body):
    write(path, f"<!doctype html>\n<html><head><title>Ferry returns</title></head><body>{body}</body></html>\n")


page("deep/div.html", "<div>" * 100_000 + PROSE)
page("deep/bold.html", "<b>" * 100_000 + PROSE)
page("deep/table.html", "<table><tr><td>" * 100_000 + PROSE)
page("deep/link.html", "".join(f"<a href={i}><font size={i}><p>" for i in range(60_000)) + PROSE)
page("deep/links.html", "".join(f"<a href={i}><font size={i}><p>" for i in range(100_000)) + PROSE)
write("line/line.txt", LINE)
page("line/line.html", "<p>" + LINE)
write("bomb/bomb.html.gz", gzip.compress(b"<p>" + b" " * 1_000_000, 9) * 600)
page("script/script.html", SCRIPT * 20_000)
page("good/good.html", PROSE.replace("ferry", "steamer").replace("captain", "purser").replace("Monday", "Sunday"))
PYTHON
try timeout 60 broadsheet analyze -q --any-length papers -o papers.db
try broadsheet export problems papers.db --format csv
try broadsheet export outlets papers.db --format csv
try broadsheet clean papers/deep/div.html
try broadsheet score papers/deep/div.html
try broadsheet segment papers/script/script.html
