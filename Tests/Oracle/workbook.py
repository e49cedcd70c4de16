"""Compares a workbook with the JSON of the same summary: every number must be equal.

    workbook.py SUMMARY.xlsx SUMMARY.json
"""

import json
import sys

import openpyxl

from words import COUNTS, RATES, ROLES

GROUPS = {
    "分野別": "sections", "条項別": "clauses", "脅威別": "threats", "性質別": "properties", "資産別": "assets",
    "省令8項目": "ordinance",
}
TABLES = {"practice": "項目別", "awareness": "周知", "devices": "参考：執行機関が管理する端末"}
compared = 0


def equal(found, expected, where):
    global compared
    compared += 1
    assert found == expected, (where, found, expected)


def rows(sheet):
    """The table below the third row, by its headings; notes and the rest stand under it."""
    headings = [cell.value for cell in sheet[3]]
    last = int(sheet.auto_filter.ref.split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return [dict(zip(headings, (c.value for c in row))) for row in sheet.iter_rows(min_row=4, max_row=last)]


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
        found = rows(book[name])
        equal(len(found), len(expected), name)
        for row, (role, group) in zip(found, expected):
            equal((row["区分"], row.get("名", row.get("分野"))), (role, group["title"]), name)
            equal(row["項目数"], len(group["items"]), (name, group["id"]))
            figures(row, group["figures"], (name, group["id"]))
    expected = [(ROLES[r["role"]], item) for r in shown for item in r["tables"]["items"]]
    found = rows(book["項目別"])
    equal(len(found), len(expected), "項目別")
    for row, (role, item) in zip(found, expected):
        equal((row["区分"], row["番号"]), (role, item["id"]), "項目別")
        figures(row, item["figures"], item["id"])
    for row, role in zip(rows(book["提出"]), summary["roles"] + [summary["organisation"]]):
        equal(row["提出率"], rate(role["handIn"]["rate"]), "提出率")
        equal((row["対象者"], row["提出者"]), (role["handIn"]["asked"], role["handIn"]["handedIn"]), "提出")
        equal(row["回答票数"], role["handIn"]["reconciliation"]["sheets"], "回答票数")
    equal([r["件数"] for r in rows(book["除外した票"])], [r["count"] for r in summary["leftOut"]], "除外した票")
    items = [item["id"] for section in summary["organisation"]["sections"] for item in section["items"]]
    equal([r["番号"] for r in rows(book["組織"])], items, "組織")


def compare_rounds(book, summary):
    """The two sheets of the comparison; without earlier rounds there is neither."""
    comparison = summary.get("comparison")
    if comparison is None:
        assert "前回比較" not in book.sheetnames and "前回比較の項目別" not in book.sheetnames
        return
    titles = {r["id"]: r["title"] for r in comparison["rounds"]}
    expected = [(ROLES[part["role"]], titles[step["round"]], title, change)
                for part in comparison["roles"] for step in part["steps"]
                for title, change in [("全体", step)] + [(s["title"], s) for s in step.get("sections", [])]]
    found = rows(book["前回比較"])
    equal(len(found), len(expected), "前回比較")
    for row, (role, name, title, change) in zip(found, expected):
        where = ("前回比較", role, name, title)
        equal((row["区分"], row["前の点検回"], row["分野"]), (role, name, title), where)
        if title == "全体" and change.get("comparable") is None:
            equal(row["前の実施率"] or "", "", where)
            continue
        if title == "全体":
            equal((row["同じ設問"], row["今回の設問"]),
                  (change["comparable"]["numerator"], change["comparable"]["denominator"]), where)
            equal(row["同じ設問の割合"], rate(change["comparable"]), where)
        else:
            equal(row["同じ設問"], len(change["items"]), where)
        for name, key in (("前", "before"), ("今回", "now")):
            done = change[key]["rates"]["implementation"]
            equal(row[name + "の実施率"], rate(done), where)
            equal((row[name + "の実施"], row[name + "の対象"]), (done["numerator"], done["denominator"]), where)
    now = {(r["role"], i["id"]): i for r in summary["roles"] for i in r.get("tables", {}).get("items", [])}
    expected = [(part["role"], item) for part in comparison["roles"] for item in part["items"]]
    found = rows(book["前回比較の項目別"])
    equal(len(found), len(expected), "前回比較の項目別")
    for row, (role, item) in zip(found, expected):
        mine = now[role, item["id"]]
        equal((row["区分"], row["番号"], row["表"]), (ROLES[role], item["id"], TABLES[mine["table"]]), item["id"])
        equal(row["今回の実施率"], rate(mine["figures"]["rates"]["implementation"]), item["id"])
        for earlier in item["rounds"]:
            before = earlier.get("implementation")
            equal(row["実施率 " + titles[earlier["round"]]], None if before is None else rate(before), item["id"])
            people = row["人数の違い " + titles[earlier["round"]]]
            equal("" if people is None else people, earlier["people"] if before is not None else "", item["id"])
    answered = [item["id"] for item in comparison["organisation"]]
    equal([r["番号"] for r in rows(book["前回比較の組織"])] if answered else [], answered, "前回比較の組織")


def compare_follow_up(book, summary):
    """Plans, actions, the decision and the opinions, each with a sheet where there is any."""
    plans = [(r["role"], r["tables"]["plans"]) for r in summary["roles"] if "plans" in r.get("tables", {})]
    equal(len(rows(book["改善計画"])) if plans else 0, len(plans), "改善計画")
    for row, (role, figure) in zip(rows(book["改善計画"]) if plans else [], plans):
        equal((row["区分"], row["書いた票"], row["課題のある票"]), (ROLES[role], figure["numerator"], figure["denominator"]), "改善計画")
        equal(row["書いた票の割合"], rate(figure), "改善計画")
    actions = summary.get("actions") or []
    found = rows(book["課題と対応"]) if actions else []
    equal([(r["番号"], r["点検回"], r["対応"] or "") for r in found],
          [(a["id"], a["round"], a["measure"]) for a in actions], "課題と対応")
    said = summary.get("opinions") or []
    equal([r["ご意見"] for r in rows(book["ご意見"])] if said else [], said, "ご意見")


def main():
    book = openpyxl.load_workbook(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        summary = json.load(file)
    compare(book, summary)
    compare_rounds(book, summary)
    compare_follow_up(book, summary)
    for sheet in book:
        assert sheet.freeze_panes == "A4" and sheet.page_setup.paperSize == 9 and sheet.print_area, sheet.title
        assert not any(c.data_type == "f" for row in sheet.iter_rows() for c in row), sheet.title
    assert len(book["分野別"]._charts) == 2
    print(compared)


main()
