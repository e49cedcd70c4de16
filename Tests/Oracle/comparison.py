"""The comparison as docs/figures.md describes it; a part of oracle.py that shares nothing with the program."""
import json
import pathlib

from box import blake
from round_folder import Round, admit

LETTERS = {"yes": "a", "alternative": "v", "partial": "b", "no": "c", "unknown": "d", "notApplicable": "e",
           "unanswered": "f"}


class Earlier:
    """An earlier round as it is compared with: counted from its folder, or taken from its internal summary."""

    def __init__(self, path, tally):
        path = pathlib.Path(path)
        if path.is_dir() and not was_purged(path):
            self.count(Round(path), tally)
        elif path.is_dir():
            number = editions(path)[-1]
            self.take(json.loads((path / f"summary/internal-{number}.json").read_text("utf-8")))
        else:
            self.take(json.loads(path.read_text("utf-8")))
            self.facts["file"] = blake(path.read_bytes())

    def count(self, rnd, tally):
        counted = admit(rnd)[0]
        self.opens = str(rnd.facts["opens"])
        self.facts = {"id": rnd.facts["id"], "title": rnd.facts["title"], "fiscalYear": rnd.facts["fiscalYear"],
                      "electionBefore": rnd.facts.get("electionBetween", False)}
        made = editions(rnd.folder)
        if made:
            self.facts["edition"] = made[-1]
        self.roles = {}
        for role in rnd.asked_roles():
            if role != "organisation" and len(counted[role]) >= 10:
                rows = [(i, tally(i, counted[role])) for _, i in rnd.asked_items(role)]
                self.roles[role] = {i["id"]: (i["revision"], rnd.table(i), n) for i, n in rows if answered(n) >= 5}
        self.organisation = organisation_of(rnd, counted)

    def take(self, summary):
        facts = summary["round"]
        self.opens = facts["opens"]
        self.facts = {"id": facts["id"], "title": facts["title"], "fiscalYear": facts["fiscalYear"],
                      "electionBefore": facts["electionBetween"], "edition": summary["edition"]["number"]}
        self.roles = {part["role"]: {i["id"]: (i["revision"], i["table"],
                                               {LETTERS[k]: v for k, v in i["figures"]["counts"].items()})
                                     for i in part["tables"]["items"]}
                      for part in summary["roles"] if "tables" in part}
        sheet = summary.get("organisation", {})
        self.organisation = {i["id"]: (i["revision"], i.get("choice")) for s in sheet.get("sections", [])
                             for i in s["items"]} if sheet.get("hasSheet") else None


def events(folder):
    return [json.loads(line) for line in (folder / "round.log").read_text("utf-8").splitlines()]


def was_purged(folder):
    return any(e["event"] == "purged" for e in events(folder))


def editions(folder):
    """The numbers of the internal ones, in order."""
    return [e["number"] for e in events(folder) if e["event"] == "edition" and e["audience"] == "internal"]


def organisation_of(rnd, counted):
    """Revision and choice by item; None without a sheet."""
    if not counted.get("organisation"):
        return None
    given = {a["item"]: a["choice"] for a in counted["organisation"][0]["answers"]}
    return {i["id"]: (i["revision"], given.get(i["id"])) for _, i in rnd.asked_items("organisation")}


def comparison(rnd, sheets, previous, tally, figures, add, rate):
    """`previous` holds paths in any order; `sheets` those of this round, by role."""
    previous = sorted((Earlier(p, tally) for p in previous), key=lambda e: (e.opens, e.facts["id"]))
    result = {"rounds": [e.facts for e in previous], "roles": [], "organisation": []}
    for role in rnd.asked_roles():
        if role == "organisation" or len(sheets[role]) < 10:
            continue
        section_of = {i["id"]: s for s, i in rnd.asked_items(role)}
        now = {i["id"]: (i, n) for _, i in rnd.asked_items(role) if answered(n := tally(i, sheets[role])) >= 5}
        part = {"role": role, "steps": [], "items": []}
        columns = []
        for earlier in previous:
            theirs = earlier.roles.get(role, {})
            column = {i: theirs[i][2] for i, (item, _) in now.items()
                      if i in theirs and theirs[i][:2] == (item["revision"], rnd.table(item))}
            columns.append((earlier, column))
            step = {"round": earlier.facts["id"]}
            practice = [i for i in now if rnd.table(now[i][0]) == "practice"]
            same = [i for i in practice if i in column]

            def change(items):
                return {"before": figures(add(column[i] for i in items)), "now": figures(add(now[i][1] for i in items)),
                        "people": max(people(column[i], now[i][1]) for i in items)}

            if same:
                step |= {"comparable": rate(len(same), len(practice))} | change(same)
                sections = [s for s in rnd.checklists[role]["sections"]
                            if any(section_of[i]["id"] == s["id"] for i in same)]
                step["sections"] = [
                    {"id": s["id"], "title": s["title"], "items": own} | change(own) for s in sections
                    if (own := [i for i in same if section_of[i]["id"] == s["id"]])]
            part["steps"].append(step)
        for item, n in now.values():
            if any(item["id"] in column for _, column in columns):
                part["items"].append({"id": item["id"], "revision": item["revision"],
                                      "rounds": [figure(e, column.get(item["id"]), n, rate) for e, column in columns]})
        result["roles"].append(part)
    mine = organisation_of(rnd, sheets) or {}
    for item, (revision, choice) in mine.items():
        theirs = [(e.organisation or {}).get(item) for e in previous]
        theirs = [t if t and t[0] == revision else None for t in theirs]
        if any(theirs):
            result["organisation"].append(
                {"id": item, "revision": revision, "rounds": [
                    {"round": e.facts["id"], "isAsked": t is not None} | ({"choice": t[1]} if t and t[1] else {})
                    for e, t in zip(previous, theirs)]} | ({"now": choice} if choice else {}))
    return result


def answered(n):
    """Fewer than 5 make no figure."""
    return sum(n[k] for k in "avbcd")


def figure(earlier, before, now, rate):
    result = {"round": earlier.facts["id"]}
    if before is not None:
        kept, problem = before["a"] + before["v"], before["b"] + before["c"] + before["d"]
        result["implementation"] = rate(kept, kept + problem)
        result["people"] = people(before, now)
    return result


def people(before, now):
    return fewest(*(sum(n[k] for k in keys) for n in (before, now) for keys in ("av", "bcd")))


def fewest(kept, problem, kept_now, problem_now):
    """How few people can make the difference: some changed from a problem to doing it or back, others came or left."""
    return min(abs(changed) + abs(kept_now - kept - changed) + abs(problem_now - problem + changed)
               for changed in range(-max(kept, problem_now), max(problem, kept_now) + 1))
