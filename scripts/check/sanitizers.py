"""Tests run by a program that watches itself, or is watched by valgrind."""
import collections
import contextlib
import gzip
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile

from common import HERE, ROOT, build, test, wrap

TIMES_SLOWER = "20"
CASE_SECONDS = "7200"
ARTICLES = 20_000
THREADS = 8
SEPARATOR = "=== next article ==="
DEBUG = ("-Dbuildtype=debugoptimized", "-Doptimization=1", "-Db_ndebug=false")


@contextlib.contextmanager
def reports():
    """A folder into which every process writes what it finds, wherever its standard error goes."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-check-") as folder:
        os.chmod(folder, 0o1777)
        yield pathlib.Path(folder)


def show(folder, is_finding=lambda text: text.strip() != ""):
    """Prints the findings in the folder; how many there are."""
    found = 0
    for path in sorted(folder.iterdir()):
        text = path.read_text(errors="replace")
        if is_finding(text):
            found += 1
            print(text, flush=True)
    return found


def chosen(only, *otherwise):
    return ["--timeout-multiplier", TIMES_SLOWER, *(only or otherwise)]


def run_cases(program, environment, names, unjudged=()):
    """The quick cases of the command line, by a program that is slow: how many passed and failed. Of the unjudged ones
    only the findings count."""
    run = subprocess.Popen([ROOT / "tests/cli/run-cases", "--seconds", CASE_SECONDS, program, ROOT / "corpora/sample", *names],
                           env=environment, stdout=subprocess.PIPE, text=True)
    counts = collections.Counter()
    for line in run.stdout:
        print(line, end="", flush=True)
        verdict, _, name = line.rstrip().partition(" - ")
        counts[verdict.rstrip("0123456789 ")] += "# SKIP" not in line and name not in unjudged
    run.wait()
    return counts["ok"], counts["not ok"]


def asan(only):
    build_folder = build("asan", *DEBUG, "-Db_sanitize=address,undefined")
    with reports() as folder:
        # not strstr, which measures all that follows each time, and is what g_strsplit asks line by line;
        # not detect_stack_use_after_return: with it gcc 12 aligns blocks of AVX-512 on the stack wrongly
        where = f"log_path={folder}/report:exitcode=99"
        environment = {
            "ASAN_OPTIONS": f"{where}:detect_leaks=1:strict_string_checks=1:intercept_strstr=0",
            "UBSAN_OPTIONS": f"{where}:halt_on_error=1:print_stacktrace=1",
            "LSAN_OPTIONS": f"suppressions={HERE}/lsan.supp:print_suppressions=0",
        }
        passed, failed = test(build_folder, environment, *chosen(only, "--suite", "unit", "--suite", "spec"))
        if not only:
            fine, wrong = test(build_folder, environment, *chosen((), "copies-exact"))
            passed, failed = passed + fine, failed + wrong
            fine, wrong = run_cases(build_folder / "src/cli/broadsheet", {**os.environ, **environment}, ())
            passed, failed = passed + fine, failed + wrong
        return passed, failed + show(folder)


def tsan(only):
    build_folder = build("tsan", *DEBUG, "-Db_sanitize=thread")
    shim = build_folder / "glib-threads.so"
    flags = subprocess.run(["pkg-config", "--cflags", "glib-2.0"], capture_output=True, text=True, check=True)
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, HERE / "glib-threads.c", *flags.stdout.split(), "-ldl"],
                   check=True)
    with reports() as folder:
        environment = {
            "TSAN_OPTIONS": f"log_path={folder}/report:exitcode=99:ignore_noninstrumented_modules=1:"
                            f"second_deadlock_stack=1:history_size=4:suppressions={HERE}/tsan.supp",
            "G_SLICE": "always-malloc",
        }
        passed, failed = test(build_folder, environment, *chosen(only, "--suite", "unit"), "--wrap",
                              f"env LD_PRELOAD={shim}")
        if not only:
            with tempfile.TemporaryDirectory(prefix="broadsheet-check-") as work:
                for done in run_threads(build_folder, pathlib.Path(work), {**os.environ, **environment, "LD_PRELOAD": shim}):
                    passed, failed = passed + done, failed + (not done)
        return passed, failed + show(folder)


def make_corpus(build_folder, work):
    """Two outlets: a text that is read as it is, and records that are unpacked ahead of their reader."""
    texts = [place for place in [ROOT / "corpora/sample", *sorted(ROOT.glob("corpora/*/text"))] if place.is_dir()]
    generate = [build_folder / "scripts/bench/bench-generate", "-a", str(ARTICLES // 2)]
    with open(work / "plain.txt", "wb") as out:
        subprocess.run([*generate, "-s", "1", "--separator", SEPARATOR, *texts], stdout=out, check=True)
    made = subprocess.run([*generate, "-s", "2", "-k", "jsonl", *texts], stdout=subprocess.PIPE, check=True)
    (work / "packed.jsonl.gz").write_bytes(gzip.compress(made.stdout, 1))
    (work / "corpus.manifest").write_text(
        f"[outlet plain]\nfiles = plain.txt\nseparator = {SEPARATOR}\n\n[outlet packed]\nfiles = packed.jsonl.gz\n")


def run_threads(build_folder, work, environment):
    make_corpus(build_folder, work)
    program, threads = build_folder / "src/cli/broadsheet", ["--threads", str(THREADS)]
    for command in (["analyze", "corpus.manifest", "-o", "store.db", "--quiet", *threads],
                    ["analyze", "corpus.manifest", "-o", "store.db", "--quiet", *threads],
                    ["compare", "store.db", *threads],
                    ["report", "store.db"],
                    ["report", "store.db", "--html", "page.html"],
                    ["ngrams", "store.db", *threads]):
        done = subprocess.run([program, *command], cwd=work, env=environment, stdout=subprocess.DEVNULL, check=False)
        fine = done.returncode in (0, 1)
        print("ok" if fine else f"not ok ({done.returncode})", "broadsheet", *command, flush=True)
        yield fine


VALGRIND = ["--quiet", "--vgdb=no", "--error-exitcode=9", "--leak-check=full", "--show-leak-kinds=definite,indirect",
            "--errors-for-leak-kinds=definite,indirect", "--num-callers=20", "--track-fds=no", "--child-silent-after-fork=yes",
            "--suppressions=/usr/share/glib-2.0/valgrind/glib.supp", f"--suppressions={HERE}/valgrind.supp"]
SETS = ("plain", "sse2", "avx2")  # valgrind 3.19 knows no AVX-512, and says so to a program that asks the processor
# valgrind has files in the folder that these fill, lack or list; and one sends its signal after a second
UNJUDGED = ("interrupt", "killed", "plot-full-disk", "repeats", "swept")
CASES = "cases"  # before the name of a case of the command line, and alone: all of them
EVERY_SET = ("malformed-texts", "hostile-pages", "score", "segment")


def valgrind(only):
    build_folder = build("valgrind", *DEBUG)
    tests = [name for name in only if not name.startswith(CASES)]
    cases = [name.removeprefix(CASES).lstrip("/") for name in only if name.startswith(CASES)]
    passed = failed = 0
    with reports() as folder:
        command = [shutil.which("valgrind"), *VALGRIND, f"--log-file={folder}/report.%p"]
        environment = {"G_SLICE": "always-malloc"}
        if tests or not only:
            passed, failed = test(build_folder, environment, *chosen(tests, "--suite", "unit"), "--wrap", shlex.join(command))
        if cases or not only:
            named = [name for name in cases if name]
            every = [name for name in EVERY_SET if not named or name in named]
            for cpu, names in [("avx2", named), *((cpu, every) for cpu in SETS[:-1] if every)]:
                fine, wrong = run_cases(wrap(build_folder, command), {**os.environ, **environment, "BROADSHEET_CPU": cpu}, names,
                                        UNJUDGED)
                passed, failed = passed + fine, failed + wrong
        # lines of -- tell of what valgrind does not know
        return passed, failed + show(folder, lambda text: re.search("^==", text, re.MULTILINE) is not None)
