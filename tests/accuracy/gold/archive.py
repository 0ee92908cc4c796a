"""A tar archive in a folder of this machine."""

import hashlib
import io
import tarfile

from recipe import Refused


class Absent(Exception):
    """No such archive."""


class Archive:
    """The archive `name` of `folder`, held in memory."""

    def __init__(self, name, sha256, folder):
        path = folder / name
        if not path.is_file():
            raise Absent(f"{path} is not there")
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Refused(f"{path} is not the archive that this recipe was written for (SHA-256 differs)")
        self._archive = tarfile.open(fileobj=io.BytesIO(data))
        self._members = {member.name: member for member in self._archive.getmembers() if member.isfile()}

    def names(self, folder):
        """The paths of the files below `folder`, in byte order; those that lead out of it are left out."""
        return sorted(name for name in self._members if name.startswith(f"{folder}/") and ".." not in name.split("/"))

    def bytes(self, name):
        return self._archive.extractfile(self._members[name]).read()
