#!/usr/bin/env python3
"""Writes the table of atomic form factors of the domain from pymatgen (MIT), which has them from M. De Graef and
M. E. McHenry, Structure of Materials (Cambridge University Press), after Doyle and Turner, Acta Cryst. A24:390 (1968).

Usage: make_form_factors.py OUT_CSV      (pip install pymatgen gemmi; made with 2026.10.24 and 0.7.5)

gemmi's table, International Tables for Crystallography C (1992), is only compared with: the script prints where they
differ, for sin θ / λ up to 0.46 1/Å (2θ = 90° of Cu Kα). H differs as a bonded atom does from a free one; of the others
Sn is off by 3.3 electrons, all else by less than 2.6 % of Z. pymatgen's value is kept, so that patterns are the same.
"""
import csv
import importlib.metadata
import importlib.util
import json
import math
import os
import sys

import gemmi

TERMS = 4

(out,) = sys.argv[1:]
folder = os.path.join(importlib.util.find_spec("pymatgen").submodule_search_locations[0], "analysis", "diffraction")
with open(os.path.join(folder, "atomic_scattering_params.json")) as source:
    table = json.load(source)
version = importlib.metadata.version("pymatgen")
numbers = {symbol: gemmi.Element(symbol).atomic_number for symbol in table if symbol != "D"}


def form_factor(symbol, squared):
    return numbers[symbol] - 41.78214 * squared * sum(a * math.exp(-b * squared) for a, b in table[symbol])


def deviation(symbol):
    other = gemmi.Element(symbol).it92
    return max(abs(form_factor(symbol, s * s) - other.calculate_sf(s * s)) for s in (i / 50 for i in range(1, 24)))


with open(out, "w", newline="") as lines:
    lines.write(f"# made by scripts/make_form_factors.py from pymatgen {version} (MIT), atomic_scattering_params.json,\n")
    lines.write("# after De Graef and McHenry, Structure of Materials; deuterium, as hydrogen, is left out\n")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["Z", "symbol"] + [f"{name}{i}" for i in range(1, TERMS + 1) for name in "ab"])
    for symbol, z in sorted(numbers.items(), key=lambda item: item[1]):
        assert len(table[symbol]) == TERMS, symbol
        writer.writerow([z, symbol] + [value for term in table[symbol] for value in term])
for symbol in sorted(numbers, key=lambda symbol: -deviation(symbol) / numbers[symbol])[:5]:
    print(symbol, f"{deviation(symbol):.2f} electrons, {100 * deviation(symbol) / numbers[symbol]:.1f} % of Z")
