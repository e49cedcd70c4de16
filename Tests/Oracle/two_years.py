#!/usr/bin/env python3
"""Two years of a made-up council, through the built program alone, with every figure by the oracle.

    two_years.py TENKEN CLOCK.so [SEED]

First year: round, hand-ins, closing, report; actions, audit and review edited as Excel saves them; the report again; what
was handed in is destroyed on its day. Second year: a round that carries on what is open, and a comparison with what the
first left, by its folder and by its kept summary alone. CLOCK.so takes the place of libc's clock. Prints each step that
went wrong; exit code 0: none.
"""
import csv
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from oracle import disagreements
from round_folder import Round

MEMBERS, STAFF = 14, 11
ROLES = {"member": [f"m{n:02}" for n in range(1, MEMBERS + 1)], "staff": [f"s{n:02}" for n in range(1, STAFF + 1)],
         "organisation": ["org"]}
JAPANESE = {"member": "議員", "staff": "職員", "organisation": "組織"}
FORMATS = ["json", "text", "html", "csv"]


class Council:
    """The folder of an office, the program, and what went wrong there."""

    def __init__(self, program, clock, folder, seed):
        self.program, self.clock, self.folder = program, clock, folder
        self.rng, self.faults, self.steps = random.Random(seed), [], 0

    def check(self, what, holds, said=""):
        self.steps += 1
        if not holds:
            self.faults.append(f"{what}: {said[-600:]}")

    def tenken(self, day, *arguments, text="", status=0):
        """What the program said on a day in Japan; a step that ends otherwise than with `status` is a fault."""
        moment = subprocess.run(["date", "-d", f"{day} 10:00 +0900", "+%s"], capture_output=True, check=True).stdout
        env = os.environ | {"LD_PRELOAD": self.clock, "CLOCK": moment.decode().strip(), "LC_ALL": "C.UTF-8",
                            "XDG_DATA_HOME": str(self.folder / "data")}
        done = subprocess.run([self.program, *map(str, arguments)], input=text.encode(), capture_output=True,
                              cwd=self.folder, env=env, timeout=120, check=False)
        said = done.stdout.decode() + done.stderr.decode()
        self.check(" ".join(map(str, arguments)), done.returncode == status, f"{done.returncode} {said}")
        return said

    # --- answers -----------------------------------------------------------------------------------------------------

    def answer(self, row, at):
        """Some choice that the form offers, most often はい, with what has to go with it."""
        offered = re.findall(r"(?:^|、)(\d) ", row[at["選べる回答"]])
        choice = "1" if self.rng.random() < 0.55 else self.rng.choice(offered)
        row[at["回答"]] = choice
        if choice == "6":
            row[at["理由"]] = "別の決まりによる"
        if "根拠" in at and choice in "126" and self.rng.random() < 0.6:
            row[at["根拠"]] = f"決裁文書{self.rng.randint(1, 99)}号"

    def fill_in_forms(self, day, name, role):
        """One CSV form a person, as a spreadsheet saves it."""
        blank = self.folder / f"{name}-{role}.csv"
        self.tenken(day, "checklist", "print", role, "--round", name, "--format", "csv", "--output", blank)
        for person in ROLES[role]:
            rows = list(csv.reader(io.StringIO(blank.read_text("utf-8-sig"), newline="")))
            at = {title: place for place, title in enumerate(rows[0])}
            for row in rows[1:]:
                if row[0] == "番号又は氏名":
                    row[at["回答"]] = person
                elif row[0] == "P0":
                    row[at["回答"]] = "1"
                elif re.match(r"P\d|[MSO]-", row[0]):
                    self.answer(row, at)
            write(self.folder / "forms" / f"{name}-{person}.csv", rows)

    # --- lists -------------------------------------------------------------------------------------------------------

    def edit(self, path, change):
        """Opens a list as Excel does, and saves it in CP932."""
        rows = list(csv.reader(io.StringIO((self.folder / path).read_text("utf-8-sig"), newline="")))
        at = {title: place for place, title in enumerate(rows[0])}
        for number, row in enumerate(rows[1:]):
            for title, value in change(number, {t: row[p] for t, p in at.items()}).items():
                row[at[title]] = value
        write(self.folder / path, rows)
        return [{title: row[place] for title, place in at.items()} for row in rows[1:]]

    # --- a round -----------------------------------------------------------------------------------------------------

    def create(self, name, title, days, *more):
        write(self.folder / "meibo.csv", [["id", "name", "kana", "role", "from", "to", "exempt"]] + [
            [person, f"{JAPANESE[role]}{person[1:]}", "", JAPANESE[role], "2025-04-01", "", ""] for role, people in ROLES.items() for person in people], "utf-8-sig")
        return self.tenken(
            days[0], "round", "create", name, "--roster", "meibo.csv", "--title", title, "--opens", days[0],
            "--deadline", days[1], "--office", "総務課", "--telephone", "000", "--lent-devices", "executive",
            "--no-codes", "--retention", "1年", "--rule", "storage", "--rule", "approved-messengers", *more)

    def hand_in(self, name, day):
        (self.folder / "forms").mkdir(exist_ok=True)
        for role in ROLES:
            self.fill_in_forms(day, name, role)
        said = self.tenken(day, "round", "receive", name, *sorted((self.folder / "forms").glob(f"{name}-*.csv")))
        people = sum(map(len, ROLES.values()))
        self.check("all forms are received", f"【受領しました】{people}件" in said, said)

    def report(self, name, day, *previous):
        """The internal edition in several formats; the JSON is held against the oracle."""
        out = self.folder / f"{name}-{day}"
        self.tenken(day, "aggregate", name, *[w for p in previous for w in ("--previous", p)],
                    *[w for f in FORMATS for w in ("--format", f)], "--output", out)
        summary = json.loads((out / f"{name}-internal.json").read_text("utf-8"))
        found = disagreements(Round(self.folder / name), summary, [self.folder / p for p in previous])
        self.check(f"{name} on {day} by the oracle", not found, "\n".join(found))
        self.tenken(day, "verify", out / f"{name}-internal.json", name, *[w for p in previous for w in ("--previous", p)])
        return summary, (out / f"{name}-internal.txt").read_text("utf-8")

    def follow_up(self, name, day):
        """Actions, audit and review, as the office fills them in; gives the actions."""
        said = self.tenken(day, "round", "actions", name, "--propose")
        self.check("something is proposed", re.search(r"改善の候補 \d+件を", said), said)
        states = ["完了", "着手", "見送り", "未着手"]
        actions = self.edit(f"{name}/actions.csv", lambda n, row: {
            "原因": "忙しさ", "対応": f"対応{n}", "担当": "総務課", "期限": "2027/3/31", "状況": states[n % 4]})
        self.tenken(day, "audit", "sample", name, "--size", "6", "--seed", "監査", "--record")
        verdicts = ["確認できた", "確認できなかった", "一部確認できた"]
        audited = self.edit(f"{name}/audit.csv", lambda n, row: {
            "確認したこと": f"台帳{n}", "判定": verdicts[n % 3], "所見": f"所見その{n}", "確認日": "2027/1/20", "確認者": "監査担当"})
        self.check("six items are drawn", len(audited) == 6, str(audited))
        self.tenken(day, "round", "review", name)
        form = self.folder / name / "review.yaml"
        text = form.read_text("utf-8").replace("results:\n  needed:", "results:\n  needed: 否")
        form.write_text(text.replace("what: []", 'what: ["会議の録画の公開"]'), "utf-8")
        self.tenken(day, "round", "review", name)
        return actions


