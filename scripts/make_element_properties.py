#!/usr/bin/env python3
"""Writes the elements' properties as CGCNN and ALIGNN read them: 92 bits for each of the elements 1 to 100, from the file
atom_init.json of jarvis-tools (MIT), which has them from CGCNN (MIT; Xie and Grossman, Phys. Rev. Lett. 120:145301, 2018).

Usage: make_element_properties.py OUT_CSV      (pip install jarvis-tools; made with 2026.6.12)
"""
import csv
import importlib.metadata
import importlib.util
import json
import os
import sys

# Each property is one bit in a run of bins; 1 to 100 is what the publication's table covers.
COLUMNS, ELEMENTS = 92, range(1, 101)

(out,) = sys.argv[1:]
folder = importlib.util.find_spec("jarvis").submodule_search_locations[0]
with open(os.path.join(folder, "core", "atom_init.json")) as source:
    table = json.load(source)
version = importlib.metadata.version("jarvis-tools")
with open(out, "w", newline="") as lines:
    lines.write(f"# made by scripts/make_element_properties.py from jarvis-tools {version} (MIT), after CGCNN (MIT)\n")
    lines.write("# group, period, electronegativity, covalent radius, valence electrons, ionisation energy, electron\n")
    lines.write("# affinity, block, atomic volume: one-hot by bins, one after the other\n")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["Z", "bits"])
    for z in ELEMENTS:
        bits = table[str(z)]
        assert len(bits) == COLUMNS and set(bits) == {0, 1} and any(bits), (z, bits)
        writer.writerow([z, "".join(str(int(bit)) for bit in bits)])
