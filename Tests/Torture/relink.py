#!/usr/bin/env python3
"""Tries to find out whose sheet is whose from all that is left after unsigned hand-ins in a known order.

    relink.py TENKEN [RUNS [PEOPLE [SEED]]]

Makes RUNS rounds (20) in which PEOPLE (48) hand in one after another through the program, in an order that the attacker
knows, as one user without root, as in an office. The attacker then reads whatever that user can read: each file's and
folder's times, inode, size and order in its folder, the box's lines and their order, numbers and lengths, the log, what
programs left behind, and the drafts. Each way of guessing puts the sheets in some order and gives the first to who came
first. Chance alone finds one person a round, whatever the number of people, seldom more than four, and about RUNS in all.
Prints what each way found; exit code 1 where a way finds so much that chance does it once in a million, or a trace is
left that leads to a single person.
"""
import json
import math
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

USER = 65534
ONE_IN_A_MILLION = 1e-6


class Office:
    """A round of the office's own user, in a folder of its own."""

    def __init__(self, program, people, rng):
        self.program, self.people, self.rng = program, people, rng
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="relink-"))
        self.user = USER if os.geteuid() == 0 else None
        if self.user:
            os.chown(self.home, self.user, self.user)
        lines = "".join(f"m{n:02},議員{n:02},,議員,,,\n" for n in range(1, people + 1))
        self.write("meibo.csv", "id,name,kana,role,from,to,exempt\n" + lines)
        self.run("round", "create", "r", "--roster", "meibo.csv", "--title", "試し", "--opens", "2026-11-01", "--deadline",
                 "2099-01-29", "--office", "総務課", "--telephone", "0", "--no-codes",
                 "--lent-devices", "none")
        self.run("checklist", "print", "member", "--round", "r", "--format", "csv", "--output", "form.csv")
        self.form = (self.home / "form.csv").read_text("utf-8-sig")

    def write(self, name, text):
        (self.home / name).write_text(text, "utf-8")
        if self.user:
            os.chown(self.home / name, self.user, self.user)

    def run(self, *words, text=""):
        done = subprocess.run(
            [self.program, *words], input=text, capture_output=True, text=True, cwd=self.home, user=self.user,
            group=self.user, extra_groups=[] if self.user else None,
            env={"HOME": str(self.home), "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}, check=False)
        if done.returncode:
            sys.exit(f"{words}: {done.returncode} {done.stderr}")
        return done.stdout

    def hand_in(self, person):
        """Answers of one's own, so that sheets differ in content and length; returns the 回答番号 that was shown."""
        form = re.sub('","","",', lambda _: f'","{self.rng.choice("14")}","",', self.form)
        self.write("answers.csv", re.sub(r'(?m)^("P\d+",)"4"', r'\1"3"', form.replace('"P0","4"', '"P0","1"')))
        opinion = f"1\n意見{self.rng.random()}" if self.rng.random() < 1 / 3 else "2"
        shown = self.run("inspect", "--round", "r", "--plain", "--answers", "answers.csv",
                         text=f"1\n{person}\n1\n1\n{opinion}\n1\n1\n2\n")
        found = re.findall(r"回答番号\D*(\d{4})-(\d{4})-(\d{4})", shown.partition("提出が終わりました")[2])
        if not found:
            sys.exit(f"not handed in:\n{shown}")
        return "".join(found[0])


def traces(folder):
    """Every file and folder below one that the user can see, with what stat says of it."""
    for path in sorted(folder.rglob("*")):
        yield path, path.lstat()


def guesses(home):
    """Orders of the sheets' numbers, by name: what an attacker makes of what is left."""
    rows = [json.loads(line) for line in (home / "r" / "box.ndjson").read_text("utf-8").split("\n")[:-1]]
    sheets = [row for row in rows if row["format"] == "tenken.sheet/1"]
    numbers = [sheet["id"] for sheet in sheets]
    lengths = {sheet["id"]: len(json.dumps(sheet)) for sheet in sheets}
    yield "order in the box", numbers
    yield "order in the box, from the end", numbers[::-1]
    yield "digest", [sheet["id"] for sheet in sorted(sheets, key=lambda s: s["digest"])]
    yield "length", sorted(numbers, key=lambda n: (lengths[n], n))
    yield "last digits of the number", sorted(numbers, key=lambda n: n[::-1])


def by_submissions(home, order):
    """Two orders of people beside that of the hand-ins: of their lines, and of their 受付番号."""
    rows = [json.loads(line) for line in (home / "r" / "box.ndjson").read_text("utf-8").split("\n")[:-1]]
    people = [row for row in rows if row["format"] == "tenken.submission/1"]
    yield "came", order
    yield "stands", [int(row["respondent"][1:]) for row in people]
    yield "受付番号", [int(row["respondent"][1:]) for row in sorted(people, key=lambda p: p["receipt"])]


def leftovers(home, before, numbers):
    """What leads to a single person at once: more than one new file or time, or a number in another place."""
    fresh = [(path, status) for path, status in traces(home) if path not in before and path.is_file()]
    known = {home / "answers.csv"}
    for path, _ in fresh:
        if path not in known:
            yield f"left behind: {path.relative_to(home)}"
    for path, status in traces(home):
        if not path.is_file() or path in known:
            continue
        if path in before and before[path].st_mtime_ns != status.st_mtime_ns and path != home / "r" / "box.ndjson":
            yield f"changed: {path.relative_to(home)}"
        data = path.read_bytes()
        for number in numbers:
            times = data.count(number.encode())
            if times != (1 if path.name == "box.ndjson" else 0):
                yield f"{number} stands {times} times in {path.relative_to(home)}"


def run(program, people, seed):
    """(how many each way of guessing got right, what was left behind) of one round."""
    rng = random.Random(seed)
    office = Office(program, people, rng)
    try:
        before = dict(traces(office.home))
        order = rng.sample(range(1, people + 1), people)
        truth = {person: office.hand_in(person) for person in order}
        right = {}
        for name, numbers in guesses(office.home):
            for other, persons in by_submissions(office.home, order):
                right[f"{name} × {other}"] = sum(truth[p] == n for p, n in zip(persons, numbers))
        return right, list(leftovers(office.home, before, truth.values()))
    finally:
        shutil.rmtree(office.home)


def beyond(expected, found):
    """How likely chance finds at least so many (Poisson, the limit of matches in random orders)."""
    return 1 - sum(math.exp(-expected) * expected**k / math.factorial(k) for k in range(found))


def main(program, runs="20", people="48", seed="1"):
    program, runs, people, seed = os.path.abspath(program), int(runs), int(people), int(seed)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda n: run(program, people, seed + n), range(runs)))
    found = [line for _, left in results for line in left]
    worst = 0
    for way in results[0][0]:
        rights = [right[way] for right, _ in results]
        worst = max(worst, *rights)
        print(f"{way}: {sum(rights)} of {runs * people}, at most {max(rights)} in a round")
        if beyond(runs, sum(rights)) < ONE_IN_A_MILLION or beyond(1, max(rights)) < ONE_IN_A_MILLION:
            found.append(f"{way} finds more than chance does")
    print(f"{runs} rounds of {people}: at most {worst} right in a round by any way; {len(found)} traces")
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if 2 <= len(sys.argv) <= 5 else __doc__)
