#!/usr/bin/env python3
"""Kills the program at random moments, and fails its system calls in turn, and looks what became of the round.

    torture.py TENKEN KILLS FAULTS SEED

KILLS times a scenario is killed (SIGKILL) at a random moment; FAULTS times one system call of one is made to fail by
strace with ENOSPC, EIO, EACCES, EDQUOT or EINTR. After each the round must be whole (its box is read by box.py, which
shares nothing with the program), nobody may be counted twice, what was reported as done must be done, what was not done
must not be called done, nothing of a person may stay behind after the next start, and the next step must succeed.
Prints the counts and each violation; exit code 0 without any.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Oracle"))
import box  # noqa: E402

ROSTER = "id,name,role\nm01,議員01,議員\nm02,議員02,議員\nm03,議員03,議員\norg,点検担当,組織\n"
# Role, name, yes; review, no opinion, hand in, numbers, no copy.
KEYS = "1\n{}\n1\n" "1\n2\n1\n1\n2\n"
# Between the two halves, where it is handed in: to replace it, the 回答番号; from the start, unless a draft goes on.
AGAIN = "2\n{}\n"
CALLS = ["openat", "write", "fsync", "linkat", "rename", "renameat2", "unlink", "unlinkat", "flock", "fchmod", "mkdir",
         "read", "rmdir"]
ERRORS = ["ENOSPC", "EIO", "EACCES", "EDQUOT", "EINTR"]
SCENARIOS = ["hand-in", "replace", "receive", "withdraw", "extend", "close", "reopen", "create", "aggregate",
             "opinions", "status", "actions", "review", "letters", "repair"]
PERSONS = ("hand-in", "replace")
CLOSED = ("reopen", "aggregate", "opinions", "actions", "review")
DONE = {"hand-in": "提出しました", "replace": "提出しました", "extend": "延ばしました", "close": "締め切りました",
        "reopen": "再開しました", "withdraw": "取り消しました", "create": "を作りました",
        "receive": "【受領しました】2件"}


class Place:
    """A round in a folder of its own, and the program."""

    def __init__(self, program, folder):
        self.program, self.folder, self.round = program, folder, folder / "r1"
        self.env = os.environ | {"XDG_DATA_HOME": str(folder / "data"), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}

    def run(self, arguments, text="", before=()):
        return subprocess.run([*before, self.program, *arguments], input=text.encode(), capture_output=True,
                              cwd=self.folder, env=self.env, timeout=60, check=False)

    def prepare(self, scenario):
        (self.folder / "meibo.csv").write_text(ROSTER, "utf-8")
        if scenario == "create":
            return
        self.expect(CREATE, "make the round")
        if scenario == "receive":
            for member in (1, 2):
                self.form(member)
            return
        for member in (1, 2) if scenario in ("withdraw", "close", *CLOSED) else (1,):
            self.form(member)
            if member > 1 or scenario != "hand-in":
                self.expect(hand_in(member), "hand in", KEYS.format(member))
        if scenario == "replace":
            self.form(1, choice=4)
        if scenario in CLOSED:
            self.expect(["round", "close", "r1", "--early"], "close")
        if scenario == "repair":
            with (self.round / "round.log").open("a") as log:
                log.write('{"at":')

    def form(self, member, choice=1):
        """A form with the same choice at each item."""
        done = self.run(["checklist", "print", "member", "--round", "r1", "--format", "csv"])
        who = "番号又は氏名".encode()
        lines = [line.replace(b'","",', b'","m%02d",' % member, 1) if line[1:].startswith(who)
                 else line.replace(b'","","",', b'","%d","",' % (1 if line[1:2] == b"P" else choice))
                 if line[:2] in (b'"P', b'"M') else line
                 for line in done.stdout.splitlines(keepends=True)]
        (self.folder / f"form{member}.csv").write_bytes(b"".join(lines))

    def expect(self, arguments, what, text=""):
        done = self.run(arguments, text)
        if done.returncode:
            raise SystemExit(f"cannot {what}: {done.stderr.decode()}")

    def sheets(self):
        return [json.loads(b"{" + text) for _, kind, text in box.read(self.round / "box.ndjson")
                if kind == "tenken.sheet/1"]

    def submissions(self):
        return [json.loads(b"{" + text)["respondent"] for _, kind, text in box.read(self.round / "box.ndjson")
                if kind == "tenken.submission/1"]

    def events(self):
        """Of the whole lines."""
        lines = (self.round / "round.log").read_text("utf-8").splitlines()
        return [json.loads(line)["event"] for line in lines if line.endswith("}")]


CREATE = ["round", "create", "r1", "--roster", "meibo.csv", "--title", "第1回", "--opens", "2026-11-01", "--deadline",
          "2099-01-29", "--office", "総務課", "--telephone", "000", "--no-codes", "--form", "short",
          "--lent-devices", "none"]


def hand_in(member):
    return ["inspect", "--round", "r1", "--plain", "--answers", f"form{member}.csv"]


def command(scenario, place):
    """The arguments and the input of a scenario."""
    number = next(iter(place.sheets()))["id"] if scenario in ("withdraw", "replace") else ""
    start = "" if (place.folder / "data/tenken/r1/m01.json").exists() else "1\n"
    return {
        "create": (CREATE, ""),
        "hand-in": (hand_in(1), KEYS.format(1)),
        "replace": (hand_in(1), KEYS.format(1)[:6] + AGAIN.format(number) + start + KEYS.format(1)[6:]),
        "receive": (["round", "receive", "r1", "form1.csv", "form2.csv"], ""),
        "extend": (["round", "extend", "r1", "--until", "2099-02-28", "--why", "会期"], ""),
        "close": (["round", "close", "r1", "--early"], ""),
        "reopen": (["round", "close", "r1", "--reopen", "--why", "誤り"], ""),
        "aggregate": (["aggregate", "r1", "--format", "json", "--output", "out.json"], ""),
        "opinions": (["round", "opinions", "r1"], ""),
        "status": (["round", "status", "r1"], ""),
        "actions": (["round", "actions", "r1", "--propose"], ""),
        "review": (["round", "review", "r1"], ""),
        "letters": (["round", "letters", "r1", "--kind", "request", "--format", "text"], ""),
        "repair": (["round", "repair", "r1", "--write"], ""),
        "withdraw": (["round", "withdraw", "r1", "m01"], number + "\n"),
    }[scenario]


def is_done(scenario, place):
    """Whether the scenario's effect is there."""
    if scenario == "create":
        return (place.round / "round.yaml").exists()
    return {"hand-in": lambda: "m01" in place.submissions(),
            "replace": lambda: any(a["choice"] == "unknown" for s in place.sheets() for a in s["answers"]),
            "receive": lambda: place.submissions() == ["m01", "m02"],
            "withdraw": lambda: "m01" not in place.submissions(),
            "extend": lambda: "extended" in place.events(), "close": lambda: "closed" in place.events(),
            "reopen": lambda: "reopened" in place.events(), "actions": lambda: (place.round / "actions.csv").exists(),
            "review": lambda: (place.round / "review.yaml").exists(), "repair": lambda: "repaired" in place.events(),
            "letters": lambda: any(place.folder.glob("r1-letters/*"))}.get(scenario, lambda: True)()


