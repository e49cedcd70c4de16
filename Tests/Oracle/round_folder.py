"""The round folder as the oracle reads it, and which of its sheets count.

A part of oracle.py: written from sections 4 and 7 of the design and docs/formats.md; shares nothing with the program.
"""
import csv
import datetime
import io
import json
import pathlib
import re

import yaml

import box

# As an office writes them in its roster.
ROLES = {"議員": "member", "職員": "staff", "組織": "organisation"}
# In the order in which they are looked for.
REASONS = ["damaged", "syntax", "unknownFormat", "wrongValue", "repeatedItem", "wrongRound", "roleNotAsked",
           "unknownChecklist", "checklistOfOtherRole", "unknownItem", "wrongRevision", "contradictsRound",
           "choiceNotOffered", "notSigned", "unknownRespondent", "duplicateNumber", "duplicateRespondent",
           "secondOrganisationSheet"]
ANSWERS = {"yes": "a", "alternative": "v", "partial": "b", "no": "c", "unknown": "d", "not_applicable": "e"}


def least_base(sheets):
    """Answers that an item needs: 5; of fewer than 10 sheets at least half of them, and two more."""
    return 5 if sheets >= 10 else max(5, (sheets + 1) // 2 + 2)


# --- the round folder ------------------------------------------------------------------------------------------------

def strict(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise KeyError("duplicate key")
    return dict(pairs)


def day(text):
    return datetime.date.fromisoformat(str(text)) if text else None


def load(path):
    # libyaml, where it is there, reads ten times as fast.
    return yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class Round:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.facts = load(folder / "round.yaml")
        self.policy = load(folder / "checklists/policy.yaml")
        self.checklists = {
            entry["role"]: load(folder / "checklists" / entry["file"])
            for entry in self.facts["checklists"]
        }
        self.digests = {d: entry["role"] for entry in self.facts["checklists"] for d in entry["digests"]}
        text = (folder / "roster.csv").read_text("utf-8-sig")
        self.roster = [row | {"role": ROLES.get(row["role"], row["role"])} for row in csv.DictReader(io.StringIO(text))]
        path = folder / "review.yaml"
        self.review = yaml.safe_load(path.read_text("utf-8")) if path.exists() else None
        self.hand_ins()
        self.deadline, self.closed = self.facts["deadline"], False
        log = folder / "round.log"
        for line in log.read_text("utf-8").splitlines() if log.exists() else []:
            event = json.loads(line)
            if event["event"] == "extended":
                self.deadline = event["deadline"]
            if event["event"] in ("closed", "reopened"):
                self.closed = event["event"] == "closed"

    def hand_ins(self):
        """Submissions that can be read, whose cannot, and the reasons why some count nowhere."""
        self.submissions, self.unread, self.left_out, seen = [], set(), [], set()
        for _, kind, text in box.read(self.folder / "box.ndjson"):
            if kind not in ("tenken.submission/1", "tenken.opinion/1"):
                continue
            key = re.match(rb'"format":"[^"]*","[a-z]+":"([^"]*)"', text)[1].decode("utf-8")
            if (kind, key) in seen:
                self.left_out.append("duplicateRespondent" if kind == "tenken.submission/1" else "duplicateNumber")
                continue
            seen.add((kind, key))
            try:
                value = json.loads(b"{" + text)
                fault = None if kind == "tenken.opinion/1" or isinstance(value.get("day"), str) else "wrongValue"
            except ValueError:
                fault = "syntax"
            if fault:
                self.left_out.append(fault)
                if kind == "tenken.submission/1":
                    self.unread.add(key)
            elif kind == "tenken.submission/1":
                self.submissions.append(value)

    def asked_roles(self):
        copied = self.facts.get("staffMode", "own") == "copy"
        return [r for r in ("member", "staff", "organisation")
                if r in self.checklists and not (r == "staff" and copied)]

    def items(self, role):
        """(section, item) of the round's form, in order; what looks back only where there is an earlier round."""
        short, first = self.facts.get("form", "full") == "short", "previous" not in self.facts
        return [(s, i) for s in self.checklists[role]["sections"] for i in s["items"]
                if not (short and not i.get("short")) and not (first and i.get("needsPrevious"))]

    def lacks_rule(self, item):
        return "requires" in item and item["requires"] not in self.facts.get("rules", [])

    def asked_items(self, role):
        return [(s, i) for s, i in self.items(role) if not self.lacks_rule(i)]

    def table(self, item):
        if item.get("about") == "device" and item["id"][0] != "O" and self.facts.get("lentDevices", "council") == "executive":
            return "devices"
        return item["kind"]

    def offered(self, role, item):
        offered = set(self.checklists[role]["choices"])
        if "partial" not in item:
            offered.discard("partial")
        if "notApplicable" not in item:
            offered.discard("not_applicable")
        if item["kind"] == "awareness":
            offered.discard("alternative")
        return offered

    def silence(self, role, item):
        """Why an item makes no figure in this round, whoever answers; None where it can."""
        if self.facts.get("form", "full") == "short" and not item.get("short"):
            return "form"
        if item.get("needsPrevious") and "previous" not in self.facts:
            return "noPrevious"
        if self.lacks_rule(item):
            return "rule:" + item["requires"]
        if self.facts.get("lentDevices", "council") == "none" and any(
                "assumes" in q and item["id"] in q["whenNo"] for q in self.checklists[role].get("profile", [])):
            return "nobody"
        return "reference" if self.table(item) == "devices" else None

    def silences(self, role, meant):
        """Each reason once, in the order of the checklist."""
        found = [self.silence(role, i) for s in self.checklists[role]["sections"] for i in s["items"] if meant(i)]
        return list(dict.fromkeys(reason for reason in found if reason))


# --- which sheets count ----------------------------------------------------------------------------------------------

def check_digit_fits(digits: str) -> bool:
    """ISO/IEC 7064, MOD 11,10."""
    if len(digits) != 12 or not digits.isascii() or not digits.isdigit():
        return False
    p = 10
    for digit in digits[:-1]:
        s = (p + int(digit)) % 10 or 10
        p = 2 * s % 11
    return (p + int(digits[-1])) % 10 == 1


def shape_fault(sheet):
    """wrongValue or repeatedItem of a decoded line; None when its form is right."""
    if not isinstance(sheet, dict) or not isinstance(sheet.get("format"), str):
        return "wrongValue"
    try:
        assert set(sheet) <= {"format", "id", "round", "checklist", "role", "answers", "respondent", "notes", "plans"}
        assert check_digit_fits(sheet["id"]) and isinstance(sheet["round"], str)
        assert set(sheet["checklist"]) == {"id", "version", "digest"}
        assert sheet["role"] in ("member", "staff", "organisation")
        assert "respondent" in sheet or not {"notes", "plans"} & set(sheet)
        seen = set()
        for answer in sheet["answers"]:
            assert set(answer) <= {"item", "revision", "choice", "source", "reason", "evidence"}
            if answer["item"] in seen:
                return "repeatedItem"
            seen.add(answer["item"])
            assert isinstance(answer["revision"], int) and answer["choice"] in ANSWERS
            assert answer["source"] in ("self", "profile", "rule")
            assert answer["source"] == "self" or isinstance(answer["reason"], str)
    except (AssertionError, KeyError, TypeError):
        return "wrongValue"
    return None


def answer_fault(rnd, role, item, answer):
    if answer["revision"] != item["revision"]:
        return "wrongRevision"
    ruling = {q["id"]: q for q in rnd.checklists[role].get("profile", []) if item["id"] in q["whenNo"]}
    none_lent = rnd.facts.get("lentDevices", "council") == "none"
    assumed = any(none_lent and q.get("assumes") == "lent-devices" for q in ruling.values())
    source, why = answer["source"], answer.get("reason")
    if rnd.lacks_rule(item):
        fits = source == "rule" and why == item["requires"]
    elif source == "rule":
        fits = False
    elif source == "profile":
        fits = why in ruling
    else:
        fits = not assumed
    if not fits:
        return "contradictsRound"
    offered = rnd.offered(role, item) if source == "self" else {"not_applicable"}
    return None if answer["choice"] in offered else "choiceNotOffered"


def content_fault(rnd, sheet):
    role = sheet["role"]
    if sheet["round"] != rnd.facts["id"]:
        return "wrongRound"
    if role not in rnd.asked_roles():
        return "roleNotAsked"
    owner = rnd.digests.get(sheet["checklist"]["digest"])
    if owner is None:
        return "unknownChecklist"
    if owner != role:
        return "checklistOfOtherRole"
    known = {i["id"]: i for _, i in rnd.items(role)}
    faults = [answer_fault(rnd, role, known[answer["item"]], answer) if answer["item"] in known else "unknownItem"
              for answer in sheet["answers"]]
    if any(faults):
        return min(filter(None, faults), key=REASONS.index)
    if rnd.facts.get("handIn") == "signed" and role != "organisation":
        if "respondent" not in sheet:
            return "notSigned"
        if sheet["respondent"] not in {p["id"] for p in rnd.roster}:
            return "unknownRespondent"
    return None


def sheets(rnd):
    """(fault, sheet) of every line that is no submission, no opinion and no count."""
    for _, kind, text in box.read(rnd.folder / "box.ndjson"):
        if kind in ("tenken.submission/1", "tenken.opinion/1"):
            continue
        if kind != "tenken.sheet/1":
            yield ("damaged" if kind is None else "unknownFormat"), None
            continue
        try:
            sheet = json.loads((b"{" + text).decode("utf-8"), object_pairs_hook=strict)
            fault = shape_fault(sheet)
        except KeyError:
            fault = "wrongValue"
        except ValueError:
            fault = "syntax"
        yield (fault, None) if fault else (None, sheet)


def admit(rnd):
    """Counted sheets by role, and (reason, role) of those left out."""
    candidates, left_out, numbers = [], [(reason, None) for reason in rnd.left_out], set()
    for fault, sheet in sheets(rnd):
        if sheet is None:
            left_out.append((fault, None))
        elif fault := content_fault(rnd, sheet):
            left_out.append((fault, sheet["role"]))
        elif sheet["id"] in numbers:
            left_out.append(("duplicateNumber", sheet["role"]))
        else:
            numbers.add(sheet["id"])
            candidates.append(sheet)
    counted, signers = {role: [] for role in rnd.asked_roles()}, set()
    for sheet in sorted(candidates, key=lambda s: s["id"]):
        role = sheet["role"]
        if role == "organisation":
            if counted[role]:
                left_out.append(("secondOrganisationSheet", role))
                continue
        elif "respondent" in sheet:
            if sheet["respondent"] in signers:
                left_out.append(("duplicateRespondent", role))
                continue
            signers.add(sheet["respondent"])
        counted[role].append(sheet)
    return counted, left_out
