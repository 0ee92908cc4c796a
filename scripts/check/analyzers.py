"""What reads the source and runs nothing: findings, held against the answers of answers.tsv."""
import collections
import concurrent.futures
import csv
import fnmatch
import functools
import json
import pathlib
import re
import shlex
import subprocess

from common import HERE, JOBS, ROOT, set_up

Finding = collections.namedtuple("Finding", "path line kind text")
LINE = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+):\d+: (?:warning|error): (?P<text>.*) \[(?P<kind>[\w.,-]+)\]$")
# What is optimized away is not looked at.
ANALYZER = ("-fanalyzer", "-O0", "-fdiagnostics-path-format=none", "-fdiagnostics-color=never", "-o", "/dev/null")
OWN = ("src/", "tests/", "scripts/")


def sources(name, only, compiler=None):
    """A folder with what the build generates, and by file of ours the command that compiles it; of a kernel, which is
    compiled for each set of instructions, that for AVX2."""
    folder = set_up(name, "-Dbuildtype=debug", "-Db_ndebug=false", compiler=compiler)
    listed = json.loads(subprocess.run(["meson", "introspect", folder, "--targets"], capture_output=True, check=True).stdout)
    made = [str(pathlib.Path(path).relative_to(folder)) for target in listed if target["type"] == "custom"
            for path in target["filename"]]
    subprocess.run(["ninja", "-C", folder, *made], stdout=subprocess.DEVNULL, check=True)
    commands = {}
    for entry in json.loads((folder / "compile_commands.json").read_text()):
        path, command = str((folder / entry["file"]).resolve().relative_to(ROOT)), entry["command"]
        wanted = path.startswith(OWN) and (not only or path.endswith(tuple(only)))
        if wanted and (path not in commands or ("-mavx2" in command and "-mavx512f" not in command)):
            commands[path] = command
    return folder, commands


@functools.cache
def lines_of(path):
    return (ROOT / path).read_text(encoding="utf-8").splitlines() if (ROOT / path).is_file() else []


def function_around(path, line):
    """The function that a line of a file stands in: names of functions begin their lines."""
    for text in reversed(lines_of(path)[:line]):
        name = re.match(r"\(?([A-Za-z_]\w*)\)? \(", text)
        if name:
            return name[1]
        if text.startswith("}") and text != lines_of(path)[line - 1]:
            break
    return "-"


def answers(tool):
    """What answers.tsv has of a tool, as (file, function, finding); file and function may be patterns."""
    with open(HERE / "answers.tsv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["file"], row["function"], row["finding"]) for row in rows if row["tool"] == tool}


def judge(tool, only, files, findings):
    """Prints what has no answer, and answers to nothing; how many files are fine and how many findings are not."""
    known, met, open_ones = answers(tool), set(), set()
    for finding in sorted(set(findings)):
        function = function_around(finding.path, finding.line)
        answered = {row for row in known if row[2] == finding.kind and fnmatch.fnmatchcase(finding.path, row[0])
                    and fnmatch.fnmatchcase(function, row[1])}
        met |= answered
        if not answered:
            open_ones.add(finding)
            print(f"{finding.path}:{finding.line}: {function}: {finding.text} [{finding.kind}]", flush=True)
    stale = set() if only else known - met
    for key in sorted(stale):
        print("answers.tsv: nothing is found any more of", tool, *key, flush=True)
    return len(set(files) - {finding.path for finding in open_ones}), len(open_ones) + len(stale)


def of_lines(folder, text):
    """Findings in what gcc and clang-tidy print."""
    for found in map(LINE.match, text.splitlines()):
        if found:
            path = (folder / found["path"]).resolve()
            if str(path).startswith(tuple(str(ROOT / room) for room in OWN)):
                yield Finding(str(path.relative_to(ROOT)), int(found["line"]), found["kind"], found["text"])


def ask_each(commands, ask):
    """All findings of ask(file, command), several files at a time."""
    with concurrent.futures.ThreadPoolExecutor(int(JOBS)) as pool:
        return [finding for found in pool.map(lambda item: list(ask(*item)), commands.items()) for finding in found]


def analyzer(only):
    folder, commands = sources("analyzer", only)

    def ask(path, command):
        words = shlex.split(command)
        for option in ("-o", "-MQ", "-MF"):
            del words[words.index(option):words.index(option) + 2]
        words = [word for word in words if word not in ("-MD", "ccache")]
        done = subprocess.run([*words, *ANALYZER], cwd=folder, capture_output=True, text=True, check=False,
                              env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
        if done.returncode:
            yield Finding(path, 1, "does-not-compile", done.stderr)
        yield from of_lines(folder, re.sub(r" \[CWE-\d+\]", "", done.stderr))

    return judge("analyzer", only, commands, ask_each(commands, ask))


# What is said of a variable that frees itself at the end of its block: clang's analyzer knows no cleanup.
OF_A_HOLDER = re.compile(r"(?:Potential leak of memory pointed to by|Value stored to|Although the value stored to) '(\w+)")


def frees_itself(finding):
    """Whether that is all that is found: the variable, or the one whose field it is, is a g_autofree, g_autoptr or g_auto."""
    name = OF_A_HOLDER.match(finding.text)
    if not name:
        return False
    function = function_around(finding.path, finding.line)
    declared = re.compile(rf"\s+g_auto(free|ptr \(\w+\)| \(\w+\)) (.*[ *])?{name[1]}( =|,|;)")
    return any(declared.match(text) and function_around(finding.path, number) == function
               for number, text in enumerate(lines_of(finding.path), 1))


def tidy(only):
    folder, commands = sources("tidy", only, compiler="clang")

    def ask(path, _):
        done = subprocess.run(["clang-tidy", "-p", folder, "--quiet", ROOT / path], capture_output=True, text=True, check=False)
        if done.returncode:
            yield Finding(path, 1, "does-not-compile", done.stdout + done.stderr)
        yield from (finding for finding in of_lines(folder, done.stdout) if not frees_itself(finding))

    return judge("tidy", only, commands, ask_each(commands, ask))


# cppcheck knows GLib and SQLite by its own tables, not by their headers; several jobs would not look through calls from
# file to file.
CPPCHECK = ("cppcheck", "--quiet", "--std=c11", "--language=c", "--library=gtk", "--library=sqlite3", "-Isrc", "-D__x86_64__",
            "-DBS_KERNEL_SET=avx2", '-DBS_VERSION="0"', '-DG_LOG_DOMAIN="broadsheet"',
            "--enable=warning,style,performance,portability", "--inconclusive", f"--suppressions-list={HERE}/cppcheck.txt",
            "--template={file}:{line}:{column}: warning: {message} [{id}]", "--template-location=", "-j", "1")


def cppcheck(only):
    files = sorted(str(path.relative_to(ROOT)) for room in OWN for path in (ROOT / room).rglob("*.c"))
    files = [path for path in files if not only or path.endswith(tuple(only))]
    done = subprocess.run([*CPPCHECK, *files], cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        print(done.stderr)
    return judge("cppcheck", only, files, of_lines(ROOT, done.stderr))
