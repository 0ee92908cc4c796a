"""Runs the program on one input, with time, peak memory, and a look at the store that it leaves."""

import dataclasses
import os
import signal
import sqlite3
import subprocess


@dataclasses.dataclass
class Told:
    seconds: float = 0  # of processors: a machine that does other things too makes nobody wait in them
    megabytes: float = 0
    status: int = 0
    says: str = ""  # what the user reads: problems of the store, then standard error
    wrong: list = dataclasses.field(default_factory=list)


def start(command, folder, said):
    """A process of its own group, whose memory is measured from its start: this program is small when it forks."""
    pid = os.fork()
    if pid != 0:
        return pid
    try:
        os.setpgid(0, 0)
        os.chdir(folder)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        os.dup2(said, 2)
        environment = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "HOME": str(folder), "TMPDIR": str(folder)}
        os.execve(command[0], command, environment)
    finally:
        os._exit(127)


def wait(pid, seconds):
    """Status and use of a process, which is ended when its time is over."""
    old = signal.signal(signal.SIGALRM, lambda *_: os.killpg(pid, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        _, status, use = os.wait4(pid, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
    return os.waitstatus_to_exitcode(status), use


def one(command, folder, told, seconds):
    """Runs one command; the most of all is told."""
    with open(folder / "said.txt", "w+b") as said:
        told.status, use = wait(start(command, folder, said.fileno()), 12 * seconds)
        told.seconds = max(told.seconds, use.ru_utime + use.ru_stime)
        told.megabytes = max(told.megabytes, use.ru_maxrss / 1024)
        said.seek(0)
        told.says += said.read(1 << 20).decode(errors="replace")
    if told.status < 0:
        told.wrong.append(f"ended by signal {-told.status}")


def look_at_store(case, program, folder, told):
    """Every honest article is in it, it is whole, and what was wrong is listed."""
    path = folder / "store.db"
    if not path.exists():
        if case.kept is not None:
            told.wrong.append("there is no store")
        return
    store = sqlite3.connect(path)
    whole = store.execute("PRAGMA integrity_check").fetchone()[0]
    if whole != "ok":
        told.wrong.append(f"the store: {whole}")
    store.close()
    problems = subprocess.run([program, "export", "problems", "store.db", "--format", "csv"], cwd=folder, check=False,
                              capture_output=True)
    articles = subprocess.run([program, "export", "articles", "store.db", "--format", "csv"], cwd=folder, check=False,
                              capture_output=True).stdout.decode(errors="replace")
    told.says = problems.stdout.decode(errors="replace") + told.says
    if case.kept is not None and not any(line.startswith("honest,") for line in articles.splitlines()):
        told.wrong.append("the honest article was lost")
    kept = max(articles.count("\n") - 2, 0)  # records hold no line ends
    if case.kept is not None and case.kept >= 0 and kept != case.kept:
        told.wrong.append(f"{kept} hostile articles were kept, not {case.kept}")


def run(case, program, folder, seconds):
    told = Told()
    for command in case.commands:
        one([str(program), *(word.replace("FOLDER", str(folder)) for word in command)], folder, told, seconds)
        if told.wrong:
            break
    look_at_store(case, str(program), folder, told)
    return told
