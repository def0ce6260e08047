#!/usr/bin/env python3
"""Writes crystals of every crystal system with the point group and the order that spglib finds, three of each system and
as many point groups as possible.

Usage: make_symmetry_reference.py CRYSTALS.jsonl.gz OUT.csv      (pip install spglib numpy)
The tests' file comes from adapters-io/src/main/resources/org/dssl/adapters/io/dataset/unlabelled-small.jsonl.gz.
"""
import gzip
import json
import sys

import numpy as np
import spglib

SYMPREC = 0.01
LAST = {2: "triclinic", 15: "monoclinic", 74: "orthorhombic", 142: "tetragonal", 167: "trigonal", 194: "hexagonal", 230: "cubic"}
PER_SYSTEM = 3


def rows(cell):
    a, b, c = cell[:3]
    alpha, beta, gamma = np.radians(cell[3:])
    y = (np.cos(alpha) - np.cos(beta) * np.cos(gamma)) / np.sin(gamma)
    z = np.sqrt(1 - np.cos(beta) ** 2 - y * y)
    return np.array([[a, 0, 0], [b * np.cos(gamma), b * np.sin(gamma), 0], [c * np.cos(beta), c * y, c * z]])


def answer(crystal):
    names = sorted(set(crystal["elements"]))
    numbers = [names.index(element) for element in crystal["elements"]]
    found = spglib.get_symmetry_dataset((rows(crystal["cell"]), crystal["frac"], numbers), symprec=SYMPREC)
    if found is None:
        return None
    order = len({rotation.tobytes() for rotation in found.rotations})
    return next(name for last, name in LAST.items() if found.number <= last), found.pointgroup, order


def main(source, target):
    chosen = {name: {} for name in LAST.values()}
    spare = {name: [] for name in LAST.values()}
    with gzip.open(source, "rt") as file:
        for line in file:
            crystal = json.loads(line)
            found = answer(crystal)
            if found is None:
                continue
            system, group, order = found
            row = (crystal, system, group, order)
            if group in chosen[system] or len(chosen[system]) == PER_SYSTEM:
                spare[system].append(row)
            else:
                chosen[system][group] = row
    with open(target, "w") as out:
        print(f"# spglib {spglib.__version__}, symprec {SYMPREC}: id,system,point group,order,cell,elements,fractional", file=out)
        for system in chosen:
            kept = list(chosen[system].values())
            for crystal, name, group, order in kept + spare[system][: PER_SYSTEM - len(kept)]:
                parts = [" ".join(map(str, part)) for part in (crystal["cell"], crystal["elements"], sum(crystal["frac"], []))]
                print(crystal["id"], name, group, order, *parts, sep=",", file=out)


main(*sys.argv[1:])
