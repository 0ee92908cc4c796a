"""The commands that are tried, and how what they leave is judged."""
import dataclasses
import hashlib
import pathlib
import re
import shutil
import sqlite3
import subprocess

import faults

SECONDS = 30  # after which a run hangs
NOT_FOR_PEOPLE = re.compile(r"GLib|GIO|CRITICAL|WARNING|ERROR \*\*|assert|terminate called|Sanitizer|core dumped", re.I)
OLD = b"what was here before\n"
STAND_IN = """#!/bin/sh
case $1 in
--version) echo "gnuplot 5.4 patchlevel 0" ;;
*) for last; do :; done
  echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M0 0"/></svg>' >"$last" ;;
esac
"""


@dataclasses.dataclass
class World:
    program: pathlib.Path
    shim: pathlib.Path
    folder: pathlib.Path
    places: list

    def __post_init__(self):
        self.charts = pathlib.Path(__file__).resolve().parents[2] / "scripts/charts"
        self.ready = self.folder / "ready"  # stores made once, without a fault
        self.ready.mkdir()
        self.tables = None

    def run(self, arguments, slot, environment, stdin=None, stdout=None):
        with open(stdin or "/dev/null", "rb") as given, open(stdout or "/dev/null", "wb") as taken:
            try:
                return subprocess.run([self.program, *arguments], stdin=given, stdout=taken, stderr=subprocess.PIPE,
                                      env=environment, cwd=slot.folder, timeout=SECONDS, check=False)
            except subprocess.TimeoutExpired as late:
                return subprocess.CompletedProcess(late.cmd, "none, it hangs", stderr=late.stderr or b"")

    def exports(self, store, slot):
        """What “export” says of every table but the runs."""
        environment = {**faults.undisturbed(slot), "PATH": "/usr/bin:/bin"}
        if self.tables is None:
            listed = slot.folder / "list"
            self.run(["export", "--list", "--format", "tsv"], slot, environment, stdout=listed)
            self.tables = [line.split("\t")[0] for line in listed.read_text().splitlines()[1:]]
            listed.unlink()
        taken = {}
        for table in self.tables:
            if table != "runs":
                out = slot.folder / "exported"
                done = self.run(["export", table, store, "--format", "jsonl"], slot, environment, stdout=out)
                taken[table] = hashlib.sha256(out.read_bytes() if done.returncode == 0 else done.stderr).hexdigest()
                out.unlink()
        return taken


