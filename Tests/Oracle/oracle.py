#!/usr/bin/env python3
"""An independent oracle for `tenken aggregate --format json`.

    oracle.py ROUND SUMMARY.json

Reads a round folder, works out from section 7 of the design and docs/figures.md which sheets count, every count and
rate, and what may be shown, and prints each difference from the summary. Exit code 0: none; 1: differences; 2: usage.

It shares no code, table or constant with the program. Only Python's standard library and PyYAML are needed.
"""
import csv
import datetime
import io
import json
import pathlib
import sys
from fractions import Fraction

import yaml

ANSWERS = {"yes": "a", "alternative": "v", "partial": "b", "no": "c", "unknown": "d", "not_applicable": "e"}
PRINTED = {"a": "yes", "v": "alternative", "b": "partial", "c": "no", "d": "unknown", "e": "notApplicable",
           "f": "unanswered"}
REASONS = ["syntax", "wrongValue", "unknownFormat", "wrongRound", "roleNotAsked", "unknownChecklist",
           "checklistOfOtherRole", "unknownItem", "repeatedItem", "wrongRevision", "choiceNotOffered",
           "contradictsRound", "misnamed", "duplicateNumber", "duplicateRespondent", "secondOrganisationSheet"]


# --- rates -----------------------------------------------------------------------------------------------------------

