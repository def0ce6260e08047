#!/usr/bin/env python3
"""What each pretext task does for bulk moduli: pretrains a small encoder with the task alone, fine-tunes it on a few
labels, and compares with the same network from scratch, fold by fold. Finished rows are skipped; so a stopped study goes on.

Usage: DSSL_DATA=FOLDER scripts/study_pretext_tasks.py [ROW ...]      (all rows: some 50 minutes on 2 cores)
Writes docs/pretext-study.csv, and the table of it into docs/pretext-tasks.md; runs lie in runs/pretext-study.
"""
import json
import os
import re

import study

FIELDS = ["metric", "start", "end", "deviation", *(f"fold {fold}" for fold in range(1, 5)), "pretrain s", "finetune s"]

CRYSTALS = "mp_le20.jsonl.gz"
COMMON = """
encoder: {{ width: 64, layers: 3 }}
finetune:
  data:
    source: {data}/elasticity_dev.jsonl.gz
    limit: 3000
    target: {{ column: log10_K_VRH, unit: log10(GPa) }}
  protocol: {{ type: k-fold, column: fold, folds: [1, 2, 3, 4] }}
  epochs: {epochs}
"""
PRETRAIN = """
pretrain:
  data: {{ source: {data}/{file}, limit: {limit} }}
  epochs: 6
  tasks: {{ {tasks} }}
"""
# Row: its tasks, and where it differs the file of crystals and how many of them.
SCRATCH = "from scratch, 15 epochs"
ROWS = {
    SCRATCH: (None,),
    "from scratch, 30 epochs": (None,),
    "mask": ("mask: {}",),
    "contrastive, barlow-twins": ("contrastive: {}",),
    "contrastive, cosine": ("contrastive: { loss: cosine }",),
    "contrastive, simsiam": ("contrastive: { loss: simsiam }",),
    "contrastive, nt-xent": ("contrastive: { loss: nt-xent }",),
    "contrastive, nt-xent, mask-atoms + drop-edges":
        ("contrastive: { loss: nt-xent, augment: [mask-atoms, drop-edges] }",),
    "valence-electrons": ("valence-electrons: {}",),
    "atomic-stiffness": ("atomic-stiffness: {}",),
    "element-property, group": ("element-property: { property: group }",),
    "element-property, electronegativity": ("element-property: { property: electronegativity }",),
    "element-property, covalent-radius": ("element-property: { property: covalent-radius }",),
    "bond-length": ("bond-length: {}",),
    "crystal-system": ("crystal-system: {}",),
    "powder-xrd": ("powder-xrd: {}",),
    "powder-xrd, contrast": ("powder-xrd: { mode: contrast }",),
    "denoise": ("denoise: {}",),
    "energy (formation energies)": ("energy: { label: formation_energy_per_atom, of: atom }", "mp_cgcnn_dev.jsonl.gz"),
    "forces (alloys of Mo, Nb, Ta, W)": ("forces: {}", "monbtaw_train.extxyz.gz", 600),
    "mask + barlow-twins": ("mask: {}, contrastive: { weight: 0.1 }",),
    "mask + barlow-twins + atomic-stiffness": ("mask: {}, contrastive: { weight: 0.1 }, atomic-stiffness: {}",),
    "mask + electronegativity + covalent-radius":
        ("mask: {}, chi: { type: element-property, property: electronegativity },"
         " radius: { type: element-property, property: covalent-radius }",),
    "mask + six properties of the element":
        ("mask: {}, " + ", ".join(f"{name}: {{ type: element-property, property: {name} }}" for name in (
            "electronegativity", "covalent-radius", "group", "ionisation-energy", "atomic-volume", "electron-affinity")),),
    "mask + covalent-radius + bond-length":
        ("mask: {}, element-property: { property: covalent-radius }, bond-length: { view: masked }",),
}


def configuration(name, data):
    tasks, file, limit = (*ROWS[name], *(None, CRYSTALS, 3000)[len(ROWS[name]):])
    text = COMMON.format(data=data, epochs=30 if "30" in name else 15)
    return text if tasks is None else PRETRAIN.format(data=data, tasks=tasks, file=file, limit=limit) + text


def measured(name):
    folder = os.path.join(study.ROOT, "runs", "pretext-study", re.sub(r"[^a-z0-9+]+", "-", name.lower()).strip("-"))
    alone = ROWS[name][0] is None
    seconds = study.dssl(folder, configuration(name, study.data()), *([] if alone else ["pretrain"]), "run")
    with open(os.path.join(folder, "summary.json")) as source:
        errors = json.load(source)["variants"][0]["scores"][0]["maePerFold"]
    row = {"finetune s": seconds[-1], **{f"fold {fold}": error for fold, error in enumerate(errors, 1)}}
    return row if alone else {**row, "pretrain s": seconds[0], **of_pretraining(folder)}


def of_pretraining(folder):
    """Of the first task."""
    metric = next(metric for metric in study.metrics(folder) if metric.startswith("validation/loss/"))
    losses = study.journal(folder, metric)
    row = {"metric": metric.removeprefix("validation/loss/"), "start": losses[0], "end": losses[-1]}
    deviation = study.journal(folder, f"measure/{row['metric']}/encoder-deviation")
    return {**row, "deviation": deviation[-1]} if deviation else row


def folds(row):
    return [float(row[f"fold {fold}"]) for fold in range(1, 5)]


def table(rows):
    scratch = next((folds(row) for row in rows if row["row"] == SCRATCH), None)
    lines = ["| pretraining task | its loss, first → last epoch | MAE | fold 1 | fold 2 | fold 3 | fold 4 | against from scratch | s |",
             "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for row in rows:
        errors = folds(row)
        task = f"{float(row['start']):.3g} → {float(row['end']):.3g}" if row.get("start") else ""
        against = ""
        if scratch and row["row"] != SCRATCH:
            percent, low, high = study.change(errors, scratch)
            better = sum(ours < theirs for ours, theirs in zip(errors, scratch))
            against = f"{percent:+.1f} % [{low:+.1f}, {high:+.1f}], {better} of 4"
        seconds = f"{row['pretrain s']} + {row['finetune s']}" if row.get("pretrain s") else row["finetune s"]
        cells = [row["row"], task, f"{sum(errors) / 4:.4f}", *(f"{error:.4f}" for error in errors), against, seconds]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines).replace("-0.", "−0.").replace("| -", "| −").replace("[-", "[−").replace(", -", ", −") + "\n"


study.Study("pretext-study", "pretext-tasks.md", FIELDS, ROWS).run(measured, table)
