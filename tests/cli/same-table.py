"""Compares TABLE.csv, .tsv, .json and .jsonl cell by cell and says how many rows they share."""

import csv
import json
import re
import sys

UNESCAPED = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


def cell(text):
    return None if text == "" else text


def rows_of_csv(path):
    """None for an empty cell, as the module csv cannot tell it from a quoted one."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    return rows[0], [[cell(text) for text in row] for row in rows[1:]]


def rows_of_tsv(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")[:-1]
    rows = [[re.sub(r"\\(.)", lambda m: UNESCAPED[m[1]], text) for text in line.split("\t")] for line in lines]
    return rows[0], [[cell(text) for text in row] for row in rows[1:]]


def as_text(value):
    return cell("" if value is None else value if isinstance(value, str) else NUMBERS[id(value)])


class Number(float):
    """A number that remembers how it was written."""


NUMBERS = {}
KEPT = []


def number(text):
    value = Number(text)
    KEPT.append(value)
    NUMBERS[id(value)] = text
    return value


def rows_of_objects(objects, names):
    for row in objects:
        assert list(row) == names, (list(row), names)
    return [[as_text(row[name]) for name in names] for row in objects]


def main():
    table = sys.argv[1]
    names, rows = rows_of_csv(f"{table}.csv")
    assert len(set(names)) == len(names) and all(len(row) == len(names) for row in rows)
    tsv_names, tsv = rows_of_tsv(f"{table}.tsv")
    assert (tsv_names, tsv) == (names, rows), "csv and tsv differ"
    load = {"parse_float": number, "parse_int": number}
    with open(f"{table}.json", encoding="utf-8") as file:
        assert rows_of_objects(json.load(file, **load), names) == rows, "csv and json differ"
    with open(f"{table}.jsonl", encoding="utf-8") as file:
        assert rows_of_objects([json.loads(line, **load) for line in file], names) == rows, "csv and jsonl differ"
    print(f"{table}: the same in every format, {'some' if rows else 'no'} rows")


main()
