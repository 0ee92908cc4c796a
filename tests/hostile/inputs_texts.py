"""Texts: one article each, whose bytes are what is hostile."""

import base64
import random

from hostile import case

MANY = 6_200_000  # bytes: under the ceiling of an article
LARGE = (6 << 20) + 1  # over it
SENTENCE = b"The cat sat on the mat, and the dog ran to the town in the sun. "


def fill(folder, piece, size=MANY, name="a.txt"):
    (folder / name).write_bytes(piece * (size // len(piece)))


@case("an article one byte over the ceiling", says="too-large,hostile,a.txt", limit="article")
def article_too_large(folder):
    fill(folder, b"a", LARGE)


@case("a file of 5 GB", says="too-large,hostile,a.txt", limit="article")
def article_of_5_gb(folder):
    with open(folder / "a.txt", "wb") as file:
        file.truncate(5 << 30)


@case("one word of 64 MB", says="larger than the ceiling of 6291456 bytes (--ceiling article)", limit="article")
def word_of_64_mb(folder):
    fill(folder, b"a", 64 << 20)


@case("one word of 6 MB beside an honest sentence",
      says="1 word is longer than the ceiling of 2048 bytes (--ceiling word)",
      limit="word", kept=1)
def word_of_6_mb(folder):
    (folder / "a.txt").write_bytes(SENTENCE + b"a" * MANY)


@case("a picture in base64 inside a text", says="words are longer than the ceiling", limit="word", kept=1)
def base64_blob(folder):
    blob = base64.b64encode(random.Random(1).randbytes(MANY // 2)).replace(b"/", b"").replace(b"+", b"")
    (folder / "a.txt").write_bytes(SENTENCE + blob[:100000] + b" " + blob[100000:])


@case("base64 with all its signs, half a million short words", says="(--ceiling sentence)", limit="sentence")
def base64_with_signs(folder):
    (folder / "a.txt").write_bytes(base64.b64encode(random.Random(1).randbytes(MANY * 3 // 4)))


@case("a sentence of 1,800,000 words", says="a sentence is longer than the ceiling of 10000 words", limit="sentence")
def sentence_without_end(folder):
    fill(folder, b"abc ")


@case("a sentence of ten million words", says="(--ceiling article)", limit="article")
def sentence_of_ten_million_words(folder):
    fill(folder, b"abc ", 40_000_000)


@case("ten million blank lines", says="(--ceiling article)", limit="article")
def ten_million_blank_lines(folder):
    fill(folder, b"\n", 10_000_000)


@case("6 MB of blank lines", says="no-text,hostile", quick=False)
def blank_lines(folder):
    fill(folder, b"\n")


@case("3,100,000 lines of a letter", says="a sentence is longer than", limit="sentence")
def lines_of_a_letter(folder):
    fill(folder, b"a\n")


@case("900,000 paragraphs of two words", says="(--ceiling sentence)", limit="lines")
def short_paragraphs(folder):
    fill(folder, b"Ab c.\n\n")


@case("6 MB of prose in one line", kept=1, status=0)
def prose_in_one_line(folder):
    fill(folder, SENTENCE)


@case("a list of 150,000 items and nothing else", says="nothing in it is article text")
def one_giant_list(folder):
    fill(folder, b"- item\n", 1 << 20)


@case("2,400,000 initials", kept=0, says="(--ceiling sentence)", status=1, limit="sentence")
def initials(folder):
    fill(folder, b"A. ")


@case("800,000 different words", says="there are more different words than the ceiling of 200000 words",
      limit="types")
def different_words(folder):
    letters = bytes.maketrans(b"0123456789", b"ghijklmnop")
    (folder / "a.txt").write_bytes(b" ".join(b"%06x" % i for i in range(800_000)).translate(letters))


@case("198,000 different words, just under the ceiling", kept=1, status=0)
def different_words_under(folder):
    letters = bytes.maketrans(b"0123456789", b"ghijklmnop")
    (folder / "a.txt").write_bytes(b". ".join(b"%06x" % i for i in range(198_000)).translate(letters))


@case("nothing but full stops", says="no-text")
def full_stops(folder):
    fill(folder, b".")


@case("nothing but quotes and brackets", says="no-text")
def quotes_and_brackets(folder):
    fill(folder, b'"(')


@case("digits and commas without end", says="set-aside,hostile", limit="word", kept=1)
def digits_and_commas(folder):
    (folder / "a.txt").write_bytes(SENTENCE + b"1," * (MANY // 2))


@case("a letter under three million combining marks", says="word", limit="word", kept=1)
def combining_marks(folder):
    (folder / "a.txt").write_bytes(SENTENCE + b"a" + "\u0301\u0316".encode() * (MANY // 4))


@case("every letter under twenty combining marks", says="(--ceiling sentence)", limit="sentence")
def zalgo(folder):
    fill(folder, b" ".join(b"z" + "\u0301\u0316\u0334".encode() * 7 for _ in range(5)) + b". ", 3 << 20)


@case("nothing but U+FFFD", says="no-text")
def replacement_characters(folder):
    fill(folder, "\ufffd".encode())


@case("invalid UTF-8 everywhere", says="(--ceiling sentence)", kept=0)
def invalid_everywhere(folder):
    fill(folder, b"\xff\xfe\xfa\xc0\x80\xed\xa0\x80\xf8")


@case("a broken byte in every word", says="encoding", kept=1)
def invalid_in_every_word(folder):
    fill(folder, b"wo\xc3(rd sat. ")


@case("UTF-16 without a byte order mark", kept=1, status=0)
def utf16_without_mark(folder):
    (folder / "a.txt").write_bytes((SENTENCE * 1000).decode().encode("utf-16-le"))


@case("UTF-32 without a byte order mark", kept=1, status=0)
def utf32_without_mark(folder):
    (folder / "a.txt").write_bytes((SENTENCE * 1000).decode().encode("utf-32-be"))


@case("a NUL behind every letter", says="nothing in it is article text", kept=0, status=1)
def nuls(folder):
    fill(folder, b"a\0", 1 << 20)


@case("byte order marks in the middle of words", kept=1, status=0)
def marks_inside(folder):
    fill(folder, "The \ufeffcat s\ufeffat. ".encode(), 1 << 20)


@case("text decoded wrongly five times over", says="not-text")
def layers_of_mojibake(folder):
    text = "It’s “naïve”, she said – déjà vu. "
    for _ in range(5):
        text = text.encode().decode("latin-1")
    fill(folder, text.encode(), 4 << 20)


@case("bidirectional and zero-width controls around every word", kept=1, status=0)
def controls_around_words(folder):
    fill(folder, "\u202eThe\u202c \u200bcat\u2066 sat\u2069.\u200d ".encode(), 2 << 20)


@case("HTML entities by the hundred thousand in plain text", says="(--ceiling sentence)", limit="sentence")
def entities_in_text(folder):
    fill(folder, b"&eacute;t&eacute; fin. ", 5 << 20)


@case("entities of entities: &amp;amp;amp;…", says="(--ceiling sentence)", limit="sentence")
def entities_of_entities(folder):
    (folder / "a.txt").write_bytes(SENTENCE + b"&" + b"amp;" * 500_000 + b"lt; end.")


@case("words that defeat a model of syllables", kept=1, status=0)
def syllables(folder):
    words = (b"aeiouy" * 300, b"b" * 1800, b"ae" * 900, b"-a" * 900, b"qu" * 900, b"e'" * 900)
    (folder / "a.txt").write_bytes(b". ".join(words * 100) + b".")


@case("a Chinese text without a blank or a stop", says="set-aside", limit="word", kept=1)
def no_blanks(folder):
    (folder / "a.txt").write_bytes(SENTENCE + "中文".encode() * 500_000)


@case("random bytes", says="not-text")
def random_bytes(folder):
    (folder / "a.txt").write_bytes(random.Random(2).randbytes(MANY))


@case("one URL of 1 MB, ten thousand of 100 bytes", says="1 word is longer", limit="word", kept=1)
def addresses(folder):
    (folder / "a.txt").write_bytes(SENTENCE + b"http://" + b"a/" * 500_000 + b" . " + b"See http://example.org/%s. " % (b"x" * 80) * 10000)


@case("the same block a hundred thousand times", kept=1, status=0)
def repeated_blocks(folder):
    fill(folder, SENTENCE + b"\n\n")
