#!/usr/bin/env python3
"""Writes the data sets that come with dssl, builtin:elastic-binaries and builtin:unlabelled-small.

Usage: make_embedded_data.py MATCALC_ELASTICITY_JSONL_GZ MP_JSONL_GZ OUT_FOLDER

Both inputs are in the interchange form (gzip, one JSON object a line: id, cell, elements, frac, labels).
Selection, the same on every machine: crystals are ordered by the SHA-256 of "<seed> <id>" and the first that fit are
taken; the files are then written in the order of their ids.
- elastic-binaries: 800 crystals with K_VRH and G_VRH of at least 1 GPa and Poisson's ratio (3K - 2G) / (6K + 2G)
  between -0.2 and 0.49: below and beyond stand layered, unstable or unconverged cases.
- unlabelled-small: 2,000 crystals, none of whose reduced compositions occurs in elastic-binaries.
"""
import collections
import gzip
import hashlib
import json
import math
import os
import sys

SEED = 20180412
LABELLED, UNLABELLED = 800, 2000


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def drawn(crystals):
    return sorted(crystals, key=lambda c: hashlib.sha256(f"{SEED} {c['id']}".encode()).hexdigest())


def composition(crystal):
    counts = collections.Counter(crystal["elements"])
    divisor = math.gcd(*counts.values())
    return tuple(sorted((element, count // divisor) for element, count in counts.items()))


def sensible(crystal):
    k, g = crystal["K_VRH"], crystal["G_VRH"]
    return k is not None and g is not None and min(k, g) >= 1 and -0.2 <= (3 * k - 2 * g) / (6 * k + 2 * g) <= 0.49


def write(folder, name, crystals, labels):
    keys = ["id", *labels, "cell", "elements", "frac"]
    lines = [
        json.dumps({key: crystal[key] for key in keys}, separators=(",", ":")) + "\n"
        for crystal in sorted(crystals, key=lambda c: c["id"])
    ]
    path = os.path.join(folder, name + ".jsonl.gz")
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write("".join(lines).encode())
    print(f"{path}: {len(lines)} crystals, {os.path.getsize(path)} bytes")


elasticity, unlabelled, out = sys.argv[1:]
labelled = [c for c in drawn(read(elasticity)) if sensible(c)][:LABELLED]
taken = {composition(c) for c in labelled}
others = [c for c in drawn(read(unlabelled)) if composition(c) not in taken][:UNLABELLED]
write(out, "elastic-binaries", labelled, ["K_VRH", "G_VRH"])
write(out, "unlabelled-small", others, [])
