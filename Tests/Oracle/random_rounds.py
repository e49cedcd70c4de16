#!/usr/bin/env python3
"""Writes random round folders for the oracle to check `tenken aggregate` with.

    random_rounds.py FOLDER COUNT [SEED]

Every folder has its own small policy and checklists, a roster, hand-ins, and sheets of which some must not count. All
kinds of answers, staff modes, forms, lent devices, rules, hand-ins and sizes around 5 and 10 sheets occur. Beside each
`round-000` stands `before-000`, an earlier round of the same kind whose checklists differ somewhat.
"""
import copy
import csv
import hashlib
import io
import json
import pathlib
import random
import sys

import yaml

import box
import spoiled

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
RULES = ["approved-messengers", "paper-storage"]
TEXTS = ["台帳で確認", "別の手順", "=1+1", "\u202eabc", "<b>太字</b>|表*", "改行\nあり", "\u001b[31m赤"]


class Writer:
    def __init__(self, folder: pathlib.Path, rng: random.Random):
        self.folder, self.rng, self.numbers = folder, rng, set()

    def chance(self, percent):
        return self.rng.randrange(100) < percent

    def number(self):
        """Twelve digits with the check digit of ISO/IEC 7064, MOD 11,10."""
        while True:
            payload = "".join(str(self.rng.randrange(10)) for _ in range(11))
            p = 10
            for digit in payload:
                p = 2 * ((p + int(digit)) % 10 or 10) % 11
            number = payload + str((11 - p) % 10)
            if number not in self.numbers:
                self.numbers.add(number)
                return number

    def file(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        path.write_bytes(data)
        return hashlib.blake2b(data, digest_size=32).hexdigest()

    def yaml(self, name, value):
        return self.file(name, yaml.dump(value, Dumper=DUMPER, allow_unicode=True, sort_keys=False))


def policy():
    clauses = [("c5", "5", None), ("c6-3", "6(3)", 3), ("c6-5", "6(5)", 5), ("c6-6-1", "6(6)", 6),
               ("c6-6-2", "6(6)", 6), ("c7", "7", 8), ("c8", "8", 8)]
    owners = {"c5": ["member", "staff"], "c6-6-2": ["staff"], "c7": ["organisation"], "c8": ["organisation"]}
    return {
        "format": "tenken.policy/1", "id": "mihon", "assembly": "見本市議会", "office": "議会局", "staff": "議会局職員",
        "signOff": ["担当", "局長"], "title": "見本市議会の基本方針",
        "enacted": "2026-03-10", "effective": "2026-04-01",
        "clauses": [{"id": i, "number": n, "title": f"条{n}", "summary": "守る。", "responsible": owners.get(i, ["member"])}
                    | ({"ordinance": o} if o else {}) for i, n, o in clauses],
        "threats": [{"id": f"t{n}", "number": f"3({n})", "title": f"脅威{n}", "summary": "起こり得る。"}
                    for n in range(1, 6)],
        "assets": [{"id": f"a{n}", "number": f"4(2)-{n}", "title": f"資産{n}", "summary": "守る物。"}
                   for n in range(1, 4)],
        "properties": [{"id": i, "number": n, "title": t, "summary": "保つ。"} for i, n, t in
                       [("confidentiality", "2(4)", "機密性"), ("integrity", "2(5)", "完全性"),
                        ("availability", "2(6)", "可用性")]],
        "ordinance": {"title": "見本省令", "effective": "2027-07-01",
                      "items": [{"number": n, "title": f"第{n}号"} | ({"notInPolicy": "業務委託"} if n == 7 else {})
                                for n in range(1, 9)]},
        "rules": [{"id": r, "title": f"決まり{n}", "clause": "c5"} for n, r in enumerate(RULES)],
    }


def item(w, role, section, number):
    r = w.rng
    entry = {
        "id": f"{role[0].upper()}-{section}-{number:02}", "revision": r.randint(1, 3), "label": "守る",
        "question": "会議の資料を守っていますか。",
        "guidance": "守ります。", "clauses": r.sample(["c5", "c6-3", "c6-5", "c6-6-1", "c6-6-2", "c7", "c8"], r.randint(1, 3)),
        "threats": r.sample([f"t{n}" for n in range(1, 6)], r.randint(1, 3)),
        "properties": r.sample(["confidentiality", "integrity", "availability"], r.randint(1, 3)),
        "assets": r.sample(["a1", "a2", "a3"], r.randint(1, 3)), "importance": r.choice(["high", "medium", "low"]),
        "kind": "awareness" if w.chance(25) else "practice", "remedy": "守る。",
    }
    if w.chance(50):
        entry["partial"] = "忘れることがある"
    if w.chance(60):
        entry["notApplicable"] = "使わない場合"
    if w.chance(25):
        entry["requires"] = r.choice(RULES)
    if w.chance(30):
        entry["about"] = "device"
    if w.chance(60):
        entry["short"] = True
    if w.chance(10):
        entry["needsPrevious"] = True
    return entry


def checklist(w, role, approved):
    sections = [{"id": s, "title": f"分野{s}",
                 "items": [item(w, role, s, n) for n in range(1, w.rng.randint(1, 4) + 1)]}
                for s in w.rng.sample(["DUT", "PHY", "TEC", "OPS"], w.rng.randint(1, 3))]
    # Every form asks something.
    sections[0]["items"][0]["short"] = True
    sections[0]["items"][0].pop("requires", None)
    items = [i for s in sections for i in s["items"]]
    value = {"format": "tenken.checklist/1", "id": f"mihon-{role}", "version": "1", "title": f"点検票 {role}",
             "role": role, "policy": "mihon", "scope": "会議の場面についてお答えください。", "preface": "お願いします。\n",
             "choices": ["yes", "partial", "no", "unknown", "not_applicable"]}
    if role != "member":
        value["choices"].append("alternative")
    if approved:
        value["approved"] = {"by": "議長", "date": "2026-10-01", "document": "見本第1号"}
    if role != "organisation":
        can = [i["id"] for i in items if "notApplicable" in i]
        value["profile"] = [
            {"id": q, "question": "会議で使いますか。", "whenNo": w.rng.sample(can, w.rng.randint(1, len(can)))}
            | ({"assumes": "lent-devices"} if q == "device" else {})
            for q in ("device", "mail") if can]
        if not value["profile"]:
            del value["profile"]
    value["sections"] = sections
    return value


def earlier(role):
    """The digest of a checklist's bytes before an editorial correction."""
    return hashlib.blake2b(role.encode(), digest_size=32).hexdigest()


def earlier_edition(w, value):
    """The same checklist some time before: other revisions, and an item less."""
    value = copy.deepcopy(value)
    for section in value["sections"]:
        for entry in section["items"]:
            if w.chance(20):
                entry["revision"] += 1
    last = value["sections"][-1]["items"]
    if len(last) > 1 and w.chance(50):
        gone = last.pop()["id"]
        for question in value.get("profile", []):
            question["whenNo"] = [i for i in question["whenNo"] if i != gone]
        value["profile"] = [q for q in value.get("profile", []) if q["whenNo"]]
        if not value["profile"]:
            del value["profile"]
    return value


class RandomRound:
    SIZES = [0, 3, 4, 5, 6, 9, 10, 11, 12, 25, 60]

    def __init__(self, w, later=None):
        self.w, r = w, w.rng
        # Without a draw: the rounds of the fixtures stay what they are.
        self.salt = str(r.getstate()[1][:2])
        self.spoiled = random.Random(self.salt).choice([0, 0, 4, 20])
        self.id = "mihon-1" if later is None else "mihon-before"
        approved = self.is_approved()
        self.checklists = {role: checklist(w, role, approved) for role in ("member", "staff", "organisation")
                           if role == "member" or w.chance(85)}
        if later:
            self.checklists = {role: earlier_edition(w, value) for role, value in later.checklists.items()}
        names = {"member": "members", "staff": "staff", "organisation": "organisation"}
        self.digests = {role: w.yaml(f"checklists/{names[role]}.yaml", value)
                        for role, value in self.checklists.items()}
        w.yaml("checklists/policy.yaml", policy())
        self.facts = {
            "format": "tenken.round/2", "id": self.id, "title": "見本の点検", "kind": "regular", "fiscalYear": 2026,
            "opens": "2026-11-01", "deadline": "2026-11-20", "referenceDay": "2026-11-05", "meetings": ["本会議"],
            "contact": {"office": "見本市議会議会局", "telephone": "00-0000-0000"}, "addressee": "議長", "retention": "5年",
            "electionBetween": w.chance(20), "rules": r.sample(RULES, r.randint(0, 2)),
            "lentDevices": r.choice(["council", "executive", "none"]), "staffMode": r.choice(["own", "copy", "both"]),
            "cityInspection": {"date": "2026-10-01", "form": "市の点検票"}, "form": r.choice(["full", "short"]),
            "handIn": r.choice(["unsigned", "signed"]), "codes": False,
            "checklists": [{"role": role, "file": f"{names[role]}.yaml", "digests": [digest, earlier(role)]}
                           for role, digest in self.digests.items()],
        }
        if w.chance(50):
            self.facts["previous"] = "mihon-0"
        if w.chance(50):
            self.facts["thresholds"] = {k: r.choice([0, 10, 30, 50, 80, 100]) for k in ("support", "training", "revision")}
        if later:
            self.facts |= {k: later.facts[k] for k in ("kind", "reason", "form") if k in later.facts}
            self.facts |= {"opens": "2026-10-01", "retentionFrom": "closing"}
        elif w.chance(30):
            self.facts |= {"kind": "extraordinary", "reason": "新しいサービスの導入"}
        w.yaml("round.yaml", self.facts)
        self.roster, self.submissions, self.lines = [], 0, []
        self.people()
        r.shuffle(self.lines)
        # A box is counted while it is read where its lines stand as the program writes them; not so in every third.
        if random.Random(f"{self.salt}-order").randrange(3):
            self.lines = box.in_order(self.lines)
        self.w.file("box.ndjson", box.whole(self.lines, self.id))
        self.log()
        if w.chance(50):
            self.actions()
        if w.chance(50):
            self.audit()
        if w.chance(50):
            self.opinions()
        if w.chance(50):
            w.yaml("review.yaml", {
                "format": "tenken.review/1", "lookedAt": r.sample(["報告", "\"事故\"の記録"], r.randint(0, 2)),
                "results": {"needed": r.choice([None, "要", "否"]), "reason": r.choice([None, "率が低い"])},
                "circumstances": {"needed": r.choice(["要", "否"]), "reason": "新しい連絡アプリ",
                                  "what": r.sample(["端末の更新", "法令の改正"], r.randint(0, 2))},
                "day": r.choice([None, "2027-04-20"]), "decidedBy": r.choice([None, "議会運営委員会"])})

    def actions(self):
        """What people did about earlier results, as Excel saves it in either encoding."""
        w, r = self.w, self.w.rng
        rows = [["状況", "番号", "点検回", "種別", "項目", "課題", "根拠", "原因", "対応", "担当", "期限"]]
        # A list that was begun before there was the column has none.
        rows[0] += ["公表"] if w.chance(70) else []
        for number in range(1, r.randint(1, 5)):
            measure = r.choice(["", "案内する\r\n貼り紙"])
            rows.append([
                r.choice(["未着手", "着手", "完了", "見送り"]), f"A-{number:02}", r.choice([self.id, "mihon-0"]),
                r.choice(["支援", "研修", "決まり", "組織", "執行機関"]), r.choice(["", "M-PHY-01", "M-PHY-01、M-PHY-02"]),
                r.choice(["席を離れるとき", "紙の、\"置き場所\""]), "実施率", r.choice(["", "忙しい"]), measure,
                r.choice(["", "議会局"]), r.choice(["", "2027-03-31", "2027/3/31", "令和9年3月31日", "R9.3.31"])])
            if len(rows[0]) > len(rows[-1]):
                rows[-1].append(r.choice(["", "はい"]) if measure else "")
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        (w.folder / "actions.csv").write_bytes(text.getvalue().encode(r.choice(["utf-8", "utf-8-sig", "cp932"])))

    def audit(self):
        """What an auditor saw of some of the organisation's items, asked in this round or not."""
        w, r = self.w, self.w.rng
        sections = self.checklists.get("organisation", {"sections": []})["sections"]
        items = [i for s in sections for i in s["items"]]
        rows = [["項目", "設問", "回答", "根拠", "確認したこと", "判定", "所見", "確認日", "確認者"]]
        for entry in r.sample(items, r.randint(0, len(items))):
            rows.append([entry["id"], entry["question"], r.choice(["はい", "一部できている"]), r.choice(["", "台帳、2冊"]),
                         r.choice(["", "台帳を見た\r\n現物も見た"]), r.choice(["確認できた", "一部確認できた", "確認できなかった", ""]),
                         r.choice(["", "1件違う"]), r.choice(["", "2027-03-31", "令和9年3月31日"]), r.choice(["", "監査委員"])])
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        (w.folder / "audit.csv").write_bytes(text.getvalue().encode(r.choice(["utf-8", "utf-8-sig", "cp932"])))

    def opinions(self):
        """What people wrote, with the office's decisions, in any order."""
        w, r = self.w, self.w.rng
        rows = [[f"{n[:4]}-{n[4:8]}-{n[8:]}", r.choice(["研修の日", "二行\r\nの文", "=1+1、<b>"]),
                 r.choice(["載せる", "載せない", "", "shown"])] for n in [w.number() for _ in range(r.randint(0, 4))]]
        text = io.StringIO(newline="")
        csv.writer(text).writerows([["番号", "ご意見", "扱い"]] + rows)
        (w.folder / "opinions.csv").write_bytes(text.getvalue().encode("utf-8-sig"))

    def size(self, role):
        """How many people of the role are on the roster."""
        return self.w.rng.choice(self.SIZES)

    def is_approved(self):
        return self.w.rng.choice([True, False])

    def is_closed(self):
        return self.w.chance(85)

    def choice(self, entry, offered):
        """What a person answers to an item that is put to them; to some items all the same."""
        alike = random.Random(f"{self.salt}-{entry['id']}-alike").randrange(100)
        return offered[alike % len(offered)] if alike < 10 else self.w.rng.choice(offered)

    def log(self):
        events = [{"format": "tenken.event/1", "at": "2026-11-01T09:00:00+09:00", "event": "opened"}]
        if self.w.chance(40):
            events.append({"format": "tenken.event/1", "at": "2026-11-19T09:00:00+09:00", "event": "extended",
                           "deadline": "2026-11-22", "reason": "荒天"})
        if self.is_closed():
            digest = box.blake((self.w.folder / "box.ndjson").read_bytes())
            events.append({"format": "tenken.event/1", "at": "2026-11-27T09:00:00+09:00", "event": "closed",
                           "digest": digest})
        self.w.file("round.log", box.chained(events))

    def people(self):
        w, r = self.w, self.w.rng
        for role in self.checklists:
            many = 1 if role == "organisation" else self.size(role)
            for n in range(many):
                person = {"id": f"{role[0]}{n}", "name": f"見本{n:02}", "kana": "みほん", "role": role, "from": "",
                          "to": "", "exempt": ""}
                if role != "organisation" and w.chance(20):
                    person |= r.choice([{"exempt": "療養"}, {"to": "2026-11-04"}, {"from": "2026-11-06"},
                                        {"from": "2026-11-05"}, {"to": "2026-11-05"}])
                self.roster.append(person)
                if w.chance(95):
                    self.hand_in(role, person["id"])
        out = self.w.folder / "roster.csv"
        with out.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, ["id", "name", "kana", "role", "from", "to", "exempt"])
            writer.writeheader()
            writer.writerows(self.roster)

    def hand_in(self, role, respondent):
        submission = {
            "format": "tenken.submission/1", "respondent": respondent, "role": role,
            "receipt": f"{self.submissions:06}", "day": f"2026-11-{self.w.rng.randint(1, 25):02}",
            "entry": {"mode": "self"}}
        if self.w.chance(self.spoiled):
            self.lines.append(spoiled.submission_line(self.w, submission))
        else:
            self.lines += [box.line(submission)] * (2 if self.w.chance(self.spoiled) else 1)
        self.submissions += 1
        sheet = self.sheet(role, respondent)
        is_sorted = random.Random(f"{self.salt}-{sheet['id']}").randrange(8) > 0
        line = spoiled.sheet_line(self.w, sheet, self.roster, RULES) if self.w.chance(12) else box.line(sheet, is_sorted)
        # Sometimes the same line twice.
        self.lines += [line] * (2 if self.w.chance(4) else 1)

    def sheet(self, role, respondent):
        sheet = {"format": "tenken.sheet/1", "id": self.w.number(), "round": self.id,
                 "checklist": {"id": f"mihon-{role}", "version": "1",
                               "digest": self.digests[role] if self.w.chance(90) else earlier(role)},
                 "role": role, "answers": self.answers(role)}
        if self.facts["handIn"] == "signed" or role == "organisation":
            items = [a["item"] for a in sheet["answers"]]
            sheet["respondent"] = respondent
            sheet["notes"] = [{"item": i, "text": self.w.rng.choice(TEXTS)} for i in items if self.w.chance(20)]
            sheet["plans"] = [{"item": i, "action": self.w.rng.choice(TEXTS)}
                              | ({"due": "2027-03-31"} if self.w.chance(50) else {}) for i in items if self.w.chance(20)]
        return sheet

    def answers(self, role):
        w, value, result = self.w, self.checklists[role], []
        says_no = [q for q in value.get("profile", [])
                   if (q.get("assumes") and self.facts["lentDevices"] == "none") or w.chance(self.share(q["id"]))]
        for section in value["sections"]:
            for entry in section["items"]:
                if self.facts["form"] == "short" and not entry.get("short"):
                    continue
                if entry.get("needsPrevious") and "previous" not in self.facts:
                    continue
                answer = {"item": entry["id"], "revision": entry["revision"]}
                ruled_out = [q["id"] for q in says_no if entry["id"] in q["whenNo"]]
                if "requires" in entry and entry["requires"] not in self.facts["rules"]:
                    answer |= {"choice": "not_applicable", "source": "rule", "reason": entry["requires"]}
                elif ruled_out:
                    answer |= {"choice": "not_applicable", "source": "profile", "reason": w.rng.choice(ruled_out)}
                elif w.chance(10):
                    continue
                else:
                    offered = [c for c in value["choices"]
                               if not (c == "partial" and "partial" not in entry)
                               and not (c == "alternative" and entry["kind"] == "awareness")
                               and not (c == "not_applicable" and "notApplicable" not in entry)]
                    if "not_applicable" in offered and w.chance(self.share(entry["id"]) // 2):
                        offered = ["not_applicable"]
                    answer |= {"choice": self.choice(entry, offered), "source": "self"}
                    if answer["choice"] == "alternative":
                        answer["reason"] = w.rng.choice(TEXTS)
                    if role == "organisation" and w.chance(50):
                        answer["evidence"] = w.rng.choice(TEXTS)
                result.append(answer)
        return result

    def share(self, key):
        """In percent, of whom something does not apply to: one for the whole round, so that nearly all or nobody may."""
        return random.Random(f"{self.salt}-{key}").choice([0, 5, 30, 60, 85, 95])


def write(folder, index, seed, kind=RandomRound):
    """Writes `round-000` and `before-000` of this index; always the same for a seed."""
    later = None
    for name, salt in (("round", ""), ("before", "-before")):
        path = folder / f"{name}-{index:03}"
        path.mkdir(parents=True)
        later = kind(Writer(path, random.Random(f"{seed}-{index}{salt}")), later)


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    seed = int(arguments[2]) if len(arguments) == 3 else 1
    for index in range(int(arguments[1])):
        write(pathlib.Path(arguments[0]), index, seed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
