"""The proposals as docs/figures.md describes them; a part of oracle.py that shares nothing with the program."""
from fractions import Fraction

from lists import audit
from round_folder import day, least_base

KINDS = ["improvement", "managingBody", "checklist", "review"]
RANKS = {"high": 0, "medium": 1, "low": 2}
NAMES = {"a": "yes", "v": "alternative", "b": "partial", "c": "no", "d": "unknown"}
BASE, MARGIN = 10, 2


def applicable(n):
    return sum(n[k] for k in "avbcd")


def rank(items):
    return min((RANKS[i["importance"]] for i in items), default=3)


def proposals(rnd, counted, tally, rate):
    limits = {"support": 70, "training": 20, "revision": 50} | rnd.facts.get("thresholds", {})
    made = []
    order = [c["id"] for c in rnd.policy["clauses"]]

    def propose(kind, rule, items, clauses, **more):
        made.append({"kind": kind, "rule": rule, "items": [i["id"] for i in items],
                     "clauses": [c for c in order if c in clauses]} | more)

    for role in rnd.asked_roles():
        if role != "organisation" and len(counted[role]) >= 10:
            of_role(rnd, role, counted[role], tally, rate, limits, propose)
    of_people(rnd, propose)
    of_rules(rnd, propose)
    of_organisation(rnd, counted, propose)
    unverified(rnd, counted, tally, propose)
    of_ordinance(rnd, propose)
    return [p for kind in KINDS for p in made if p["kind"] == kind]


def fired(rnd, role, item, n, chosen, limits):
    """(place in the order, rule, kind, share that is as it should be, particulars) of an item; None where nothing is."""
    base, kept = applicable(n), n["a"] + n["v"]
    weak, table = base >= BASE and Fraction(100 * (kept + MARGIN), base) < limits["support"], rnd.table(item)
    if table == "devices" and weak:
        return 2, "deviceSetUp", "managingBody", Fraction(kept, base), (kept, base, limits["support"])
    if table != "devices":
        many = base >= BASE and n["d"] > MARGIN and Fraction(100 * (n["d"] - MARGIN), base) >= limits["training"]
        helps = weak and table == "practice"
        if many and not (helps and n["d"] < n["b"] + n["c"]):
            return 1, "training", "improvement", Fraction(base - n["d"], base), (n["d"], base, limits["training"])
        if helps:
            return 0, "support", "improvement", Fraction(kept, base), (kept, base, limits["support"])
    whole = base + chosen
    if not item.get("needsPrevious") and whole >= BASE and chosen > MARGIN \
            and Fraction(100 * (chosen - MARGIN), whole) >= limits["revision"]:
        return 3, "notApplicable", "checklist", Fraction(base, whole), (chosen, whole, limits["revision"])
    given = [k for k in NAMES if n[k]]
    if base >= BASE and len(given) == 1 and given != ["a"]:
        return 3, "noSpread", "checklist", Fraction(0), given[0]
    return None


def of_role(rnd, role, sheets, tally, rate, limits, propose):
    found = []
    for at, (_, item) in enumerate(rnd.asked_items(role)):
        n = tally(item, sheets)
        if applicable(n) < least_base(len(sheets)):
            continue
        chosen = sum(a["item"] == item["id"] and (a["choice"], a["source"]) == ("not_applicable", "self")
                     for s in sheets for a in s["answers"])
        if what := fired(rnd, role, item, n, chosen, limits):
            found.append((what[0], rank([item]), what[3], at, item, n, what))
    for *_, item, n, (_, rule, kind, _, more) in sorted(found, key=lambda f: f[:4]):
        if rule == "noSpread":
            facts = {"choice": NAMES[more], "answers": n[more]}
        else:
            facts = {"rate": rate(*more[:2]), "threshold": more[2]}
        propose(kind, rule, [item], item["clauses"], role=role, **facts)


def of_people(rnd, propose):
    """What an audit found and what has changed."""
    items = {i["id"]: i for _, i in rnd.asked_items("organisation")} if "organisation" in rnd.asked_roles() else {}
    found = [line for line in audit(rnd) or [] if line.get("judgement") in ("partly", "notConfirmed")]
    named = [([items[line["item"]]] if line["item"] in items else [], line) for line in found]
    for own, line in sorted(named, key=lambda entry: rank(entry[0])):
        propose("review", "auditFinding", own, {c for i in own for c in i["clauses"]}, role="organisation",
                judgement=line["judgement"], matter=line["finding"])
    for what in ((rnd.review or {}).get("circumstances") or {}).get("what") or []:
        propose("review", "changedCircumstances", [], [], matter=what)


def of_rules(rnd, propose):
    found = []
    for rule in rnd.policy["rules"]:
        waiting = [i for r in rnd.asked_roles() for _, i in rnd.items(r)
                   if rnd.lacks_rule(i) and i["requires"] == rule["id"]]
        if waiting:
            found.append((waiting, rule))
    for waiting, rule in sorted(found, key=lambda entry: rank(entry[0])):
        propose("improvement", "missingRule", waiting, [rule["clause"]], missing=rule["id"])


def of_organisation(rnd, counted, propose):
    if "organisation" not in rnd.asked_roles() or not counted["organisation"]:
        return
    answers = {a["item"]: a["choice"] for a in counted["organisation"][0]["answers"]}
    items = [i for _, i in rnd.asked_items("organisation")]
    for item in sorted(items, key=lambda i: rank([i])):
        choice = answers.get(item["id"])
        if choice in ("partial", "no", "unknown", None):
            propose("improvement", "organisationGap", [item], item["clauses"], role="organisation",
                    **({"choice": choice} if choice else {}))


def unverified(rnd, counted, tally, propose):
    """Clauses for which nobody's answers make anything that the office is shown."""
    verified, put, looks_back = set(), {}, set()
    for role in rnd.asked_roles():
        sheets = counted[role]
        for _, item in rnd.asked_items(role):
            put.setdefault(role, set()).update(item["clauses"])
            shown = bool(sheets) if role == "organisation" else (
                len(sheets) >= 5 and applicable(tally(item, sheets)) >= least_base(len(sheets))
                and rnd.table(item) != "devices")
            verified |= set(item["clauses"]) if shown else set()
        if "previous" not in rnd.facts:
            looks_back |= {c for s in rnd.checklists[role]["sections"] for i in s["items"] if i.get("needsPrevious")
                           for c in i["clauses"]}
    anybody = set().union(*put.values())
    regular = rnd.facts["kind"] == "regular"
    found = [c["id"] for c in rnd.policy["clauses"]
             if c["id"] not in verified and set(c["responsible"]) & set(rnd.asked_roles())
             and (c["id"] in anybody or (regular and c["id"] not in looks_back))]
    waiting = [] if counted.get("organisation") else [c for c in found if c in put.get("organisation", set())]
    if waiting:
        propose("review", "organisationMissing", [], waiting, role="organisation")
    if others := [c for c in found if c not in waiting]:
        propose("review", "unverified", [], others)


def of_ordinance(rnd, propose):
    ordinance = rnd.policy["ordinance"]
    for entry in ordinance["items"]:
        if "notInPolicy" in entry:
            propose("review", "notInPolicy", [], [c["id"] for c in rnd.policy["clauses"]
                                                  if c.get("ordinance") == entry["number"]],
                    ordinance=entry["number"], matter=entry["notInPolicy"])
    if day(rnd.facts["referenceDay"]) < day(ordinance["effective"]):
        propose("review", "ordinanceTakesEffect", [], [c["id"] for c in rnd.policy["clauses"] if "ordinance" in c],
                effective=str(ordinance["effective"]))
