"""Files of one commit of a public git repository."""

import subprocess
import tempfile

from recipe import Refused


class Repository:
    """A commit of the repository at `url`, or of a copy of it in the folder `local` (a checkout or bare)."""

    def __init__(self, url, commit, local=None):
        self.url, self.commit = url, commit
        if local is None:
            self._fetched = tempfile.TemporaryDirectory(prefix="broadsheet-accuracy-")
            self._folder = self._fetched.name
            self._fetch()
        else:
            self._folder = local
        if self._run("cat-file", "-e", f"{commit}^{{commit}}").returncode:
            raise Refused(f"{local} holds no commit {commit} of {url}")

    def _run(self, *arguments, **options):
        return subprocess.run(["git", "-C", self._folder, *arguments], stdin=options.pop("stdin", subprocess.DEVNULL),
                              capture_output=True, check=False, **options)

    def _fetch(self):
        self._run("init", "--bare", "--quiet")
        fetched = self._run("fetch", "--quiet", "--depth=1", self.url, self.commit)
        if fetched.returncode:
            raise Refused(f"git could not fetch {self.url}: {fetched.stderr.decode(errors='replace').strip()}")

    def names(self, folder):
        """The paths of the files below `folder`, in byte order."""
        listed = self._run("ls-tree", "-r", "-z", "--name-only", self.commit, f"{folder}/")
        return sorted(name for name in listed.stdout.decode().split("\0") if name)

    def read(self, paths):
        """The bytes of each of `paths`, in order. A path that is not there is refused."""
        wanted = "".join(f"{self.commit}:{path}\n" for path in paths).encode()
        process = subprocess.run(["git", "-C", self._folder, "cat-file", "--batch"], input=wanted,
                                 capture_output=True, check=False)
        answer, place = process.stdout, 0
        for path in paths:
            end = answer.find(b"\n", place)
            head = answer[place:end].split(b" ")
            if end < 0 or head[-1] == b"missing" or len(head) != 3:
                raise Refused(f"{self.url} holds no file {path} at {self.commit}")
            place = end + 1 + int(head[2])
            yield answer[end + 1:place]
            place += 1

    def text(self, path):
        return next(self.read([path])).decode("utf-8")
