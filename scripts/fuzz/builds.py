"""The fuzz targets, and their programs: one build folder for each engine and kind."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parents[2]
TARGETS = HERE / "tests/fuzz"
OUT = HERE / "build-fuzz"
NEEDED = ["clang", "llvm-cov", "llvm-profdata", "meson", "ninja"]

KINDS = { # compiler, arguments for every file, how targets are linked, options of the build
    "libfuzzer": ("clang", "-fsanitize=fuzzer-no-link", "-fsanitize=fuzzer", []),
    "afl": ("afl-clang-fast", "", "-fsanitize=fuzzer", []),
    "coverage": ("clang", "-fprofile-instr-generate -fcoverage-mapping", "", ["-Dbuildtype=debug"]),
}
FAST = ["-Dbuildtype=plain", "-Doptimization=2"]
SANITIZED = ["-Dbuildtype=plain", "-Doptimization=1", "-Ddebug=true", "-Db_sanitize=address,undefined"]

# Of an empty array GLib gives NULL, and NULL + 0 is what stands behind it: all compilers have it so, and C is to.
NO_BYTES_FROM_NULL = "-fno-sanitize=pointer-overflow"


class Target:
    """A target, and what the comment at the head of its file says of it."""

    def __init__(self, name):
        head = (TARGETS / f"{name}.c").read_text(encoding="utf-8").split("*/")[0]
        self.name = name
        self.about = " ".join(re.findall(r"^ \* about: (.*?)\s*(?:\*/)?$", head, re.MULTILINE)).split()
        found = re.search(r"max_len: (\d+)", head)
        self.max_len = int(found[1]) if found else 4096
        found = re.search(r"rss_limit: (\d+)", head)
        self.rss_limit = int(found[1]) if found else 300
        self.seeds = TARGETS / "seeds" / name
        self.dictionary = TARGETS / f"{name}.dict"
        self.corpus = OUT / "corpus" / name
        self.findings = OUT / "findings" / name
        self.corpus.mkdir(parents=True, exist_ok=True)
        self.findings.mkdir(parents=True, exist_ok=True)


def target_names():
    listed = (TARGETS / "meson.build").read_text(encoding="utf-8")
    return re.findall(r"'([^']+)'", listed.split("fuzz_targets = [")[1].split("]")[0])


def install(engine):
    needed = NEEDED + (["afl-clang-fast", "afl-fuzz"] if engine == "afl" else [])
    if not all(shutil.which(tool) for tool in needed):
        subprocess.run([HERE / "scripts/setup/packages", "--fuzz"], check=True)


def call(command, **options):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, errors="replace", check=False,
                          **options)
    if done.returncode != 0:
        sys.exit(f"fuzz: {' '.join(map(str, command[:3]))}…:\n{(done.stdout + done.stderr)[-4000:]}")
    return done.stdout


def program(name, kind, fast=True):
    """Builds a target and returns its program."""
    install(kind)
    compiler, arguments, link, options = KINDS[kind]
    folder = OUT / (kind if kind == "coverage" else f"{kind}-{'fast' if fast else 'sanitize'}")
    if kind != "coverage":
        options = options + (FAST if fast else SANITIZED)
        arguments += "" if fast else " -fno-sanitize-recover=undefined " + NO_BYTES_FROM_NULL
    environment = {**os.environ, "CC": compiler, "AFL_QUIET": "1"}
    setup = ["meson", "setup", str(folder), str(HERE), "-Db_ndebug=false", "-Db_lundef=false",
             f"-Dc_args={arguments.strip()}", f"-Dc_link_args={arguments.strip()}", f"-Dfuzz_engine={link}", *options]
    made_by = folder / "fuzz-setup"
    if not made_by.exists() or made_by.read_text(encoding="utf-8") != " ".join(setup):
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(exist_ok=True)
        call(setup, env=environment)
        made_by.write_text(" ".join(setup), encoding="utf-8")
    call(["ninja", "-C", folder, f"tests/fuzz/fuzz-{name}"], env=environment)
    return folder / "tests/fuzz" / f"fuzz-{name}"
