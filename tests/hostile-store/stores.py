"""Damaged and hostile stores, each made of a good one: its schema, its pages, its values.

A maker takes the path of a copy, which it may spoil.
"""
import random
import sqlite3
import struct

PAGE = 8192
HUGE = 2**63 - 1
MAKERS = {}


def store(name):
    def add(maker):
        MAKERS[name] = maker
        return maker
    return add


def sql(name, *statements, schema=False):
    """A store spoiled by statements; with `schema`, ones that write the table of tables."""
    def make(path):
        db = sqlite3.connect(path, isolation_level=None)
        if schema:
            db.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            db.execute(*statement) if isinstance(statement, tuple) else db.execute(statement)
        db.close()
    MAKERS[name] = make


def many(name, statement, rows):
    def make(path):
        db = sqlite3.connect(path)
        db.executemany(statement, rows())
        db.commit()
        db.close()
    MAKERS[name] = make


def without_constraint(name, table, column, statement):
    """As sql(), while a column may be NULL; then its table says again that it may not."""
    def make(path):
        db = sqlite3.connect(path, isolation_level=None)
        (before,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        db.execute("PRAGMA writable_schema = ON")
        loose = before.replace(f'"{column}" TEXT NOT NULL', f'"{column}" TEXT').replace(
            f'"{column}" INTEGER NOT NULL', f'"{column}" INTEGER').replace(f'"{column}" BLOB NOT NULL', f'"{column}" BLOB')
        assert loose != before
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, table))
        db.close()
        db = sqlite3.connect(path, isolation_level=None)
        db.execute(statement)
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (before, table))
        db.close()
    MAKERS[name] = make


def data(name):
    """A store spoiled as bytes: the function changes a bytearray in place, or returns another."""
    def add(change):
        def make(path):
            with open(path, "rb") as file:
                content = bytearray(file.read())
            content = change(content) or content
            with open(path, "wb") as file:
                file.write(content)
        MAKERS[name] = make
        return change
    return add


# ---- The schema

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
sql("view-endless", "DROP VIEW articles", f"CREATE VIEW articles AS {ENDLESS}")
sql("view-of-others-endless", "DROP VIEW vocabulary", f"CREATE VIEW vocabulary AS {ENDLESS}")
sql("view-with-all-columns",
    "UPDATE sqlite_schema SET sql = replace(sql, ' FROM article_rows',"
    f" ' FROM article_rows WHERE ({ENDLESS} LIMIT 1 OFFSET 99999999999)') WHERE name = 'articles'", schema=True)
sql("view-added", f"CREATE VIEW more AS {ENDLESS}")
sql("table-added", "CREATE TABLE more (anything)")
sql("trigger", "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM outlets; END")
sql("index-added", "CREATE INDEX more ON terms (word)")
sql("index-of-expression", "CREATE INDEX more ON terms (abs(letters))")
sql("index-of-json", "CREATE INDEX more ON terms (json(word)) WHERE 0")
sql("generated-column", "ALTER TABLE terms ADD COLUMN more AS (printf('%.*c', 99999999, 'x'))")
sql("column-default", "UPDATE sqlite_schema SET sql = replace(sql, '\"words\" INTEGER NOT NULL', '\"words\" INTEGER NOT"
    " NULL DEFAULT (load_extension(''./evil.so''))') WHERE name = 'outlets'", schema=True)
sql("check-constraint",
    "UPDATE sqlite_schema SET sql = replace(sql, '\"letters\"', '\"letters\" CHECK (randomblob(1e9)) ')"
    " WHERE name = 'terms'", schema=True)
sql("table-is-virtual", "DROP TABLE fields", "CREATE VIRTUAL TABLE fields USING fts5(article, name, value)")
sql("virtual-of-no-module",
    "INSERT INTO sqlite_schema VALUES ('table', 'more', 'more', 0, 'CREATE VIRTUAL TABLE more USING evil(x)')",
    schema=True)
sql("table-is-view", "DROP TABLE outlet_terms", f"CREATE VIEW outlet_terms AS {ENDLESS}")
sql("table-lacks", "DROP TABLE terms")
sql("view-lacks", "DROP VIEW articles")
sql("index-lacks", "DROP INDEX copy_pairs_other")
sql("same-root", "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'outlets')"
    " WHERE name = 'terms'", schema=True)
