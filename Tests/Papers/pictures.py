#!/usr/bin/env python3
"""Makes the pictures of the README from the program itself: docs/pictures/screen.svg and report.png.

    pictures.py TENKEN

The screen is what a terminal of 80 columns shows, cell by cell; the report's first page is printed by Chromium.
"""
import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs/pictures"
CELL, LINE = 8, 18


def screen(program, folder):
    """The first question of a personal inspection with its answer marked, as tmux shows it: text with SGR sequences."""
    def tmux(*words):
        return subprocess.run(["tmux", "-S", f"{folder}/tmux", "-f", "/dev/null", *words], capture_output=True, text=True, check=True,
                              env=os.environ | {"HOME": folder, "XDG_DATA_HOME": folder, "LC_ALL": "C.UTF-8"}).stdout

    def see(text):
        deadline = time.monotonic() + 20
        while text not in tmux("capture-pane", "-p"):
            if time.monotonic() > deadline:
                raise SystemExit(f"{text} does not come:\n" + tmux("capture-pane", "-p"))

    tmux("-u", "new-session", "-d", "-x", "80", "-y", "24", f"NO_COLOR=1 '{program}' --role member")
    try:
        for text, *keys in (["はじめに", "Enter"], ["ここまでです", "Enter"],
                            *([f"{number}問目（全7問）", "1", "Enter"] for number in range(1, 8)),
                            ["読みましたか", "2"], ["回答： 2"]):
            see(text)
            if keys:
                tmux("send-keys", *keys)
        return tmux("capture-pane", "-p", "-e", "-N").splitlines()
    finally:
        tmux("kill-server")


def svg(rows):
    """Each character at its own cells, so that any font of the reader's gives straight columns."""
    shapes = []
    for number, row in enumerate(rows):
        column, style = 0, set()
        for codes, character in re.findall(r"\x1b\[([0-9;]*)m|(.)", row):
            if not character:
                for code in codes.split(";"):
                    style = style | {code} if code in ("1", "4") else style - {"1", "4"} if code in ("", "0") else style
                continue
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            x, y = column * CELL + 8, number * LINE + 22
            if "4" in style:
                shapes.append(f'<path d="M{x} {y + 3}h{width * CELL}" stroke="#000"/>')
            if character != " ":
                bold = ' font-weight="bold"' if "1" in style else ""
                shapes.append(f'<text x="{x}" y="{y}"{bold}>{html.escape(character)}</text>')
            column += width
    width, height = 80 * CELL + 16, 24 * LINE + 16
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="monospace" font-size="14">'
            '<title>点検の画面</title><rect width="100%" height="100%" fill="#fff" stroke="#888"/>' + "".join(shapes) + "</svg>\n")


def report(program, folder):
    """The first page of a made-up round's report, as it is printed."""
    run = lambda *command: subprocess.run(command, cwd=folder, capture_output=True, check=False)
    run(program, "round", "practice", "rensyu", "--closed", "--opens", "2026-10-01")
    run(program, "aggregate", "rensyu", "--format", "html", "--output", "report.html")
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=report.pdf", f"file://{folder}/report.html")
    run("pdftoppm", "-png", "-gray", "-r", "64", "-f", "1", "-l", "1", "-singlefile", "report.pdf", str(PICTURES / "report"))


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    program = os.path.abspath(arguments[0])
    with tempfile.TemporaryDirectory() as folder:
        (PICTURES / "screen.svg").write_text(svg(screen(program, folder)), "utf-8")
        report(program, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
