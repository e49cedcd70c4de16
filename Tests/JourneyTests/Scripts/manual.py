#!/usr/bin/env python3
"""Follows a manual from its first line to its last: each command in a shell, what it prints beside what stands there.

    manual.py TENKEN CLOCK.so [secretariat | first-steps]

Blocks of ``` and ```sh are followed; those of ```text need an administrator, or another machine. What the text tells people to do by hand, or other people do, is in BY_HAND and TYPED; nothing else is added. A command
has to end with 0, or as the lines below it say that it is refused. Each of these lines has to be printed; digits count as
equal, for another round has other figures. Prints what went wrong; exit code 0: nothing.
"""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import forms

ROOT = pathlib.Path(__file__).resolve().parents[3]
# The day on which a chapter is followed, by manual.
DAYS = {"secretariat": {1: "2026-11-23", 9: "2026-12-03", 13: "2028-04-02"}, "first-steps": {1: "2026-11-29"}}


def steps(text):
    """(chapter, command, lines below it; None where none are shown) in the order of the text."""
    chapter, found, fence = 0, [], None
    for line in text.splitlines():
        if heading := re.match(r"## (\d+) ", line):
            chapter = int(heading[1])
        bare = line.strip()
        if bare.startswith("```"):
            fence = None if fence is not None else bare[3:]
            continued = False
        elif fence == "sh" and bare:
            found.append((chapter, bare, None))
        elif fence == "":
            if continued or bare.startswith("$ "):
                if continued:
                    found[-1] = (chapter, found[-1][1] + " " + bare.removesuffix("\\"), [])
                else:
                    found.append((chapter, bare[2:].removesuffix("\\"), []))
                    shown = True
                continued = bare.endswith("\\")
            elif found and found[-1][2] is not None and shown:
                found[-1][2].append(line)
        if fence is None:
            shown = False
    return found


def folded(text):
    """What two printings of a line have in common."""
    return re.sub(r"[\s=-]+", "", re.sub(r"[0-9a-f]{64}|\d+(\.\d+)?", "0", text))


