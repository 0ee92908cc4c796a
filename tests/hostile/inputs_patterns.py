"""What is looked for, and what is asked for, on the command line."""

from hostile import case

TEXT = b"they saw many of them and went on to the town. " * 200


def searches(*arguments):
    return (("analyze", "corpus", "-q", "-o", "store.db"), ("concordance", *arguments, "store.db", "--count"))


def texts(folder):
    for i in range(20):
        (folder / f"{i}.txt").write_bytes(TEXT + b"a" * 1000 + b" " + b"%d " % i + b"aaaa " * 500 + b".")


GIVEN_UP = "more steps than the ceiling (--ceiling steps)"


@case("the regular expression (a+)+b", says=GIVEN_UP, limit="steps", kept=20, status=1,
      commands=searches("--regex", r"(a+)+\d"))
def regex_of_nested_plus(folder):
    texts(folder)


@case("the regular expression (.*)*(.*)*\\d", says="stands in none of the texts", limit="steps", kept=20, status=1,
      commands=searches("--regex", r"(.*)*(.*)*(.*)*\d\d\d\d"))
def regex_of_stars(folder):
    texts(folder)


@case("the regular expression (\\w+\\s?)+\\d over words", says=GIVEN_UP, limit="steps", kept=20, status=1,
      commands=searches("--regex", r"(\w+\s?)+\d\d\d\d"))
def regex_of_words(folder):
    texts(folder)


@case("the regular expression (a+)+\\d over 24,000 words of seventeen a's: each of them takes 2¹⁷ steps",
      says="more time than the ceiling of 5000 milliseconds (--ceiling patience)", limit="patience", kept=1, status=3,
      quick=False, commands=searches("--regex", r"(a+)+\d"))
def regex_of_many_words(folder):
    (folder / "a.txt").write_bytes((b"They " + (b"a" * 17 + b" ") * 30 + b". ") * 800)


@case("the regular expression (?=.*\\d) over a line of 440 KB: the square of it",
      says="more time than the ceiling of 5000 milliseconds (--ceiling patience)", limit="patience", kept=1, status=3,
      quick=False, commands=searches("--regex", r"(?=.*\d)z?t"))
def regex_of_a_square(folder):
    (folder / "a.txt").write_bytes((TEXT * 50)[:440_000])


@case("the regular expression (\\w+\\s?)+\\d\\d in 8,000 articles, each of which goes over the ceiling of steps",
      says="more time than the ceiling of 5000 milliseconds (--ceiling patience)", limit="patience", kept=8000, status=3,
      quick=False, commands=searches("--regex", r"(\w+\s?)+\d\d"))
def regex_of_many_articles(folder):
    letters = "abcdefghij"
    with open(folder / "a.jsonl", "w", encoding="ascii") as file:
        for i in range(8000):
            name = "".join(letters[int(digit)] for digit in str(i))
            text = " ".join(f"The {name}{letter} of the {letter}{name} saw it {letter * 40} in the town." for letter in letters)
            file.write(f'{{"id": "{i}", "text": "{text}"}}\n')


@case("a regular expression that calls itself", says="stands in none of the texts", limit="steps", kept=20, status=1,
      commands=searches("--regex", r"(a|(?1)(?1)a)*\d\d\d"))
def regex_that_recurs(folder):
    texts(folder)


@case("a regular expression of 1,001 letters", says="longer than the ceiling of 1000 bytes (--ceiling pattern)",
      limit="pattern", kept=20, status=3, commands=searches("--regex", "a" * 1001))
def regex_of_1001_letters(folder):
    texts(folder)


@case("a regular expression that repeats repeats: ((a{1000}){1000}){1000}", says="is no regular expression", kept=20,
      status=2, commands=searches("--regex", "((a{1000}){1000}){1000}"))
def regex_of_repeats(folder):
    texts(folder)


@case("a word of fifty stars", says="stands in none of the texts", kept=20, status=0,
      commands=searches("*a" * 50 + "*b"))
def wildcards(folder):
    texts(folder)


@case("n-grams of 99 words", says="--size takes a number of words from 1 to 6", limit="ngram", kept=20, status=2,
      commands=(("analyze", "corpus", "-q", "-o", "store.db"), ("ngrams", "store.db", "--size", "99")))
def ngrams_of_99(folder):
    texts(folder)


@case("200,000 different n-grams of six words with gaps", says="", kept=20, status=0,
      commands=(("analyze", "corpus", "-q", "-o", "store.db"), ("ngrams", "store.db", "--size", "6", "--skip", "2")))
def skipgrams(folder):
    texts(folder)


@case("every word of 6 MB with 10,000 columns on each side, sorted", says="which is as many as can be held", kept=1,
      status=3, commands=(("analyze", "corpus", "-q", "-o", "store.db"),
                          ("concordance", "*", "store.db", "-n", "0", "--sort", "left", "--width", "10000")))
def wide_lines(folder):
    (folder / "a.txt").write_bytes((TEXT * 700)[:6_000_000])


@case("every word of 6 MB, sorted", says="which is as many as can be held", kept=1, status=3,
      commands=(("analyze", "corpus", "-q", "-o", "store.db"),
                ("concordance", "*", "store.db", "-n", "0", "--sort", "left")))
def all_lines(folder):
    (folder / "a.txt").write_bytes((TEXT * 700)[:6_000_000])


@case("a thousand lines by chance of 600,000, with 10,000 columns on each side", says="", kept=1, status=0,
      commands=(("analyze", "corpus", "-q", "-o", "store.db"),
                ("concordance", "t*", "store.db", "--sample", "1000", "--width", "10000")))
def wide_sample(folder):
    (folder / "a.txt").write_bytes((TEXT * 700)[:6_000_000])
