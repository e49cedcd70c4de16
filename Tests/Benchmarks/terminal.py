#!/usr/bin/env python3
"""Times and bytes of the terminal, next to dialog, whiptail and nano on the same pseudo-terminal.

    terminal.py TENKEN

Prints tables in Markdown. Nothing is asserted: times depend on the machine, so they are compared, not judged.
"""
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

SIZES = [(24, 80), (60, 200)]
DOWN = b"\x1b[B"
STARTS = 41


class Program:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, argv, home, size=SIZES[0]):
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {"PATH": os.environ["PATH"], "HOME": home, "XDG_DATA_HOME": home, "LC_ALL": "C.UTF-8",
                           "TERM": "xterm-256color"}
            os.execvpe(argv[0], argv, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def read(self, quiet=0.15):
        """What it writes until it has been quiet, and when the last byte came."""
        data, last = b"", time.perf_counter()
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                chunk = os.read(self.fd, 65536)
            except OSError:
                break
            if not chunk:
                break
            data, last = data + chunk, time.perf_counter()
            self.answer(chunk)
        return data, last

    def answer(self, chunk):
        """Says where the cursor is and what this terminal is, as every terminal does when it is asked."""
        if b"\x1b[6n" in chunk:
            os.write(self.fd, b"\x1b[2;2R")
        if b"\x1b[c" in chunk:
            os.write(self.fd, b"\x1b[?62c")

    def press(self, key, quiet=0.15):
        """The bytes that a key costs, and the milliseconds to the last of them."""
        before = time.perf_counter()
        os.write(self.fd, key)
        data, last = self.read(quiet)
        return len(data), (last - before) * 1000

    def flood(self, keys, seen):
        """The milliseconds until what the last of many keys brings about is on the screen."""
        before, data, rest = time.perf_counter(), b"", keys
        while seen not in data:
            readable, writable, _ = select.select([self.fd], [self.fd] if rest else [], [], 60)
            if not readable and not writable:
                raise SystemExit("does not answer any more")
            if writable:
                rest = rest[os.write(self.fd, rest[:512]):]
            if readable:
                data += os.read(self.fd, 65536)
        return (time.perf_counter() - before) * 1000

    def close(self):
        os.kill(self.pid, 15)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def in_turns(programs, measure):
    """The median of what each program needs, its spread, and it to dialog's; in turns, for the machine is now faster and
    now slower."""
    times = {name: [] for name in programs}
    for _ in range(STARTS):
        for name, argv in programs.items():
            times[name].append(measure(argv))
    medians = {name: statistics.median(found) for name, found in times.items()}
    return {name: f"{medians[name]:.1f} ({min(found):.1f}–{max(found):.1f}) | {medians[name] / medians['dialog']:.2f}"
            for name, found in times.items()}


def first_paint(argv, home, size):
    """Milliseconds to the last byte of the first picture."""
    program = Program(argv, home, size)
    _, last = program.read(0.08)
    program.close()
    return (last - program.started) * 1000


def version(argv):
    """Milliseconds for `--version`."""
    before = time.perf_counter()
    subprocess.run([argv[0], "--version"], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - before) * 1000


def starts(tenken, home):
    programs = {"tenken": [tenken], "tenken --role member": [tenken, "--role", "member"], **others(home)}
    columns = [in_turns(programs, lambda argv, size=size: first_paint(argv, home, size)) for size in SIZES]
    columns.append(in_turns({name: programs[name] for name in ("tenken", "dialog")}, version))
    titles = [f"first picture at {columns}×{rows}, ms" for rows, columns in SIZES] + ["--version, ms"]
    print(f"Medians of {STARTS} (least–most)\n")
    print("| |" + "".join(f" {title} | to dialog |" for title in titles))
    print("|---|" + "---|---|" * len(titles))
    for name in programs:
        print(f"| {name} |" + "".join(f" {column.get(name, ' | ')} |" for column in columns), flush=True)


def others(home):
    menu = ["1", "はい", "2", "一部できている", "3", "いいえ", "4", "わからない"]
    text = os.path.join(home, "text.txt")
    with open(text, "w", encoding="utf-8") as file:
        file.write("会議中に席を離れるときは、画面をロックしていますか。\n" * 10)
    return {
        "dialog": ["dialog", "--menu", "会議用の端末の画面をロックしていますか。", "20", "70", "8", *menu],
        "whiptail": ["whiptail", "--menu", "会議用の端末の画面をロックしていますか。", "20", "70", "8", *menu],
        "nano": ["nano", text],
    }


def main(tenken):
    with tempfile.TemporaryDirectory() as home:
        starts(tenken, home)
        print("\n| | bytes of the first picture | of an arrow | of a key that does nothing |")
        print("|---|---|---|---|")
        for name, argv in {"tenken --role member": [tenken, "--role", "member"], **others(home)}.items():
            program = Program(argv, home)
            picture, _ = program.read()
            if argv[0] == tenken:
                for key in (b"\r", b"\r"):
                    program.press(key)
            program.press(DOWN)
            arrow, _ = program.press(DOWN)
            nothing, _ = program.press(b"\x1b[24~" if argv[0] == "nano" else b"z")
            print(f"| {name} | {len(picture)} | {arrow} | {nothing} |", flush=True)
            program.close()

        program = Program([tenken, "--role", "member"], home)
        program.read()
        while b"M-DUT-01" not in program_screen(program):
            pass
        lags = sorted(program.press(key, 0.05)[1] for _ in range(50) for key in (b"1", b"3"))
        question, _ = program.press(b"\r")
        idle, _ = program.read(10)
        for key in (b"8", b"\r", DOWN):
            program.press(key)
        move, _ = program.press(DOWN)
        for key in (b"\x1b", b"0", b"\r"):
            program.press(key)
        arrows = program.flood(DOWN * 10_000 + b"2", "2 一部できている".encode())
        for key in (b"7", b"\r"):
            program.press(key)
        letters = program.flood("あ".encode() * 10_000 + b"\r", "回答：".encode())
        print(f"\n10,000 arrows {arrows:.0f} ms; 10,000 letters into a note {letters:.0f} ms", end="")
        print(f"\nkey to last byte: median {statistics.median(lags):.2f} ms, p99 {lags[98]:.2f} ms; "
              f"new question {question} bytes; arrow in the list {move}; idle 10 s {len(idle)} bytes")
        program.close()


def program_screen(program):
    """Answers what is asked until the first item shows."""
    os.write(program.fd, b"1")
    data, _ = program.read(0.05)
    os.write(program.fd, b"\r")
    more, _ = program.read(0.05)
    return data + more


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