class Walk:
    """The folder in which somebody follows the manual."""

    def __init__(self, program, clock, folder, manual):
        self.folder, self.manual, self.faults, self.numbers = folder, manual, [], {}
        self.env = os.environ | {
            "PATH": f"{pathlib.Path(program).parent}:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8",
            "XDG_DATA_HOME": str(folder / "data"), "TERM": "dumb", "CLOCK_LIBRARY": clock}
        self.text = (ROOT / f"docs/{manual}.md").read_text("utf-8")
        (folder / "Checklists").symlink_to(ROOT / "Checklists")

    def at(self, day):
        """The variables with which it is ten o'clock of that day."""
        moment = subprocess.run(["date", "-d", f"{day} 10:00 +0900", "+%s"], capture_output=True, check=True).stdout
        return {"CLOCK": moment.decode().strip(), "LD_PRELOAD": self.env["CLOCK_LIBRARY"]}

    def shell(self, command, day, typed=""):
        done = subprocess.run(["bash", "-c", command], input=typed.encode(), capture_output=True, cwd=self.folder,
                              env=self.env | self.at(day), timeout=60, check=False)
        return done.returncode, done.stdout.decode() + done.stderr.decode()

    def quietly(self, command, day="2026-11-25", typed=""):
        status, said = self.shell(command, day, typed)
        if status not in (0, 65):
            self.faults.append(f"(by hand) {command}: {status}\n{said[-1500:]}")
        return said

    def code(self, person):
        with (self.folder / "r8-1-codes.csv").open(encoding="utf-8-sig", newline="") as file:
            return {row["番号"]: row["点検コード"] for row in csv.DictReader(file)}[person]

    def hand_in(self, person, role):
        """As a person does, by themselves; the 回答番号 is kept as they would."""
        blank = self.quietly(f"tenken checklist print {role} --round r8-1 --format csv")
        filled = re.sub(r'^("(?:P[1-9]|[MO]-)[^"]*",)""', r'\1"1"', blank, flags=re.MULTILINE)
        (self.folder / "form.csv").write_text(filled, "utf-8")
        said = self.quietly("tenken inspect --round r8-1 --plain --answers form.csv",
                            typed=f"{self.code(person)}\n1\n1\n2\n1\n1\n2\n")
        self.numbers[person] = re.findall(r"回答番号　(\d{4}-\d{4}-\d{4})", said)[-1]

    def edit(self, name, change):
        """A text in UTF-8, or in CP932 as Excel has saved it."""
        path = self.folder / name
        try:
            path.write_text(change(path.read_text("utf-8")), "utf-8")
        except UnicodeDecodeError:
            path.write_text(change(path.read_text("cp932")), "cp932")

    def at_a_terminal(self, command, steps, day=None):
        """What somebody types there, each when what it answers is seen; returns the last screen."""
        order = {"command": ["/bin/bash", "-c", command], "environment": self.env | {"TERM": "vt100"}, "rows": 100,
                 "columns": 120, "ambiguous": 1, "steps": [*steps, ["end", ""]]}
        if day:
            order["environment"] |= self.at(day)
        done = subprocess.run([sys.executable, pathlib.Path(__file__).with_name("pty.py")], input=json.dumps(order),
                              capture_output=True, cwd=self.folder, text=True, timeout=120, check=False)
        if done.returncode:
            self.faults.append(f"{command}: {done.stdout[-1500:]}{done.stderr[-1500:]}")
            return ""
        return "\n".join(json.loads(done.stdout)["steps"][-1]["screen"])

    def follow(self, chapter, command, shown):
        for start, act in BY_HAND.items():
            if re.match(start, command):
                act(self)
        typed = next((text(self) for start, text in TYPED.items() if re.match(start, command)), "")
        days = DAYS[self.manual]
        day = days[max(c for c in days if c <= max(chapter, 1))]
        if "--kiosk" in command:
            return self.at_a_terminal(command, [["see", "点検コード（12けた）"], ["slowly", self.code("*") + "\r"]])
        if command == DIALOGUE:
            return self.converse(command, shown, day)
        command = command.replace("7839-0552-6720", self.numbers.get("m01", ""))
        status, said = self.shell(command, day, typed)
        refused = any(re.match(r"tenken: |誤りが", line) for line in shown or [])
        # The practice rounds have damaged lines on purpose, and every command says so.
        good = status != 0 if refused else status == 0 or status == 65 and re.search("rensyu|uketuke", command)
        missing = [line for line in shown or [] if folded(line) and "（略）" not in line
                   and folded(line.rpartition("：")[0] if typed and "：" in line else line) not in folded(said)]
        if not good or missing:
            self.faults.append(f"{chapter} $ {command}\n  ended with {status}; not printed: {missing}\n{said[-1800:]}")

    def converse(self, command, shown, day):
        """What follows the last colon of a line is typed when what stands before it is seen."""
        asked = [line.rpartition("：") for line in shown if re.search("：( |$)", line)]
        steps = [step for question, _, answer in asked
                 for step in (["see", question.split("（")[0]], ["quiet", 0.2], ["send", answer.strip() + "\r"])]
        said = self.at_a_terminal(command, steps, day)
        missing = [line for line in shown if folded(line) not in folded(said)]
        if missing:
            self.faults.append(f"$ {command}\n  not printed: {missing}\n{said}")


def roster(walk):
    """The manual's table, saved by Excel as CSV."""
    text = walk.text
    table = text.split("| 番号 | 氏名 |", 1)[1].split("\n\n", 1)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in ("番号 | 氏名 |" + table).splitlines()]
    with (walk.folder / "meibo.csv").open("w", encoding="cp932", newline="") as file:
        csv.writer(file).writerows(row for row in rows if not row[0].startswith("--"))


def forms_came_back(walk):
    (walk.folder / "受信").mkdir()
    forms.filled(walk.folder / "議員.xlsx", walk.code("m04"), "1").save(walk.folder / "受信/m04.xlsx")


