#!/usr/bin/env python3
"""Makes a closed round of N members out of a small practice round, for measuring.

    multiply.py BASE OUT N

BASE is a closed practice round whose members' sheets are repeated under new numbers; nobody else hands in. The box is
written line by line, so that a million sheets need no more memory than their numbers.
"""
import collections
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Oracle"))
import box  # noqa: E402


# The most people whose roster is written as people keep one.
LONG = 400_000


def numbers(count, seed):
    """Distinct random numbers of twelve digits with their check digit (ISO/IEC 7064, MOD 11,10), in order."""
    dice = random.Random(seed)
    payloads = set()
    while len(payloads) < count:
        payloads.add(dice.randrange(10 ** 11))
    return [checked(f"{payload:011d}") for payload in sorted(payloads)]


def checked(payload):
    product = 10
    for digit in payload:
        total = (product + int(digit)) % 10
        product = (total or 10) * 2 % 11
    return payload + str((11 - product) % 10)


def bodies(base, round_id):
    """What follows the number on each of BASE's members' sheets, and one member's submission.

    Without the sheets that a practice round holds to be left out: whatever one in a hundred has alone makes it one.
    """
    sheets, submission, found_on = [], None, collections.Counter()
    for _, form, text in box.read(base / "box.ndjson"):
        if form == "tenken.sheet/1":
            sheet = json.loads(b"{" + text)
            if sheet["role"] == "member" and sheet["round"] == base.name:
                marks = {sheet["checklist"]["digest"], *((a["item"], a["revision"]) for a in sheet["answers"])}
                found_on.update(marks)
                body = text.partition(f'"id":"{sheet["id"]}"'.encode())[2]
                body = body.replace(f'"round":"{base.name}"'.encode(), f'"round":"{round_id}"'.encode())
                sheets.append((marks, body))
        elif form == "tenken.submission/1" and submission is None:
            found = json.loads(b"{" + text)
            if found["role"] == "member" and found["entry"] == {"mode": "self"} and "replaced" not in found:
                submission = found
    return [body for marks, body in sheets if all(100 * found_on[mark] > len(sheets) for mark in marks)], submission


def lines(base, round_id, count):
    sheets, submission = bodies(base, round_id)
    dice = random.Random(count)
    for place in range(count):
        submission |= {"respondent": person(place, count), "receipt": f"{dice.randrange(10 ** 6):06d}"}
        yield box.line(submission)
    for place, number in enumerate(numbers(count, count)):
        yield box.seal(f'"format":"tenken.sheet/1","id":"{number}"'.encode() + sheets[place % len(sheets)])
    counts = {"damaged": 0, "opinions": 0, "round": round_id, "sheets": count, "submissions": count}
    content = json.dumps({"format": "tenken.box/1", **counts}, separators=(",", ":")).encode()[1:]
    yield box.seal(content)


def write_box(path, rows):
    """Writes the lines and gives the digest of the whole file."""
    digest = hashlib.blake2b(digest_size=32)
    with open(path, "wb") as file:
        for row in rows:
            file.write(row + b"\n")
            digest.update(row + b"\n")
    return digest.hexdigest()


def write_log(path, box_digest):
    """The log of BASE up to its closing, which names the box; each line holds the digest of the one before."""
    rows, previous = [], None
    for row in path.read_text(encoding="utf-8").splitlines():
        row = re.sub(r'"digest":"[0-9a-f]{64}"', f'"digest":"{box_digest}"', row)
        if previous is not None:
            row = re.sub(r'"previous":"[0-9a-f]{64}"', f'"previous":"{previous}"', row)
        previous = box.blake(row.encode())
        rows.append(row)
    path.write_text("".join(row + "\n" for row in rows), encoding="utf-8")


def person(place, count):
    """An id; of a million people four letters or digits, for a roster may have 16 MiB."""
    if count <= LONG:
        return f"m{place:07d}"
    return "".join("0123456789abcdefghijklmnopqrstuvwxyz"[place // 36 ** digit % 36] for digit in (3, 2, 1, 0))


def write_roster(path, count):
    with open(path, "w", encoding="utf-8", newline="") as roster:
        roster.write("id,name,kana,role,from,to,exempt\r\n" if count <= LONG else "id,name,role\n")
        for place in range(count):
            name = person(place, count)
            roster.write(f"{name},議員{place},,member,,,\r\n" if count <= LONG else f"{name},員,member\n")


def multiply(base, out, count):
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(base, out, ignore=shutil.ignore_patterns("box.ndjson", "audit.csv", "drafts", "summary", "codes.json"))
    settings = out / "round.yaml"
    text = settings.read_text(encoding="utf-8").replace(f'id: "{base.name}"', f'id: "{out.name}"')
    settings.write_text(re.sub(r"(?m)^codes: .*$", "codes: false", text), encoding="utf-8")
    write_roster(out / "roster.csv", count)
    write_log(out / "round.log", write_box(out / "box.ndjson", lines(base, out.name, count)))


if __name__ == "__main__":
    multiply(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]))
