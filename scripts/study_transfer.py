#!/usr/bin/env python3
"""Whether crystals of other elements prepare a network: pretrains with masked elements on one set after another, for as
many steps, fine-tunes on bulk moduli, and sets the gain beside what dssl compare-data says of both sets. Finished rows are
skipped; so a stopped study goes on.

Usage: DSSL_DATA=FOLDER scripts/study_transfer.py [ROW ...]           (all rows: some 20 minutes on 2 cores)
Writes docs/transfer-study.csv, and the table of it into docs/results.md; runs lie in runs/transfer-study.
"""
import json
import os
import subprocess

import study

FIELDS = ["crystals", "divergence", "rare atoms", *(f"fold {fold}" for fold in range(1, 5))]
SCRATCH = "from scratch"
LABELLED = "elasticity_dev.jsonl.gz"
# Row: file of unlabelled crystals and how many of them.
ROWS = {
    SCRATCH: None,
    "mp_le20": ("mp_le20.jsonl.gz", 3000),
    "mp_le20, a third": ("mp_le20.jsonl.gz", 1000),
    "mp_21to40": ("mp_21to40.jsonl.gz", 3000),
    "perov_5": ("perov_5_val.jsonl.gz", 3000),
    "hoip": ("hoip_dev.jsonl.gz", 1000),
    "carbon_24": ("carbon_24_val.jsonl.gz", 2000),
}
FINETUNE = """
encoder: {{ width: 64, layers: 3 }}
finetune:
  data:
    source: {data}/{labelled}
    limit: 3000
    target: {{ column: log10_K_VRH, unit: log10(GPa) }}
  protocol: {{ type: k-fold, column: fold, folds: [1, 2, 3, 4] }}
  epochs: 15
"""
PRETRAIN = """
pretrain:
  data: {{ source: {data}/{file}, limit: {limit} }}
  epochs: {epochs}
  tasks: {{ mask: {{}} }}
"""
CRYSTALS_SEEN = 18_000


def measured(name):
    folder = os.path.join(study.ROOT, "runs", "transfer-study", name.replace(", ", "-").replace(" ", "-"))
    text = FINETUNE.format(data=study.data(), labelled=LABELLED)
    row = {}
    if ROWS[name]:
        file, limit = ROWS[name]
        text += PRETRAIN.format(data=study.data(), file=file, limit=limit, epochs=CRYSTALS_SEEN // limit)
        row = {"crystals": limit, **compared(os.path.join(study.data(), file))}
    study.dssl(folder, text, "run")
    with open(os.path.join(folder, "summary.json")) as source:
        errors = json.load(source)["variants"][0]["scores"][0]["maePerFold"]
    return {**row, **{f"fold {fold}": error for fold, error in enumerate(errors, 1)}}


def compared(file):
    command = [os.path.join(study.ROOT, "dssl"), "compare-data", file, os.path.join(study.data(), LABELLED), "--json"]
    seen = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {"divergence": seen["divergence"], "rare atoms": seen["rare-atoms"]}


def folds(row):
    return [float(row[f"fold {fold}"]) for fold in range(1, 5)]


def table(rows):
    lines = ["| pretrained on | crystals | divergence of elements | atoms of rare elements | MAE, log10(GPa) | change, % |\n",
             "| --- | ---: | ---: | ---: | ---: | --- |\n"]
    base = next((folds(row) for row in rows if row["row"] == SCRATCH), None)
    for row in rows:
        mean = f"{sum(folds(row)) / 4:.4f}"
        if row["row"] == SCRATCH or base is None:
            lines.append(f"| {row['row']} | | | | {mean} | |\n")
            continue
        percent, low, high = study.change(folds(row), base)
        lines.append(f"| {row['row']} | {int(row['crystals']):,} | {float(row['divergence']):.3f} "
                     f"| {100 * float(row['rare atoms']):.1f} % | {mean} | {percent:+.1f} [{low:+.1f}, {high:+.1f}] |\n")
    return "".join(lines)


if __name__ == "__main__":
    study.Study("transfer-study", "results.md", FIELDS, ROWS).run(measured, table)