def faults(scenario, place, output):
    """What is wrong after a scenario that was cut short or failed, and said `output`."""
    reported = scenario in DONE and DONE[scenario] in output
    if scenario == "create" and not place.round.exists():
        leftovers = [n.name for n in place.folder.iterdir() if n.name.startswith("r1")]
        found = [f"left behind {leftovers}"] if leftovers else []
        return found + ([] if place.run(CREATE).returncode == 0 else ["create cannot be done again"])
    status = place.run(["round", "status", "r1"])
    if status.returncode and not (scenario == "repair" and not is_done(scenario, place)):
        return [f"the round is locked out: {status.stderr.decode()[:200]}"]
    found = []
    if any(kind is None for _, kind, _ in box.read(place.round / "box.ndjson")):
        found.append("a damaged line")
    if len(place.sheets()) != len(place.submissions()) or len(set(place.submissions())) != len(place.submissions()):
        found.append(f"{len(place.sheets())} sheets, submissions of {place.submissions()}")
    if scenario == "receive" and len(place.submissions()) == 1:
        # A form that could not be read is told, and keeps no other out; else a batch is one write.
        return found if "【受領しました】1件" in output else [*found, "half of a batch"]
    done = is_done(scenario, place)
    if reported and not done:
        found.append("called done and not done")
    if scenario in PERSONS and done:
        # The next start of anybody sweeps.
        place.run(["inspect", "--round", "r1", "--plain"])
    elif not done:
        again = place.run(*command(scenario, place))
        if again.returncode or not is_done(scenario, place):
            found.append(f"cannot be done again: {again.returncode} {again.stderr.decode()[-300:]}")
    if scenario in PERSONS and place.submissions().count("m01") != 1:
        found.append("not handed in exactly once")
    left = [n for n in place.round.iterdir() if n.name.endswith(".new")]
    left += [n for n in (place.folder / "data/tenken/r1").rglob("*") if n.is_file()] if scenario in PERSONS else []
    return found + ([f"left behind {[str(n) for n in left]}"] if left else [])


