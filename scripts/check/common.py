"""What the checks share: folders, builds, tests."""
import os
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "scripts/check"
sys.path.insert(0, str(ROOT / "scripts/test"))
import tally  # noqa: E402

JOBS = os.environ.get("JOBS", str(os.cpu_count() or 1))


def set_up(name, *options, compiler=None):
    """The build folder of a check, configured; one that was configured otherwise is made anew."""
    folder = ROOT / f"build-{name}"
    wanted = " ".join(options)
    mark = folder / "configured-as"
    if not mark.exists() or mark.read_text() != wanted:
        subprocess.run(["rm", "-rf", folder], check=True)
        environment = {**os.environ, "CC": compiler} if compiler else None
        subprocess.run(["meson", "setup", folder, ROOT, *options], env=environment, stdout=subprocess.DEVNULL, check=True)
        mark.write_text(wanted)
    return folder


def build(name, *options):
    folder = set_up(name, *options)
    done = subprocess.run(["ninja", "-C", folder, "-j", JOBS], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout)
    return folder


def test(folder, environment, *arguments):
    """Runs tests; how many passed and failed."""
    passed, failed, _, _ = tally.run_tests(folder, arguments, {**os.environ, **environment})
    return passed, failed


def wrap(build_folder, command):
    """A program called broadsheet that starts the one of this build by a command."""
    wrapped = build_folder / "wrapped/broadsheet"
    wrapped.parent.mkdir(exist_ok=True)
    started = shlex.join([*map(str, command), str(build_folder / "src/cli/broadsheet")])
    wrapped.write_text(f"#!/bin/sh\nexec {started} \"$@\"\n")
    wrapped.chmod(0o755)
    return wrapped
