#!/usr/bin/env python3
"""Times and memory of `tenken aggregate` on rounds of growing size, beside what else counts their boxes.

    aggregate.py TENKEN [SHEETS…]

Every program runs in turn, as often as RUNS says (5), since machines are now faster and now slower; told are the median, the
least and the most, and what tenken's median is to it; the same of the processors' time, which a busy machine changes less; and
the most memory, of which 32 MB may be this script's. Nothing is asserted. `python3` or the one that PYTHON names runs the
engines; what is not installed there is said.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from multiply import multiply

HERE = pathlib.Path(__file__).resolve().parent
RUNS = int(os.environ.get("RUNS", "5"))
PYTHON = os.environ.get("PYTHON", "python3")
MISSING = 69


def run(argv):
    """Seconds, the processors' seconds, megabytes at most, and the exit code."""
    before = time.perf_counter()
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - before
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def programs(tenken, folder, round_path):
    box = round_path / "box.ndjson"
    engines = {f"{name} ({what})": [PYTHON, HERE / "rivals.py", name, box]
               for name, what in [("duckdb", "no digests"), ("orjson", "digests"), ("polars", "no digests")]}
    floor = folder / "floor"
    if not floor.exists():
        subprocess.run(["cc", "-O2", HERE / "floor.c", "-o", floor, "-lsodium", "-lpthread"], check=True)
    return {"tenken": [tenken, "aggregate", round_path, "--format", "json"], "floor.c (digests alone)": [floor, box],
            **engines}


def measure(argvs):
    """What each program needed, run by run; nothing for one that is missing."""
    found = {name: [] for name in argvs}
    for _ in range(RUNS):
        for name, argv in argvs.items():
            if found[name] is None:
                continue
            *used, code = run(argv)
            if code not in (0, MISSING):
                raise SystemExit(f"{name} ends with {code}")
            found[name] = None if code == MISSING else found[name] + [used]
    return found


def report(sheets, found):
    own, own_busy, _ = medians(found["tenken"])
    for name, runs in found.items():
        if runs is None:
            print(f"| {sheets:,} | {name} | not installed | | | | | |", flush=True)
            continue
        wall, busy, _ = medians(runs)
        times = [seconds for seconds, _, _ in runs]
        print(f"| {sheets:,} | {name} | {wall:.3f} | {min(times):.3f}–{max(times):.3f} | {own / wall:.2f} "
              f"| {busy:.3f} | {own_busy / busy:.2f} | {max(megabytes for _, _, megabytes in runs):.0f} |", flush=True)


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


def main(tenken, sizes):
    print(f"| sheets | | median s of {RUNS} | spread | tenken to it | processors' s | tenken to it | MB at most |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base = folder / "base"
        subprocess.run([tenken, "round", "practice", base, "--members", "900", "--staff", "12", "--seed", "1", "--closed"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for sheets in sizes:
            round_path = folder / f"r{sheets}"
            multiply(base, round_path, sheets)
            # The first edition is written down; the others find it there.
            run([tenken, "aggregate", round_path, "--format", "json"])
            report(sheets, measure(programs(tenken, folder, round_path)))


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [61, 1_000, 10_000, 100_000])