sql("root-of-nothing", "UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'outlets'", schema=True)
sql("root-outside", "UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'outlets'", schema=True)
sql("roots-exchanged", "UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema WHERE name IN"
    " ('outlets', 'runs')) - rootpage WHERE name IN ('outlets', 'runs')", schema=True)
sql("same-object-twice", "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'outlets'", schema=True)
sql("schema-is-no-sql", "UPDATE sqlite_schema SET sql = 'CREATE TABLE ' || hex(randomblob(999)) WHERE name = 'runs'",
    schema=True)
sql("schema-is-deep", ("UPDATE sqlite_schema SET sql = ? WHERE name = 'runs'",
                       ("CREATE TABLE runs (x CHECK (" + "(" * 50000 + "1" + ")" * 50000 + "))",)), schema=True)
sql("schema-is-blob", "UPDATE sqlite_schema SET sql = randomblob(1000), type = x'00ff'", schema=True)
sql("another-version", "PRAGMA user_version = 6")
sql("another-program", "PRAGMA application_id = 7")
sql("write-ahead-log", "PRAGMA journal_mode = WAL")
sql("statistics", "ANALYZE", "UPDATE sqlite_stat1 SET stat = '-1 99999999999999999999 x unordered sz=0 noskipscan'")


@store("journal-of-another")
def journal(path):
    """Its journal names a super-journal, which SQLite would delete."""
    with open("precious", "w", encoding="utf-8") as file:
        file.write("nothing")
    name = b"precious"
    with open(path + "-journal", "wb") as file:
        file.write(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + struct.pack(">IIIII", 0, 1, 1, 512, PAGE) + b"\0" * 484)
        file.write(struct.pack(">I", 1) + name + struct.pack(">II", len(name), sum(name))
                   + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")


# ---- The pages

def inner_pages(content):
    """Numbers of pages that look like inner ones of tables, page 1 aside."""
    return [at // PAGE + 1 for at in range(PAGE, len(content), PAGE) if content[at] == 5]


def leaves(content):
    return [at // PAGE + 1 for at in range(PAGE, len(content), PAGE) if content[at] == 13
            and struct.unpack_from(">H", content, at + 3)[0] > 2]


def cell_at(content, page, cell):
    base = (page - 1) * PAGE
    head = 12 if content[base] in (2, 5) else 8
    return base, base + head + 2 * cell


@data("pages-bomb")
def bomb(content):
    """Every inner page leads to the next by all its cells: more rows than anybody can count."""
    inner = (inner_pages(content) + leaves(content))[:15]
    last = inner.pop()
    for page, child in zip(inner, inner[1:] + [last]):
        base = (page - 1) * PAGE
        content[base:base + PAGE] = bytes(PAGE)
        n = 700
        struct.pack_into(">BHHHBI", content, base, 5, 0, n, PAGE - 5 * n, 0, child)
        for i in range(n):
            struct.pack_into(">H", content, base + 12 + 2 * i, PAGE - 5 * (i + 1))
            struct.pack_into(">IB", content, base + PAGE - 5 * (i + 1), child, i & 0x7F)


@data("pages-circle")
def circle(content):
    for page in inner_pages(content):
        struct.pack_into(">I", content, (page - 1) * PAGE + 8, page)


@data("pages-shared")
def shared(content):
    """The children of each inner page are one."""
    for page in inner_pages(content):
        base, _ = cell_at(content, page, 0)
        last = struct.unpack_from(">I", content, base + 8)[0]
        for i in range(struct.unpack_from(">H", content, base + 3)[0]):
            at = struct.unpack_from(">H", content, cell_at(content, page, i)[1])[0]
            struct.pack_into(">I", content, base + at, last)


@data("rows-shared")
def rows_shared(content):
    """All rows of a page are its first."""
    for page in leaves(content):
        base, first = cell_at(content, page, 0)
        for i in range(struct.unpack_from(">H", content, base + 3)[0]):
            content[first + 2 * i:first + 2 * i + 2] = content[first:first + 2]


@data("rows-outside")
def rows_outside(content):
    for page in leaves(content):
        _, first = cell_at(content, page, 0)
        struct.pack_into(">H", content, first, 0xFFFF)


@data("rows-too-many")
def rows_too_many(content):
    for page in leaves(content):
        struct.pack_into(">H", content, (page - 1) * PAGE + 3, 0xFFFF)


@data("rows-too-long")
def rows_too_long(content):
    for page in leaves(content):
        base, first = cell_at(content, page, 0)
        at = base + struct.unpack_from(">H", content, first)[0]
        content[at:at + 5] = b"\xff\xff\xff\xff\x7f"


for place, what in [(16, "page-size"), (18, "formats"), (20, "reserved"), (28, "page-count"), (32, "freelist"),
                    (52, "auto-vacuum"), (56, "encoding")]:
    @data(f"head-{what}")
    def head(content, at=place):
        content[at:at + 4] = b"\x02\xfe\x01\xff" if at != 56 else b"\0\0\0\3"

data("cut-in-half")(lambda content: content[:len(content) // 2])
data("cut-by-a-byte")(lambda content: content[:-1])
data("cut-to-a-page")(lambda content: content[:PAGE])
data("garbage-behind")(lambda content: content + bytes(random.Random(1).randrange(256) for _ in range(3 * PAGE)))
data("nothing-behind-the-head")(lambda content: content[:PAGE] + bytes(len(content) - PAGE))

for seed, flips in enumerate([1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 30000]):
    @data(f"bytes-changed-{flips}")
    def change(content, seed=seed, flips=flips):
        chance = random.Random(seed)
        for _ in range(flips):
            content[chance.randrange(100, len(content))] = chance.randrange(256)

for seed in range(6):
    @data(f"page-heads-changed-{seed}")
    def change_heads(content, seed=seed):
        chance = random.Random(seed)
        for _ in range(5):
            content[chance.randrange(1, len(content) // PAGE) * PAGE + chance.randrange(12)] = chance.randrange(256)

# ---- The values

BLOBS = {"empty": b"", "zeros": bytes(40), "without-end": b"\xff" * 40, "half-a-number": b"\x01\x00\x80",
         "beyond": b"\xff\xff\xff\xff\x0f\x00", "counts": b"\x01\xfe\xff\xff\xff\x0f" * 3,
         "trillion": b"\x01\x80\xa0\x94\xa5\x8d\x1d", "odd": b"\x01\x02\x03\x04\x05\x06\x07",
         "numbers": struct.pack("<6Q", 2**64 - 1, 3, 2, 1, 0, 2**63)}
for column in ("terms", "sentence_lengths", "lines", "signature", "kept"):
    for name, blob in BLOBS.items():
        sql(f"{column}-{name}", (f"UPDATE article_blobs SET {column} = ?", (blob,)))
    sql(f"{column}-is-text", f"UPDATE article_blobs SET {column} = 'text'")
for name, blob in {"nan": struct.pack("<4d", float("nan"), 1, float("nan"), 2), "infinite": struct.pack(
        "<3d", float("-inf"), 0, float("inf")), "descending": struct.pack("<3d", 3, 2, 1), "odd": b"abc",
        "empty": b"", "large": struct.pack("<2d", -1.7e308, 1.7e308)}.items():
    sql(f"values-{name}", ("UPDATE outlet_values SET numbers = ?", (blob,)))
sql("values-many", "UPDATE outlet_values SET articles = 9223372036854775807")
sql("values-swapped", "UPDATE outlet_values SET numbers = 'text', articles = 'many', name = CAST(name AS BLOB)")

COUNTS = ("words", "sentences", "paragraphs", "letters", "types", "syllables", "kept_bytes", "aside_bytes")
for name, value in {"text": "'many'", "blob": "x'00ff'", "negative": "-7", "least": "-9223372036854775808",
                    "most": str(HUGE), "infinite": "9e999", "fraction": "0.5", "zero": "0"}.items():
    sql(f"counts-{name}", "UPDATE article_rows SET " + ", ".join(f"{column} = {value}" for column in COUNTS))
    sql(f"outlets-{name}", f"UPDATE outlets SET articles = {value}, words = {value}, types = {value},"
        f" copied_articles = {value}, copied_words = {value}, copied_types = {value}")
    sql(f"outlet-terms-{name}", f"UPDATE outlet_terms SET count = {value}, articles = {value}, copied_count = 0,"
        " copied_articles = 0")
    sql(f"sums-{name}", f"UPDATE sentence_lengths SET sentences = {value}, copied = 0",
        f"UPDATE terms SET letters = {value}, syllables = {value}, function_word = {value}, number = {value}",
        f"UPDATE runs SET threads = {value}, bytes = {value}, added = {value}")
sql("measures-infinite", "UPDATE article_rows SET mattr_100 = 9e999, mtld_lt072 = -9e999")
sql("measures-text", "UPDATE article_rows SET mattr_100 = 'text', mtld_lt072 = x'80'")
sql("years", "UPDATE article_rows SET year = 9223372036854775807, day = '9999999999-99-99'")
sql("days", "UPDATE article_rows SET year = -1, day = CASE article % 5 WHEN 0 THEN '' WHEN 1 THEN '0000-00-00'"
    " WHEN 2 THEN '-999999999-01-01' WHEN 3 THEN '2024-02-31' ELSE '99999-12-31' END")
sql("years-far-apart", "UPDATE article_rows SET year = article * 100000, day = (1 + article * 700) || '-01-01'")

TEXTS = {"not-utf-8": b"\xff\xfe\x80 a\xc3", "nul": b"a\0b", "giant": b"g" * (1 << 22), "empty": b"",
         "acts": "\x1b]0;t\x07\u202e\u2066\u2028\r\n\t\x9b31m".encode(), "stacked": ("e" + "\u0301" * 5000).encode(),
         "formula": b"=cmd|' /C calc'!A0", "gnuplot": b"\"; system('touch PWNED') # `touch PWNED`",
         "markup": b"</script><script>document.title='PWNED'</script><img src=http://127.0.0.1/>",
         "format": b"%s%n%d%999999999d"}
for name, text in TEXTS.items():
    sql(f"title-{name}", ("UPDATE article_rows SET title = CAST(?1 AS TEXT), byline = CASE WHEN length(?1) < 99999 THEN"
                          " CAST(?1 AS TEXT) END", (text,)))
    sql(f"outlet-{name}", ("UPDATE outlets SET name = CAST(? AS TEXT) || outlet", (text,)),
        ("UPDATE article_rows SET outlet = CAST(? AS TEXT) || (SELECT count(DISTINCT b.outlet) FROM article_rows b"
         " WHERE b.outlet <= article_rows.outlet)", (text,)) if name != "giant" else "SELECT 1")
    sql(f"word-{name}", ("UPDATE terms SET word = CAST(? AS TEXT) || term", (text,)) if name != "giant" else
        ("UPDATE terms SET word = CAST(? AS TEXT) WHERE term < 3", (text,)))
    sql(f"side-{name}", ("INSERT INTO problems SELECT NULL, 1, 'kind', t, t, t, t, 1, t FROM (SELECT CAST(? AS TEXT) t)",
                         (text,)),
        ("UPDATE runs SET started = CAST(? AS TEXT), version = started, settings = started, lexicon = started",
         (text,)))
sql("outlets-alike", "UPDATE outlets SET name = 'one' || substr('\u200b\u200c\u200d\u2060\ufeff', outlet, 1)")
sql("outlet-of-nobody", "UPDATE article_rows SET outlet = outlet || '?'")
sql("dangling", "PRAGMA foreign_keys = OFF", "UPDATE outlet_terms SET term = term + 1000000",
    "UPDATE sentence_lengths SET outlet = outlet + 99", "UPDATE outlet_values SET outlet = outlet + 99")
sql("terms-lack", "DELETE FROM terms WHERE term % 2 = 1")
sql("terms-negative", "UPDATE terms SET term = -1 - term")
sql("terms-far", "UPDATE terms SET term = 9223372036854775807 WHERE term = (SELECT max(term) FROM terms)")
sql("terms-same", "UPDATE terms SET word = 'word'")
sql("outlets-negative", "UPDATE outlets SET outlet = -outlet", "UPDATE outlet_terms SET outlet = -outlet")
sql("outlets-far", "UPDATE outlets SET outlet = outlet * 1000000000000", "UPDATE outlet_terms SET outlet = outlet *"
    " 1000000000000", "UPDATE sentence_lengths SET outlet = outlet * 1000000000000")
sql("articles-negative", "UPDATE article_rows SET article = -article", "UPDATE article_blobs SET article = -article")
sql("articles-far", "UPDATE article_rows SET article = 9223372036854775807 - article",
    "UPDATE article_blobs SET article = 9223372036854775807 - article")
sql("blobs-lack", "DELETE FROM article_blobs")
sql("articles-none", "DELETE FROM article_rows")
sql("outlets-none", "DELETE FROM outlets")
sql("everything-none", *(f"DELETE FROM {table}" for table in (
    "article_rows", "article_blobs", "outlets", "terms", "outlet_terms", "sentence_lengths", "outlet_values", "runs",
    "settings", "problems", "columns", "repeats", "copies")))
sql("copies-in-a-circle", "DELETE FROM copies", "INSERT INTO copies SELECT article, 1, (SELECT min(b.article) FROM"
    " article_rows b WHERE b.article > a.article), 0.9, 0.9 FROM article_rows a WHERE a.article <"
    " (SELECT max(article) FROM article_rows)")
sql("copies-of-nothing", "DELETE FROM copies", "INSERT INTO copies SELECT article, -9223372036854775807, 77777, 9e999,"
    " 'text' FROM article_rows")
sql("copies-all", "DELETE FROM copies", "INSERT INTO copies SELECT article, article, 0, 0, 0 FROM article_rows")
sql("pairs-of-nothing", "INSERT INTO copy_pairs VALUES (-1, 99999, -5, 9e999, -9e999)")
sql("places-of-the-machine", "UPDATE runs SET places = '/dev/zero', recipe = NULL")
sql("places-terminal", "UPDATE runs SET places = '/dev/tty' || char(10) || '/dev/stdin'")
sql("places-of-processes", "UPDATE runs SET places = '/proc/self/fd' || char(10) || '/proc/self/mem'")
sql("recipe-garbage", "UPDATE runs SET recipe = 'format=' || char(10) || '=x' || char(10) || 'threads=99999999'"
    " || char(10) || 'max_article=-1'")
sql("recipe-giant", "UPDATE runs SET recipe = printf('%.*c', 20000000, '=')")
sql("sources-outside", "UPDATE article_rows SET source_path = '../../../../etc/passwd', source_offset = -9,"
    " source_length = 9223372036854775807")
sql("forgotten-anything", "INSERT INTO forgotten VALUES ('terms'), ('lengths'), (x'00'), ('\u202e')")
sql("settings-giant", "UPDATE settings SET rules = printf('%.*c', 20000000, 'r')")
sql("columns-giant", "UPDATE columns SET description = printf('%.*c', 100000, 'd') WHERE rowid < 100")
many("outlets-many", "INSERT INTO outlets VALUES (?, ?, 1, 1, 1, 0, 0, 0)",
     lambda: ((1000 + i, f"outlet {i}") for i in range(100000)))
many("problems-many", "INSERT INTO problems VALUES (NULL, 1, 'kind', NULL, NULL, ?, NULL, 0, 'message')",
     lambda: ((f"{i}",) for i in range(100000)))
many("fields-many", "INSERT INTO fields VALUES (1, ?, 'value')", lambda: ((f"field {i}",) for i in range(100000)))
many("lengths-many", "INSERT OR REPLACE INTO sentence_lengths VALUES (1, ?, 1, 0)", lambda: ((i,) for i in range(300000)))
sql("lengths-far", "INSERT OR REPLACE INTO sentence_lengths VALUES (1, 9223372036854775807, 1, 0), (1, -5, 1, 0),"
    " (1, 4294967296, 1, 0)")
without_constraint("outlet-null", "article_rows", "outlet", "UPDATE article_rows SET outlet = NULL WHERE article % 3 = 0")
without_constraint("id-null", "article_rows", "id", "UPDATE article_rows SET id = NULL")
without_constraint("words-null", "article_rows", "kept_bytes", "UPDATE article_rows SET kept_bytes = NULL, words = NULL")
without_constraint("term-null", "terms", "word", "UPDATE terms SET word = NULL WHERE term % 2 = 0")
without_constraint("blob-null", "article_blobs", "terms", "UPDATE article_blobs SET terms = NULL")
without_constraint("lengths-null", "article_blobs", "sentence_lengths", "UPDATE article_blobs SET sentence_lengths = NULL")
