"""The digest of a round's files as docs/figures.md describes it; a part of oracle.py."""
import json

from box import blake
from lists import published
from round_folder import Round


def listing(rnd, follow_up=None):
    """(name, digest) of every file, by name; beside the figures `"internal"` all that people keep, `"public"` the list of
    actions once a line of it is marked."""
    folder = rnd.folder
    files = {name: (folder / name).read_bytes()
             for name in ["round.yaml", "roster.csv", "box.ndjson", "checklists/policy.yaml"]
             + ["checklists/" + entry["file"] for entry in rnd.facts["checklists"]]}
    if follow_up == "public" and published(rnd):
        files["actions.csv"] = (folder / "actions.csv").read_bytes()
    if follow_up == "internal":
        files |= {name: (folder / name).read_bytes() for name in ("actions.csv", "audit.csv", "review.yaml", "opinions.csv")
                  if (folder / name).exists()}
    kept, log = b"", b""
    for line in (folder / "round.log").read_bytes().splitlines():
        log += line + b"\n"
        if json.loads(line)["event"] == "closed":
            kept = log
    files["round.log"] = kept
    return sorted((name, blake(data)) for name, data in files.items())


def digest(lines) -> str:
    return blake("".join(f"{value}  {name}\n" for name, value in sorted(lines)).encode())


def edition(rnd, public):
    """The last edition that the log tells of; None unless it was made of the files as they are and its list was kept."""
    events = [json.loads(line) for line in (rnd.folder / "round.log").read_bytes().splitlines()]
    audience = "public" if public else "internal"
    last = [e for e in events if e["event"] == "edition" and e["audience"] == audience][-1]
    lines = (rnd.folder / "round.log").read_bytes().splitlines()
    name = f"summary/{audience}-{last['number']}"
    kept, made = (rnd.folder / f"{name}.manifest").read_bytes().split(b"\n\n")
    place = events.index(last)
    promised = [(f"round.log:{place + 1}", blake(lines[place]))]
    if not public:
        promised.append(("summary.json", blake((rnd.folder / f"{name}.json").read_bytes())))
    if not last["digest"] == digest(listing(rnd)) == blake(kept + b"\n") or blake(made) != digest(promised):
        return None
    if any(event.get("previous") != before for event, before in zip(events, [None] + [blake(line) for line in lines])):
        return None
    return {key: last[key] for key in ("number", "reason", "recalled", "program") if key in last}


def accompaniment(rnd, previous, public):
    """The day on which what stands beside the figures was first given out as it is, by the log; None without any."""
    own = listing(rnd)
    beside = [line for line in listing(rnd, follow_up="public" if public else "internal") if line not in own]
    beside += [] if public else [line[:2] for line in before(previous)]
    if not beside:
        return None
    told = [json.loads(line) for line in (rnd.folder / "round.log").read_bytes().splitlines()]
    audience = "public" if public else "internal"
    told = [e for e in told if e["event"] == "accompanied" and e.get("audience", "internal") == audience]
    place = [e["digest"] for e in told].index(digest(beside))
    day = told[place]["at"][:10]
    return {"day": day, "number": sum(e["at"][:10] == day for e in told[:place + 1])}


def before(previous):
    """(name, digest, files) of each earlier round: its files, what was kept of them, or the summary given by name."""
    result = []
    for path in previous:
        if path.is_dir() and (path / "box.ndjson").exists():
            files = listing(Round(path))
            result.append(("previous:" + Round(path).facts["id"], digest(files), len(files)))
        elif path.is_dir():
            kept = sorted(path.glob("summary/internal-*.manifest"), key=lambda p: int(p.stem.split("-")[1]))[-1]
            files = kept.read_bytes().split(b"\n\n")[0] + b"\n"
            name = json.loads(kept.with_suffix(".json").read_text("utf-8"))["round"]["id"]
            result.append(("previous:" + name, blake(files), files.count(b"\n")))
        else:
            name = json.loads(path.read_text("utf-8"))["round"]["id"]
            result.append(("previous:" + name, blake(path.read_bytes()), 1))
    return result


def inputs(rnd, previous, public):
    own = listing(rnd, follow_up="public" if public else "internal")
    earlier = before(previous)
    result = {"digest": digest(own + [(name, value) for name, value, _ in earlier])}
    if not public:
        parts = {}
        for name, value in own:
            parts.setdefault(name.split("/")[0], []).append((name, value))
        result["parts"] = [{"name": part, "files": len(lines), "digest": digest(lines)}
                           for part, lines in sorted(parts.items())]
        result["parts"] += [{"name": name, "files": files, "digest": value} for name, value, files in earlier]
    return result
