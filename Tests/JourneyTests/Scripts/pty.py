#!/usr/bin/env python3
"""A terminal that counts bytes: runs a program on a pty by a script of steps, and says what happened, as JSON.

Reads from standard input {command, environment, rows, columns, ambiguous, steps}, where `ambiguous` is the width that
this terminal gives to ambiguous characters (0: it does not answer questions). Steps are pairs:
see TEXT (on the screen, or written since the last one seen), send TEXT, slowly TEXT (30 ms between bytes), quiet SECONDS (until nothing has come for so long),
linger SECONDS, signal NUMBER,
resize "ROWSxCOLUMNS", hang-up "", end "". Each yields what the program wrote meanwhile, the voluntary switches it made
and the screen, which is kept for TERM=vt100 only.
"""

import base64
import fcntl
import json
import os
import re
import select
import signal
import struct
import sys
import termios
import time
import unicodedata

PATIENCE = 20


class Screen:
    """What a vt100 shows: one cell for each column, '' behind a wide character."""

    SEQUENCE = re.compile(r"\x1b(?:\[([?>]?)([0-9;]*)([@-~])|[()][A-Z0-9]|[=>78cMDE])|[\x00-\x1f]|.", re.S)

    def __init__(self, rows, columns, ambiguous):
        self.rows, self.columns, self.ambiguous = rows, columns, ambiguous
        self.row = self.column = 0
        self.cells = [[" "] * columns for _ in range(rows)]
        self.overflowed = False

    def width(self, character):
        if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Cf"):
            return 0
        kind = unicodedata.east_asian_width(character)
        return 2 if kind in "WF" else max(self.ambiguous, 1) if kind == "A" else 1

    def feed(self, text):
        """Shows the text and returns what the terminal answers."""
        answer = ""
        for found in self.SEQUENCE.finditer(text):
            piece = found.group()
            if found.group(3):
                answer += self.control(*found.groups())
            elif piece == "\r":
                self.column = 0
            elif piece == "\n":
                self.row = min(self.row + 1, self.rows - 1)
            elif piece == "\b":
                self.column = max(self.column - 1, 0)
            elif piece[0] >= " ":
                self.put(piece)
        return answer

    def put(self, character):
        width = self.width(character)
        if width == 0:
            return
        if self.column + width > self.columns:
            self.overflowed = True
            return
        self.cells[self.row][self.column : self.column + width] = [character] + [""] * (width - 1)
        self.column += width

    def control(self, mark, parameters, final):
        numbers = [int(n or 0) for n in parameters.split(";")]
        first = max(numbers[0], 1)
        if mark == "?" or mark == ">":
            return ""
        if final == "H":
            self.row = min(first, self.rows) - 1
            self.column = min(max(numbers[1] if len(numbers) > 1 else 1, 1), self.columns) - 1
        elif final == "A":
            self.row = max(self.row - first, 0)
        elif final == "B":
            self.row = min(self.row + first, self.rows - 1)
        elif final == "C":
            self.column = min(self.column + first, self.columns - 1)
        elif final == "D":
            self.column = max(self.column - first, 0)
        elif final == "K":
            if numbers[0] == 0:
                self.cells[self.row][self.column :] = [" "] * (self.columns - self.column)
            elif numbers[0] == 1:
                self.cells[self.row][: self.column + 1] = [" "] * (self.column + 1)
        elif final == "J":
            start = 0 if numbers[0] == 2 else self.row
            if numbers[0] == 0:
                self.cells[self.row][self.column :] = [" "] * (self.columns - self.column)
                start += 1
            for row in range(start, self.rows):
                self.cells[row] = [" "] * self.columns
        elif final == "n" and numbers[0] == 6 and self.ambiguous:
            return f"\x1b[{self.row + 1};{self.column + 1}R"
        elif final == "c" and self.ambiguous:
            return "\x1b[?1;2c"
        return ""

    def lines(self):
        return ["".join(row).rstrip() for row in self.cells]


