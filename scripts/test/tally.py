#!/usr/bin/env python3
"""Runs Meson's tests, shows what failed, and ends with the line 'N passed, N failed'."""
import re
import subprocess
import sys

QUICK = ["--setup", "quick"]
ALL = ["--setup", "all"]


def arguments(names):
    if not names:
        return QUICK
    if names == ["all"]:
        return ALL
    return ALL + [part for name in names for part in ("--suite", name)]


def run_tests(folder, options, environment=None):
    """Runs what the options of `meson test` choose: how many passed, failed and were skipped, and Meson's status."""
    command = ["meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs", *options]
    run = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, errors="replace")
    counts = {}
    for line in run.stdout:
        sys.stdout.write(line)
        sys.stdout.flush()
        found = re.match(r"(Ok|Expected Fail|Fail|Unexpected Pass|Skipped|Timeout):\s+(\d+)\s*$", line)
        if found:
            counts[found[1]] = int(found[2])
    status = run.wait()
    passed = counts.get("Ok", 0) + counts.get("Expected Fail", 0)
    failed = counts.get("Fail", 0) + counts.get("Unexpected Pass", 0) + counts.get("Timeout", 0)
    return passed, failed, counts.get("Skipped", 0), status


def main():
    passed, failed, skipped, status = run_tests("build", arguments(sys.argv[1:]))
    if passed + failed == 0:
        print("no test was run")
        status = status or 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else status


if __name__ == "__main__":
    sys.exit(main())