def calls(scenario, program, ready):
    """How often each system call of the scenario is made, from one run under strace."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ready[scenario], folder, dirs_exist_ok=True)
        place = Place(program, pathlib.Path(folder))
        arguments, text = command(scenario, place)
        log = place.folder / "trace"
        place.run(arguments, text, ["strace", "-f", "-o", str(log), "-e", "trace=" + ",".join(CALLS)])
        lines = log.read_text("utf-8", "replace")
        return collections.Counter(re.findall(r"^\d+ +(\w+)\(", lines, re.MULTILINE))


def trial(scenario, program, ready, act):
    """What is wrong after one act on a copy of the round that was made ready for the scenario."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ready[scenario], folder, dirs_exist_ok=True)
        place = Place(program, pathlib.Path(folder))
        output = act(place, *command(scenario, place))
        return faults(scenario, place, output)


def killed(delay):
    def act(place, arguments, text):
        process = subprocess.Popen([place.program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, cwd=place.folder, env=place.env)
        process.stdin.write(text.encode())
        process.stdin.close()
        time.sleep(delay)
        process.kill()
        output = process.stdout.read().decode("utf-8", "replace")
        process.wait()
        return output
    return act


def failing(call, error, place_in_order):
    def act(place, arguments, text):
        inject = f"inject={call}:error={error}:when={place_in_order}"
        done = place.run(arguments, text, ["strace", "-f", "-o", "/dev/null", "-e", "trace=" + call, "-e", inject])
        return (done.stdout + done.stderr).decode("utf-8", "replace")
    return act


def main(arguments):
    if len(arguments) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    program, kills, failures, seed = str(pathlib.Path(arguments[0]).resolve()), *map(int, arguments[1:])
    rng, violations, cases = random.Random(seed), 0, collections.Counter()
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        ready = {scenario: pathlib.Path(folder) / scenario for scenario in SCENARIOS}
        for scenario, path in ready.items():
            path.mkdir()
            Place(program, path).prepare(scenario)
        trials = []
        for index in range(kills):
            # A third of them hand in.
            scenario, delay = rng.choice(SCENARIOS + ["hand-in"] * (len(SCENARIOS) // 2)), rng.uniform(0, 0.25)
            trials.append((f"killed {scenario}", f"kill {index} (seed {seed}): {scenario} after {delay:.4f} s",
                           pool.submit(trial, scenario, program, ready, killed(delay))))
        if failures and shutil.which("strace"):
            made = {scenario: calls(scenario, program, ready) for scenario in SCENARIOS}
            space = [(scenario, call, error, n) for scenario, counts in made.items() for call, count in counts.items()
                     for n in range(1, count + 1) for error in ERRORS]
            for scenario, call, error, n in rng.sample(space, min(failures, len(space))):
                trials.append((f"failed {scenario}", f"{scenario}: {error} at {call} number {n}",
                               pool.submit(trial, scenario, program, ready, failing(call, error, n))))
            print(f"{len(space)} single failures there are; {min(failures, len(space))} tried.")
        elif failures:
            print("strace is not installed: no system call was made to fail.")
        for case, what, result in trials:
            cases[case] += 1
            for fault in result.result():
                violations += 1
                print(f"{what}: {fault}", flush=True)
    for case, count in sorted(cases.items()):
        print(f"{count:6} {case}")
    print(f"{violations} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