def write(path, rows, encoding="cp932"):
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)


def first_year(council):
    council.create("r8-1", "令和8年度 第1回", ("2026-10-01", "2026-12-18"))
    settings = council.folder / "r8-1/round.yaml"
    settings.write_text(settings.read_text("utf-8").replace("retentionFrom: fiscalYear", "retentionFrom: closing"), "utf-8")
    council.hand_in("r8-1", "2026-11-20")
    council.tenken("2026-12-19", "round", "close", "r8-1")
    summary, _ = council.report("r8-1", "2026-12-22")
    council.check("nobody is left out", not summary["leftOut"], str(summary["leftOut"]))
    actions = council.follow_up("r8-1", "2027-01-25")
    again, text = council.report("r8-1", "2027-02-01")
    council.check("follow-up makes no new edition", again["edition"]["number"] == 1, str(again["edition"]))
    council.check("figures stay as they were", again["roles"] == summary["roles"])
    for word in ("所見その1", "会議の録画の公開", "令和9年2月1日現在"):
        council.check(f"the report has {word}", word in text, text)
    gaps = [row for row in actions if row["種別"] == "組織"]
    council.check("the organisation's gaps are among the actions", gaps, str(actions))
    return actions, summary


def destruction(council):
    # Closed on 19 December 2026: from the day after for one year.
    council.tenken("2027-12-19", "round", "purge", "r8-1", text="廃棄\n", status=75)
    council.tenken("2027-12-20", "round", "purge", "r8-1", text="廃棄\n")
    left = sorted(p.name for p in (council.folder / "r8-1").rglob("*") if p.is_file())
    council.check("nothing of anybody is left",
                  not {"box.ndjson", "roster.csv", "opinions.csv", "codes.json"} & set(left), str(left))


