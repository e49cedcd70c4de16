#!/usr/bin/env python3
"""Tries to tell a single person's answer from everything that `tenken aggregate` prints.

    attacker.py TENKEN ROUNDS [SEED]

The attacker holds both editions of a closed round in every format, the checklists, the roster, who handed in and who
came late, to whom each item applies (in an office everybody knows who does what), and perhaps the own sheet. Nothing
links a sheet to a person, so people to whom an item applies are alike to the attacker, and a person's answer to it is
certain only if in every result that fits what was printed all (other) people to whom it applies answered alike. That is
looked for in two ways:

- worlds.py writes other answers that must print the same. Where it does, byte for byte in every format but for the
  digests of the files, what is printed holds nothing beyond what docs/figures.md says; elsewhere more has leaked.
- From what it holds, as printed, this script works out every result that fits (`told`).

The attacker also waits for corrections: sheets are taken away and a corrected edition is asked for, of either kind. It
must be refused where one edition taken from the other leaves fewer than 5 people of a role of which both tell anything,
unless, of the internal one, the earlier is recorded as recalled.

Certain may be only what docs/figures.md 5.1 lists, all of it in roles of 10 sheets and more. Prints every other case
and how often each of those occurred. Exit code 0: no other case; 1: some; 2: usage.
"""
import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile
from fractions import Fraction

import box
from random_rounds import RandomRound, write
from round_folder import Round, admit, least_base
from worlds import CONCERNS, KEPT, world

FORMATS = {"text": "txt", "markdown": "md", "html": "html", "csv": "csv", "json": "json", "docx": "docx", "xlsx": "xlsx"}
EDITIONS = ["internal", "public"]
PRINTED_CONCERNS = ["partial", "no", "unknown"]
ALLOWED = {"unanimous", "no concern", "nothing else", "all others alike", "no concern of others", "domain at 0 or 100",
           "domain by the others"}


class AttackedRound(RandomRound):
    """Closed, approved, of 3 to 130 people, who often agree."""
    SIZES = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 20, 48, 130]

    def is_approved(self):
        return True

    def is_closed(self):
        return True

    def choice(self, entry, offered):
        share = {"0": 0, "1": 90, "2": 100, "3": 100}.get(str(sum(map(ord, entry["id"] + self.id)) % 5), 50)
        return offered[sum(map(ord, entry["id"])) % min(2, len(offered))] if self.w.chance(share) else super().choice(entry, offered)


# --- what was printed ------------------------------------------------------------------------------------------------

def edition(program, folder, audience, previous):
    """Every format of an edition, by its name; the digests of the files, which differ whatever they hold, as dots."""
    with tempfile.TemporaryDirectory() as name:
        done = subprocess.run(
            [program, "aggregate", folder, "--audience", audience, "--previous", previous, "--output", name]
            + [word for f in FORMATS for word in ("--format", f)], capture_output=True, check=False)
        assert done.returncode in (0, 65), done.stderr.decode()
        paths = {path.suffix[1:]: path for path in pathlib.Path(name).iterdir()}
        summary = json.loads(paths["json"].read_text("utf-8"))
        digests = [summary["inputs"]["digest"]] + [part["digest"] for part in summary["inputs"].get("parts", [])]
        printed = {}
        for form, suffix in FORMATS.items():
            data = unpacked(paths[suffix]) if form in ("docx", "xlsx") else paths[suffix].read_bytes()
            for digest in digests:
                data = data.replace(digest.encode(), b"." * 64)
            printed[form] = data
        left_out = folder / "summary/left-out.csv"
        printed["left-out"] = left_out.read_bytes() if left_out.exists() else b""
        return summary, printed


def unpacked(path):
    with zipfile.ZipFile(path) as book:
        return b"".join(name.encode() + book.read(name) for name in sorted(book.namelist()))


# --- what follows from it --------------------------------------------------------------------------------------------

