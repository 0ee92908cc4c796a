"""Running a target's program by an engine for a while."""
import dataclasses
import os
import pathlib
import re
import resource
import shutil
import subprocess
import tempfile
import time

import builds

UNIT_SECONDS = 10  # an input that takes longer ends a run
SLOW_SECONDS = 2   # one that takes longer is a finding, too
FINDINGS_MAX = 5   # of one target in one run; then the next one is run
SANITIZER_MB = 700 # what the sanitizer's own memory is let have above a target's limit


@dataclasses.dataclass
class Result:
    executions: int = 0
    seconds: float = 0.0
    cpu: float = 0.0 # seconds of the processor: what an execution costs where others are at work, too
    edges: int = 0
    features: int = 0
    findings: list = dataclasses.field(default_factory=list)


def environment():
    return {**os.environ, "LC_ALL": "C", "TZ": "UTC",
            "ASAN_OPTIONS": "detect_leaks=1:abort_on_error=1:quarantine_size_mb=32:allocator_may_return_null=0"
                            ":symbolize=1:handle_abort=1",
            "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1"}


def cpu_seconds():
    """Of all programs that were run so far and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def is_really_slow(program, path):
    """Whether an input takes long also where nobody else is at work: by the time of the processor."""
    before = cpu_seconds()
    try:
        subprocess.run([program, path], env=environment(), capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        return True
    return cpu_seconds() - before > SLOW_SECONDS


def findings_of(program, text):
    """The inputs that an engine's words say it has written down, but those that were slow by others' doing."""
    found = []
    for name in sorted(set(re.findall(r"Test unit written to (\S+)", text))):
        path = pathlib.Path(name)
        if path.name.startswith(("slow-unit-", "timeout-")) and not is_really_slow(program, path):
            path.unlink()
        else:
            path.with_name(path.name + ".log").write_text(text[-20000:], encoding="utf-8")
            found.append(path)
    return found


def run_inputs(program, files):
    worst = 0
    for path in files:
        worst = max(worst, abs(subprocess.run([program, path], env=environment(), check=False).returncode))
    return 1 if worst else 0


def libfuzzer_command(target, program, options, seconds, executions):
    sanitizer = 0 if options.fast else SANITIZER_MB
    command = [program, f"-max_total_time={max(1, int(seconds))}", f"-max_len={target.max_len}",
               f"-timeout={UNIT_SECONDS}", f"-report_slow_units={SLOW_SECONDS}", f"-rss_limit_mb={target.rss_limit + sanitizer}",
               f"-artifact_prefix={target.findings}/", "-print_final_stats=1", "-reload=10", "-detect_leaks=1"]
    if executions > 0:
        command.append(f"-runs={executions}")
    if target.dictionary.exists():
        command.append(f"-dict={target.dictionary}")
    command.append(target.corpus)
    if target.seeds.exists():
        command.append(target.seeds)
    return list(map(str, command))


def last(pattern, text):
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def run_libfuzzer(target, program, options):
    """Starts anew after a finding, until the time is over or there were FINDINGS_MAX."""
    result, began = Result(), time.monotonic()
    while True:
        seconds = options.seconds - (time.monotonic() - began)
        executions = options.executions - result.executions if options.executions else 0
        if seconds < 1 or executions < 0 or (options.executions and executions == 0):
            break
        command = libfuzzer_command(target, program, options, seconds, executions // options.jobs)
        logs = [tempfile.TemporaryFile(mode="w+", errors="replace") for _ in range(options.jobs)]
        before = cpu_seconds()
        running = [subprocess.Popen(command, env=environment(), stdout=log, stderr=log) for log in logs]
        codes, written = [process.wait() for process in running], False
        result.cpu += cpu_seconds() - before
        for log in logs:
            log.seek(0)
            text = log.read()
            result.executions += last(r"stat::number_of_executed_units:\s+(\d+)", text) or last(r"#(\d+)\t", text)
            result.edges = max(result.edges, last(r"cov: (\d+)", text))
            result.features = max(result.features, last(r"ft: (\d+)", text))
            result.findings += findings_of(program, text)
            written = written or "Test unit written to" in text
        if any(codes) and not written: # by a thread of its own, say, of which the engine knows nothing
            ended = target.findings / f"ended-{max(codes, key=abs)}.log"
            ended.write_text(text[-20000:], encoding="utf-8")
            result.findings.append(ended)
            break
        if not any(codes) or len(result.findings) >= FINDINGS_MAX:
            break
    result.seconds = time.monotonic() - began
    return result


def run_afl(target, program, options):
    """AFL++ in one process by its driver for libFuzzer's targets; what it finds joins the corpus."""
    result = Result()
    with tempfile.TemporaryDirectory(prefix="fuzz-afl-") as work:
        seeds, out = f"{work}/in", f"{work}/out"
        os.mkdir(seeds)
        for folder in (target.seeds, target.corpus):
            for path in folder.iterdir() if folder.exists() else []:
                if 0 < path.stat().st_size <= target.max_len:
                    shutil.copy(path, seeds)
        if not os.listdir(seeds):
            with open(f"{seeds}/blank", "w", encoding="ascii") as file:
                file.write(" ")
        command = ["afl-fuzz", "-i", seeds, "-o", out, "-V", options.seconds, "-t", f"{UNIT_SECONDS * 1000}+",
                   "-m", "none", "-G", target.max_len]
        if options.executions:
            command += ["-E", options.executions // options.jobs]
        if target.dictionary.exists():
            command += ["-x", target.dictionary]
        settings = {**environment(), "AFL_NO_UI": "1", "AFL_SKIP_CPUFREQ": "1", "AFL_NO_AFFINITY": "1",
                    "AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES": "1", "AFL_IGNORE_SEED_PROBLEMS": "1"}
        settings.pop("ASAN_OPTIONS")
        settings.pop("UBSAN_OPTIONS")
        before = cpu_seconds()
        names = ["main"] + [f"other{i}" for i in range(1, options.jobs)]
        commands = [command + ["-M" if i == 0 else "-S", name, "--", program] for i, name in enumerate(names)]
        running = [subprocess.Popen(list(map(str, one)), env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                   for one in commands]
        errors = [process.communicate()[1] for process in running]
        result.cpu = cpu_seconds() - before
        for name, error in zip(names, errors):
            gather_afl(target, f"{out}/{name}", result, error)
    return result


def gather_afl(target, folder, result, error):
    if not os.path.exists(f"{folder}/fuzzer_stats"):
        raise SystemExit(f"fuzz: afl-fuzz did not run {target.name}: {error.decode(errors='replace')[-2000:]}")
    with open(f"{folder}/fuzzer_stats", encoding="utf-8") as file:
        stats = dict(map(str.strip, line.split(":", 1)) for line in file if ":" in line)
    result.executions += int(stats["execs_done"])
    result.seconds = max(result.seconds, float(stats["run_time"]))
    result.edges = max(result.edges, int(stats["edges_found"]))
    for kind in ("crashes", "hangs"):
        for path in sorted(os.scandir(f"{folder}/{kind}"), key=lambda entry: entry.name):
            if path.name.startswith("id:"):
                kept = target.findings / f"{kind}-{path.name.replace(':', '-').replace(',', '-')}"
                shutil.copy(path.path, kept)
                result.findings.append(kept)
    for path in os.scandir(f"{folder}/queue"):
        if path.is_file() and ",orig:" not in path.name:
            name = path.name.split(",")[0].replace(":", "-") + f"-{os.stat(path.path).st_mtime_ns}"
            shutil.copy(path.path, target.corpus / f"afl-{name}")
