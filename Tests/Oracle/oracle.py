#!/usr/bin/env python3
"""An independent oracle for `tenken aggregate --format json`.

    oracle.py ROUND SUMMARY.json [PREVIOUS...]

Reads a round folder and earlier ones it was compared with (folders, or internal summaries), works out from section 7 of the design and docs/figures.md which sheets count, every count and
rate, and what may be shown, and prints each difference from the summary. Exit code 0: none; 1: differences; 2: usage.

It shares no code, table or constant with the program. Only Python's standard library and PyYAML are needed.
"""
import json
import pathlib
import sys
from fractions import Fraction

from comparison import comparison
from lists import actions, audit, opinions, published
from manifest import accompaniment, edition, inputs
from proposals import proposals
from round_folder import ANSWERS, REASONS, Round, admit, day, least_base

PRINTED = {"a": "yes", "v": "alternative", "b": "partial", "c": "no", "d": "unknown", "e": "notApplicable",
           "f": "unanswered"}


# --- rates -----------------------------------------------------------------------------------------------------------

def half_up(value: Fraction) -> int:
    return int((value + Fraction(1, 2)) // 1)


def rate(numerator: int, denominator: int) -> dict:
    result = {"numerator": numerator, "denominator": denominator}
    if denominator:
        result["percent"] = half_up(Fraction(numerator, denominator) * 1000) / 10
    return result


def figures(n: dict) -> dict:
    kept = n["a"] + n["v"]
    applicable = kept + n["b"] + n["c"] + n["d"]
    return {
        "counts": {PRINTED[k]: n[k] for k in PRINTED},
        "rates": {
            "implementation": rate(kept, applicable),
            "withUnanswered": rate(kept, applicable + n["f"]),
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


# --- what is expected ------------------------------------------------------------------------------------------------

def hand_in(rnd, role, counted, left_out, public):
    reference = day(rnd.facts["referenceDay"])
    present = [p for p in rnd.roster if p["role"] == role
               and (not p["from"] or day(p["from"]) <= reference) and (not p["to"] or reference <= day(p["to"]))]
    exempt = {p["id"] for p in present if p["exempt"]}
    asked = {p["id"] for p in present} - exempt
    own = [s for s in rnd.submissions if s["role"] == role]
    people = {s["respondent"] for s in own} | {p["id"] for p in rnd.roster if p["role"] == role and p["id"] in rnd.unread}
    others = {s["respondent"] for s in rnd.submissions if s["role"] != role}
    result = {"asked": len(asked), "exempt": len(exempt), "handedIn": len(people & asked), "rate": rate(len(people & asked), len(asked))}
    if rnd.closed and not public:
        result["reconciliation"] = {
            "submissions": len(people), "fromExempt": len(people & exempt),
            "fromOthers": len(people - asked - exempt),
            "late": len({s["respondent"] for s in own if day(s["day"]) > day(rnd.deadline)}),
            "sheets": len(counted), "leftOut": sum(1 for _, r in left_out if r == role),
            "elsewhere": len((asked & others) - {s["respondent"] for s in own}),
        }
    return result


def tally(item, sheets):
    result = dict.fromkeys(PRINTED, 0)
    for sheet in sheets:
        given = [a["choice"] for a in sheet["answers"] if a["item"] == item["id"]]
        result[ANSWERS[given[0]] if given else "f"] += 1
    return result


def applicable(n):
    """a+v+b+c+d: what an item must have 5 of to be counted at all."""
    return sum(n[k] for k in "avbcd")


def groups(keys, names, rows, known=(), always=(), silences=lambda meant: []):
    """One group per (id, number, title) that an item names or that always stands, in the policy's order."""
    result = []
    for key, number, title in keys:
        members = [(item, counts) for item, counts in rows if key in names(item)]
        beside = [(item, counts) for item, counts in known if key in names(item)]
        if members or beside or key in always:
            group = {"id": str(key), "title": title, "items": [item["id"] for item, _ in members],
                     "figures": figures(add(c for _, c in members))}
            if beside:
                group["awareness"] = {"items": [item["id"] for item, _ in beside],
                                      "figures": figures(add(c for _, c in beside))}
            if not members and (why := silences(lambda item: key in names(item))):
                group["silences"] = why
            if number is not None:
                group["number"] = number
            result.append(group)
    return result


def counted_items(rnd, role, sheets):
    """(items with their counts, items that are named only, for too few answer them)."""
    rows = [(item, tally(item, sheets)) for _, item in rnd.asked_items(role)]
    least = least_base(len(sheets))
    return [r for r in rows if applicable(r[1]) >= least], [item for item, n in rows if applicable(n) < least]


def tables(rnd, role, sheets):
    policy = rnd.policy
    asked = rnd.asked_items(role)
    counted, few = counted_items(rnd, role, sheets)

    def silences(meant):
        return rnd.silences(role, meant) + ["few"] * any(rnd.table(i) == "practice" and meant(i) for i in few)

    practice = [(i, c) for i, c in counted if rnd.table(i) == "practice"]
    known = [(i, c) for i, c in counted if rnd.table(i) == "awareness"]
    answered_for = {c["id"] for c in policy["clauses"] if role in c["responsible"]}
    section_of = {item["id"]: section["id"] for section, item in asked}
    ordinance_of = {c["id"]: c.get("ordinance") for c in policy["clauses"]}

    def numbered(entries):
        return [(e["id"], e["number"], e["title"]) for e in entries]

    def overall(table):
        rows = [c for i, c in counted if rnd.table(i) == table]
        return figures(add(rows))

    ids = {item["id"] for item, _ in counted}
    open_items = [(sheet, {a["item"] for a in sheet["answers"] if a["choice"] in ("partial", "no")} & ids)
                  for sheet in sheets]
    open_items = [(sheet, items) for sheet, items in open_items if items]
    planned = [sheet for sheet, items in open_items if items & {p["item"] for p in sheet.get("plans", [])}]
    signed = rnd.facts.get("handIn", "unsigned") == "signed"
    return ({"plans": rate(len(planned), len(open_items))} if signed and len(open_items) >= 5 else {}) | {
        "overall": {t: overall(t) for t in ("practice", "awareness", "devices")},
        "items": [{"id": i["id"], "revision": i["revision"], "label": i["label"], "question": i["question"],
                   "table": rnd.table(i), "figures": figures(c)} for i, c in counted],
        "sections": groups([(s["id"], None, s["title"]) for s in rnd.checklists[role]["sections"]],
                           lambda i: {section_of[i["id"]]}, practice),
        "clauses": groups(numbered(policy["clauses"]), lambda i: i["clauses"], practice, known, answered_for,
                          silences),
        "threats": groups(numbered(policy["threats"]), lambda i: i["threats"], practice, known,
                          {e["id"] for e in policy["threats"]}, silences),
        "properties": groups(numbered(policy["properties"]), lambda i: i["properties"], practice),
        "assets": groups(numbered(policy["assets"]), lambda i: i["assets"], practice),
        "ordinance": groups([(e["number"], str(e["number"]), e["title"]) for e in policy["ordinance"]["items"]],
                            lambda i: {ordinance_of[c] for c in i["clauses"]}, practice),
    }


def role_part(rnd, role, sheets, left_out, public):
    part = {"role": role, "handIn": hand_in(rnd, role, sheets, left_out, public)}
    full = tables(rnd, role, sheets)
    counted, few = counted_items(rnd, role, sheets)
    apart = {"than": least_base(len(sheets)), "count": len(few)}
    named = apart | {"items": [item["id"] for item in few]}
    if not rnd.closed:
        part["withheld"] = {"reason": "notClosed"}
    elif len(sheets) >= 10 and not public:
        part["tables"] = full
        signed = rnd.facts.get("handIn", "unsigned") == "signed"
        part["apart"] = named | ({"plans": True} if signed and "plans" not in full else {})
    elif len(sheets) >= 10:
        part |= {"domains": [], "domainsLeftOut": [], "apart": apart}
        for section in full["sections"]:
            r = section["figures"]["rates"]["implementation"]
            answering = [s for s in sheets if any(
                a["item"] in section["items"] and a["choice"] != "not_applicable" for a in s["answers"])]
            if len(answering) >= 10:
                part["domains"].append({"id": section["id"], "title": section["title"], "items": len(section["items"]),
                                        "percent": half_up(Fraction(r["numerator"], r["denominator"]) * 100)})
            else:
                part["domainsLeftOut"].append(section["title"])
    elif len(sheets) >= 5 and not public:
        part["concerns"] = [i["id"] for i, n in counted if 2 * sum(n[k] for k in "bcd") >= len(sheets)]
        part["apart"] = named
    else:
        part["withheld"] = {"reason": "fewerSheets", "than": 10 if public else 5}
    return part


def organisation_part(rnd, sheets, left_out, public):
    part = {"handIn": hand_in(rnd, "organisation", sheets, left_out, public)}
    if not rnd.closed:
        return part
    sheet = sheets[0] if sheets else None
    part["hasSheet"] = sheet is not None
    part |= {"sections": [], "sectionsLeftOut": [], "withoutEvidence": 0}
    answers = {a["item"]: a for a in (sheet or {"answers": []})["answers"]}
    notes = {n["item"]: n["text"] for n in (sheet or {}).get("notes", [])}
    plans = {p["item"]: {k: v for k, v in p.items() if k != "item"} for p in (sheet or {}).get("plans", [])}
    asked = rnd.asked_items("organisation")
    for section in rnd.checklists["organisation"]["sections"]:
        items = [i for s, i in asked if s["id"] == section["id"]]
        if not items:
            continue
        counts = add(tally(i, [sheet] if sheet else [{"answers": []}]) for i in items)
        if public and applicable(counts) + counts["f"] < 3:
            part["sectionsLeftOut"].append(section["title"])
            continue
        part["withoutEvidence"] += sum(
            answers.get(i["id"], {}).get("choice") == "yes" and not answers[i["id"]].get("evidence", "").strip() for i in items)
        shown = {"id": section["id"], "title": section["title"], "counts": {PRINTED[k]: counts[k] for k in PRINTED}}
        if not public:
            shown["items"] = []
            for item in items:
                answer = answers.get(item["id"], {})
                row = {"id": item["id"], "revision": item["revision"]}
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


def review(record):
    """review.yaml as it is shown: what is blank is left out."""
    def judgement(key):
        return {k: v for k, v in (record.get(key) or {}).items() if k in ("needed", "reason") and v}

    circumstances = record.get("circumstances") or {}
    result = {"lookedAt": record.get("lookedAt") or [], "results": judgement("results"),
              "circumstances": judgement("circumstances") | {"what": circumstances.get("what") or []}}
    return result | {name: record[key] for key, name in (("day", "day"), ("decidedBy", "decidedBy")) if record.get(key)}


def expected(rnd, public, previous=()):
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
                    if rnd.closed and not public and (n := sum(1 for x, _ in left_out if x == r))],
    }
    if "organisation" in roles:
        result["organisation"] = organisation_part(rnd, counted["organisation"], left_out, public)
    result["proposals"] = [] if public or not rnd.closed else proposals(rnd, counted, tally, rate)
    if rnd.closed:
        result["leftOutLines"] = len(left_out)
        result["inputs"] = inputs(rnd, previous, public)
        result["edition"] = edition(rnd, public)
        if beside := accompaniment(rnd, previous, public):
            result["accompaniment"] = beside
    if rnd.closed and not public and (found := actions(rnd)) is not None:
        result["actions"] = found
    if rnd.closed and public and (found := published(rnd)) is not None:
        result["published"] = found
    if rnd.closed and not public and (seen := audit(rnd)) is not None:
        result["audit"] = seen
    if rnd.closed and not public and (said := opinions(rnd)):
        result["opinions"] = said
    if rnd.closed and not public and rnd.review is not None:
        result["review"] = review(rnd.review)
    if previous and rnd.closed and not public:
        result["comparison"] = comparison(rnd, counted, previous, tally, figures, add, rate)
    return result


# --- comparison of the two -------------------------------------------------------------------------------------------

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


def disagreements(rnd, summary, previous=()):
    """A line for each place where the program's summary is not what is expected."""
    want = expected(rnd, summary["audience"] == "public", previous)
    got = {key: summary[key] for key in want if key in summary}
    optional = ("organisation", "comparison", "inputs", "edition", "actions", "published", "leftOutLines", "audit", "review", "opinions",
                "accompaniment")
    got |= {key: summary[key] for key in optional if key in summary}
    return [line.lstrip(".") for line in differences(want, got)]


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    summary = json.loads(pathlib.Path(arguments[1]).read_text("utf-8"))
    found = disagreements(Round(pathlib.Path(arguments[0])), summary, [pathlib.Path(p) for p in arguments[2:]])
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
