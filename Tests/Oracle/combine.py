"""What `tenken combine` says of summaries that may all be combined, worked out again from the same files.

usage: combine.py COMBINED.json SUMMARY.json…
"""
import collections
import fractions
import json
import pathlib
import statistics
import sys

KINDS = ["yes", "alternative", "partial", "no", "unknown", "notApplicable", "unanswered"]


def percent(share):
    return None if share is None else int(share * 1000 + fractions.Fraction(1, 2)) / 10


def kept_of(counts):
    below = sum(counts[k] for k in ("yes", "alternative", "partial", "no", "unknown"))
    return counts["yes"] + counts["alternative"], below


def pooled(rows):
    """rows: (assembly, counts)."""
    by = collections.defaultdict(collections.Counter)
    for who, counts in rows:
        for kind in KINDS:
            by[who][kind] += counts[kind]
    total = {kind: sum(c[kind] for c in by.values()) for kind in KINDS}
    kept, below = kept_of(total)
    told = {"assemblies": len(by), "counts": total,
            "rate": [kept, below, percent(fractions.Fraction(kept, below)) if below else None]}
    if len(by) >= 10:
        shares = [fractions.Fraction(*kept_of(c)) for c in by.values() if kept_of(c)[1]]
        if shares:
            cut = statistics.quantiles(shares, n=4, method="inclusive") if len(shares) > 1 else shares * 3
            told["spread"] = dict(zip(("lower", "median", "upper"), map(percent, cut)))
    return told


def commonest(values):
    counts = collections.Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def combine(role, parts):
    asked = collections.defaultdict(list)
    for who, tables in parts:
        for item in tables["items"]:
            asked[item["id"], item["revision"], item["table"]].append((who, tables, item))
    titles = collections.defaultdict(list)
    for _, tables in parts:
        for group in tables["ordinance"]:
            titles[group["id"]].append(group["title"])
    few, differing, regrouped, items = [], [], [], []
    sections, ordinance, overall = (collections.defaultdict(list) for _ in range(3))
    for name in sorted(asked):
        words = collections.Counter(item["question"] for _, _, item in asked[name])
        ranked = words.most_common()
        clear = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
        same = [e for e in asked[name] if clear and e[2]["question"] == ranked[0][0]]
        if len(ranked) > 1:
            differing.append([*name, len(asked[name]) - len(same)])
        if not clear:
            continue
        if len(same) < 3:
            few.append(list(name))
            continue
        rows = [(who, item["figures"]["counts"]) for who, _, item in same]
        homes = [[(g["id"], g["title"]) for g in t["sections"] if name[0] in g["items"]] for _, t, _ in same]
        homes = [home[-1] for home in homes if home] if name[2] == "practice" else []
        numbers = [tuple(sorted(g["id"] for g in t["ordinance"] if name[0] in g["items"])) for _, t, _ in same]
        if len(set(homes)) > 1 or len(set(numbers)) > 1:
            regrouped.append(name[0])
        items.append({"name": list(name), "question": ranked[0][0],
                      "label": commonest(i["label"] for _, _, i in same), "pooled": pooled(rows)})
        overall[name[2]] += rows
        if homes:
            sections[commonest(homes)].append((name[0], rows))
        for number in commonest(numbers) or ():
            ordinance[number, commonest(titles[number])].append((name[0], rows))

    def groups(found):
        return [{"id": key[0], "title": key[1], "items": [i for i, _ in members],
                 "pooled": pooled([row for _, rows in members for row in rows])}
                for key, members in sorted(found.items())]

    return {"role": role, "assemblies": len(parts), "items": items, "few": few, "differing": differing,
            "regrouped": regrouped, "sections": groups(sections), "ordinance": groups(ordinance),
            "overall": {table: pooled(rows) for table, rows in overall.items()}}


def stated(entry):
    rate = entry["figures"]["rates"]["implementation"]
    told = {"assemblies": entry["assemblies"], "counts": entry["figures"]["counts"],
            "rate": [rate["numerator"], rate["denominator"], rate.get("percent")]}
    return told | ({"spread": entry["spread"]} if "spread" in entry else {})


def stated_part(part):
    def name(entry):
        return [entry["id"], entry["revision"], entry["table"]]

    def groups(entries):
        return [{"id": g["id"], "title": g["title"], "items": g["items"], "pooled": stated(g["pooled"])} for g in entries]

    return {"role": part["role"], "assemblies": part["assemblies"],
            "items": [{"name": name(i), "question": i["question"], "label": i["label"], "pooled": stated(i["pooled"])}
                      for i in part["items"]],
            "few": [name(f) for f in part["few"]], "differing": [[*name(d), d["leftOut"]] for d in part["differing"]],
            "regrouped": part["regrouped"], "sections": groups(part["sections"]),
            "ordinance": groups(part["ordinance"]),
            "overall": {table: stated(entry) for table, entry in part["overall"].items()}}


def differences(expected, found, path=""):
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted(set(expected) | set(found)):
            yield from differences(expected.get(key), found.get(key), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, pair in enumerate(zip(expected, found)):
            yield from differences(*pair, f"{path}[{index}]")
    elif expected != found:
        yield f"{path}: {expected} expected, {found} found"


def main(combined, *paths):
    combined = json.loads(pathlib.Path(combined).read_text("utf-8"))
    summaries = [json.loads(pathlib.Path(path).read_text("utf-8")) for path in paths]
    wrong = []
    expected, hand_ins, left_out = [], [], []
    for role in ("member", "staff"):
        parts = [(number, part) for number, s in enumerate(summaries) for part in s["roles"]
                 if part["role"] == role and "tables" in part]
        if len(parts) >= 3:
            expected.append(combine(role, [(number, part["tables"]) for number, part in parts]))
            hand_ins.append([sum(p["handIn"][key] for _, p in parts) for key in ("handedIn", "asked")])
        elif parts:
            left_out.append(role)
    wrong += differences(expected, [stated_part(part) for part in combined["roles"]])
    wrong += differences(hand_ins, [[p["handIn"]["numerator"], p["handIn"]["denominator"]] for p in combined["roles"]])
    wrong += differences(left_out, combined["rolesLeftOut"])
    for listed, has in (("assemblies", True), ("withoutFigures", False)):
        who = [s["policy"] for s in summaries if any("tables" in p for p in s["roles"]) == has]
        who.sort(key=lambda p: ("code" not in p, p.get("code"), p["assembly"]))
        wrong += differences([p["assembly"] for p in who], [a["name"] for a in combined[listed]], listed)
    print("\n".join(wrong) or f"ok: {sum(len(p['items']) for p in expected)} items")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
