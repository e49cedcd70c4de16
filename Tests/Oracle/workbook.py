"""Compares a workbook with the JSON of the same summary: every number must be equal, and every sheet well made.

    workbook.py SUMMARY.xlsx SUMMARY.json
"""

import json
import sys
import warnings

import openpyxl

from sheets import check
from words import COUNTS, RATES, ROLES

GROUPS = {
    "分野別": "sections", "条項別": "clauses", "脅威別": "threats", "性質別": "properties", "資産別": "assets",
    "省令の項目別": "ordinance",
}
TABLES = {"practice": "実施", "awareness": "周知", "devices": "参考"}
compared = 0


def equal(found, expected, where):
    global compared
    compared += 1
    assert found == expected, (where, found, expected)


def rows(book, name, **values):
    """The rows of a sheet's one table that have these values, by its headings; none where there is no such sheet."""
    if name not in book.sheetnames:
        return []
    table, = book[name].tables.values()
    heading, *cells = book[name][table.ref]
    found = [dict(zip((c.value for c in heading), (c.value for c in row))) for row in cells]
    return [row for row in found if all(row[key] == value for key, value in values.items())]


def answer(choice):
    """The words of a choice; none is 未回答."""
    words = {key.lower(): name for name, key in COUNTS.items()}
    return words[(choice or "unanswered").replace("_", "")]


def rate(expected):
    return "−" if expected.get("percent") is None else round(expected["percent"] / 100, 5)


def figures(row, expected, where):
    for name, key in RATES.items():
        equal(row[name], rate(expected["rates"][key]), (where, name))
    for name, key in COUNTS.items():
        equal(row[name], expected["counts"][key], (where, name))
    equal(row["実施"], expected["rates"]["implementation"]["numerator"], where)
    equal(row["対象"], expected["rates"]["implementation"]["denominator"], where)


def compare(book, summary):
    shown = [role for role in summary["roles"] if "tables" in role]
    for name, key in GROUPS.items():
        expected = [(ROLES[r["role"]], group) for r in shown for group in r["tables"][key]]
        found = [row for row in rows(book, "分野・条項など") if row["表"].removeprefix("参考：") == name]
        equal(len(found), len(expected), name)
        for row, (role, group) in zip(found, expected):
            where = (name, group["id"])
            equal((row["区分"], row["名"], row["項目数"]), (role, group["title"], len(group["items"])), where)
            figures(row, group["figures"], where)
            if "awareness" in group:
                equal((row["周知の項目数"], row["周知率"]),
                      (len(group["awareness"]["items"]), rate(group["awareness"]["figures"]["rates"]["implementation"])), where)
    expected = [(ROLES[r["role"]], item) for r in shown for item in r["tables"]["items"]]
    found = [row for row in rows(book, "項目") if row.get("表")]
    equal(len(found), len(expected), "項目")
    for row, (role, item) in zip(found, expected):
        equal((row["区分"], row["番号"], row["表"]), (role, item["id"], TABLES[item["table"]]), "項目")
        figures(row, item["figures"], item["id"])
    handed_in = summary["roles"] + ([summary["organisation"]] if "organisation" in summary else [])
    for row, role in zip(rows(book, "提出"), handed_in, strict=True):
        equal(row["提出率"], rate(role["handIn"]["rate"]), "提出率")
        equal((row["対象者"], row["提出者"]), (role["handIn"]["asked"], role["handIn"]["handedIn"]), "提出")
        equal(row["回答票数"], role["handIn"]["reconciliation"]["sheets"], "回答票数")
    counts = [r["件数"] for r in rows(book, "注記", 種類="集計から除いたもの")]
    equal(counts, [r["count"] for r in summary["leftOut"]] or [0], "除いた票")
    items = [item["id"] for section in summary["organisation"]["sections"] for item in section["items"]]
    equal([r["番号"] for r in rows(book, "組織")], items, "組織")


def change(row, before, now, where):
    """The signed difference of two printed rates, in percent points."""
    differ = None if None in (before.get("percent"), now.get("percent")) else round(now["percent"] - before["percent"], 1)
    equal(row["変化"] if differ is not None else row.get("変化"), differ, where)


