#!/usr/bin/env python3
"""The list of hostile inputs. hostile.py NAME makes one in the current folder."""

import dataclasses
import pathlib
import sys
from typing import Callable

CASES = []


@dataclasses.dataclass
class Case:
    name: str
    what: str  # for the table
    make: Callable
    says: str = ""  # part of what the user must read
    limit: str = ""  # the ceiling that is met
    kept: int | None = 0  # hostile articles in the store; None: there need be no store
    status: int = 1
    quick: bool = True
    commands: tuple = (("analyze", "corpus", "-q", "-o", "store.db"),)


def case(what, **more):
    """Adds a function, which is given the folder of the hostile outlet, to the list."""

    def add(make):
        name = make.__name__.replace("_", "-")
        CASES.append(Case(name=name, what=what, make=make, **more))
        return make

    return add


def cases():
    # pylint: disable=import-outside-toplevel,unused-import
    import inputs_archives, inputs_folders, inputs_many, inputs_names, inputs_pages  # noqa: F401, E401
    import inputs_patterns, inputs_records, inputs_texts  # noqa: F401, E401

    return CASES


def main():
    honest = pathlib.Path("corpus/honest")
    honest.mkdir(parents=True)
    (honest / "cat.txt").write_text("The cat sat on the mat.\n\nThe dog ran to the town in the sun.\n")
    folder = pathlib.Path("corpus/hostile")
    folder.mkdir()
    sys.modules["hostile"] = sys.modules["__main__"]
    next(one for one in cases() if one.name == sys.argv[1]).make(folder)


if __name__ == "__main__":
    main()
