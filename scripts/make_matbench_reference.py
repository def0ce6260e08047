#!/usr/bin/env python3
"""Writes what the test of Matbench's folds expects: of each task's number of rows and each fold, the first test rows and the
SHA-256 of all of them, by scikit-learn (BSD-3-Clause).

Usage: make_matbench_reference.py OUT_CSV      (pip install scikit-learn; made with 1.9.1)
"""
import csv
import hashlib
import sys

from sklearn.model_selection import KFold

(out,) = sys.argv[1:]
with open(out, "w", newline="") as lines:
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["rows", "fold", "size", "first", "sha256"])
    for rows in (636, 1265, 4764, 10987):
        splits = KFold(5, shuffle=True, random_state=18012019).split([None] * rows)
        for fold, (_, test) in enumerate(splits):
            text = ",".join(str(row) for row in test)
            writer.writerow([rows, fold, len(test), " ".join(map(str, test[:5])), hashlib.sha256(text.encode()).hexdigest()])
