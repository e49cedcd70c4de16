"""Made-up internal summaries of many assemblies, each a real one with other counts, words, domains and revisions.

usage: assemblies.py SUMMARY.json FOLDER COUNT SEED
"""
import copy
import json
import pathlib
import random
import sys

KINDS = ["yes", "alternative", "partial", "no", "unknown", "notApplicable", "unanswered"]


def change(tables, dice):
    sheets = dice.randint(10, 60)
    kept = []
    for item in tables["items"]:
        if dice.random() < 0.1:
            continue
        if dice.random() < 0.03:
            item["revision"] += 1
        if dice.random() < 0.05:
            item["question"] = "別の言い方で" + item["question"]
        if dice.random() < 0.05:
            item["table"] = "devices" if item["table"] == "practice" else item["table"]
        weights = [dice.random() for _ in KINDS]
        counts = dict.fromkeys(KINDS, 0)
        for kind in dice.choices(KINDS, weights, k=sheets):
            counts[kind] += 1
        item["figures"]["counts"] = counts
        kept.append(item)
    tables["items"] = kept
    practice = {i["id"] for i in kept if i["table"] == "practice"}
    for groups in (tables["sections"], tables["ordinance"]):
        for group in groups:
            group["items"] = [i for i in group["items"] if i in practice]
    if dice.random() < 0.2 and tables["sections"][0]["items"]:
        tables["sections"][-1]["items"].append(tables["sections"][0]["items"].pop())
    if dice.random() < 0.2 and tables["ordinance"][0]["items"]:
        tables["ordinance"][0]["items"].pop()
    if dice.random() < 0.1:
        tables["sections"][1]["title"] += "など"


def main(source, folder, count, seed):
    dice, template = random.Random(int(seed)), json.loads(pathlib.Path(source).read_text("utf-8"))
    pathlib.Path(folder).mkdir(exist_ok=True)
    for number in range(int(count)):
        summary = copy.deepcopy(template)
        summary["draft"] = False
        summary["policy"]["assembly"] = f"見本{number:04}町議会"
        summary["policy"]["code"] = f"9{number:05}"
        if dice.random() < 0.2:
            del summary["policy"]["code"]
        summary["round"]["fiscalYear"] = dice.choice([2026, 2026, 2027])
        for part in summary["roles"]:
            if dice.random() < (0.5 if part["role"] == "staff" else 0.05):
                part.pop("tables", None)
            if "tables" in part:
                change(part["tables"], dice)
                part["handIn"]["asked"] = dice.randint(60, 90)
                part["handIn"]["handedIn"] = dice.randint(10, 60)
        text = json.dumps(summary, ensure_ascii=False, indent=1)
        pathlib.Path(folder, f"a{number:04}.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
