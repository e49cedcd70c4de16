"""The comparison as docs/figures.md describes it; a part of oracle.py that shares nothing with the program."""


def comparison(rnd, sheets, previous, tally, figures, add, rate):
    """`previous` holds (round, counted sheets) in any order; `sheets` those of this round, by role."""
    previous = sorted(previous, key=lambda p: str(p[0].facts["opens"]))
    result = {"rounds": [{"id": p.facts["id"], "title": p.facts["title"], "fiscalYear": p.facts["fiscalYear"],
                          "electionBefore": p.facts.get("electionBetween", False)} for p, _ in previous], "roles": []}
    for role in rnd.asked_roles():
        if role == "organisation" or len(sheets[role]) < 10:
            continue
        now = {i["id"]: (i, n) for _, i in rnd.asked_items(role) if answered(n := tally(i, sheets[role])) >= 5}
        part = {"role": role, "steps": [], "items": []}
        columns = []
        for earlier, counted in previous:
            column = {}
            if role in earlier.asked_roles() and len(counted[role]) >= 10:
                for _, item in earlier.asked_items(role):
                    mine = now.get(item["id"], (None,))[0]
                    if mine and mine["revision"] == item["revision"] and rnd.table(mine) == earlier.table(item):
                        n = tally(item, counted[role])
                        if answered(n) >= 5:
                            column[item["id"]] = n
            columns.append((earlier, column))
            step = {"round": earlier.facts["id"]}
            if column:
                practice = [i for i in column if rnd.table(now[i][0]) == "practice"]
                step["comparable"] = rate(len(column), len(now))
                step["before"] = figures(add(column[i] for i in practice))
                step["now"] = figures(add(now[i][1] for i in practice))
            part["steps"].append(step)
        for item, n in now.values():
            if any(item["id"] in column for _, column in columns):
                part["items"].append({"id": item["id"], "revision": item["revision"],
                                      "rounds": [figure(e, column.get(item["id"]), n, rate) for e, column in columns]})
        result["roles"].append(part)
    return result


def answered(n):
    """Fewer than 5 make no figure."""
    return sum(n[k] for k in "avbcd")


def figure(earlier, before, now, rate):
    result = {"round": earlier.facts["id"]}
    if before is not None:
        kept, problem = before["a"] + before["v"], before["b"] + before["c"] + before["d"]
        result["implementation"] = rate(kept, kept + problem)
        result["people"] = fewest(kept, problem, now["a"] + now["v"], now["b"] + now["c"] + now["d"])
    return result


def fewest(kept, problem, kept_now, problem_now):
    """How few people can make the difference: some changed from a problem to doing it or back, others came or left."""
    return min(abs(changed) + abs(kept_now - kept - changed) + abs(problem_now - problem + changed)
               for changed in range(-max(kept, problem_now), max(problem, kept_now) + 1))
