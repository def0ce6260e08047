#!/usr/bin/env python3
"""Reads a run's event files as TensorBoard does, and compares every point with the run's journal.

Usage: check_tensorboard.py RUN
Needs: pip install tensorboard
"""
import csv
import math
import pathlib
import struct
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.util import tensor_util


def curve(row):
    """The folder of a row of the journal, relative to RUN/tensorboard."""
    parts = [row["stage"], row["variant"]]
    parts += [f"{kind}-{row[kind]}" for kind in ("fold", "repeat") if row[kind]]
    return "/".join(part for part in parts if part)


def single(value):
    return struct.unpack("<f", struct.pack("<f", value))[0]


def equal(a, b):
    return a == b or math.isnan(a) and math.isnan(b)


def points(folder):
    events = EventAccumulator(str(folder), size_guidance={"tensors": 0, "scalars": 0})
    events.Reload()
    tags = events.Tags()
    for tag in tags["tensors"]:
        for event in events.Tensors(tag):
            yield tag, event.step, float(tensor_util.make_ndarray(event.tensor_proto))
    for tag in tags["scalars"]:
        for event in events.Scalars(tag):
            yield tag, event.step, event.value


def main(run):
    expected = {}
    with open(run / "journal.csv", newline="") as file:
        for row in csv.DictReader(file):
            curves = expected.setdefault(curve(row), {})
            curves.setdefault(row["metric"], []).append((int(row["step"]), single(float(row["value"]))))
    root = run / "tensorboard"
    found = {str(file.parent.relative_to(root)) for file in root.rglob("*tfevents*")}
    if found != set(expected):
        sys.exit(f"folders differ: {sorted(found ^ set(expected))}")
    count = 0
    for name, curves in expected.items():
        read = {}
        for tag, step, value in points(root / name):
            read.setdefault(tag, []).append((step, value))
        for tag in curves.keys() | read.keys():
            ours, theirs = curves.get(tag, []), read.get(tag, [])
            same = len(ours) == len(theirs) and all(a[0] == b[0] and equal(a[1], b[1]) for a, b in zip(ours, theirs))
            if not same:
                sys.exit(f"{name} {tag}: {len(theirs)} points read, {len(ours)} in the journal, or other values")
            count += len(ours)
    print(f"{count} points of {len(expected)} folders agree with the journal")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
