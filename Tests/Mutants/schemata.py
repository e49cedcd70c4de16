#!/usr/bin/env python3
"""Breaks many places of all rooms at once, each behind a switch, and tells which the tests notice.

    schemata.py [--sample COUNT] [--seed SEED] [--room ROOM…] [--again]

`Schemata/` finds every place in `Sources` where an operator, a literal, a condition or a call can be turned into another
(with the toolchain's own parser). A sample is drawn, from each room in proportion but FEWEST at least, and written into the
copy `.build-mutants/tree` as `(mutant(17) ? changed : original)`; a place that does not build makes room for the next. There is
one build; then `MUTANT=17` selects, and the unit tests of the mutant's own room run until the first failure. Rooms without unit
tests go through journeys. A hang counts as killed. `--again` tries only what survived the last time.

`Schemata/equivalent.txt` names the survivors that change nothing anybody could see, as `FILE: why` with the fragment, so much
that it stands once, and what stands there instead; they do not count.

A room whose tests fail without any mutant is said and passed over: what fails anyway notices nothing.

Exit code 0: done, whatever survived; 2: usage; 3: the copy does not build, or a room was passed over.
"""
import argparse
import collections
import json
import random
import re
import subprocess
import sys
import time

from mutants import read_mutants
from scratch import HERE, ROOT, Fault, Scratch

SCRATCH = Scratch()
CHOSEN, SURVIVORS, REFUSED = (SCRATCH.folder / name for name in ["chosen", "survivors.json", "refused.json"])
FEWEST = 4
# What a program is asked for on the screen, and by its commands; without what takes minutes or tries the others' rooms.
JOURNEYS = {
    "Curses": "(Screen|Window|Lifecycle|Line|Paper)Journeys",
    "tenken": "(Command|BadInput|MissingFile|Follow|Letter|Edition|Combine|Box|Closing|Round|Line|Deadline|Document|Result"
              "|Audit|Verify|Inspect|Kiosk|Process|FormBack|Withdraw|Adopt|Admission|Assisted|Format)[A-Za-z]*Journeys",
}
SWITCH = """internal import Glibc

// Journeys give their programs an environment of their own: what they run asks a file.
private func written() -> Int? {
  let file = open("%s", O_RDONLY)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes = [CChar](repeating: 0, count: 16)
  read(file, &bytes, 15)
  return Int(String(cString: bytes))
}

private let chosen = getenv("MUTANT").flatMap { Int(String(cString: $0)) } ?? written() ?? 0

/// Whether this mutant is in force.
public func mutant(_ number: Int) -> Bool { number == chosen }
"""
# Warnings are no errors in the copy: a switch makes many.
PACKAGE = """
for target in package.targets where target.swiftSettings != nil && target.type != .test {
  target.dependencies.append("Mutation")
}
package.targets.append(.target(name: "Mutation"))
"""


def key(place):
    return [place["file"], place["original"], place["changed"]]


def room_of(place):
    return place["file"].split("/")[1]


# --- finding and drawing ---------------------------------------------------------------------------------------------

def find_places():
    """Every place of every room, found by a program that is built once."""
    program, sources = SCRATCH.folder / "places", sorted((HERE / "Schemata").glob("*.swift"))
    if not program.exists() or any(s.stat().st_mtime > program.stat().st_mtime for s in sources):
        info = json.loads(subprocess.run(["swiftc", "-print-target-info"], check=True, capture_output=True).stdout)
        host = info["paths"]["runtimeResourcePath"] + "/host"
        SCRATCH.folder.mkdir(exist_ok=True)
        subprocess.run(["swiftc", "-O", "-swift-version", "6", "-I", host, "-L", host, "-Xlinker", "-rpath", "-Xlinker",
                        host, "-lSwiftSyntax", "-lSwiftParser", "-lSwiftOperators", "-use-ld=lld", "-o", program,
                        *sources], check=True)
    files = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "Sources").rglob("*.swift"))
    return json.loads(subprocess.run([program, *files], cwd=ROOT, check=True, capture_output=True).stdout)


def quotas(rooms, count):
    """How many of each room: in proportion, at least FEWEST."""
    total = sum(map(len, rooms.values()))
    return {room: min(len(places), max(FEWEST, round(count * len(places) / total))) for room, places in rooms.items()}


def draw(places, count, seed, refused):
    """Places that neither overlap nor are refused, sorted; the same for the same sources."""
    rooms = collections.defaultdict(list)
    for place in places:
        rooms[room_of(place)].append(place)
    drawn = []
    for room, quota in sorted(quotas(rooms, count).items()):
        own = []
        for place in random.Random(f"{seed} {room}").sample(rooms[room], len(rooms[room])):
            is_free = all(p["file"] != place["file"] or p["end"] <= place["start"] or place["end"] <= p["start"]
                          for p in own)
            if is_free and key(place) not in refused and len(own) < quota:
                own.append(place)
        drawn += own
    return sorted(drawn, key=lambda p: (p["file"], p["start"]))


# --- the copy --------------------------------------------------------------------------------------------------------

def edits(drawn):
    """What stands in the copy instead: the files with their switches, the module that reads the switch."""
    files = collections.defaultdict(list)
    for number, place in enumerate(drawn, 1):
        files[place["file"]].append((number, place))
    changed = {}
    for name, own in files.items():
        text = (ROOT / name).read_bytes()
        for number, p in reversed(own):
            switch = f"(mutant({number}) ? {p['changed']} : {p['original']})"
            text = text[:p["start"]] + switch.encode() + text[p["end"]:]
        # On the first line, so that all others keep their numbers up to the first switch.
        changed[name] = b"public import Mutation; " + text
    package = (ROOT / "Package.swift").read_text("utf-8").replace("  .treatAllWarnings(as: .error),\n", "")
    changed["Package.swift"] = (package + PACKAGE).encode()
    changed["Sources/Mutation/Mutation.swift"] = (SWITCH % CHOSEN).encode()
    return changed


