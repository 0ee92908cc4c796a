"""What the recipes in this folder share: a package comes in, a finished folder goes out, nothing half made stays.

A recipe builds everything in a temporary folder beside the target and renames it at the end. The first line of the
manifest is the recipe's stamp: it says what was made and from which package. A target that bears the same stamp is
done; a target that holds anything else is left alone.
"""

import contextlib
import csv
import hashlib
import io
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile


class Refused(Exception):
    """A reason to stop that the user can do something about."""


class Package:
    """A package of the npm registry, held in memory. Nothing of it is installed or run."""

    def __init__(self, name, version, sha256):
        self.name, self.version = name, version
        self._archive = tarfile.open(fileobj=io.BytesIO(_download(name, version, sha256)), mode="r:gz")

    def names(self):
        return sorted(n.removeprefix("package/") for n in self._archive.getnames())

    def text(self, name, encoding="utf-8"):
        try:
            return self._archive.extractfile(f"package/{name}").read().decode(encoding)
        except KeyError:
            raise Refused(f"{self.name} {self.version} holds no file {name}") from None


def _download(name, version, sha256):
    if not shutil.which("npm"):
        sudo = "" if os.geteuid() == 0 else "sudo "
        raise Refused(f"npm is needed to fetch {name}, and is not installed: {sudo}apt-get install npm")
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--ignore-scripts", f"{name}@{version}"]
        if subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL).returncode:
            raise Refused(f"npm could not fetch {name}; is there a network? To see why: npm pack {name}@{version}")
        archives = list(pathlib.Path(folder).glob("*.tgz"))
        if len(archives) != 1:
            raise Refused(f"npm fetched {len(archives)} archives for {name}@{version}; one was expected")
        data = archives[0].read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Refused(f"{name}@{version} is not the package that this recipe was written for (SHA-256 differs)")
    return data


def slug(name):
    """A name as a folder's: lower case, ASCII letters and digits, single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_table(path, columns, rows):
    """Tab-separated; `rows` are dictionaries. No value may hold a tab, a quote at its start, or a newline."""
    with open(path, "w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, columns, dialect="excel-tab", lineterminator="\n", extrasaction="ignore",
                               quoting=csv.QUOTE_NONE, quotechar=None)
        table.writeheader()
        table.writerows(rows)


def manifest(stamp, groups):
    """The text of a manifest; `groups` are (group, {key: value}) in order. Values are escaped as key files want it."""
    lines = [f"# {stamp}"]
    for group, keys in groups:
        lines += ["", f"[{group}]"]
        lines += [f"{key}={value}".replace("\\", "\\\\") for key, value in keys.items()]
    return "\n".join(lines) + "\n"


def is_done(target, manifest_name, stamp):
    """Whether `target` was finished by the same recipe. Refuses a target that holds anything else."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return False
    with contextlib.suppress(OSError):
        with open(target / manifest_name, encoding="utf-8") as stream:
            if stream.readline() == f"# {stamp}\n":
                return True
    raise Refused(f"{target} holds something else; remove it or name another folder")


@contextlib.contextmanager
def building(target):
    """A new folder to fill, which becomes `target` if the block ends well and vanishes otherwise."""
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    build = pathlib.Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        build.chmod(0o755)
        yield build
        build.rename(target)
    finally:
        shutil.rmtree(build, ignore_errors=True)


def main(recipe):
    """Runs `recipe()` as a program: refusals become one line on standard error, an interruption cleans up."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        recipe()
    except (Refused, OSError) as problem:
        sys.exit(f"{pathlib.Path(sys.argv[0]).parent.name}/fetch: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)