def faulty_checklist(walk):
    def spoil(text):
        text = re.sub(r"\n +importance: \S+", "", text, count=1)
        text = re.sub(r"(clauses: \[)c5\b", r"\1c55", text, count=1)
        return text.replace("importance:", "inportance:", 1)
    (walk.folder / "hyou/members.yaml").unlink()
    (walk.folder / "hyou/members.yaml").write_text(
        spoil((ROOT / "Checklists/kumamoto/members.yaml").read_text("utf-8")), "utf-8")


def mended_checklist(walk):
    walk.quietly("cp Checklists/kumamoto/members.yaml hyou/members.yaml")


def approved_checklists(walk):
    approval = '\napproved:\n  by: 議長\n  date: "2026-10-01"\n  document: 決裁第000号\n'
    for name in ("members", "staff", "organisation"):
        walk.edit(f"hyou/{name}.yaml", lambda text: re.sub(r"(?m)(^title: .*)\n", r"\1" + approval, text, count=1))


def handed_in(walk):
    walk.hand_in("m01", "member")
    walk.hand_in("m02", "member")
    walk.hand_in("org", "organisation")


def roster_mended(walk):
    """A mistake that is found after the figures were given."""
    walk.edit("r8-1/roster.csv", lambda text: text.replace("病気療養中のため", "病気の療養のため"))


def counts_lost(walk):
    """The last line of the box, by a copy that stopped short; a second `repair` is of the same damage."""
    walk.edit("r8-1/box.ndjson", lambda text: re.sub(r'[^\n]*"tenken\.box/1".*\n\Z', "", text))


def earlier_years(walk):
    for name, day in (("r6-1", "2026-05-01"), ("r7-1", "2026-08-01")):
        walk.quietly(f"tenken round practice {name} --closed --opens {day} --seed 7")


def other_assemblies(walk):
    """What three assemblies sent, under the names in the manual."""
    walk.quietly("tenken aggregate r7-1 --format json --output r7-1.json")
    walk.quietly(f"python3 {ROOT}/Tests/Oracle/assemblies.py r7-1.json sent 3 1")
    walk.quietly("for name in a b c; do cp $(ls sent/* | head -1) $name.json; rm $(ls sent/* | head -1); done")


def form_filled_in(walk):
    forms.filled(walk.folder / "giin.xlsx", "m01", "1").save(walk.folder / "giin.xlsx")


# The one in which the program asks for everything.
DIALOGUE = "tenken round create r8-1"
BY_HAND = {
    DIALOGUE: roster,
    "tenken round receive uketuke": form_filled_in,
    "tenken round receive r8-1 受信/ --dry-run": forms_came_back,
    "tenken round status r8-1$": handed_in,
    "tenken aggregate r8-1 --previous r7-1 +#": earlier_years,
    "tenken aggregate r8-1$": roster_mended,
    "tenken combine": other_assemblies,
    "tenken round repair r8-1": counts_lost,
    "tenken checklist coverage --checklists hyou": mended_checklist,
    "tenken checklist validate": faulty_checklist,
    "tenken checklist list --checklists hyou": approved_checklists,
}
TYPED = {
    "tenken inspect --round r8-1 --assisted-by": lambda walk: walk.code("m03") + "\n3\n",
    "tenken inspect --round r8-1 --paper": lambda walk: walk.code("m03") + "\n3\n",
    "tenken round withdraw r8-1 m02": lambda walk: walk.numbers["m02"] + "\n",
    "tenken export --round r8-1": lambda walk: walk.numbers["m01"] + "\n",
    "tenken round purge r8-1": lambda walk: "廃棄\n",
}


def main(arguments):
    if len(arguments) not in (2, 3) or not set(arguments[2:]) <= set(DAYS):
        print(__doc__, file=sys.stderr)
        return 2
    manual = arguments[2] if len(arguments) == 3 else "secretariat"
    with tempfile.TemporaryDirectory() as name:
        walk = Walk(os.path.abspath(arguments[0]), os.path.abspath(arguments[1]), pathlib.Path(name), manual)
        followed = steps(walk.text)
        for step in followed:
            walk.follow(*step)
    for fault in walk.faults:
        print(fault, end="\n\n")
    print(f"{len(followed)} commands, {len(walk.faults)} faults")
    return 1 if walk.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
