#!/usr/bin/env python3
"""Asks Matbench's own Python package whether it takes what `dssl matbench submit` wrote.

Matbench's package reads the file, compares its hash, and holds every fold's ids and scores against its own splits. Its
own test of a submission asks in addition that info.json has all of its keys.

Usage: check_matbench.py FOLDER      (the folder of results.json.gz and info.json)
Needs: pip install --no-deps matbench; pip install monty matminer scikit-learn
"""
import gzip
import json
import pathlib
import sys

from matbench.bench import MatbenchBenchmark

INFO = ("authors", "algorithm", "algorithm_long", "bibtex_refs", "notes", "requirements")


def main(folder):
    text = gzip.decompress((folder / "results.json.gz").read_bytes()).decode()
    benchmark = MatbenchBenchmark.from_dict(json.loads(text))
    if not benchmark.is_valid or not benchmark.is_recorded:
        sys.exit("Matbench does not take the results as valid and recorded")
    info = json.loads((folder / "info.json").read_text())
    missing = [key for key in INFO if info.get(key) is None]
    if missing:
        sys.exit(f"info.json lacks {missing}")
    for task in benchmark.tasks:
        mae = task.scores.mae
        print(f"{task.dataset_name}: valid, {len(task.folds)} folds, MAE {mae['mean']:.6g} ± {mae['std']:.3g}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