def half_up(value):
    return int((value + Fraction(1, 2)) // 1)


def told_by_counts(counts, own=None):
    """What exact counts of an item tell of each person, or of each other one where the own answer is known."""
    others = dict(counts)
    if own is not None:
        others[own] -= 1
    # To whom it does not apply is known already.
    given = [c for c, n in others.items() if n and c != "notApplicable"]
    if len(given) == 1:
        return "unanimous" if own is None else "all others alike"
    if not any(others[c] for c in PRINTED_CONCERNS):
        return "no concern" if own is None else "no concern of others"
    if all(c in PRINTED_CONCERNS for c in given):
        return "nothing else"
    return None


def told_by_name(is_named, sheets, base, own_concern=None):
    """The same of an item that `base` answer and that is named, or not, as one that at least half of the sheets report."""
    fits = {k for k in range(base + 1) if (2 * k >= sheets) == is_named}
    people = base if own_concern is None else base - 1
    fits = {k - (own_concern or 0) for k in fits} & set(range(people + 1))
    return "named" if people and fits in ({0}, {people}) else None


def told_by_percent(percent, known, own=None):
    """The same of a domain of which `known` answers are to what applies, or are left open; `own` holds how many of its
    items one does, does not, and is asked."""
    kept, concerns, mine = own or (0, 0, 0)
    cells = known - mine
    fits = {(k, n - k) for n in range(1, known + 1) for k in range(n + 1)
            if half_up(Fraction(100 * k, n)) == percent and 0 <= k - kept and 0 <= n - k - concerns
            and n - kept - concerns <= cells}
    fits = {(k - kept, c - concerns) for k, c in fits}
    if fits and (all(c == 0 for _, c in fits) or all(k == 0 for k, _ in fits)):
        return "domain at 0 or 100" if own is None else "domain by the others"
    return None


# --- one role --------------------------------------------------------------------------------------------------------

def answers_of(sheet):
    return {a["item"]: a["choice"] for a in sheet["answers"]}


def inferences(rnd, part, public, sheets):
    """(what is told, about what, sheets) for each item or domain of a role, without and with one's own sheet."""
    role, count = part["role"], len(sheets)
    own = answers_of(sheets[0]) if sheets else {}
    all_answers = [answers_of(sheet) for sheet in sheets]

    def base(item):
        return sum(a.get(item, "not_applicable") != "not_applicable" for a in all_answers)

    def open_to(item):
        return sum(a.get(item) != "not_applicable" for a in all_answers)

    counted = [i["id"] for _, i in rnd.asked_items(role) if base(i["id"]) >= least_base(count)]
    if "tables" in part:
        for row in part["tables"]["items"]:
            counts = row["figures"]["counts"]
            mine = {"not_applicable": "notApplicable"}.get(own.get(row["id"]), own.get(row["id"], "unanswered"))
            yield told_by_counts(counts), row["id"]
            yield told_by_counts(counts, mine), row["id"]
            if sum(counts[c] for c in ("yes", "alternative", *PRINTED_CONCERNS)) < 5:
                yield "small base", row["id"]
    elif "concerns" in part:
        for item in counted:
            is_named, mine = item in part["concerns"], own.get(item, "not_applicable")
            yield told_by_name(is_named, count, base(item)), item
            if mine != "not_applicable":
                yield told_by_name(is_named, count, base(item), int(mine in CONCERNS)), item
        yield from (("small base", item) for item in part["concerns"] if item not in counted)
    for domain in public.get("domains", []):
        items = [i["id"] for s, i in rnd.asked_items(role)
                 if s["id"] == domain["id"] and i["id"] in counted and rnd.table(i) == "practice"]
        mine = [own.get(item) for item in items]
        known = sum(open_to(item) for item in items)
        yield told_by_percent(domain["percent"], known), domain["id"]
        yield told_by_percent(domain["percent"], known, (
            sum(c in KEPT for c in mine), sum(c in CONCERNS for c in mine),
            sum(c != "not_applicable" for c in mine))), domain["id"]
        if sum(any(a.get(item, "not_applicable") != "not_applicable" for item in items) for a in all_answers) < 10:
            yield "small domain", domain["id"]


def allowed(told, sheets):
    return told in ALLOWED and sheets >= 10


# --- one round -------------------------------------------------------------------------------------------------------

def attack(program, folder, index, seed):
    """(how often what was told, every case that must not be) of a round."""
    rnd, before = folder / f"round-{index:03}", folder / f"before-{index:03}"
    printed = {audience: edition(program, rnd, audience, before) for audience in EDITIONS}
    cases, faults = collections.Counter(), []
    read, counted = Round(rnd), admit(Round(rnd))[0]
    public = {part["role"]: part for part in printed["public"][0]["roles"]}
    for part in printed["internal"][0]["roles"]:
        sheets = counted[part["role"]]
        faults += shown_beyond(part, public[part["role"]], len(sheets))
        for told, what in inferences(read, part, public[part["role"]], sheets):
            if told:
                cases[told] += 1
                if not allowed(told, len(sheets)):
                    faults.append(f"{part['role']} {what}, {len(sheets)} sheets: {told}")
    for kind in ("fewest", "most", "any"):
        other = world(folder, index, kind, f"{seed}-{index}-{kind}")
        for audience in EDITIONS if kind != "any" else ["public"]:
            again = edition(program, other[0], audience, other[1])[1]
            faults += [f"{audience} {form} shows which answers were given ({kind})"
                       for form, data in printed[audience][1].items() if data != again[form]]
            cases["other answers, same bytes"] += 1
    more, outcomes = corrected(program, rnd, counted, random.Random(f"{seed}-{index}-correction"))
    cases += outcomes
    return cases, faults + more


def corrected(program, folder, counted, rng):
    """Faults, and what came of it, of corrections after some sheets of one role were taken away."""
    role = rng.choice(["member", "staff"])
    sheets = counted.get(role, [])
    taken = rng.sample(sheets, min(len(sheets), rng.randint(0, 7)))
    gone = {sheet["id"] for sheet in taken}
    box.rewrite(folder, lambda sheet: None if sheet["id"] in gone else sheet)
    (folder / "roster.csv").open("ab").write(b"\n")
    left, faults, outcomes = len(sheets) - len(taken), [], collections.Counter()
    for audience, told_from in (("public", 10), ("internal", 5)):
        command = [program, "aggregate", folder, "--audience", audience, "--correction", "誤り"]
        done = subprocess.run(command, capture_output=True, check=False)
        gives_away = 1 <= len(taken) <= 4 and left >= told_from
        if done.returncode not in (0, 65, 75) or (done.returncode == 75) != gives_away:
            faults.append(f"{role}: {len(taken)} of {len(sheets)} sheets taken away, {audience}, "
                          f"exit code {done.returncode}")
        outcomes[f"{audience} correction " + ("refused" if gives_away else "made")] += 1
        if gives_away and audience == "internal":
            done = subprocess.run(command + ["--recalled"], capture_output=True, check=False)
            events = [json.loads(line) for line in (folder / "round.log").read_bytes().splitlines()]
            last = [e for e in events if e["event"] == "edition"][-1]
            if done.returncode not in (0, 65) or last.get("recalled") != [1]:
                faults.append(f"{role}: not made although recalled, exit code {done.returncode}")
    return faults, outcomes


def shown_beyond(part, public, sheets):
    """What is printed of a role against the table of docs/figures.md 5."""
    if sheets >= 10:
        return []
    shown = [key for key in ("tables", "domains") if key in part or key in public]
    shown += ["concerns"] if "concerns" in public or ("concerns" in part and sheets < 5) else []
    return [f"{part['role']}, {sheets} sheets: {key} are shown" for key in shown]


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    program, rounds = os.path.abspath(arguments[0]), int(arguments[1])
    seed = int(arguments[2]) if len(arguments) == 3 else 1
    cases, failed = collections.Counter(), 0
    for index in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            write(folder, index, seed, AttackedRound)
            some, faults = attack(program, folder, index, seed)
        cases += some
        failed += len(faults)
        for line in faults:
            print(f"seed {seed} round-{index:03}: {line}")
    for told, times in sorted(cases.items()):
        print(f"{told}: {times}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
