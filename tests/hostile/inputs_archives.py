"""Compressed files and archives."""

import gzip
import io
import lzma
import struct
import subprocess
import tarfile
import zipfile
import zlib

from hostile import case

TEXT = b"The cat sat on the mat. The dog ran to the town.\n"
ARCHIVES = (("analyze", "corpus", "archive", "-q", "-o", "store.db"),)


def zeros(size, level=9):
    packer = zlib.compressobj(level, zlib.DEFLATED, 31)
    piece = b"a" * (1 << 20)
    return b"".join([packer.compress(piece) for _ in range(size >> 20)] + [packer.flush()])


def place(folder, name):
    """Archives stand beside the outlets, as places of their own."""
    (folder.parent.parent / "archive").mkdir(exist_ok=True)
    return folder.parent.parent / "archive" / name


def tar_of(folder, name, *members):
    with tarfile.open(place(folder, name), "w", format=tarfile.GNU_FORMAT) as tar:
        for info, data in members:
            tar.addfile(info, io.BytesIO(data) if data is not None else None)


def member(name, data=TEXT, kind=tarfile.REGTYPE, link=""):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    info.size = len(data) if data is not None and kind == tarfile.REGTYPE else 0
    return info, data if kind == tarfile.REGTYPE else None


@case("4 GB of one letter as 4 MB of gzip", says="too-large,hostile", limit="article")
def gzip_bomb(folder):
    (folder / "a.txt.gz").write_bytes(zeros(4 << 30, 6))


@case("10 GB of JSON in one line as 10 MB of gzip", says="too-large", limit="ratio", quick=False)
def gzip_bomb_of_records(folder):
    piece = zeros(1 << 30)
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text":"') + piece * 10)


@case("2 GB of one letter as xz", says="too-large,hostile", limit="article", quick=False)
def xz_bomb(folder):
    packer = lzma.LZMACompressor(preset=0)
    piece = b"a" * (1 << 20)
    (folder / "a.txt.xz").write_bytes(b"".join([packer.compress(piece) for _ in range(2048)] + [packer.flush()]))


@case("4 GB of one letter as zstd, ratio 30,000", says="expands beyond the ceiling of 1000 times (--ceiling ratio)",
      limit="ratio")
def zstd_bomb(folder):
    with open(folder / "a.jsonl.zst", "wb") as out, subprocess.Popen(["zstd", "-q", "-1"], stdin=subprocess.PIPE, stdout=out) as zstd:
        for _ in range(2048):
            zstd.stdin.write(b"a" * (2 << 20))
        zstd.stdin.close()


@case("xz that asks for a dictionary of 1.5 GB", says="ask for a dictionary of more than 128 MiB", kept=0)
def xz_dictionary(folder):
    packed = bytearray(lzma.compress(b'{"id": "1", "text": "The cat sat."}\n', preset=0))
    behind = 12 + 4 * packed[12]  # of the block's header, but for its checksum
    packed[16] = 37
    packed[behind:behind + 4] = struct.pack("<I", zlib.crc32(packed[12:behind]))
    (folder / "a.jsonl.xz").write_bytes(packed)


@case("gzip in gzip in gzip, ten deep", says="not-text", kept=0)
def gzip_in_gzip(folder):
    data = TEXT
    for _ in range(10):
        data = gzip.compress(data)
    (folder / "a.txt.gz").write_bytes(data)


@case("a zip of 100 members of 100 MB each, 10 MB in all", says="too-large", limit="article", commands=ARCHIVES)
def zip_bomb(folder):
    with zipfile.ZipFile(place(folder, "a.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(100):
            archive.writestr(f"paper/{i:03}.txt", b"a" * (100 << 20) if i < 3 else b"b" * (20 << 20))


def stored(name, data, size, checksum, offset=0):
    head = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, checksum, len(data), size, len(name), 0) + name
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, checksum, len(data), size, len(name), 0, 0, 0, 0, 0,
                        offset) + name
    return head, entry


@case("a zip whose 10,000 entries share the same 10 MB", says="(--ceiling article)", commands=ARCHIVES, kept=0)
def zip_of_overlaps(folder):
    raw = b"a" * (10 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(raw) + packer.flush()
    head, _ = stored(b"paper/0.txt", data, len(raw), zlib.crc32(raw))
    entries = b"".join(stored(b"paper/%d.txt" % i, data, len(raw), zlib.crc32(raw))[1] for i in range(10000))
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 10000, 10000, len(entries), len(head) + len(data), 0)
    place(folder, "a.zip").write_bytes(head + data + entries + end)