class Run:
    def __init__(self, plan):
        self.rows, self.columns = plan["rows"], plan["columns"]
        self.is_vt100 = plan["environment"].get("TERM") == "vt100"
        self.screen = Screen(self.rows, self.columns, plan["ambiguous"])
        self.master, self.slave = os.openpty()
        self.resize(self.rows, self.columns)
        self.before = termios.tcgetattr(self.slave)
        self.received = b""
        self.seen = 0
        self.decoded = 0
        self.status = None
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(self.slave, descriptor)
            os.closerange(3, 256)
            os.execve(plan["command"][0], plan["command"], plan["environment"])

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, limit):
        """Reads what comes within the limit; False if nothing did."""
        if not select.select([self.master], [], [], limit)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.received += data
        text = self.received[self.decoded :].decode("utf-8", "ignore")
        # A sequence or character may be cut: only whole ones are shown.
        whole = re.sub(r"\x1b[^@-~]*$|\x1b\[[^@-~]*$", "", text)
        self.decoded += len(whole.encode())
        answer = self.screen.feed(whole)
        if answer:
            os.write(self.master, answer.encode())
        return bool(data)

    def switches(self):
        try:
            with open(f"/proc/{self.pid}/status") as status:
                return int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status.read(), re.M).group(1))
        except OSError:
            return 0

    def see(self, text):
        deadline = time.monotonic() + PATIENCE
        while True:
            at = self.received.find(text.encode(), self.seen)
            if at >= 0:
                self.seen = at + len(text.encode())
                return
            if self.is_vt100 and any(text in line for line in self.screen.lines()):
                return
            if time.monotonic() > deadline or self.has_ended():
                raise SystemExit(f"waited for {text!r}; got {self.received[self.seen:]!r}")
            self.read(0.1)

    def has_ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                while self.read(0):
                    pass
        return self.status is not None

    def step(self, verb, value):
        if verb == "see":
            self.see(value)
        elif verb == "send":
            data = value.encode()
            while data:
                if select.select([], [self.master], [], 0.1)[1]:
                    data = data[os.write(self.master, data[:512]) :]
                self.read(0)
        elif verb == "slowly":
            for byte in value.encode():
                os.write(self.master, bytes([byte]))
                self.pace(0.03)
        elif verb == "quiet":
            while self.read(float(value)):
                pass
        elif verb == "linger":
            self.pace(float(value))
        elif verb == "signal":
            os.kill(self.pid, int(value))
        elif verb == "resize":
            self.resize(*map(int, value.split("x")))
        elif verb == "hang-up":
            os.close(self.slave)
            os.close(self.master)
            self.master = -1
            deadline = time.monotonic() + PATIENCE
            while self.status is None and time.monotonic() < deadline:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = os.waitstatus_to_exitcode(status)
        elif verb == "end":
            deadline = time.monotonic() + PATIENCE
            while not self.has_ended():
                if time.monotonic() > deadline:
                    raise SystemExit(f"does not end; got {self.received[-2000:]!r}")
                self.read(0.1)
        else:
            raise SystemExit(f"unknown step {verb}")

    def pace(self, seconds):
        """Lets time pass as a slow line does, reading on."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)


def main():
    plan = json.load(sys.stdin)
    run = Run(plan)
    steps = []
    try:
        for verb, value in plan["steps"]:
            start, switches = len(run.received), run.switches()
            run.step(verb, value)
            steps.append(
                {
                    "bytes": base64.b64encode(run.received[start:]).decode(),
                    "switches": run.switches() - switches,
                    "screen": run.screen.lines(),
                }
            )
        same = run.master < 0 or termios.tcgetattr(run.slave) == run.before
    finally:
        if run.status is None:
            os.kill(run.pid, signal.SIGKILL)
    json.dump(
        {"steps": steps, "status": run.status, "sameModes": same, "overflowed": run.screen.overflowed}, sys.stdout
    )


main()
