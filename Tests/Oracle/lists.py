"""actions.csv, audit.csv and opinions.csv as docs/formats.md describes them; a part of oracle.py."""
import csv
import datetime
import io
import re

COLUMNS = {"番号": "id", "点検回": "round", "種別": "kind", "項目": "items", "課題": "subject", "根拠": "ground", "原因": "cause",
           "対応": "measure", "担当": "owner", "期限": "due", "状況": "state", "公表": "public"}
WORDS = {"支援": "support", "研修": "training", "決まり": "rule", "組織": "organisation", "執行機関": "managingBody", "未着手": "notStarted", "着手": "started", "完了": "done",
         "見送り": "dropped"}


AUDIT = {"項目": "item", "設問": "question", "回答": "claim", "根拠": "evidence", "確認したこと": "seen", "判定": "judgement",
         "所見": "finding", "確認日": "day", "確認者": "auditor"}
JUDGEMENTS = {"確認できた": "confirmed", "一部確認できた": "partly", "確認できなかった": "notConfirmed"}


def due(text):
    year, month, day = map(int, re.findall(r"\d+", text))
    return datetime.date(year + (2018 if text[0] in "令R" else 0), month, day).isoformat()


def rows(path):
    """Each row by its headings; None where there is no list."""
    if not path.exists():
        return None
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp932")
    return [{heading: value.strip().replace("\r\n", "\n") for heading, value in row.items()}
            for row in csv.DictReader(io.StringIO(text, newline=""))]


def opinions(rnd):
    """Those to be shown, by number; None where there are none."""
    shown = [row for row in rows(rnd.folder / "opinions.csv") or [] if row["扱い"] in ("載せる", "shown")]
    return [row["ご意見"] for row in sorted(shown, key=lambda row: row["番号"].replace("-", ""))] or None


def actions(rnd):
    """None where there is no list."""
    found = rows(rnd.folder / "actions.csv")
    if found is None:
        return None
    result = []
    for row in found:
        line = {"public": ""} | {COLUMNS[heading]: value for heading, value in row.items()}
        line["public"] = line["public"] in ("はい", "yes")
        line |= {"kind": WORDS[line["kind"]], "state": WORDS[line["state"]], "items": re.findall(r"[^、\s]+", line["items"])}
        if line["due"]:
            line["due"] = due(line["due"])
        else:
            del line["due"]
        result.append(line)
    return result


def published(rnd):
    """What the public is told of the lines that are marked; None without any."""
    return [{key: line[key] for key in ("measure", "owner", "due", "state") if key in line}
            for line in actions(rnd) or [] if line["public"]] or None


def audit(rnd):
    """None where there is no list."""
    found = rows(rnd.folder / "audit.csv")
    if found is None:
        return None
    result = []
    for row in found:
        line = {AUDIT[heading]: value for heading, value in row.items()}
        line |= {"judgement": JUDGEMENTS.get(line["judgement"], ""), "day": due(line["day"]) if line["day"] else ""}
        result.append({key: value for key, value in line.items() if value or key not in ("judgement", "day")})
    return result
