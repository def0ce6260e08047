#!/usr/bin/env python3
"""Writes the columns of the element table that the element-property task and atom features read, from the database of
mendeleev (MIT), which names the literature of each.

Usage: make_element_columns.py OUT_CSV      (pip install mendeleev; made with 1.3.0)
"""
import csv
import importlib.metadata
import importlib.util
import os
import sqlite3
import sys

ELEMENTS = 100
# Densities below this, g/cm3, are of gases at 295 K: their volume says nothing of the atom.
LEAST_DENSITY = 0.02
QUERY = """
select e.atomic_number, symbol, group_id, period, block, en_pauling, covalent_radius_cordero, ionization_energy,
       electron_affinity, atomic_weight, density
from elements e join ionizationenergies i on i.atomic_number = e.atomic_number and i.ion_charge = 0
where e.atomic_number <= ? order by e.atomic_number
"""


def number(value, digits):
    return "" if value is None else f"{value:.{digits}f}".rstrip("0").rstrip(".")


(out,) = sys.argv[1:]
folder = importlib.util.find_spec("mendeleev").submodule_search_locations[0]
rows = sqlite3.connect(os.path.join(folder, "elements.db")).execute(QUERY, (ELEMENTS,)).fetchall()
assert [row[0] for row in rows] == list(range(1, ELEMENTS + 1))
with open(out, "w", newline="") as lines:
    version = importlib.metadata.version("mendeleev")
    lines.write(f"# made by scripts/make_element_columns.py from mendeleev {version} (MIT); empty = unknown. f elements have no\n")
    lines.write("# group, unbound anions no affinity, gases no volume. Pauling's scale; angstrom, Cordero et al., Dalton Trans. 2008,\n")
    lines.write("# 2832; eV; eV; cm3/mol, mass / density at 295 K; g/mol, of the longest-lived isotope where none is stable\n")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow("Z symbol group period block electronegativity covalent_radius ionisation_energy electron_affinity"
                    " atomic_volume atomic_weight".split())
    for z, symbol, group, period, block, chi, radius, ionisation, affinity, weight, density in rows:
        writer.writerow([
            z, symbol, "" if group is None else group, period, block, number(chi, 3),
            number(radius and radius / 100, 3), number(ionisation, 4), number(affinity if affinity and affinity > 0 else None, 4),
            number(weight / density if density > LEAST_DENSITY else None, 3), number(weight, 5)])
