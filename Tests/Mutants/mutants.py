#!/usr/bin/env python3
"""Breaks one rule at a time and tells whether a test notices.

    mutants.py [--room ROOM] [--sample COUNT [--seed SEED]] [--journeys] [--check]

Each file `ROOM.txt` beside this script holds mutants of `Sources/ROOM`, blank lines between them:

    What rule is broken, in one sentence.
    - a fragment of the source, which stands exactly once in the room
    + what stands there instead; several lines or none at all

A fragment of several lines matches whatever the lines are indented by. The tree is copied to `.build-mutants/hand`, which
keeps its own build; there each mutant is put in, built, tried on the unit tests of its room and then of all others until
the first failure, then on the journeys if `--journeys` is given, and taken out again. A hang counts as killed, a mutant that does not build
as an error. `--check` only looks whether each fragment stands where it should.

Exit code 0: done, whatever survived; 1: a mutant is at fault; 2: usage; 3: the tests fail without any mutant.
"""
import argparse
import collections
import dataclasses
import random
import re
import sys
import time

from scratch import HERE, ROOT, Fault, Scratch

SCRATCH = Scratch("hand")
# The unit tests take a minute on two cores, the journeys some minutes; the limits are wide, since a hang counts as killed
# and a busy machine must not look like one.
UNIT_LIMIT, JOURNEY_LIMIT = 600, 1800


@dataclasses.dataclass(frozen=True)
class Mutant:
    room: str
    place: str
    rule: str
    fragment: tuple
    replacement: tuple

    def __str__(self):
        return f"{self.place}: {self.rule}"

    def pattern(self):
        return re.compile(r"\n[ \t]*".join(re.escape(line.strip()) for line in self.fragment))

    def hits(self, room, tree=SCRATCH.tree):
        """(file, match) for each place in the room's Swift files where the fragment stands."""
        return [(path, match) for path in sorted((tree / "Sources" / room).rglob("*.swift"))
                for match in self.pattern().finditer(path.read_text("utf-8"))]

    def find(self, tree=SCRATCH.tree):
        hits = self.hits(self.room, tree)
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise Fault(f"{self}: its fragment stands {len(hits)} times in {self.room}")
        elsewhere = sorted(room.name for room in (tree / "Sources").iterdir() if self.hits(room.name, tree))
        where = f"; it stands in {', '.join(elsewhere)}" if elsewhere else ""
        raise Fault(f"{self}: its fragment does not stand in {self.room}{where}")


def read_mutants(path):
    mutants, rule, start, fragment, replacement = [], None, 0, [], []
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        place = f"{path.relative_to(ROOT)}:{number}"
        if not line:
            if rule is None:
                continue
            if not fragment:
                raise Fault(f"{path.relative_to(ROOT)}:{start}: has no fragment")
            mutants.append(Mutant(path.stem, f"{path.relative_to(ROOT)}:{start}", rule, tuple(fragment),
                                  tuple(replacement)))
            rule, fragment, replacement = None, [], []
        elif rule is None:
            rule, start = line, number
        elif line.startswith("- ") and not replacement:
            fragment.append(line[2:])
        elif line.startswith("+ "):
            replacement.append(line[2:])
        else:
            raise Fault(f"{place}: neither a fragment (- ) nor its replacement (+ )")
    return mutants


# --- building and testing --------------------------------------------------------------------------------------------

def put_in(mutant):
    """Changes the copy; returns how to undo it."""
    path, match = mutant.find()
    text = path.read_text("utf-8")
    path.write_text(text[:match.start()] + "\n".join(mutant.replacement) + text[match.end():], "utf-8")
    return lambda: path.write_text(text, "utf-8")


def build():
    said = SCRATCH.build()
    return said and "\n".join(said[-20:])


def test(filters, limit):
    return SCRATCH.test(["swift", "test", *SCRATCH.swift, "--skip-build", *filters], limit)


def noticed(journeys, room=None):
    """The room's own tests come first, for they are the quickest to notice."""
    own = f"{room}Tests"
    if room and (ROOT / "Tests" / own).exists():
        by_own = test(["--filter", f"^{own}\\."], UNIT_LIMIT)
        if by_own:
            return by_own
    by_unit = test(["--skip", "JourneyTests"] + (["--skip", f"^{own}\\."] if room else []), UNIT_LIMIT)
    if by_unit or not journeys:
        return by_unit
    return test(["--filter", "JourneyTests"], JOURNEY_LIMIT)


def tried(mutant, journeys):
    restore = put_in(mutant)
    try:
        fault = build()
        if fault:
            raise Fault(f"{mutant}: does not build\n{fault}")
        return noticed(journeys, mutant.room)
    finally:
        restore()


# --- all of them -----------------------------------------------------------------------------------------------------

def check(mutants):
    faults = []
    for mutant in mutants:
        try:
            mutant.find(ROOT)
        except Fault as fault:
            faults.append(str(fault))
    return faults


def score(killed, survived):
    """A line for each room and one for all."""
    rooms = sorted(killed | survived)
    width = max(map(len, ["all", *rooms]))
    rows = [(room, killed[room], survived[room]) for room in rooms]
    rows.append(("all", killed.total(), survived.total()))
    return [f"{room:{width}}  {k:3} killed  {s:3} survived  {100 * k // (k + s or 1):3} %" for room, k, s in rows]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--room")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--journeys", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    try:
        mutants = [m for path in sorted(HERE.glob("*.txt")) for m in read_mutants(path)]
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    if options.room:
        mutants = [m for m in mutants if m.room == options.room]
        if not mutants:
            print(f"no mutants of the room {options.room}", file=sys.stderr)
            return 2
    if options.sample:
        mutants = random.Random(options.seed).sample(mutants, min(options.sample, len(mutants)))
    faults = check(mutants)
    for fault in faults:
        print(fault, file=sys.stderr)
    if options.check or faults:
        return 1 if faults else 0

    SCRATCH.copy_tree()
    fault = build() or noticed(options.journeys)
    if fault:
        print(f"without any mutant: {fault}", file=sys.stderr)
        return 3
    killed, survived = collections.Counter(), collections.Counter()
    for number, mutant in enumerate(mutants, 1):
        begun = time.monotonic()
        try:
            witness = tried(mutant, options.journeys)
        except Fault as error:
            faults.append(str(error))
            print(error, file=sys.stderr, flush=True)
            continue
        (killed if witness else survived)[mutant.room] += 1
        verdict = f"killed    {mutant}\n          by {witness}" if witness else f"SURVIVED  {mutant}"
        print(f"{number}/{len(mutants)} {time.monotonic() - begun:.0f} s  {verdict}", flush=True)
    print("\n".join(score(killed, survived)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
