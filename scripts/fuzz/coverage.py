"""Which lines of the files that a target is about its seeds and corpus reach, by llvm-cov."""
import json
import os
import subprocess
import tempfile

import builds

RUN_SECONDS = 1800


def covered(target, program, profile):
    """Lines covered and lines in all; of the files that a target is about, which llvm-cov may be asked for in vain."""
    told = builds.call(["llvm-cov", "export", "-summary-only", program, f"-instr-profile={profile}"])
    wanted = {str(builds.HERE / path) for path in target.about}
    lines = [file["summary"]["lines"] for file in json.loads(told)["data"][0]["files"]
             if os.path.normpath(file["filename"]) in wanted]
    return sum(of["covered"] for of in lines), sum(of["count"] for of in lines)


def measure(target):
    """As covered(); None where the target says not what it is about, or its program fails or takes too long."""
    if not target.about:
        return None
    program = builds.program(target.name, "coverage")
    with tempfile.TemporaryDirectory(prefix="fuzz-coverage-") as work:
        places = [str(place) for place in (target.seeds, target.corpus) if place.exists()]
        try:
            subprocess.run([program, *places], cwd=work, capture_output=True, check=True, timeout=RUN_SECONDS,
                           env={**os.environ, "LC_ALL": "C", "LLVM_PROFILE_FILE": f"{work}/raw"})
        except subprocess.SubprocessError:
            return None
        builds.call(["llvm-profdata", "merge", "-sparse", f"{work}/raw", "-o", f"{work}/merged"])
        return covered(target, program, f"{work}/merged")
