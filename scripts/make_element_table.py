#!/usr/bin/env python3
"""Writes the element table of the domain: symbols and names from mendeleev (MIT), valence electrons and atomic
stiffness as released with DSSL (MIT; stiffness of Jin, Yuan, Gao, Nature Communications 14:4258, 2023).

Usage: make_element_table.py ELEMENTS_CSV OUT_CSV      (pip install mendeleev)
ELEMENTS_CSV has the columns Z, symbol, valence_electrons, atomic_stiffness; empty means unknown.
"""
import csv
import sys

from mendeleev.db import get_engine
from sqlalchemy import text

source, out = sys.argv[1:]
with get_engine().connect() as database:
    names = {z: (s, n) for z, s, n in database.execute(text("select atomic_number, symbol, name from elements"))}
with open(source, newline="") as lines:
    released = {int(row["Z"]): row for row in csv.DictReader(lines)}
with open(out, "w", newline="") as lines:
    lines.write("# made by scripts/make_element_table.py; symbols and names: mendeleev (MIT); valence electrons and\n")
    lines.write("# atomic stiffness: usccolumbia/DSSL (MIT), after Jin, Yuan, Gao, Nat. Commun. 14:4258 (2023); empty = unknown\n")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["Z", "symbol", "name", "valence_electrons", "atomic_stiffness"])
    for z in range(1, 119):
        symbol, name = names[z]
        row = released.get(z, {"symbol": symbol, "valence_electrons": "", "atomic_stiffness": ""})
        assert row["symbol"] == symbol, (z, row["symbol"], symbol)
        writer.writerow([z, symbol, name, row["valence_electrons"], row["atomic_stiffness"]])