@case("a zip in a zip in a zip", says="left-out", commands=ARCHIVES)
def zip_in_zip(folder):
    data = TEXT
    for i in range(6):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for k in range(4):
                archive.writestr(f"paper/{k}.zip" if i else f"paper/{k}.txt", data)
        data = packed.getvalue()
    place(folder, "a.zip").write_bytes(data)


@case("a zip that says its members are of 2⁶³ bytes, and some of negative size", says="truncated", commands=ARCHIVES,
      kept=0)
def zip_that_lies(folder):
    with zipfile.ZipFile(place(folder, "a.zip"), "w") as archive:
        archive.writestr("paper/a.txt", TEXT)
    data = bytearray(place(folder, "a.zip").read_bytes())
    for at in (data.index(b"PK\3\4") + 18, data.index(b"PK\1\2") + 20):
        data[at : at + 8] = b"\xfe\xff\xff\xff\xfe\xff\xff\xff"
    place(folder, "a.zip").write_bytes(data)


@case("a tar.gz of ten million empty entries", says="more members than the ceiling of 500000 entries",
      limit="members", commands=ARCHIVES,
      quick=False)
def tar_of_empty_entries(folder):
    info = tarfile.TarInfo("paper/a.txt").tobuf(tarfile.USTAR_FORMAT)
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    block = info * 2000
    place(folder, "a.tar.gz").write_bytes(b"".join([packer.compress(block) for _ in range(5000)] + [packer.flush()]))


@case("a tar of 200,000 entries of one name", says="same-key", commands=ARCHIVES, quick=False, kept=1)
def tar_of_one_name(folder):
    info = tarfile.TarInfo("paper/a.txt")
    info.size = len(TEXT)
    block = info.tobuf(tarfile.USTAR_FORMAT) + TEXT.ljust(512, b"\0")
    place(folder, "a.tar").write_bytes(block * 200_000 + b"\0" * 1024)


@case("a tar whose names lead out: ../../a, /etc/a, a/../../b", says="is named as if it lay outside the archive",
      commands=ARCHIVES, kept=2)
def tar_that_leads_out(folder):
    tar_of(folder, "a.tar", member("../../../outside.txt"), member("/etc/outside.txt"), member("paper/../../b.txt"),
           member("paper/c.txt"))


@case("a tar of links, devices and pipes", says="left-out", commands=ARCHIVES, kept=1)
def tar_of_links_and_devices(folder):
    tar_of(folder, "a.tar", member("paper/a.txt"), member("paper/link.txt", None, tarfile.SYMTYPE, "/etc/passwd"),
           member("paper/hard.txt", None, tarfile.LNKTYPE, "/etc/passwd"), member("paper/null.txt", None, tarfile.CHRTYPE),
           member("paper/disk.txt", None, tarfile.BLKTYPE), member("paper/pipe.txt", None, tarfile.FIFOTYPE))


@case("a tar whose members say they are of 8 EB, or of negative size",
      says="the archive is damaged or ends too early", commands=ARCHIVES, kept=1)
def tar_of_lies(folder):
    info, data = member("paper/a.txt")
    data = data.ljust(512, b"\0")
    large, small = bytearray(info.tobuf(tarfile.GNU_FORMAT)), bytearray(info.tobuf(tarfile.GNU_FORMAT))
    large[124:136] = b"\x80\0\0\0\x7f" + b"\xff" * 7
    small[124:136] = b"\xff" * 12
    for head in (large, small):
        head[148:156] = b" " * 8
        head[148:156] = b"%06o\0 " % sum(head)
    place(folder, "a.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + data + small + data)
    place(folder, "b.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + data + large + data)


@case("a gzip file cut off, one with a wrong checksum, one followed by rubbish", says="truncated,hostile", kept=1)
def gzip_damaged(folder):
    whole = gzip.compress(TEXT * 1000)
    (folder / "a.txt.gz").write_bytes(whole[: len(whole) // 2])
    (folder / "b.txt.gz").write_bytes(whole[:-8] + b"\0\0\0\0" + whole[-4:])
    (folder / "c.txt.gz").write_bytes(whole + b"rubbish")


@case("an archive of every kind cut in the middle of its head", says="the file is no archive that can be read",
      commands=ARCHIVES)
def archives_cut(folder):
    for name, head in (("a.zip", b"PK\3\4"), ("b.7z", b"7z\xbc\xaf\x27\x1c\0\4"), ("c.tar", b"paper/a.txt"), ("d.tgz", b"\x1f\x8b\x08")):
        place(folder, name).write_bytes(head)
