"""Folders: what stands in them is no file, or too many, or not where it seems."""

import os
import socket

from hostile import case

TEXT = "The cat sat on the mat. The dog ran to the town.\n"


@case("a pipe, a socket and links to devices among the texts", says="left-out", kept=1)
def pipes_and_devices(folder):
    (folder / "a.txt").write_text(TEXT)
    os.mkfifo(folder / "pipe.txt")
    here = os.getcwd()
    os.chdir(folder)
    socket.socket(socket.AF_UNIX).bind("socket.txt")
    os.chdir(here)
    for name in ("/dev/zero", "/dev/stdin", "/dev/random", "/etc/passwd", "/proc/self/mem"):
        (folder / (name.replace("/", "-") + ".txt")).symlink_to(name)


@case("links that lead in circles and to the folder above", says="left-out", kept=1)
def links_in_circles(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "up").symlink_to("..")
    (folder / "self").symlink_to("self")
    (folder / "one.txt").symlink_to("two.txt")
    (folder / "two.txt").symlink_to("one.txt")
    (folder / "root").symlink_to("/")


@case("a folder 1,000 deep", says="", kept=1, status=0)
def folder_1000_deep(folder):
    here = os.getcwd()
    os.chdir(folder)
    for _ in range(1000):
        os.mkdir("d")
        os.chdir("d")
    with open("a.txt", "w", encoding="ascii") as file:
        file.write(TEXT)
    os.chdir(here)


@case("files and folders that may not be read", says="", kept=2, status=0)
def forbidden(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(TEXT)
    (folder / "b.txt").chmod(0)
    (folder / "c").mkdir()
    (folder / "c").chmod(0)


def manifest(folder, text):
    (folder / "a.txt").write_text(TEXT)
    (folder.parent / "corpus.manifest").write_text(text)


REFUSED = {"status": 3, "kept": None}


@case("a manifest of 10 MB", says="larger than the ceiling of 1048576 bytes (--ceiling manifest)",
      limit="manifest", **REFUSED)
def manifest_of_10_mb(folder):
    manifest(folder, "[corpus]\n" + "# nothing\n" * 1_000_000)


@case("a manifest whose paths lead out of its folder", says="corpus.manifest", **REFUSED)
def manifest_that_leads_out(folder):
    manifest(folder, "[corpus]\n[outlet x]\nfiles = ../../../etc/*;/etc/passwd\n")


@case("a manifest that names itself and every file", says="", kept=1, status=0)
def manifest_of_itself(folder):
    manifest(folder, "[corpus]\n[outlet honest]\nfiles = honest/*\n[outlet x]\nfiles = corpus.manifest;**;*\n")


@case("a manifest of 25,000 outlets with a file each, all in one folder", says="", kept=25_000, status=0, quick=False)
def manifest_of_files(folder):
    for i in range(25_000):
        (folder / f"{i}.txt").write_text("The cat sat on the mat.")
    groups = "".join(f"[outlet o{i}]\nfiles = hostile/{i}.txt\n" for i in range(25_000))
    manifest(folder, "[outlet honest]\nfiles = honest/*\n" + groups)


@case("a manifest of 60,000 patterns, each of which fits 10,000 files", says="the ceiling of 3000000000 comparisons",
      limit="globs", quick=False, **REFUSED)
def manifest_of_patterns(folder):
    for i in range(10_000):
        (folder / f"{i}.txt").write_text("The cat sat on the mat.")
    manifest(folder, "[outlet o]\nfiles = " + "**/*.txt;" * 60_000 + "\n")


@case("a row of metadata of 600 KB, joined to each of 3,000 records", says="further fields of more than 8 KB", kept=3000,
      status=1, quick=False)
def manifest_of_large_fields(folder):
    (folder / "a.jsonl").write_text("".join(f'{{"id": "{i}", "text": "The cat sat."}}\n' for i in range(3000)))
    (folder / "t.tsv").write_text("\t".join(["file"] + [f"f{i:03}" for i in range(200)]) + "\n"
                                  + "\t".join(["a.jsonl"] + ["v" * 3000] * 200) + "\n")
    manifest(folder, "[metadata]\ntable = hostile/t.tsv\n[outlet honest]\nfiles = honest/*\n"
             + "[outlet hostile]\nfiles = hostile/a.jsonl\n")


@case("a manifest that names one folder 60,000 times, in five ways", says="", kept=10_001, status=0, quick=False)
def manifest_of_one_folder(folder):
    for i in range(10_000):
        (folder / f"{i}.txt").write_text("The cat sat on the mat.")
    manifest(folder, "[outlets]\nfolders = honest;" + ";".join("hostile/" + "./" * (i % 5) + "." for i in range(60_000)) + "\n")


@case("a manifest with a thousand stars in a row", says="no file fits", **REFUSED)
def manifest_of_stars(folder):
    for i in range(200):
        (folder / f"{'a' * 200}{i}.txt").write_text(TEXT)
    manifest(folder, "[corpus]\n[outlet honest]\nfiles = honest/*\n[outlet x]\nfiles = hostile/" + "*a" * 100 + "*b;hostile/*\n")
