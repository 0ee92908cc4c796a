"""Another processor's build, run by an emulator: its tests, and exports that are to equal this processor's.

Nothing of the other system is run to set it up: its packages are unpacked, and stand beside the build as what the
compiler links with and the emulator finds libraries in.
"""
import dataclasses
import os
import platform
import shutil
import subprocess
import sys

from common import ROOT, build, test, wrap

TIMES_SLOWER = "30"
STAYS = ("usr", "lib", "lib64")  # the emulator would look in the rest for this system's files


@dataclasses.dataclass
class Processor:
    name: str    # Meson's, and the emulator's
    debian: str  # the architecture's name in Debian
    prefix: str  # of its tools and libraries
    endian: str


PROCESSORS = {
    "aarch64": Processor("aarch64", "arm64", "aarch64-linux-gnu", "little"),
    "s390x": Processor("s390x", "s390x", "s390x-linux-gnu", "big"),
}


def as_root(*command):
    before = () if os.geteuid() == 0 else ("sudo",)
    subprocess.run([*before, *command], stdout=subprocess.DEVNULL, check=True)


def libraries():
    """The packages that the program is built with, without its tools."""
    listed = subprocess.run([ROOT / "scripts/setup/packages", "--list"], capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split() if name.endswith(("-dev", "-data"))]


def unpack(processor, root):
    """Fills the folder with the other system's libraries, where that is not done."""
    done = root / "usr/unpacked"
    release = platform.freedesktop_os_release()["VERSION_CODENAME"]
    packages = ",".join(libraries())
    if done.exists() and done.read_text() == f"{release} {packages}":
        return
    as_root("rm", "-rf", root)
    as_root("debootstrap", "--foreign", f"--arch={processor.debian}", "--variant=minbase", f"--include={packages}", release, root)
    for package in sorted((root / "var/cache/apt/archives").glob("*.deb")):
        as_root("dpkg-deb", "-x", package, root)
    as_root("chown", "-R", f"{os.getuid()}:{os.getgid()}", root)
    for place in root.iterdir():
        if place.name not in STAYS:
            place.unlink() if place.is_symlink() or place.is_file() else shutil.rmtree(place)
    mend_links(root)
    done.write_text(f"{release} {packages}")


def mend_links(root):
    """Makes links that name a place from / up ones that stay in the folder."""
    for place in root.rglob("*"):
        if place.is_symlink() and os.readlink(place).startswith("/"):
            target = root / os.readlink(place).lstrip("/")
            place.unlink()
            place.symlink_to(os.path.relpath(target, place.parent))


def describe(processor, root, emulator):
    """Writes what Meson has to know; where."""
    place = root / "meson.ini"
    place.write_text(f"""[binaries]
c = ['{processor.prefix}-gcc', '--sysroot={root}']
ar = '{processor.prefix}-ar'
strip = '{processor.prefix}-strip'
pkgconfig = 'pkg-config'
exe_wrapper = {emulator}

[properties]
sys_root = '{root}'
pkg_config_libdir = '{root}/usr/lib/{processor.prefix}/pkgconfig:{root}/usr/share/pkgconfig'

[host_machine]
system = 'linux'
cpu_family = '{processor.name}'
cpu = '{processor.name}'
endian = '{processor.endian}'
""")
    return place


def foreign(name, only):
    processor = PROCESSORS[name]
    root = ROOT / f"build-{name}-root"
    emulator = [f"qemu-{name}-static", "-L", str(root)]
    if " " in str(root):  # pkg-config does not quote the folder of another system
        sys.exit(f"check: {name}: the project's folder must have no blank in its name")
    if subprocess.run([ROOT / "scripts/setup/packages", "--foreign"], check=False).returncode:
        sys.exit(1)
    unpack(processor, root)
    folder = build(name, "--cross-file", str(describe(processor, root, emulator)), "--buildtype=release", "-Db_ndebug=false")
    passed, failed = test(folder, {}, "--timeout-multiplier", TIMES_SLOWER, *(only or ("--suite", "unit")))
    if not only:
        subprocess.run([ROOT / "scripts/setup/build"], stdout=subprocess.DEVNULL, check=True)
        program, own = wrap(folder, emulator), ROOT / "build/src/cli/broadsheet"
        for command in ((ROOT / "tests/spec/run-spec", program), (ROOT / "tests/paths/run", "--beside", own, program)):
            fine = subprocess.run(command, check=False).returncode == 0
            passed, failed = passed + fine, failed + (not fine)
    return passed, failed


def aarch64(only):
    return foreign("aarch64", only)


def s390x(only):
    return foreign("s390x", only)
