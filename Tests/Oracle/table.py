"""Compares the tidy table (CSV) with the JSON of the same summary: every number of the comparison must be equal.

    table.py SUMMARY.csv SUMMARY.json
"""

import csv
import json
import sys

from words import COUNTS, RATES, ROLES


def rate(expected):
    percent = expected.get("percent")
    return (str(expected["numerator"]), str(expected["denominator"]), "" if percent is None else f"{percent:.1f}")


def expected_rows(summary):
    """(table, role, number, measure) to (numerator, denominator, value)."""
    titles = {r["id"]: r["title"] for r in summary["comparison"]["rounds"]}
    tables = {(r["role"], i["id"]): i["table"] for r in summary["roles"] for i in r.get("tables", {}).get("items", [])}
    result = {}
    for part in summary["comparison"]["roles"]:
        role = ROLES[part["role"]]
        for step in part["steps"]:
            if step.get("comparable") is None:
                result["前回比較", role, "", titles[step["round"]], "同じ設問"] = ("", "", "")
                continue
            result["前回比較", role, "", titles[step["round"]], "同じ設問の割合"] = rate(step["comparable"])
            for section in step["sections"]:
                where = ("前回比較：分野別", role, section["id"], titles[step["round"]])
                for name, key in (("前回の実施率", "before"), ("今回の実施率", "now")):
                    result[where + (name,)] = rate(section[key]["rates"]["implementation"])
            for table, key in (("前回比較：前の点検回", "before"), ("前回比較：今回", "now")):
                for measure, name in RATES.items():
                    result[table, role, "", titles[step["round"]], measure] = rate(step[key]["rates"][name])
                for measure, name in COUNTS.items():
                    result[table, role, "", titles[step["round"]], measure] = ("", "", str(step[key]["counts"][name]))
        for item in part["items"]:
            name = "周知率" if tables[part["role"], item["id"]] == "awareness" else "実施率"
            for earlier in item["rounds"]:
                if earlier.get("implementation") is None:
                    continue
                where = ("前回比較：項目別", role, item["id"], titles[earlier["round"]])
                result[where + (f"前回の{name}",)] = rate(earlier["implementation"])
                result[where + ("人数の違い",)] = ("", "", str(earlier["people"]))
    for item in summary["comparison"]["organisation"]:
        for earlier in item["rounds"]:
            if earlier["isAsked"]:
                result["前回比較：組織", "組織", item["id"], titles[earlier["round"]], "前回の回答"] = ("", "", "")
    return result


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        expected = expected_rows(json.load(file))
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        found = {(r["表"], r["区分"], r["番号"], r["比べた点検回"].lstrip("'"), r["指標"]):
                 (r["分子"], r["分母"], r["率（%）"] or r["数"])
                 for r in csv.DictReader(file) if r["表"].startswith("前回比較")}
    assert found == expected, sorted(set(found.items()) ^ set(expected.items()))[:10]
    print(len(found))


main()
