#!/usr/bin/env python3
"""Are predictions worse where predictions.csv notes that a crystal is unlike the training data?

Usage: DSSL_DATA=FOLDER scripts/study_applicability.py WORK
Trains on the 800 embedded binary compounds, tests on 3,000 labelled crystals of elasticity_dev, and predicts data sets of other
kinds. Prints the table of docs/uncertainty.md.
"""
import csv
import gzip
import json
import os
import random
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
YAML = """
encoder: { width: 32, layers: 3 }
finetune:
  data: { source: "builtin:elastic-binaries", target: { column: K_VRH, transform: log10, unit: GPa } }
  protocol: { type: k-fold, folds: 5 }
  epochs: 40
"""
OTHERS = {"hoip_dev": "hybrid perovskites", "carbon_24_val": "carbon", "jdft2d_dev": "layered crystals",
          "perov_5_val": "hypothetical perovskites"}
BINS = [(0, 3), (3, 4), (4, 5), (5, float("inf"))]


def dssl(*arguments):
    subprocess.run([os.path.join(ROOT, "dssl"), *arguments, "--quiet"], check=True, stdout=subprocess.DEVNULL)


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def distance(row):
    found = re.search(r"distance ([\d.]+)", row["note"])
    return float(found.group(1)) if found else 0


def error(chosen):
    errors = [abs(float(row["log10_K_VRH"]) - float(row["true_K_VRH"])) for row in chosen]
    return f"{len(errors):,} | {sum(errors) / len(errors):.3f} |" if errors else "0 | |"


def main():
    work, data = os.path.abspath(sys.argv[1]), os.environ["DSSL_DATA"]
    os.makedirs(work, exist_ok=True)
    yaml, run = os.path.join(work, "binaries.yaml"), os.path.join(work, "run")
    with open(yaml, "w") as file:
        file.write(YAML)
    dssl("run", yaml, "--set", "output=" + run)
    with gzip.open(os.path.join(data, "elasticity_dev.jsonl.gz"), "rt") as lines:
        crystals = [json.loads(line) for line in lines]
    random.Random(1).shuffle(crystals)
    labelled, table = os.path.join(work, "labelled.jsonl"), os.path.join(work, "predictions.csv")
    with open(labelled, "w") as file:
        for crystal in crystals[:3000]:
            file.write(json.dumps({**crystal, "K_VRH": 10 ** crystal["log10_K_VRH"]}) + "\n")
    dssl("evaluate", "--run", run, labelled, "-o", table)
    tested = rows(table)
    print("| note | crystals | MAE, log10(GPa) |\n| --- | ---: | ---: |")
    print("| none |", error([row for row in tested if not row["note"]]))
    for low, high in BINS:
        print(f"| far, distance {low} … {high} |", error([row for row in tested if low <= distance(row) < high and distance(row)]))
    print("| an element that no training crystal has |", error([row for row in tested if "no training" in row["note"]]))
    print("\n| predicted | crystals | noted as far | median distance of these |\n| --- | ---: | ---: | ---: |")
    for name, what in OTHERS.items():
        dssl("predict", "--run", run, os.path.join(data, name + ".jsonl.gz"), "-o", table)
        all_rows = rows(table)
        far = sorted(filter(None, map(distance, all_rows)))
        print(f"| {what} | {len(all_rows):,} | {len(far) / len(all_rows):.0%} | {far[len(far) // 2] if far else ''} |")


if __name__ == "__main__":
    main()
