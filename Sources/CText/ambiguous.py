#!/usr/bin/env python3
"""Writes ambiguous_generated.h: the East Asian Ambiguous scalars (UAX #11) by the Unicode of this Python."""

import pathlib
import sys
import unicodedata

ranges = []
for scalar in range(0x110000):
    if 0xD800 <= scalar < 0xE000 or unicodedata.east_asian_width(chr(scalar)) != "A":
        continue
    if ranges and ranges[-1][1] == scalar - 1:
        ranges[-1][1] = scalar
    else:
        ranges.append([scalar, scalar])

lines = [
    f"// Made by ambiguous.py from the East Asian Width of Unicode {unicodedata.unidata_version}. Do not edit.",
    "static const struct {",
    "  uint32_t first, last;",
    "} ambiguous[] = {",
]
line = "   "
for first, last in ranges:
    entry = f" {{0x{first:04X}, 0x{last:04X}}},"
    if len(line) + len(entry) > 120:
        lines.append(line)
        line = "   "
    line += entry
lines += [line, "};", ""]
target = pathlib.Path(__file__).with_name("ambiguous_generated.h")
target.write_text("\n".join(lines))
print(f"{target.name}: {len(ranges)} ranges", file=sys.stderr)