ERROR = re.compile(r"^(/\S+\.swift):(\d+):\d+: error: (.*)")


def at_fault(said, drawn):
    """The places on whose lines the compiler found errors."""
    lines = {}
    for number, place in enumerate(drawn, 1):
        text = (SCRATCH.tree / place["file"]).read_text("utf-8")
        first = text[:text.index(f"(mutant({number}) ?")].count("\n") + 1
        lines[number] = (place["file"], first, first + place["original"].count("\n") + place["changed"].count("\n"))
    faulty = []
    for match in filter(None, map(ERROR.match, said)):
        name, line = match[1].removeprefix(f"{SCRATCH.tree}/"), int(match[2])
        near = [n for n, (file, first, last) in lines.items() if file == name and first <= line <= last]
        # An expression that is too long for the compiler is reported where it begins.
        after = [n for n, (file, first, _) in lines.items() if file == name and first > line]
        faulty += [drawn[n - 1] for n in near or after[:1]]
    return faulty


def build(places, count, seed):
    """The places that stand in a copy that builds."""
    refused = json.loads(REFUSED.read_text()) if REFUSED.exists() else []
    while True:
        drawn = draw(places, count, seed, refused)
        SCRATCH.copy_tree(edits(drawn))
        said = SCRATCH.build()
        if said is None:
            return drawn
        faulty = [key(place) for place in at_fault(said, drawn)]
        if not faulty:
            raise Fault("\n".join(said[-20:]))
        refused += [place for place in faulty if place not in refused]
        REFUSED.write_text(json.dumps(refused, ensure_ascii=False))
        print(f"{len(refused)} places do not build", flush=True)


# --- trying ----------------------------------------------------------------------------------------------------------

def command(room):
    bundle = SCRATCH.products / "debug" / "tenkenPackageTests.xctest"
    chosen = JOURNEYS.get(room, f"^{room}Tests\\.")
    return [str(bundle), "--testing-library", "swift-testing", "--filter", chosen]


def noticed(room, number, limit):
    if room not in JOURNEYS:
        return SCRATCH.test(command(room), limit, {"MUTANT": str(number)})
    CHOSEN.write_text(str(number))
    try:
        return SCRATCH.test(command(room), limit)
    finally:
        CHOSEN.unlink()


def limits(rooms):
    """How long each room's tests may take: many times what they take without any mutant; none where they fail."""
    result = {}
    for room in sorted(rooms):
        begun = time.monotonic()
        witness = noticed(room, 0, 1800)
        if witness:
            print(f"{room}: passed over, for without any mutant: {witness}", file=sys.stderr, flush=True)
            continue
        took = time.monotonic() - begun
        print(f"{room}: {took:.1f} s without any mutant", flush=True)
        result[room] = 30 + 5 * took
    return result


def equivalents():
    """(file, what it becomes) for each change that nobody could see."""
    changes = set()
    for known in read_mutants(HERE / "Schemata" / "equivalent.txt"):
        name = known.rule.split(":")[0]
        text = (ROOT / name).read_text("utf-8")
        changes |= {(name, squeezed(text[:match.start()] + "\n".join(known.replacement) + text[match.end():]))
                    for match in known.pattern().finditer(text)}
    return changes


def becomes(place):
    text = (ROOT / place["file"]).read_bytes()
    return squeezed((text[:place["start"]] + place["changed"].encode() + text[place["end"]:]).decode())


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def score(verdicts):
    """A line for each room and one for all."""
    rows = [(room, *(verdicts[room][v] for v in ["killed", "survived", "equivalent"])) for room in sorted(verdicts)]
    rows.append(("all", *(sum(row[i] for row in rows) for i in [1, 2, 3])))
    head = f"{'room':14}{'mutants':>9}{'killed':>8}{'survived':>10}{'equivalent':>12}{'score':>8}"
    return [head] + [f"{room:14}{k + s + e:9}{k:8}{s:10}{e:12}{100 * k // ((k + s) or 1):6} %" for room, k, s, e in rows]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=160)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", nargs="*")
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args(arguments)
    try:
        drawn = build(find_places(), options.sample, options.seed)
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 3
    last = json.loads(SURVIVORS.read_text()) if SURVIVORS.exists() else []
    chosen = [(number, place) for number, place in enumerate(drawn, 1)
              if (not options.room or room_of(place) in options.room) and (not options.again or key(place) in last)]
    rooms = {room_of(place) for _, place in chosen}
    limit = limits(rooms)
    known, verdicts, survivors = equivalents(), collections.defaultdict(collections.Counter), []
    for number, place in chosen:
        if room_of(place) not in limit:
            continue
        room, what = room_of(place), f"{place['file']}:{place['line']}"
        witness = noticed(room, number, limit[room])
        is_equal = (place["file"], becomes(place)) in known
        verdict = "killed" if witness else "equivalent" if is_equal else "survived"
        verdicts[room][verdict] += 1
        print(f"{number:4} {verdict:10} {what}" + (f"\n     by {witness}" if witness else ""), flush=True)
        if verdict == "survived":
            survivors.append((what, place))
    # Those of the rooms that were not tried are still to be tried again.
    untried = [place for place in last if place[0].split("/")[1] not in limit]
    SURVIVORS.write_text(json.dumps(untried + [key(place) for _, place in survivors], ensure_ascii=False))
    for what, place in survivors:
        print(f"\n{what}\n- {squeezed(place['original'])}\n+ {squeezed(place['changed'])}")
    print("\n" + "\n".join(score(verdicts)))
    return 0 if limit.keys() == rooms else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
