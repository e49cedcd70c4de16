"""The digest of a round's files as docs/figures.md describes it; a part of oracle.py."""
import json

from box import blake


def listing(rnd, follow_up=False):
    """(name, digest) of every file, by name; what people keep beside the figures only for the internal edition."""
    folder = rnd.folder
    files = {name: (folder / name).read_bytes()
             for name in ["round.yaml", "roster.csv", "box.ndjson", "checklists/policy.yaml"]
             + ["checklists/" + entry["file"] for entry in rnd.facts["checklists"]]}
    if follow_up:
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
    kept = (rnd.folder / f"summary/{audience}-{last['number']}.manifest").read_bytes()
    if not last["digest"] == digest(listing(rnd)) == blake(kept):
        return None
    return {key: last[key] for key in ("number", "reason") if key in last}


def inputs(rnd, previous, public):
    own = listing(rnd, follow_up=not public)
    earlier = [("previous:" + p.facts["id"], digest(listing(p)), len(listing(p))) for p in previous]
    result = {"digest": digest(own + [(name, value) for name, value, _ in earlier])}
    if not public:
        parts = {}
        for name, value in own:
            parts.setdefault(name.split("/")[0], []).append((name, value))
        result["parts"] = [{"name": part, "files": len(lines), "digest": digest(lines)}
                           for part, lines in sorted(parts.items())]
        result["parts"] += [{"name": name, "files": files, "digest": value} for name, value, files in earlier]
    return result
