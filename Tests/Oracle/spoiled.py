"""Lines of a box with exactly one thing wrong; a part of random_rounds.py."""
import box


def submission_line(w, submission):
    """The line of a submission that cannot be read or that names another role."""
    kind = w.rng.choice(["syntax", "value", "role", "byte"])
    line = box.line(submission)
    if kind == "syntax":
        return box.seal(box.content(submission)[:-1])
    if kind == "byte":
        return line[:-20] + bytes([line[-20] ^ 1]) + line[-19:]
    change = {"day": 20261101} if kind == "value" else {"role": w.rng.choice(["member", "staff"])}
    return box.line(submission | change)


def sheet_line(w, sheet, roster, rules):
    """The line of a sheet with exactly one thing wrong."""
    r, line = w.rng, box.line(sheet)
    kind = r.choice(["cut", "format", "value", "key", "number", "round", "digest", "role", "item", "revision", "stranger",
                     "choice", "rule", "profile", "twice", "byte", "syntax", "unsigned", "signed-twice", "duplicate-key",
                     "nameless", "several"])
    first = sheet["answers"][0] if sheet["answers"] else None
    if kind == "cut":
        return line[:len(line) // 2]
    if kind == "byte":
        return line[:-20] + bytes([line[-20] ^ 1]) + line[-19:]
    if kind == "syntax":
        return box.seal(box.content(sheet)[:-1])
    if kind == "duplicate-key":
        return box.seal(box.content(sheet)[:-1] + b',"round":"mihon-1"}')
    if kind == "format":
        sheet["format"] = "tenken.sheet/9"
    elif kind == "value":
        sheet["round"] = 1
    elif kind == "key":
        sheet["name"] = "見本"
    elif kind == "number":
        sheet["id"] = sheet["id"][:-1] + str((int(sheet["id"][-1]) + 1) % 10)
    elif kind == "round":
        sheet["round"] = "mihon-0"
    elif kind == "digest":
        sheet["checklist"]["digest"] = "0" * 64
    elif kind == "role":
        sheet["role"] = r.choice(["member", "staff", "organisation"])
    elif kind == "item":
        sheet["answers"].append({"item": "M-ZZZ-99", "revision": 1, "choice": "yes", "source": "self"})
    elif kind == "unsigned" and "respondent" not in sheet:
        sheet["notes"] = []
    elif kind == "nameless":
        for key in ("respondent", "notes", "plans"):
            sheet.pop(key, None)
    elif kind == "stranger" and "respondent" in sheet:
        sheet["respondent"] = "x99"
    elif kind == "several":
        for answer in sheet["answers"]:
            answer |= r.choice([{"revision": 9}, {"choice": "alternative"}, {"item": answer["item"] + "9"}, {}])
    elif kind == "signed-twice" and roster:
        sheet["respondent"] = roster[0]["id"]
        sheet.setdefault("notes", [])
    elif first and kind == "revision":
        first["revision"] += 1
    elif first and kind == "choice":
        first["choice"] = r.choice(["alternative", "partial", "not_applicable", "perhaps"])
    elif first and kind == "rule":
        first |= {"choice": "not_applicable", "source": "rule", "reason": r.choice(rules)}
    elif first and kind == "profile":
        first |= {"choice": "not_applicable", "source": "profile", "reason": r.choice(["device", "mail", "x"])}
    elif first and kind == "twice":
        sheet["answers"].append(dict(first))
    return box.line(sheet)
