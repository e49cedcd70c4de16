"""The proposals as docs/figures.md describes them; a part of oracle.py that shares nothing with the program."""
from fractions import Fraction

from round_folder import day


def proposals(rnd, counted, tally, rate):
    limits = {"support": 70, "training": 20, "revision": 50} | rnd.facts.get("thresholds", {})
    kinds = {"improvement": [], "checklist": [], "review": []}
    order = [c["id"] for c in rnd.policy["clauses"]]

    def propose(kind, rule, items, clauses, **more):
        kinds[kind].append({"kind": kind, "rule": rule, "items": [i["id"] for i in items],
                            "clauses": [c for c in order if c in clauses]} | more)

    for role in rnd.asked_roles():
        if role != "organisation":
            of_role(rnd, role, counted[role], tally, rate, limits, propose)
    for rule in rnd.policy["rules"]:
        waiting = [i for r in rnd.asked_roles() for _, i in rnd.items(r)
                   if rnd.lacks_rule(i) and i["requires"] == rule["id"]]
        if waiting:
            propose("improvement", "missingRule", waiting, [rule["clause"]], missing=rule["id"])
    review(rnd, counted, propose)
    for what in ((rnd.review or {}).get("circumstances") or {}).get("what") or []:
        propose("review", "changedCircumstances", [], [], matter=what)
    return kinds["improvement"] + kinds["checklist"] + kinds["review"]


def of_role(rnd, role, sheets, tally, rate, limits, propose):
    rows = [(item, tally(item, sheets)) for _, item in rnd.asked_items(role)]

    def applicable(n):
        return sum(n[k] for k in "avbcd")

    if len(sheets) < 5:
        return
    if len(sheets) < 10:
        for item, n in rows:
            if 2 * (n["b"] + n["c"] + n["d"]) >= len(sheets):
                propose("improvement", "mostReport", [item], item["clauses"], role=role)
        return

    def percent(a, b):
        return Fraction(100 * a, b)

    low = [(percent(n["a"] + n["v"], applicable(n)), at, item, n) for at, (item, n) in enumerate(rows)
           if rnd.table(item) == "practice" and applicable(n)]
    for share, _, item, n in sorted(low, key=lambda r: r[:2]):
        if share < limits["support"]:
            propose("improvement", "support", [item], item["clauses"], role=role, threshold=limits["support"],
                    rate=rate(n["a"] + n["v"], applicable(n)))
    unknown = [(-percent(n["d"], applicable(n)), at, item, n) for at, (item, n) in enumerate(rows)
               if rnd.table(item) != "devices" and n["d"]]
    for share, _, item, n in sorted(unknown, key=lambda r: r[:2]):
        if -share >= limits["training"]:
            propose("improvement", "training", [item], item["clauses"], role=role, threshold=limits["training"],
                    rate=rate(n["d"], applicable(n)))
    none_lent = rnd.facts.get("lentDevices", "council") == "none"
    ruled_out = {i for q in rnd.checklists[role].get("profile", []) if none_lent and "assumes" in q for i in q["whenNo"]}
    for item, n in rows:
        whole = applicable(n) + n["e"]
        if n["e"] and percent(n["e"], whole) >= limits["revision"] and not item.get("needsPrevious") \
                and item["id"] not in ruled_out:
            propose("checklist", "notApplicable", [item], item["clauses"], role=role, threshold=limits["revision"],
                    rate=rate(n["e"], whole))
    names = {"a": "yes", "v": "alternative", "b": "partial", "c": "no", "d": "unknown"}
    for item, n in rows:
        given = [k for k in names if n[k]]
        if len(given) == 1 and 2 * n[given[0]] >= len(sheets):
            propose("checklist", "noSpread", [item], item["clauses"], role=role, choice=names[given[0]],
                    answers=n[given[0]])


def review(rnd, counted, propose):
    for clause in rnd.policy["clauses"]:
        for role in rnd.asked_roles():
            if role in clause["responsible"] and \
                    not any(clause["id"] in i["clauses"] for _, i in rnd.asked_items(role)):
                propose("review", "untested", [], [clause["id"]], role=role)
    if "organisation" in rnd.asked_roles():
        answers = {a["item"]: a["choice"] for s in counted["organisation"] for a in s["answers"]}
        open_items = [i for _, i in rnd.asked_items("organisation")
                      if answers.get(i["id"]) in ("partial", "no", "unknown")]
        for clause in rnd.policy["clauses"]:
            items = [i for i in open_items if clause["id"] in i["clauses"]]
            if items:
                propose("review", "organisationConcerns", items, [clause["id"]], role="organisation")
    ordinance = rnd.policy["ordinance"]
    for entry in ordinance["items"]:
        if "notInPolicy" in entry:
            propose("review", "notInPolicy", [], [c["id"] for c in rnd.policy["clauses"]
                                                  if c.get("ordinance") == entry["number"]],
                    ordinance=entry["number"], matter=entry["notInPolicy"])
    if day(rnd.facts["referenceDay"]) < day(ordinance["effective"]):
        propose("review", "ordinanceTakesEffect", [], [c["id"] for c in rnd.policy["clauses"] if "ordinance" in c],
                effective=str(ordinance["effective"]))
