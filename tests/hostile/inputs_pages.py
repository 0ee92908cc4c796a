"""Pages of HTML."""

from hostile import case

PROSE = b"<p>The cat sat on the mat, and the dog ran to the town in the sun, and then both of them slept.</p>"


def page(folder, body, name="a.html"):
    (folder / name).write_bytes(b"<html><body>" + body)


@case("a page nested a million deep", says="nested deeper than the ceiling of 1500 levels (--ceiling depth)",
      limit="depth")
def html_nested(folder):
    page(folder, b"<div>" * 1_000_000 + PROSE)


@case("bold and italic opened a million times and never closed", kept=0, says="(--ceiling tags)", limit="tags")
def html_formatting(folder):
    page(folder, b"<b><i><p>" * 500_000 + PROSE)


@case("an element of half a million attributes", kept=1, status=0)
def html_attributes(folder):
    page(folder, b"<div " + b" ".join(b"a%d=1" % i for i in range(500_000)) + b">" + PROSE * 3)


@case("a million tags", says="(--ceiling tags)", limit="tags")
def html_tags(folder):
    page(folder, b"<br>x" * 1_000_000 + PROSE)


@case("tables in tables with their cells outside", says="(--ceiling", limit="tags", status=1)
def html_tables(folder):
    page(folder, b"<table>x<tr><span>y<table>" * 200_000 + PROSE)


@case("a list that is never closed, of 190,000 items", kept=1, says="", status=0)
def html_list(folder):
    page(folder, b"<ul>" + b"<li>item of a list" * 190_000 + b"</ul>" + PROSE * 3)


@case("comments, scripts and styles that are never closed", kept=8, says="", status=0)
def html_unclosed(folder):
    for i, start in enumerate((b"<!--", b"<script>", b"<style>", b"<textarea>", b"<title>", b"<![CDATA[", b"<svg>", b"<")):
        page(folder, PROSE * 3 + start * 50_000 + PROSE * 3, f"{i}.html")


@case("half a million entities, some of them none", kept=0, says="hostile", status=1)
def html_entities(folder):
    page(folder, PROSE * 3 + b"<p>" + b"The &eacute;t&eacute; was &#x110000;&#0;&#99999999999;&notanentity; long. " * 100_000 + b"</p>")


@case("JSON-LD nested 100,000 deep, of 5 MB, and 10,000 blocks of it", kept=3, says="", status=0)
def html_json_ld(folder):
    start = b'<script type="application/ld+json">'
    page(folder, start + b'{"a":[' * 100_000 + b"</script>" + PROSE * 3, "a.html")
    page(folder, start + b'{"headline":"' + b"x" * 5_000_000 + b'"}</script>' + PROSE * 3, "b.html")
    page(folder, (start + b'{"headline":"x"}</script>') * 10_000 + PROSE * 3, "c.html")


@case("a page of 40 MB", says="(--ceiling article)", limit="article")
def html_large(folder):
    page(folder, PROSE * 400_000)


@case("a page of 6 MB of paragraphs", says="", limit="", kept=1, status=0)
def html_of_paragraphs(folder):
    page(folder, PROSE * 60_000)


@case("a page that is one tag without end", says="nothing in it is article text", kept=0)
def html_tag_without_end(folder):
    page(folder, b"<a href='" + b"x" * 6_000_000)


@case("pages in UTF-7, UTF-16 and charsets that do not exist", says="", kept=6, status=0)
def html_charsets(folder):
    for i, name in enumerate((b"utf-7", b"utf-16", b"x-user-defined", b"../../etc", b"A" * 100_000, b"iso-2022-kr")):
        (folder / f"{i}.html").write_bytes(b'<html><meta charset="' + name + b'"><body>' + PROSE * 3)


@case("a list that is never closed, of 200,000 items", says="(--ceiling tags)", limit="tags")
def html_long_list(folder):
    page(folder, b"<ul>" + b"<li>item of a list" * 200_000 + b"</ul>" + PROSE * 3)


@case("four pages at once, each of three million lines of a letter", says="(--ceiling sentence)", limit="sentence")
def html_of_lines(folder):
    for i in range(4):
        page(folder, b"<pre>" + b"x\n" * 2_900_000 + b"</pre>" + PROSE, f"{i}.html")


@case("four pages at once, each of 190,000 line breaks and half a million sentences", says="", kept=4, status=0)
def html_of_breaks(folder):
    for i in range(4):
        page(folder, b"<p>" + b"A cat.<br>" * 190_000 + b"I am. " * 500_000 + PROSE, f"{i}.html")
