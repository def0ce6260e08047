#!/usr/bin/env python3
"""Writes the ions that prototype crystals are made of: Shannon's effective ionic radii (Acta Crystallographica A32:751,
1976) and main oxidation states as in mendeleev (MIT).

Usage: make_ion_table.py OUT_CSV      (pip install mendeleev)
Elements up to plutonium. Cations are main oxidation states up to +6 of elements with a Pauling electronegativity below
2.5 (or unknown: some lanthanides); of two spin states the one marked reliable, else high spin. Radii below 0.1 angstrom
(protons, nitrogen) are left out.
"""
import csv
import sys

from mendeleev.db import get_engine
from sqlalchemy import text

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}
QUERY = """
select e.atomic_number, e.symbol, r.charge, r.coordination, r.ionic_radius, r.spin, r.most_reliable, e.en_pauling
from ionicradii r join elements e on e.atomic_number = r.atomic_number
join oxidationstates o on o.atomic_number = r.atomic_number and o.oxidation_state = r.charge and o.category = 'main'
where e.atomic_number <= 94
"""
best = {}
with get_engine().connect() as database:
    for z, symbol, charge, coordination, radius, spin, reliable, negativity in database.execute(text(QUERY)):
        if coordination not in ROMAN or radius < 10 or charge > 6:
            continue  # square planar and pyramidal sites; picometres
        if charge > 0 and negativity is not None and negativity >= 2.5:
            continue
        key = (z, symbol, charge, ROMAN[coordination])
        rank = (bool(reliable), spin == "HS")
        if key not in best or rank > best[key][0]:
            best[key] = (rank, radius / 100)
with open(sys.argv[1], "w", newline="") as lines:
    lines.write("# made by scripts/make_ion_table.py: effective ionic radii in angstrom, Shannon, Acta Cryst. A32:751 (1976),\n")
    lines.write("# for main oxidation states, both through mendeleev (MIT)\n")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["Z", "symbol", "charge", "coordination", "radius"])
    for (z, symbol, charge, coordination), (_, radius) in sorted(best.items()):
        writer.writerow([z, symbol, charge, coordination, f"{radius:.3f}"])
