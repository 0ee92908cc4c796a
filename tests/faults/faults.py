"""Which faults are tried: each call with the errors that it can have."""
import dataclasses
import os
import re


@dataclasses.dataclass(frozen=True)
class Call:
    kind: str
    number: int
    function: str
    where: str


@dataclasses.dataclass(frozen=True)
class Fault:
    kind: str
    number: int
    what: str
    on: bool = False
    where: str = ""

    def __str__(self):
        return f"{self.kind} {self.number} {self.what}{' on' if self.on else ''}"


# By kind: errors at one call of what is read; of what is written; and the errors of all calls from one on.
ERRORS = {
    "open": (["EACCES", "EMFILE", "EIO", "ENOENT", "EINTR"], ["EACCES", "EMFILE", "ENOSPC", "EROFS", "EDQUOT", "EIO"], ["EMFILE"]),
    "read": (["EIO", "EINTR", "ESTALE", "short", "half"], ["EIO", "EINTR", "short", "half"], ["EIO", "half"]),
    "write": ([], ["ENOSPC", "EIO", "EDQUOT", "EFBIG", "EINTR", "short", "half", "zero"], ["ENOSPC", "EIO", "half"]),
    "sync": ([], ["EIO", "ENOSPC", "EINTR"], ["EIO"]),
    "rename": ([], ["EACCES", "ENOSPC", "EXDEV", "EIO", "EROFS"], ["EIO"]),
    "unlink": ([], ["EACCES", "EIO", "EROFS"], ["EIO"]),
    "cut": ([], ["EIO", "ENOSPC", "EINTR"], ["EIO"]),
    "mmap": (["ENOMEM", "EACCES"], ["ENOMEM", "EACCES"], ["ENOMEM"]),
    "close": (["EIO", "EINTR"], ["EIO", "EINTR", "ENOSPC", "EDQUOT"], ["EIO"]),
    "stat": (["EACCES", "EIO", "ENOENT", "EOVERFLOW"], ["EACCES", "EIO", "ENOENT"], ["EIO"]),
    "folder": (["EACCES", "EMFILE", "EIO", "ENOENT"], ["EACCES", "EMFILE", "EIO"], ["EIO"]),
    "mkdir": ([], ["EACCES", "ENOSPC", "EROFS", "EDQUOT"], ["ENOSPC"]),
    "seek": (["EIO", "EINVAL"], ["EIO", "EINVAL"], ["EIO"]),
    "lock": (["ENOLCK", "EIO", "EAGAIN"], ["ENOLCK", "EIO", "EAGAIN"], ["EIO"]),
    "stream": (["EIO"], ["EIO", "ENOSPC", "EDQUOT"], ["EIO"]),
    "thread": (["EAGAIN"], ["EAGAIN"], ["EAGAIN"]),
    "spawn": (["EAGAIN", "ENOMEM"], ["EAGAIN", "ENOMEM"], ["EAGAIN"]),
    "pipe": (["EMFILE", "ENFILE"], ["EMFILE", "ENFILE"], ["EMFILE"]),
    "dup": (["EMFILE", "EIO"], ["EMFILE", "EIO"], ["EMFILE"]),
    "memory": (["ENOMEM"], ["ENOMEM"], ["ENOMEM"]),
}
ALIKE = {"folder": 6, "lock": 6, "stat": 6}  # of which there are hundreds: entries of a folder, locks of one store
MEMORY_POINTS = 60  # allocations of a run that are refused, of some hundred thousand


def read_log(path):
    calls = []
    for line in path.read_text(errors="replace").splitlines():
        words = line.split(" ", 3)
        if words[0] != "hit" and words[0] != "change":
            calls.append(Call(words[0], int(words[1]), words[2], words[3]))
    return calls


def plan_of_call(call, case):
    read, written, on = ERRORS[call.kind]
    for what in written if case.writes_to(call.where) else read:
        yield Fault(call.kind, call.number, what, where=call.where)
    for what in on:
        if what in written or not case.writes_to(call.where):
            yield Fault(call.kind, call.number, what, True, call.where)


def memory_points(last):
    """Thick at the start, where each part of the program begins, then ever thinner."""
    points = {1 + round(last * (step / MEMORY_POINTS) ** 2) for step in range(MEMORY_POINTS)}
    return sorted(point for point in points if point <= last)


def is_chosen(number, most):
    """Of calls of one function about one file the first, and then ever fewer; `most` 0: all."""
    return most == 0 or number <= most or (number & (number - 1)) == 0


def plan(calls, case, every=False):
    faults, met = [], {}
    for call in calls:
        alike = (call.kind, call.function, re.sub(r"[A-Z0-9]{6}", "", call.where.removeprefix(str(case.world.folder))))
        met[alike] = met.get(alike, 0) + 1
        if not every and not is_chosen(met[alike], case.alike or ALIKE.get(call.kind, 0)):
            continue
        if call.kind == "memory":
            for number in memory_points(call.number):
                faults += [Fault("memory", number, "ENOMEM"), Fault("memory", number, "ENOMEM", True)]
        else:
            possible = list(plan_of_call(call, case))
            faults += possible if every or case.every else possible[(call.number + call.number // 7) % len(possible):][:1]
    return faults


def sample(faults, n):
    """So many of them, from one end to the other and of as many kinds as there are places."""
    by_kind = {}
    for fault in faults:
        by_kind.setdefault(fault.kind, []).append(fault)
    kinds = [some for place, some in enumerate(by_kind.values()) if place % max(1, len(by_kind) // n) == 0]
    share = max(1, n // max(1, len(kinds)))
    return [some[len(some) * i // share] for some in kinds for i in range(min(share, len(some)))]


def from_text(text):
    words = text.split()
    return Fault(words[0], int(words[1]), words[2], len(words) > 3)


def environment(world, slot, fault=None, memory=False):
    """What the program is run with; without a fault its calls are counted."""
    own = {
        "LD_PRELOAD": str(world.shim),
        "BS_FAULT_LOG": str(slot.log),
        "BS_FAULT_UNDER": ":".join([str(world.folder), str(world.charts), "-", "+"]),
    }
    if fault:
        own["BS_FAULT"] = str(fault)
    if memory:
        own["BS_FAULT_MEMORY"] = "1"
    return {**os.environ, **undisturbed(slot), **own}


def undisturbed(slot):
    return {"TMPDIR": str(slot.temporary), "LC_ALL": "C.UTF-8", "HOME": str(slot.folder)}
