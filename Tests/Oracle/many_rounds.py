#!/usr/bin/env python3
"""Checks `tenken aggregate` against the oracle over many random rounds.

    many_rounds.py TENKEN ROUNDS [SEED]

Writes the rounds of random_rounds.py to temporary folders, 50 a seed from SEED on, lets the program make both editions
of each, and prints each difference from what oracle.py works out, with the seed and the round that show it again. Exit
code 0: none; 1: some.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor

import random_rounds
from oracle import disagreements
from round_folder import Round

# Few enough that a batch's folders stay in the page cache, many enough that starting one costs nothing.
BATCH = 50


def editions(program, folder, index):
    """(audience, finished process, summary or None, earlier rounds) of both editions of one round.

    Every third earlier round is given by its internal summary alone.
    """
    path, before = folder / f"round-{index:03}", folder / f"before-{index:03}"
    # A round that is still open is refused as an earlier one.
    previous = [before] if Round(before).closed else []
    if previous and index % 3 == 0:
        previous = [folder / f"before-{index:03}.json"]
        subprocess.run([program, "aggregate", before, "--format", "json", "--output", previous[0]],
                       capture_output=True, check=False)
    for audience in ("internal", "public"):
        done = subprocess.run(
            [program, "aggregate", path, "--audience", audience, "--format", "json", "--output", "-"]
            + [word for p in previous for word in ("--previous", p)], capture_output=True, check=False)
        yield audience, done, done.stdout, previous


def check(program, seed, count):
    """(editions compared, refused, lines of differences) over one batch."""
    compared, refused, lines = 0, 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        random_rounds.main([name, str(count), str(seed)])
        for index in range(count):
            where = f"seed {seed} round-{index:03}"
            for audience, done, output, previous in editions(program, folder, index):
                # 0; 65 for sheets left out; 75 before closing, or without a public edition where only 案 was answered.
                if done.returncode not in (0, 65, 75) or (not output and (audience, done.returncode) != ("public", 75)):
                    lines.append(f"{where} {audience}: {done.returncode} {done.stderr.decode()}")
                elif not output:
                    refused += 1
                else:
                    compared += 1
                    found = disagreements(Round(folder / f"round-{index:03}"), json.loads(output), previous)
                    lines += [f"{where} {audience} {line}" for line in found]
    return compared, refused, lines


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    program, rounds = os.path.abspath(arguments[0]), int(arguments[1])
    first = int(arguments[2]) if len(arguments) == 3 else 1
    sizes = [min(BATCH, rounds - start) for start in range(0, rounds, BATCH)]
    compared = refused = differences = 0
    with ProcessPoolExecutor() as pool:
        batches = [pool.submit(check, program, first + n, size) for n, size in enumerate(sizes)]
        for done, batch in enumerate(batches, 1):
            some, none, lines = batch.result()
            compared, refused, differences = compared + some, refused + none, differences + len(lines)
            for line in lines:
                print(line, flush=True)
            if done % 20 == 0:
                print(f"{min(done * BATCH, rounds)}/{rounds}", file=sys.stderr, flush=True)
    print(f"{rounds} rounds: {compared} editions compared, {refused} refused for 案, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
