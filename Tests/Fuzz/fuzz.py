#!/usr/bin/env python3
"""Gives each target bytes that libFuzzer makes up to reach new code, and looks whether a promise is broken.

    fuzz.py MINUTES [TARGET…]

Each target runs for MINUTES (0.1 is six seconds), from the corpus in the tree and what earlier runs found. All of that, the
logs and the units that broke something are kept in .build/fuzz; a unit that is worth keeping goes to Tests/Fuzz/corpus/TARGET,
where FuzzTests tries it for ever. A fault is a crash, five seconds for one unit, a gigabyte of memory, or a broken promise
of Tests/Fuzz/Targets. Prints what was run; exit code 0 without any fault.
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KEPT = ROOT / ".build/fuzz"
BUILD = ["swift", "build", "--package-path", ROOT, "--scratch-path", KEPT / "build", "-c", "release", "--product", "Fuzz",
         "--static-swift-stdlib", "-Xswiftc", "-use-ld=lld", "-Xswiftc", "-sanitize=fuzzer",
         "-Xcc", "-fsanitize=fuzzer-no-link", "-Xcxx", "-fsanitize=fuzzer-no-link"]
PROGRAM = KEPT / "build/release/Fuzz"


def statistic(name, log):
    found = re.search(rf"^stat::{name}: +(\d+)", log, re.MULTILINE)
    return int(found[1]) if found else 0


def run(target, limit, dictionary, seconds):
    """What one target did: executions, peak memory in megabytes, units slower than a second, units at fault."""
    found, units = KEPT / "corpus" / target, KEPT / "units" / target
    found.mkdir(parents=True, exist_ok=True)
    units.mkdir(parents=True, exist_ok=True)
    before = set(units.iterdir())
    words = [f"-dict={HERE / 'dictionaries' / dictionary}.dict"] if dictionary else []
    done = subprocess.run(
        [PROGRAM, f"--target={target}", f"-max_total_time={seconds}", "-timeout=5", "-report_slow_units=1",
         "-rss_limit_mb=1024", f"-max_len={limit}", "-print_final_stats=1", f"-artifact_prefix={units}/", *words,
         found, HERE / "corpus" / target],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    log = done.stdout.decode(errors="replace")
    (KEPT / f"{target}.log").write_text(log)
    new = sorted(set(units.iterdir()) - before)
    slow = [unit for unit in new if unit.name.startswith("slow-unit")]
    faults = [unit for unit in new if unit not in slow]
    print(f"{target:12} {statistic('number_of_executed_units', log):12,} {statistic('peak_rss_mb', log):6} MB"
          f" {len(slow):5} {len(faults):6}", flush=True)
    for unit in new:
        print(f"    {unit.relative_to(ROOT)}")
    if done.returncode != 0:
        told = [line for line in log.splitlines() if "Fatal error" in line or line.startswith("SUMMARY")]
        print("\n".join(f"    {line[:300]}" for line in told) or f"    {KEPT / target}.log")
    return statistic("number_of_executed_units", log), done.returncode != 0


def main():
    seconds = max(int(float(sys.argv[1]) * 60), 1)
    os.nice(10)
    subprocess.run(BUILD, check=True, env=os.environ | {"TENKEN_FUZZ": "1"})
    listed = [line.split() for line in subprocess.run([PROGRAM], check=True, stdout=subprocess.PIPE, text=True)
              .stdout.splitlines()]
    targets = {name: (limit, "".join(dictionary)) for name, limit, *dictionary in listed}
    unknown = [name for name in sys.argv[2:] if name not in targets]
    if unknown:
        sys.exit(f"no target {' '.join(unknown)}; there are {' '.join(targets)}")
    print(f"{'target':12} {'executions':>12} {'memory':>9} {'slow':>5} {'faults':>6}")
    runs = [run(name, *targets[name], seconds) for name in sys.argv[2:] or targets]
    print(f"{'all':12} {sum(executions for executions, _ in runs):12,}")
    sys.exit(any(is_faulty for _, is_faulty in runs))


if __name__ == "__main__":
    main()