def second_year(council, actions, first):
    said = council.create("r9-1", "令和9年度 第1回", ("2028-01-11", "2028-02-25"), "--previous", "r8-1")
    still_open = [row for row in actions if row["状況"] in ("未着手", "着手")]
    council.check("what is open is carried on", f"対応 {len(still_open)}件を" in said, said)
    carried = list(csv.DictReader(io.StringIO((council.folder / "r9-1/actions.csv").read_text("utf-8-sig"))))
    council.check("and nothing else", [r["課題"] for r in carried] == [r["課題"] for r in still_open], str(carried))
    evidence = json.loads((council.folder / "r9-1/evidence.json").read_text("utf-8"))
    named = {item["id"]: item["evidence"] for section in first["organisation"]["sections"]
             for item in section["items"] if "evidence" in item}
    council.check("what the organisation named is offered again",
                  {e["item"]: e["text"] for e in evidence["evidence"]} == named, str(evidence))
    council.hand_in("r9-1", "2028-02-01")
    council.tenken("2028-02-26", "round", "close", "r9-1")
    # With the folder that was purged; then with nothing but the summary, elsewhere.
    by_folder, text = council.report("r9-1", "2028-02-28", "r8-1")
    council.check("the last round is named as people know it", "令和8年度 第1回" in text, text)
    (council.folder / "kept.json").write_bytes((council.folder / "r8-1/summary/internal-1.json").read_bytes())
    (council.folder / "r8-1").rename(council.folder / "elsewhere")
    by_summary, _ = council.report("r9-1", "2028-03-01", "kept.json")
    for summary in (by_folder, by_summary):
        for earlier in summary["comparison"]["rounds"]:
            earlier.pop("file", None)
    council.check("the summary alone compares as the folder did", by_folder["comparison"] == by_summary["comparison"])
    # The list of the second year: what was carried on stands before what is new.
    added = council.follow_up("r9-1", "2028-03-10")
    council.check("proposals stand behind what was carried on", [r["課題"] for r in added][:len(carried)] == [
        r["課題"] for r in carried], str(added))
    council.check("no number stands twice", len({r["番号"] for r in added}) == len(added), str([r["番号"] for r in added]))
    council.report("r9-1", "2028-03-15", "kept.json")


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        council = Council(os.path.abspath(arguments[0]), os.path.abspath(arguments[1]), pathlib.Path(name),
                          int(arguments[2]) if len(arguments) == 3 else 1)
        actions, first = first_year(council)
        destruction(council)
        second_year(council, actions, first)
    for fault in council.faults:
        print(fault)
    print(f"{council.steps} steps, {len(council.faults)} faults")
    return 1 if council.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
