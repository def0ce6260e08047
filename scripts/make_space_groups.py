#!/usr/bin/env python3
"""Writes the settings of the space groups: number, choice of axes and origin, Hall symbol, Hermann-Mauguin symbols, the
number of operations, and a few operations that generate all of them together with the lattice's whole shifts.

Usage: make_space_groups.py OUT.csv      (pip install spglib==2.8.0 numpy)
Writes adapters-io/src/main/resources/org/dssl/adapters/io/structure/cif/space_groups.csv
"""
import sys
from fractions import Fraction

import numpy as np
import spglib

SETTINGS = range(1, 531)
IDENTITY = (1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0)


def operations(hall_number):
    """As 9 integers of the rotation and 3 of the shift in twelfths."""
    found = spglib.get_symmetry_from_database(hall_number)
    shifts = np.rint(found["translations"] * 12).astype(int) % 12
    return [tuple(map(int, (*r.ravel(), *t))) for r, t in zip(found["rotations"], shifts)]


def product(a, b):
    ra, rb = np.reshape(a[:9], (3, 3)), np.reshape(b[:9], (3, 3))
    return tuple(map(int, (*(ra @ rb).ravel(), *((ra @ np.array(b[9:]) + a[9:]) % 12))))


def closure(generators):
    group, edge = {IDENTITY}, [IDENTITY]
    while edge:
        edge = [new for old in edge for g in generators if (new := product(g, old)) not in group and not group.add(new)]
    return group


def generators(all_operations):
    """Greedy: each next one is the first that is not generated yet."""
    chosen, group = [], {IDENTITY}
    for operation in all_operations:
        if operation not in group:
            chosen.append(operation)
            group = closure(chosen)
    for one in list(chosen):
        fewer = [other for other in chosen if other != one]
        if len(closure(fewer)) == len(group):
            chosen = fewer
    assert group == set(all_operations)
    return chosen


def written(operation):
    parts = []
    for row in range(3):
        text = "".join(("-" if s < 0 else "+") + "xyz"[axis] for axis, s in enumerate(operation[3 * row : 3 * row + 3]) if s)
        shift = operation[9 + row]
        parts.append(text.removeprefix("+") + (f"+{Fraction(shift, 12)}" if shift else ""))
    return ",".join(parts)


def names(setting):
    """All spellings without blanks and underscores; of 'P 1 21/n 1' also 'P21/n', as monoclinic groups are called."""
    spelt = [part.strip() for part in setting.international.split("=")] + [setting.international_full]
    if 3 <= setting.number <= 15:
        full = setting.international_full.split()
        spelt.append(" ".join([full[0]] + [part for part in full[1:] if part != "1"]))
        if setting.choice not in ("b", "b1"):  # the group's own name is that of its first setting
            spelt.remove(spelt[0])
    if setting.number >= 195 and "-3" in spelt[0]:
        spelt.append(spelt[0].replace("-3", "3", 1))  # before 1995: F d 3 m
    return list(dict.fromkeys(name.replace(" ", "").replace("_", "") for name in spelt))


def main(target):
    with open(target, "w") as out:
        print(f"# spglib {spglib.__version__}: number;choice;Hall symbol;Hermann-Mauguin symbols;operations;generators", file=out)
        for hall_number in SETTINGS:
            setting = spglib.get_spacegroup_type(hall_number)
            group = operations(hall_number)
            print(
                setting.number, setting.choice, setting.hall_symbol, " ".join(names(setting)), len(group),
                " ".join(map(written, generators(group))), sep=";", file=out)


main(sys.argv[1])