def compare_rounds(book, summary):
    """What is said of earlier rounds; without one nothing is."""
    comparison = summary.get("comparison")
    if comparison is None:
        assert "推移" not in book.sheetnames
        assert not any("前回" in row for row in rows(book, "項目"))
        return
    titles = {r["id"]: r["title"] for r in comparison["rounds"]}
    expected = [(ROLES[part["role"]], titles[step["round"]], title, change)
                for part in comparison["roles"] for step in part["steps"]
                for title, change in [(None, step)] + [(s["title"], s) for s in step.get("sections", [])]]
    found = [row for row in rows(book, "推移") if row["表"] in ("全体", "分野別")]
    equal(len(found), len(expected), "推移")
    for row, (role, name, title, step) in zip(found, expected):
        where = ("推移", role, name, title)
        equal((row["区分"], row["点検回"], row["名"]), (role, name, title), where)
        if title is None and step.get("comparable") is None:
            equal(row["その回の実施率"], None, where)
            continue
        if title is None:
            equal((row["同じ設問"], row["今回の設問"]),
                  (step["comparable"]["numerator"], step["comparable"]["denominator"]), where)
            equal(row["同じ設問の割合"], rate(step["comparable"]), where)
        else:
            equal(row["同じ設問"], len(step["items"]), where)
        before, now = (step[key]["rates"]["implementation"] for key in ("before", "now"))
        change(row, before, now, where)
        for name, done in (("その回", before), ("今回", now)):
            equal(row[name + "の実施率"], rate(done), where)
            equal((row[name + "の実施"], row[name + "の対象"]), (done["numerator"], done["denominator"]), where)
    compare_items(book, summary, titles)
    for name in titles.values():
        found = rows(book, "推移", 表="組織", 点検回=name)
        equal([row["番号"] for row in found], [item["id"] for item in comparison["organisation"]], "組織")
        for row, item in zip(found, comparison["organisation"]):
            before, = [r for r in item["rounds"] if titles[r["round"]] == name]
            if before["isAsked"]:
                equal((row["その回の回答"], row["今回の回答"]), (answer(before.get("choice")), answer(item.get("now"))), item["id"])


def compare_items(book, summary, titles):
    comparison = summary["comparison"]
    now = {(r["role"], i["id"]): i for r in summary["roles"] for i in r.get("tables", {}).get("items", [])}
    mine = {(row["区分"], row["番号"]): row for row in rows(book, "項目") if row.get("表")}
    latest = comparison["rounds"][-1]["id"]
    for part in comparison["roles"]:
        role = ROLES[part["role"]]
        found = {(row["番号"], row["点検回"]): row for row in rows(book, "推移", 区分=role) if row["表"] in TABLES.values()}
        equal(len(found), len(part["items"]) * len(titles), "推移")
        for item in part["items"]:
            ours = now[part["role"], item["id"]]["figures"]["rates"]["implementation"]
            for earlier in item["rounds"]:
                row, before = found[item["id"], titles[earlier["round"]]], earlier.get("implementation")
                equal(row["その回の実施率"], None if before is None else rate(before), item["id"])
                equal(row["違う人数"], None if before is None else earlier["people"], item["id"])
                if before is not None:
                    equal(row["今回の実施率"], rate(ours), item["id"])
                    change(row, before, ours, item["id"])
                if earlier["round"] == latest:
                    row = mine[role, item["id"]]
                    equal((row["前回"], row["違う人数"]), (None, None) if before is None else (rate(before), earlier["people"]), item["id"])
                    change(row, before or {}, ours, item["id"])


def compare_follow_up(book, summary):
    """Plans, actions, the audit and the opinions, where there are any."""
    plans = [(r["role"], r["tables"]["plans"]) for r in summary["roles"] if "plans" in r.get("tables", {})]
    for role, figure in plans:
        row, = rows(book, "提出", 区分=ROLES[role])
        equal((row["改善計画を書いた票"], row["課題のある票"]), (figure["numerator"], figure["denominator"]), "改善計画")
        equal(row["改善計画を書いた票の割合"], rate(figure), "改善計画")
    actions = summary.get("actions") or []
    equal([(r["番号"], r["点検回"], r["対応"] or "") for r in rows(book, "対応")],
          [(a["id"], a["round"], a["measure"]) for a in actions], "対応")
    equal([r["内容"] for r in rows(book, "意見・監査など", 種類="ご意見")], summary.get("opinions") or [], "ご意見")


def main():
    warnings.simplefilter("ignore", UserWarning)
    book = openpyxl.load_workbook(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        summary = json.load(file)
    check(sys.argv[1], book)
    compare(book, summary)
    compare_rounds(book, summary)
    compare_follow_up(book, summary)
    shown = [role for role in summary["roles"] if "tables" in role]
    assert sum(len(sheet._charts) for sheet in book if sheet.title == "分野・条項など") == len(shown)
    print(compared)


main()
