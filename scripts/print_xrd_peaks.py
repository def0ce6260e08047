#!/usr/bin/env python3
"""Prints the powder patterns against which the domain's are tested, calculated by pymatgen (MIT) with Cu Kα, 2θ from 5 to
90 degrees: crystal, atoms, and peaks (2θ, intensity of 100, number of reciprocal points), one CSV line each.

Usage: print_xrd_peaks.py > domain/src/test/resources/org/dssl/domain/diffraction/pymatgen-peaks.csv
(pip install pymatgen; made with 2026.10.24)
"""
import importlib.metadata

from pymatgen.analysis.diffraction.xrd import XRDCalculator
from pymatgen.core import Lattice, Structure

CRYSTALS = {
    "rocksalt": (
        (5.64, 5.64, 5.64, 90, 90, 90),
        ["Na"] * 4 + ["Cl"] * 4,
        [[0, 0, 0], [0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0], [0.5, 0.5, 0.5], [0.5, 0, 0], [0, 0.5, 0], [0, 0, 0.5]],
    ),
    "perovskite": (
        (3.905, 3.905, 3.905, 90, 90, 90),
        ["Sr", "Ti", "O", "O", "O"],
        [[0, 0, 0], [0.5, 0.5, 0.5], [0.5, 0.5, 0], [0.5, 0, 0.5], [0, 0.5, 0.5]],
    ),
    "wurtzite": (
        (3.82, 3.82, 6.26, 90, 90, 120),
        ["Zn", "Zn", "S", "S"],
        [[1 / 3, 2 / 3, 0], [2 / 3, 1 / 3, 0.5], [1 / 3, 2 / 3, 0.3748], [2 / 3, 1 / 3, 0.8748]],
    ),
    "rutile": (
        (4.59, 4.59, 2.96, 90, 90, 90),
        ["Ti", "Ti", "O", "O", "O", "O"],
        [[0, 0, 0], [0.5, 0.5, 0.5], [0.305, 0.305, 0], [0.695, 0.695, 0], [0.805, 0.195, 0.5], [0.195, 0.805, 0.5]],
    ),
    # No real crystal: an oblique cell without symmetry, light and heavy elements, coordinates outside the cell.
    "triclinic": (
        (4.13, 5.27, 6.38, 71, 82, 103),
        ["Li", "Fe", "P", "O", "U"],
        [[0.01, 0.02, 0.03], [0.51, 0.47, 0.12], [0.26, -0.31, 0.68], [1.72, 0.15, 0.41], [0.83, 0.64, 0.79]],
    ),
}

print(f"# printed by scripts/print_xrd_peaks.py with pymatgen {importlib.metadata.version('pymatgen')} (MIT)")
for name, (cell, symbols, positions) in CRYSTALS.items():
    structure = Structure(Lattice.from_parameters(*cell), symbols, positions)
    print("crystal", name, *cell, sep=",")
    for symbol, position in zip(symbols, positions):
        print("atom", symbol, *(repr(x) for x in position), sep=",")
    pattern = XRDCalculator("CuKa").get_pattern(structure, two_theta_range=(5, 90))
    for two_theta, intensity, families in zip(pattern.x, pattern.y, pattern.hkls):
        points = sum(family["multiplicity"] for family in families)
        print("peak", f"{two_theta:.6f}", f"{intensity:.6f}", points, sep=",")
