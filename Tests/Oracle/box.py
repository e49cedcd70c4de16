"""box.ndjson as docs/formats.md describes it, read and written; shares nothing with the program."""
import hashlib
import json
import re

OPENING, CLOSING = b'{"digest":"', b'",'
KEYS = {"tenken.submission/1": "respondent", "tenken.sheet/1": "id", "tenken.opinion/1": "number"}
COUNTS = {"tenken.submission/1": "submissions", "tenken.sheet/1": "sheets", "tenken.opinion/1": "opinions"}


def blake(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=32).hexdigest()


def seal(content: bytes) -> bytes:
    """A line of this content, which is an object without its opening brace."""
    return OPENING + blake(content).encode() + CLOSING + content


def content(value: dict, is_sorted=True) -> bytes:
    """The content of a line: its format and key first, the rest sorted as the program does, or as it comes; no blanks."""
    first = ["format", KEYS.get(value["format"], "id")]
    rest = {key: value[key] for key in value if key not in first}
    if is_sorted:
        rest = json.loads(json.dumps(rest, sort_keys=True))
    ordered = {key: value[key] for key in first if key in value} | rest
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")).encode("utf-8")[1:]


def line(value: dict, is_sorted=True) -> bytes:
    return seal(content(value, is_sorted))


def opened(row: bytes):
    """The content of a line; None where its digest does not fit."""
    stated, rest = row[len(OPENING):len(OPENING) + 64], row[len(OPENING) + 64 + len(CLOSING):]
    fits = row == OPENING + stated + CLOSING + rest and blake(rest).encode() == stated
    return rest if fits else None


def format_of(text: bytes):
    head = b'"format":"'
    return text[len(head):].split(b'"', 1)[0].decode("utf-8", "replace") if text.startswith(head) else None


def in_order(rows):
    """The first line of each kind and key, in their order, and then what is no such line."""
    keyed, others = {}, []
    for row in rows:
        head = re.match(rb'"format":"([^"]*)","([^"]*)":"([^"\\]*)"', opened(row) or b"")
        kind = head and head[1].decode("utf-8", "replace")
        if head and KEYS.get(kind) == head[2].decode():
            keyed.setdefault((list(KEYS).index(kind), head[3]), row)
        else:
            others.append(row)
    return [keyed[key] for key in sorted(keyed)] + others


def whole(rows, round_id: str) -> bytes:
    """A box of these lines, in the order given, with the counts of them."""
    counts = dict.fromkeys(["damaged", "opinions", "sheets", "submissions"], 0)
    for row in rows:
        inside = opened(row)
        counts[COUNTS.get(format_of(inside) if inside is not None else None, "damaged")] += 1
    last = {"format": "tenken.box/1"} | dict(sorted((counts | {"round": round_id}).items()))
    text = json.dumps(last, ensure_ascii=False, separators=(",", ":")).encode("utf-8")[1:]
    return b"".join(row + b"\n" for row in [*rows, seal(text)])


def read(path):
    """(place, format, content) of every line but the last; format None where the digest does not fit."""
    rows = path.read_bytes().split(b"\n")[:-1]
    result = []
    for place, row in enumerate(rows[:-1], 1):
        inside = opened(row)
        result.append((place, format_of(inside) if inside is not None else None, inside))
    return result


def rewrite(folder, change, round_id=None):
    """Gives every readable sheet to `change`, which returns the sheet that stands there afterwards, or None for none."""
    path, rows = folder / "box.ndjson", []
    round_id = round_id or json.loads(path.read_bytes().splitlines()[-1])["round"]
    for row in path.read_bytes().split(b"\n")[:-2]:
        inside = opened(row)
        if inside is None or format_of(inside) != "tenken.sheet/1":
            rows.append(row)
            continue
        try:
            sheet = json.loads(b"{" + inside)
        except ValueError:
            rows.append(row)
            continue
        changed = change(json.loads(b"{" + inside))
        if changed is not None:
            rows.append(row if changed == sheet else line(changed))
    path.write_bytes(whole(rows, round_id))


def chained(events) -> bytes:
    """A log of these events, each but the first with the digest of the line before."""
    lines = []
    for event in events:
        event = {key: event[key] for key in event if key != "previous"}
        if lines:
            event["previous"] = blake(lines[-1])
        lines.append(json.dumps(event, ensure_ascii=False).encode("utf-8"))
    return b"".join(row + b"\n" for row in lines)


def close_anew(folder):
    """Makes the log say that the round was closed with the box as it is now."""
    log, digest = folder / "round.log", blake((folder / "box.ndjson").read_bytes())
    events = [json.loads(text) for text in log.read_text("utf-8").splitlines()]
    for event in events:
        if event["event"] == "closed":
            event["digest"] = digest
    log.write_bytes(chained(events))