@dataclasses.dataclass
class Slot:
    """A place of its own for one run at a time."""
    folder: pathlib.Path

    def __post_init__(self):
        self.temporary = self.folder / "tmp"
        self.out = self.folder / "out"
        self.log = self.folder / "log"
        self.clear()

    def clear(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.out.mkdir(parents=True)
        self.temporary.mkdir()

    def left(self, allowed):
        return sorted(path.name for place in (self.out, self.temporary) for path in place.iterdir()
                      if path.name not in allowed)


@dataclasses.dataclass
class Outcome:
    verdict: str
    why: str


def wrong(why):
    return Outcome("wrong", why)


class Case:
    needs = "nothing"
    share = 4          # of a sample
    every = False      # whether each call has each of its faults, without being asked
    alike = 0          # calls alike of which all are tried, 0: of any number; see faults.is_chosen()
    counts_memory = False
    output = None      # the name of the file that is made in `out`; None: standard output

    def __init__(self, world, name, arguments, stdin=None):
        self.world, self.name, self.arguments, self.stdin = world, name, arguments, stdin
        self.expected = None

    def can_run(self):
        return True

    def slot(self, number):
        return Slot(self.world.folder / f"{self.name}-{number}")

    def prepare(self, slot):
        slot.clear()

    def run(self, slot, environment):
        arguments = [f"out/{self.output}" if argument == "OUTPUT" else str(argument) for argument in self.arguments]
        stdout = None if self.output else slot.out / "stdout"
        return self.world.run(arguments, slot, environment, self.stdin, stdout)

    def writes_to(self, where):
        return not where.startswith((str(self.world.folder / "corpus"), str(self.world.ready), str(self.world.charts)))

    def count(self):
        """The calls of an undisturbed run, whose result is the measure of all others."""
        slot = self.slot(0)
        self.prepare(slot)
        done = self.run(slot, faults.environment(self.world, slot, memory=self.counts_memory))
        if done.returncode not in (0, 1):
            raise SystemExit(f"{self.name} does not run: {done.stderr.decode()}")
        calls = faults.read_log(slot.log)
        self.expected = self.result(slot)
        if not calls or not self.expected:
            raise SystemExit(f"{self.name}: nothing was counted")
        return calls

    def judge(self, slot, fault):
        self.prepare(slot)
        done = self.run(slot, faults.environment(self.world, slot, fault))
        told = done.stderr.decode(errors="replace")
        if not slot.log.exists():
            return Outcome("unmet", "the call did not come")
        hit = slot.log.read_text(errors="replace").strip()
        complaint = self.complaint(done, told, fault)
        left = slot.left(self.allowed(done, fault))
        if left and not complaint:
            complaint = f"left behind: {' '.join(left)}"
        outcome = wrong(complaint) if complaint else self.judge_result(slot, done, told)
        return Outcome(outcome.verdict, f"{outcome.why} [{done.returncode}; {hit}; {told.strip()}]")

    def complaint(self, done, told, fault):
        """What is wrong with how it ended and what it said; None where nothing is."""
        if fault.kind == "memory":
            told = re.sub("Fatal Internal Error in libarchive: (No memory)?\n?", "", told)
        if fault.kind == "memory" and "failed to allocate" in told and "GLib-ERROR" in told:
            return None  # GLib's own words, where not even a message can be put together
        if not isinstance(done.returncode, int) or done.returncode < 0:
            return f"ended by {done.returncode}"
        if NOT_FOR_PEOPLE.search(told):
            return "words that are not for people"
        if done.returncode > 1 and not self.is_clear(told, fault):
            return "no clear message"
        return None

    def is_clear(self, told, fault):
        lines = told.strip().splitlines()
        return (0 < len(lines) <= 3 and all(line.startswith("broadsheet: ") for line in lines)
                and re.search(r"[^ ]+: .*[a-z]{3}|temporary|memory|thread|gnuplot|standard (in|out)put", lines[0][12:]))

    def allowed(self, done, fault):
        """Names of files that may be there."""
        raise NotImplementedError


class FileCase(Case):
    """A command whose output is one file, or two: whole, or as before."""

    def __init__(self, world, name, arguments, output, stdin=None, also=(), replaces=True, needs=None):
        super().__init__(world, name, arguments, stdin)
        self.output, self.also, self.replaces = output, also, replaces
        if needs:
            self.needs = needs

    def can_run(self):
        return self.needs == "nothing" or shutil.which(self.needs) is not None

    def prepare(self, slot):
        super().prepare(slot)
        if self.replaces:
            for name in (self.output, *self.also):
                (slot.out / name).write_bytes(OLD)

    def result(self, slot):
        return [(slot.out / name).read_bytes() if (slot.out / name).exists() else None
                for name in (self.output, *self.also)]

    def allowed(self, done, fault):
        names = {self.output, *self.also}
        return AnyName() if fault.kind == "unlink" else names

    def judge_result(self, slot, done, told):
        before = OLD if self.replaces else None
        found = self.result(slot)
        for got, wanted in zip(found, self.expected):
            if got not in (wanted, before) and not self.may_differ(done, told, got):
                return wrong(f"an output of {len(got or b'')} bytes that is neither the old nor the new")
        if found == self.expected:
            return Outcome("complete", "")
        if done.returncode > 1:
            return Outcome("message", "")
        if done.returncode == 1 and self.may_differ(done, told, found[0]):
            return Outcome("lacking", "")
        return wrong("an output that is not written")

    def may_differ(self, done, told, got):
        return False


class PageCase(FileCase):
    """A page says itself what is missing: pictures that could not be drawn, sentences that could not be read. It is drawn
    by a stand-in for gnuplot: a page has some twenty pictures."""
    alike = 2

    def run(self, slot, environment):
        stand_in = slot.folder / "gnuplot"
        stand_in.write_text(STAND_IN)
        stand_in.chmod(0o755)
        fonts = slot.folder / "fc-list"
        if shutil.which("fc-list") and not fonts.exists():
            fonts.symlink_to(shutil.which("fc-list"))
        return super().run(slot, {**environment, "PATH": str(slot.folder)}) # and no other gnuplot

    def may_differ(self, done, told, got):
        return (done.returncode in (0, 1) and got is not None and got.rstrip().endswith(b"</html>")
                and (b"is not here, because" in got or told != ""))


class AnyName:
    def __contains__(self, name):
        return True


class PrintCase(Case):
    """A command that prints: a failure says so, however much was printed."""

    def result(self, slot):
        return (slot.out / "stdout").read_bytes()

    def allowed(self, done, fault):
        return AnyName() if fault.kind == "unlink" else {"stdout"}

    def judge_result(self, slot, done, told):
        if self.result(slot) == self.expected and done.returncode in (0, 1):
            return Outcome("complete", "")
        if done.returncode > 1:
            return Outcome("message", "")
        if done.returncode == 1 and told:
            return Outcome("lacking", "")
        return wrong("other words than undisturbed, and nothing said of it")


def rows_of(store):
    """Every row of every table but the runs, as SQLite has them."""
    rows = {}
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    try:
        tables = [name for name, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in sorted(set(tables) - {"runs"}):
            digest = hashlib.sha256()
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                digest.update(repr(row).encode())
            rows[table] = digest.hexdigest()
    finally:
        connection.close()
    return rows


class StoreCase(Case):
    """A command that makes a store: the same once more goes on where it stood."""
    output = "store.db"
    share = 12

    def __init__(self, world, name, arguments, stdin=None, alike=0):
        super().__init__(world, name, arguments, stdin)
        self.alike = alike
        self.resumed = {}  # by what was left: whether the same command ended well from there
        self.exported = None

    @property
    def counts_memory(self):
        return self.name.endswith("-1")

    def result(self, slot):
        store = slot.out / self.output
        if self.exported is None:
            self.exported = self.world.exports(store, slot)
        return rows_of(store)

    def allowed(self, done, fault):
        if fault.kind == "unlink":
            return AnyName()
        return {self.output + ending for ending in ("", "-journal", "-wal", "-shm")}

    def state(self, slot):
        """What a run left, byte by byte."""
        digest = hashlib.sha256()
        for path in sorted(slot.out.iterdir()):
            digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def is_equal(self, slot):
        store = slot.out / self.output
        if not store.exists() or store.stat().st_size == 0:
            return False
        try:
            return rows_of(store) == self.expected or self.world.exports(store, slot) == self.exported
        except sqlite3.Error:
            return False

    def resume(self, slot, state):
        """None where the same command ends well from this state, else what is wrong."""
        if state not in self.resumed:
            environment = {**faults.undisturbed(slot), "PATH": "/usr/bin:/bin"}
            done = self.run(slot, environment)
            if done.returncode not in (0, 1):
                self.resumed[state] = f"does not resume: {done.stderr.decode(errors='replace').strip()}"
            else:
                self.resumed[state] = None if self.is_equal(slot) else "resumes to another store"
        return self.resumed[state]

    def judge_result(self, slot, done, told):
        if done.returncode < 0 or done.returncode > 1:
            why = self.resume(slot, self.state(slot))
            return wrong(why) if why else Outcome("message", "")
        found = rows_of(slot.out / self.output)
        if found == self.expected:
            return Outcome("complete", "")
        if done.returncode == 0:
            return (Outcome("complete", "") if self.is_equal(slot)
                    else wrong("another store than undisturbed, and nothing said of it"))
        told = found.pop("problems")
        why = self.unlisted(slot) or self.resume(slot, repr((sorted(found.items()), told == self.expected["problems"])))
        return wrong(why) if why else Outcome("lacking", "")

    def unlisted(self, slot):
        """An article that the undisturbed run has and this store neither has nor explains."""
        connection = sqlite3.connect(slot.out / self.output)
        try:
            have = {(outlet, name) for outlet, name in connection.execute("SELECT outlet, id FROM articles")}
            named = [path for path, in connection.execute("SELECT source_path FROM problems WHERE kind <> 'encoding'")]
        finally:
            connection.close()
        for key, path in self.sources.items():
            if key not in have and not any(path == place or path.startswith(place + "/") for place in named):
                return f"the article {key} is lost without a word"
        return None if have <= set(self.sources) else "an article that undisturbed is not there"

    def count(self):
        calls = super().count()
        connection = sqlite3.connect(self.slot_store())
        self.sources = {(outlet, name): path for outlet, name, path
                        in connection.execute("SELECT outlet, id, source_path FROM articles")}
        connection.close()
        if len(self.sources) < 1:
            raise SystemExit(f"{self.name}: no article")
        return calls

    def slot_store(self):
        return self.world.folder / f"{self.name}-0" / "out" / self.output


class MergeCase(StoreCase):
    """The output is made whole or not at all."""

    def allowed(self, done, fault):
        return AnyName() if fault.kind == "unlink" else {self.output}

    def judge_result(self, slot, done, told):
        there = (slot.out / self.output).exists()
        if there and not self.is_equal(slot):
            return wrong("half a store")
        if done.returncode == 0:
            return Outcome("complete", "") if there else wrong("no store, and nothing said of it")
        return Outcome("message", "")


def make_ready(world):
    """Stores that commands read."""
    slot = Slot(world.folder / "making")
    environment = {**faults.undisturbed(slot), "PATH": "/usr/bin:/bin"}
    half = len(world.places) // 2
    for name, places in (("all", world.places), ("one", world.places[:half]), ("two", world.places[half:])):
        done = world.run(["analyze", *map(str, places), "-q", "-o", str(world.ready / f"{name}.db")], slot, environment)
        if done.returncode != 0:
            raise SystemExit(f"the corpus cannot be analyzed: {done.stderr.decode()}")


def all_of(world):
    make_ready(world)
    store, places = world.ready / "all.db", world.places
    table = [place for place in places if place.name == "cedar.jsonl"][0]
    yield StoreCase(world, "analyze-1", ["analyze", "-q", "--threads=1", *places, "-o", "OUTPUT"])
    yield StoreCase(world, "analyze-2", ["analyze", "-q", "--threads=2", *places, "-o", "OUTPUT"])
    yield StoreCase(world, "analyze-pieces", ["analyze", "-q", "--threads=1", "--checkpoint=0", *places, "-o", "OUTPUT"],
                    alike=3)
    yield StoreCase(world, "analyze-input", ["analyze", "-q", "--threads=1", "-", "-o", "OUTPUT"], stdin=table)
    yield MergeCase(world, "merge", ["merge", world.ready / "one.db", world.ready / "two.db", "-o", "OUTPUT"])
    yield FileCase(world, "export", ["export", "articles", store, "-o", "OUTPUT"], "articles.csv")
    yield PrintCase(world, "export-print", ["export", "vocabulary", store])
    yield PrintCase(world, "report-corpus", ["report", "-q", table])
    yield PrintCase(world, "report-input", ["report", "-q", "-"], stdin=table)
    yield PrintCase(world, "concordance", ["concordance", "the", store])
    yield PrintCase(world, "ngrams", ["ngrams", store])
    yield PrintCase(world, "score", ["score", places[0] / "alder/1.txt"])
    yield FileCase(world, "plot", ["plot", "measure", store, "-o", "OUTPUT"], "chart.svg", also=("chart.caption.txt",),
                   needs="gnuplot")
    yield PageCase(world, "page", ["report", "-q", store, "--html", "OUTPUT"], "page.html")