def half_up(value: Fraction) -> int:
    return int((value + Fraction(1, 2)) // 1)


def rate(numerator: int, denominator: int) -> dict:
    result = {"numerator": numerator, "denominator": denominator}
    if denominator:
        result["percent"] = half_up(Fraction(numerator, denominator) * 1000) / 10
    return result


def figures(n: dict, people: int) -> dict:
    kept = n["a"] + n["v"]
    applicable = kept + n["b"] + n["c"] + n["d"]
    return {
        "counts": {PRINTED[k]: n[k] for k in PRINTED},
        "rates": {
            "implementation": rate(kept, applicable),
            "withUnanswered": rate(kept, applicable + n["f"]),
            "amongAllAsked": rate(kept, people),
            "atLeastPartly": rate(kept + n["b"], applicable),
            "notKnown": rate(n["d"], applicable),
            "notApplicable": rate(n["e"], applicable + n["e"]),
        },
    }


def add(tallies) -> dict:
    total = dict.fromkeys(PRINTED, 0)
    for tally in tallies:
        for key in total:
            total[key] += tally[key]
    return total


# --- the round folder ------------------------------------------------------------------------------------------------

def strict(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise KeyError("duplicate key")
    return dict(pairs)


def day(text):
    return datetime.date.fromisoformat(str(text)) if text else None


class Round:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.facts = yaml.safe_load((folder / "round.yaml").read_text("utf-8"))
        self.policy = yaml.safe_load((folder / "checklists/policy.yaml").read_text("utf-8"))
        self.checklists = {
            entry["role"]: yaml.safe_load((folder / "checklists" / entry["file"]).read_text("utf-8"))
            for entry in self.facts["checklists"]
        }
        self.digests = {d: entry["role"] for entry in self.facts["checklists"] for d in entry["digests"]}
        text = (folder / "roster.csv").read_text("utf-8-sig")
        self.roster = list(csv.DictReader(io.StringIO(text)))
        self.submissions = [json.loads(p.read_text("utf-8")) for p in sorted((folder / "submissions").glob("*.json"))]
        self.deadline, self.closed = self.facts["deadline"], False
        log = folder / "round.log"
        for line in log.read_text("utf-8").splitlines() if log.exists() else []:
            event = json.loads(line)
            if event["event"] == "extended":
                self.deadline = event["deadline"]
            self.closed = self.closed or event["event"] == "closed"

    def asked_roles(self):
        copied = self.facts.get("staffMode", "own") == "copy"
        return [r for r in ("member", "staff", "organisation")
                if r in self.checklists and not (r == "staff" and copied)]

    def items(self, role):
        """(section, item) of the round's form, in order."""
        short = self.facts.get("form", "full") == "short"
        return [(s, i) for s in self.checklists[role]["sections"] for i in s["items"]
                if not short or i.get("short", False)]

    def lacks_rule(self, item):
        return "requires" in item and item["requires"] not in self.facts.get("rules", [])

    def asked_items(self, role):
        return [(s, i) for s, i in self.items(role) if not self.lacks_rule(i)]

    def table(self, item):
        if item.get("about") == "device" and self.facts.get("lentDevices", "council") == "executive":
            return "devices"
        return item["kind"]

    def offered(self, role, item):
        offered = set(self.checklists[role]["choices"])
        if "partial" not in item:
            offered.discard("partial")
        if "notApplicable" not in item:
            offered.discard("not_applicable")
        return offered


# --- which sheets count ----------------------------------------------------------------------------------------------

def check_digit_fits(digits: str) -> bool:
    """ISO/IEC 7064, MOD 11,10."""
    if len(digits) != 12 or not digits.isascii() or not digits.isdigit():
        return False
    p = 10
    for digit in digits[:-1]:
        s = (p + int(digit)) % 10 or 10
        p = 2 * s % 11
    return (p + int(digits[-1])) % 10 == 1


def shape_fault(sheet):
    """wrongValue, unknownFormat or repeatedItem of a decoded file; None when its form is right."""
    if not isinstance(sheet, dict) or not isinstance(sheet.get("format"), str):
        return "wrongValue"
    if sheet["format"] != "tenken.sheet/1":
        return "unknownFormat"
    try:
        assert set(sheet) <= {"format", "id", "round", "checklist", "role", "answers", "respondent", "notes", "plans"}
        assert check_digit_fits(sheet["id"]) and isinstance(sheet["round"], str)
        assert set(sheet["checklist"]) == {"id", "version", "digest"}
        assert sheet["role"] in ("member", "staff", "organisation")
        assert "respondent" in sheet or not {"notes", "plans"} & set(sheet)
        seen = set()
        for answer in sheet["answers"]:
            assert set(answer) <= {"item", "revision", "choice", "source", "reason", "evidence"}
            if answer["item"] in seen:
                return "repeatedItem"
            seen.add(answer["item"])
            assert isinstance(answer["revision"], int) and answer["choice"] in ANSWERS
            assert answer["source"] in ("self", "profile", "rule")
            assert answer["source"] == "self" or isinstance(answer["reason"], str)
    except (AssertionError, KeyError, TypeError):
        return "wrongValue"
    return None


def answer_fault(rnd, role, item, answer):
    if answer["revision"] != item["revision"]:
        return "wrongRevision"
    ruling = {q["id"]: q for q in rnd.checklists[role].get("profile", []) if item["id"] in q["whenNo"]}
    none_lent = rnd.facts.get("lentDevices", "council") == "none"
    assumed = any(none_lent and q.get("assumes") == "lent-devices" for q in ruling.values())
    source, why = answer["source"], answer.get("reason")
    if rnd.lacks_rule(item):
        fits = source == "rule" and why == item["requires"]
    elif source == "rule":
        fits = False
    elif source == "profile":
        fits = why in ruling
    else:
        fits = not assumed
    if not fits:
        return "contradictsRound"
    offered = rnd.offered(role, item) if source == "self" else {"not_applicable"}
    return None if answer["choice"] in offered else "choiceNotOffered"


def content_fault(rnd, sheet):
    role = sheet["role"]
    if sheet["round"] != rnd.facts["id"]:
        return "wrongRound"
    if role not in rnd.asked_roles():
        return "roleNotAsked"
    owner = rnd.digests.get(sheet["checklist"]["digest"])
    if owner is None:
        return "unknownChecklist"
    if owner != role:
        return "checklistOfOtherRole"
    known = {i["id"]: i for _, i in rnd.items(role)}
    for answer in sheet["answers"]:
        if answer["item"] not in known:
            return "unknownItem"
        fault = answer_fault(rnd, role, known[answer["item"]], answer)
        if fault:
            return fault
    return None


def admit(rnd):
    """Counted sheets by role, and (reason, role) of those left out."""
    readable, left_out = [], []
    for path in sorted((rnd.folder / "sheets").glob("*.json")):
        try:
            sheet = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=strict)
            fault = shape_fault(sheet)
        except KeyError:
            fault = "wrongValue"
        except ValueError:
            fault = "syntax"
        if fault:
            left_out.append((fault, None))
        else:
            readable.append((path.name, sheet))
    properly_named = {s["id"] for name, s in readable if name == s["id"] + ".json"}
    candidates = []
    for name, sheet in readable:
        fault = content_fault(rnd, sheet)
        if not fault and name != sheet["id"] + ".json":
            fault = "duplicateNumber" if sheet["id"] in properly_named else "misnamed"
        if fault:
            left_out.append((fault, sheet["role"]))
        else:
            candidates.append(sheet)
    counted, signers = {role: [] for role in rnd.asked_roles()}, set()
    for sheet in sorted(candidates, key=lambda s: s["id"]):
        role = sheet["role"]
        if role == "organisation":
            if counted[role]:
                left_out.append(("secondOrganisationSheet", role))
                continue
        elif "respondent" in sheet:
            if sheet["respondent"] in signers:
                left_out.append(("duplicateRespondent", role))
                continue
            signers.add(sheet["respondent"])
        counted[role].append(sheet)
    return counted, left_out


# --- what is expected ------------------------------------------------------------------------------------------------

def hand_in(rnd, role, counted, left_out, public):
    reference = day(rnd.facts["referenceDay"])
    present = [p for p in rnd.roster if p["role"] == role
               and (not p["from"] or day(p["from"]) <= reference) and (not p["to"] or reference <= day(p["to"]))]
    exempt = {p["id"] for p in present if p["exempt"]}
    asked = {p["id"] for p in present} - exempt
    own = [s for s in rnd.submissions if s["role"] == role]
    people = {s["respondent"] for s in own}
    result = {"asked": len(asked), "handedIn": len(people & asked), "rate": rate(len(people & asked), len(asked))}
    if rnd.closed and not public:
        result["reconciliation"] = {
            "exempt": len(exempt), "submissions": len(people), "fromExempt": len(people & exempt),
            "fromOthers": len(people - asked - exempt),
            "late": len({s["respondent"] for s in own if day(s["day"]) > day(rnd.deadline)}),
            "sheets": len(counted), "leftOut": sum(1 for _, r in left_out if r == role),
        }
    return result


def tally(item, sheets):
    result = dict.fromkeys(PRINTED, 0)
    for sheet in sheets:
        given = [a["choice"] for a in sheet["answers"] if a["item"] == item["id"]]
        result[ANSWERS[given[0]] if given else "f"] += 1
    return result


def groups(keys, names, rows, people):
    """One group per (id, number, title) that a practice item names, in the policy's order."""
    result = []
    for key, number, title in keys:
        members = [(item, counts) for item, counts in rows if key in names(item)]
        if members:
            group = {"id": str(key), "title": title, "items": [item["id"] for item, _ in members],
                     "figures": figures(add(c for _, c in members), people * len(members))}
            if number is not None:
                group["number"] = number
            result.append(group)
    return result


def tables(rnd, role, sheets, people):
    policy = rnd.policy
    asked = rnd.asked_items(role)
    counted = [(item, tally(item, sheets)) for _, item in asked]
    practice = [(i, c) for i, c in counted if rnd.table(i) == "practice"]
    section_of = {item["id"]: section["id"] for section, item in asked}
    ordinance_of = {c["id"]: c.get("ordinance") for c in policy["clauses"]}

    def numbered(entries):
        return [(e["id"], e["number"], e["title"]) for e in entries]

    def overall(table):
        rows = [c for i, c in counted if rnd.table(i) == table]
        return figures(add(rows), people * len(rows))

    return {
        "overall": {t: overall(t) for t in ("practice", "awareness", "devices")},
        "items": [{"id": i["id"], "revision": i["revision"], "table": rnd.table(i), "figures": figures(c, people)}
                  for i, c in counted],
        "sections": groups([(s["id"], None, s["title"]) for s in rnd.checklists[role]["sections"]],
                           lambda i: {section_of[i["id"]]}, practice, people),
        "clauses": groups(numbered(policy["clauses"]), lambda i: i["clauses"], practice, people),
        "threats": groups(numbered(policy["threats"]), lambda i: i["threats"], practice, people),
        "properties": groups(numbered(policy["properties"]), lambda i: i["properties"], practice, people),
        "assets": groups(numbered(policy["assets"]), lambda i: i["assets"], practice, people),
        "ordinance": groups([(e["number"], str(e["number"]), e["title"]) for e in policy["ordinance"]["items"]],
                            lambda i: {ordinance_of[c] for c in i["clauses"]}, practice, people),
    }


def role_part(rnd, role, sheets, left_out, public):
    part = {"role": role, "handIn": hand_in(rnd, role, sheets, left_out, public)}
    full = tables(rnd, role, sheets, part["handIn"]["asked"])
    if not rnd.closed:
        part["withheld"] = {"reason": "notClosed"}
    elif len(sheets) >= 10 and not public:
        part["tables"] = full
    elif len(sheets) >= 10:
        part["domains"] = []
        for section in full["sections"]:
            r = section["figures"]["rates"]["implementation"]
            shown = {"id": section["id"], "title": section["title"]}
            if r["denominator"]:
                shown["percent"] = half_up(Fraction(r["numerator"], r["denominator"]) * 100)
            part["domains"].append(shown)
    elif len(sheets) >= 5 and not public:
        part["concerns"] = [i["id"] for _, i in rnd.asked_items(role)
                            if 2 * sum(tally(i, sheets)[k] for k in "bcd") >= len(sheets)]
    else:
        part["withheld"] = {"reason": "fewerSheets", "than": 10 if public else 5}
    return part


def organisation_part(rnd, sheets, left_out, public):
    part = {"handIn": hand_in(rnd, "organisation", sheets, left_out, public)}
    if not rnd.closed:
        return part
    sheet = sheets[0] if sheets else None
    part["hasSheet"] = sheet is not None
    part["sections"] = []
    answers = {a["item"]: a for a in (sheet or {"answers": []})["answers"]}
    notes = {n["item"]: n["text"] for n in (sheet or {}).get("notes", [])}
    plans = {p["item"]: {k: v for k, v in p.items() if k != "item"} for p in (sheet or {}).get("plans", [])}
    asked = rnd.asked_items("organisation")
    for section in rnd.checklists["organisation"]["sections"]:
        items = [i for s, i in asked if s["id"] == section["id"]]
        if not items:
            continue
        counts = add(tally(i, [sheet] if sheet else [{"answers": []}]) for i in items)
        shown = {"id": section["id"], "title": section["title"], "counts": {PRINTED[k]: counts[k] for k in PRINTED}}
        if not public:
            shown["items"] = []
            for item in items:
                answer = answers.get(item["id"], {})
                row = {"id": item["id"], "revision": item["revision"], "referenceOnly": rnd.table(item) == "devices"}
                row |= {k: answer[k] for k in ("choice", "evidence") if k in answer}
                if answer.get("source") == "self" and "reason" in answer:
                    row["reason"] = answer["reason"]
                if item["id"] in notes:
                    row["note"] = notes[item["id"]]
                if item["id"] in plans:
                    row["plan"] = plans[item["id"]]
                shown["items"].append(row)
        part["sections"].append(shown)
    return part


def expected(rnd, public):
    counted, left_out = admit(rnd)
    roles = rnd.asked_roles()
    waiting = [i for role in roles for _, i in rnd.items(role) if rnd.lacks_rule(i)]
    missing = [{"id": rule["id"], "title": rule["title"],
                "items": [i["id"] for i in waiting if i["requires"] == rule["id"]]} for rule in rnd.policy["rules"]]
    result = {
        "draft": any("approved" not in rnd.checklists[r] for r in roles),
        "roles": [role_part(rnd, r, counted[r], left_out, public) for r in roles if r != "organisation"],
        "missingRules": [] if public else [m for m in missing if m["items"]],
        "leftOut": [{"reason": r, "count": n} for r in REASONS
                    if rnd.closed and (n := sum(1 for x, _ in left_out if x == r))],
    }
    if "organisation" in roles:
        result["organisation"] = organisation_part(rnd, counted["organisation"], left_out, public)
    return result


# --- comparison ------------------------------------------------------------------------------------------------------

def differences(want, got, path=""):
    if isinstance(want, dict) and isinstance(got, dict):
        for key in sorted(set(want) | set(got)):
            if key not in want:
                yield f"{path}.{key}: shown, but should not be"
            elif key not in got:
                yield f"{path}.{key}: missing"
            else:
                yield from differences(want[key], got[key], f"{path}.{key}")
    elif isinstance(want, list) and isinstance(got, list):
        if len(want) != len(got):
            yield f"{path}: {len(want)} expected, {len(got)} found"
        for index, pair in enumerate(zip(want, got)):
            yield from differences(*pair, f"{path}[{index}]")
    elif want != got or isinstance(want, bool) != isinstance(got, bool):
        yield f"{path}: {want!r} expected, {got!r} found"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    rnd = Round(pathlib.Path(arguments[0]))
    summary = json.loads(pathlib.Path(arguments[1]).read_text("utf-8"))
    want = expected(rnd, summary["audience"] == "public")
    got = {key: summary[key] for key in want if key in summary}
    if "organisation" in summary:
        got["organisation"] = summary["organisation"]
    found = list(differences(want, got))
    for line in found:
        print(line.lstrip("."))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
