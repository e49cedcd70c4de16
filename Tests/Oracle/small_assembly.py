#!/usr/bin/env python3
"""Writes the closed round of a small assembly: 8 members, 2 of staff, all of whom handed in, and the organisation.

    small_assembly.py FOLDER

Half of the members do not do what the first item of each domain asks, such as M-DUT-01; 3 of them no other item.
"""
import pathlib
import random
import sys

from random_rounds import RandomRound, Writer


class Steady(Writer):
    """What is likely happens, and nothing else: nobody is exempt, late or writes a broken sheet."""

    def chance(self, percent):
        return percent >= 50


class SmallAssembly(RandomRound):
    def __init__(self, w):
        self.given = {}
        super().__init__(w)

    def size(self, role):
        return {"member": 8, "staff": 2}[role]

    def is_approved(self):
        return True

    def share(self, key):
        """Everything applies to everybody."""
        return 0

    def choice(self, entry, offered):
        if not entry["id"].startswith("M-"):
            return super().choice(entry, offered)
        before = self.given.get(entry["id"], 0)
        self.given[entry["id"]] = before + 1
        return "no" if before < (4 if entry["id"].endswith("-01") else 3) else "yes"


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = pathlib.Path(arguments[0])
    folder.mkdir(parents=True)
    SmallAssembly(Steady(folder, random.Random(29)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
