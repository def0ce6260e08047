#!/usr/bin/env python3
"""Writes the structure types that prototype crystals are made of, from the AFLOW library of crystallographic prototypes
(Mehl et al., Computational Materials Science 136:S1, 2017) as shipped with pymatgen (MIT).

Usage: make_prototype_table.py OUT_CSV      (pip install pymatgen)
"""
import csv
import gzip
import json
import pathlib
import sys

from pymatgen.analysis import prototypes
from pymatgen.core import Structure

# name, AFLOW tag, elements of the prototype whose sites hold anions
TYPES = [
    ("rocksalt", "AB_cF8_225_a_b", "Cl"),
    ("caesium-chloride", "AB_cP2_221_b_a", "Cl"),
    ("zincblende", "AB_cF8_216_c_a", "S"),
    ("wurtzite", "AB_hP4_186_b_b", "S"),
    ("nickel-arsenide", "AB_hP4_194_c_a", "As"),
    ("lead-oxide", "AB_tP4_129_a_c", "O"),
    ("fluorite", "AB2_cF12_225_a_c", "F"),
    ("antifluorite", "AB2_cF12_225_a_c", "Ca"),
    ("rutile", "A2B_tP6_136_f_a", "O"),
    ("anatase", "A2B_tI12_141_e_a", "O"),
    ("brookite", "A2B_oP24_61_2c_c", "O"),
    ("baddeleyite", "A2B_mP12_14_2e_e", "O"),
    ("cotunnite", "A2B_oP12_62_2c_c", "Cl"),
    ("cadmium-iodide", "AB2_hP3_164_a_d", "I"),
    ("molybdenite", "AB2_hP6_194_c_f", "S"),
    ("cristobalite", "A2B_cF24_227_c_a", "O"),
    ("quartz", "A2B_hP9_152_c_a", "O"),
    ("cuprite", "A2B_cP6_224_b_a", "O"),
    ("rhenium-trioxide", "A3B_cP4_221_d_a", "O"),
    ("bismuth-trifluoride", "AB3_cF16_225_a_bc", "F"),
    ("bismuth-triiodide", "AB3_hR8_148_c_f", "I"),
    ("lithium-nitride", "A3B_hP4_191_bc_a", "N"),
    ("sodium-arsenide", "AB3_hP8_194_c_bf", "As"),
    ("corundum", "A2B3_hR10_167_c_e", "O"),
    ("bismuth-telluride", "A2B3_hR5_166_c_ac", "Te"),
    ("perovskite", "AB3C_cP5_221_a_c_b", "O"),
    ("antiperovskite", "AB3C_cP5_221_a_c_b", "Ca Ti"),
    ("orthorhombic-perovskite", "AB3C_oP20_62_c_cd_a", "O"),
    ("ilmenite", "AB3C_hR10_148_c_f_c", "O"),
    ("lithium-niobate", "ABC3_hR10_161_a_a_b", "O"),
    ("caswellsilverite", "ABC2_hR4_166_a_b_c", "S"),
    ("chalcopyrite", "ABC2_tI16_122_a_b_d", "S"),
    ("half-heusler", "ABC_cF12_216_b_c_a", "As"),
    ("matlockite", "ABC_tP6_129_c_a_c", "Cl F"),
    ("spinel", "A2BC4_cF56_227_d_a_e", "O"),
    ("zircon", "A4BC_tI24_141_h_b_a", "O"),
    ("sulvanite", "A3B4C_cP8_215_d_e_a", "S"),
    ("stannite", "A2BC4D_tI16_121_d_a_i_b", "S"),
]


def snapped(value):
    """AFLOW writes 1/3 as 0.33333: the nearest multiple of 1/24 if one is that near."""
    nearest = round(value * 24) / 24
    return (nearest if abs(value - nearest) < 2e-5 else value) % 1


library = pathlib.Path(prototypes.__file__).parent / "aflow_prototypes.json.gz"
with gzip.open(library, "rt") as text:
    known = {entry["tags"]["aflow"]: entry["snl"] for entry in json.load(text)}
with open(sys.argv[1], "w", newline="") as lines:
    lines.write("# made by scripts/make_prototype_table.py: one row per site; cell in angstrom and degrees, to be scaled;\n")
    lines.write("# role: sites that hold one element; sign of its charge. AFLOW library of crystallographic prototypes\n")
    lines.write("# (Mehl et al., Comput. Mater. Sci. 136:S1, 2017) through pymatgen (MIT)\n")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow("type aflow a b c alpha beta gamma role sign x y z".split())
    for name, tag, anions in TYPES:
        structure = Structure.from_dict(known[tag])
        symbols = [site.specie.symbol for site in structure]
        roles = list(dict.fromkeys(symbols))
        assert set(anions.split()) < set(roles), (name, roles)
        cell = [f"{x:.7g}" for x in structure.lattice.parameters]
        for symbol, site in zip(symbols, structure):
            sign = -1 if symbol in anions.split() else 1
            place = [f"{snapped(x):.9g}" for x in site.frac_coords]
            writer.writerow([name, tag, *cell, roles.index(symbol), sign, *place])
