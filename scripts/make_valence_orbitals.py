#!/usr/bin/env python3
"""Writes the occupied orbitals outside the noble-gas core that the orbital field matrix reads, from the ground-state
configurations in the database of mendeleev (MIT).

Usage: make_valence_orbitals.py OUT_CSV      (pip install mendeleev; made with 1.3.0)
"""
import csv
import importlib.metadata
import importlib.util
import os
import re
import sqlite3
import sys

ELEMENTS = 100
QUERY = "select atomic_number, symbol, electronic_configuration from elements where atomic_number <= ? order by 1"

(out,) = sys.argv[1:]
folder = importlib.util.find_spec("mendeleev").submodule_search_locations[0]
rows = sqlite3.connect(os.path.join(folder, "elements.db")).execute(QUERY, (ELEMENTS,)).fetchall()
assert [row[0] for row in rows] == list(range(1, ELEMENTS + 1))
with open(out, "w", newline="") as lines:
    version = importlib.metadata.version("mendeleev")
    lines.write(f"# made by scripts/make_valence_orbitals.py from mendeleev {version} (MIT): subshells of free atoms outside the\n")
    lines.write("# noble-gas core, with the electrons in each\n")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["Z", "symbol", "orbitals"])
    for z, symbol, configuration in rows:
        shells = re.findall(r"\d([spdf])(\d*)(?:\s|$)", configuration)
        assert len(shells) == len(re.sub(r"\[.*\]", "", configuration).split()), configuration
        writer.writerow([z, symbol, " ".join(kind + (count or "1") for kind, count in sorted(shells, key=lambda s: "spdf".index(s[0])))])
