#!/usr/bin/env python3
"""Makes the pictures of the README from the program itself: docs/pictures/screen.svg and report.png.

    pictures.py TENKEN

The screen is what a terminal of 80 columns shows, cell by cell; the report's first page is printed by Chromium.
"""
import html
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs/pictures"
CELL, LINE = 8, 18


def screen(program, folder):
    """The rows of the first question, after the answer 2 was marked."""
    order = {"command": [program, "--role", "member"], "rows": 24, "columns": 80, "ambiguous": 1,
             "environment": os.environ | {"HOME": folder, "XDG_DATA_HOME": folder, "TERM": "vt100", "LC_ALL": "C.UTF-8"},
             "steps": [["see", "はじめに"], ["send", "\r"], ["see", "ここまでです"], ["send", "\r"],
                       ["see", "1問目（全7問）"]]
             + [step for number in range(2, 8) for step in (["send", "1\r"], ["see", f"{number}問目（全7問）"])]
             + [["send", "1\r"], ["see", "読みましたか"], ["send", "2"], ["see", "回答： 2"], ["hang-up", ""]]}
    done = subprocess.run([sys.executable, ROOT / "Tests/JourneyTests/Scripts/pty.py"], input=json.dumps(order), text=True,
                          capture_output=True, check=True)
    return json.loads(done.stdout)["steps"][-2]["screen"]


def svg(rows):
    """Each character at its own cells, so that any font of the reader's gives straight columns."""
    texts = []
    for number, row in enumerate(rows):
        column = 0
        for character in row:
            if character == "_":
                texts.append(f'<path d="M{column * CELL + 8} {number * LINE + 24}h{CELL}"/>')
            elif character != " ":
                texts.append(f'<text x="{column * CELL + 8}" y="{number * LINE + 22}">{html.escape(character)}</text>')
            column += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    width, height = 80 * CELL + 16, len(rows) * LINE + 16
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="monospace" font-size="14">'
            '<title>点検の画面</title><rect width="100%" height="100%" fill="#fff" stroke="#888"/><g stroke="#000" stroke-width="0">'
            + "".join(texts).replace("<path", '<path stroke-width="1"') + "</g></svg>\n")


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
