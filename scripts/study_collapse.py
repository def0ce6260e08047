#!/usr/bin/env python3
"""Whether contrastive pretraining draws all crystals to one embedding: every loss, read before and after the attention,
with and without a projector. Finished rows are skipped.

Usage: DSSL_DATA=FOLDER scripts/study_collapse.py [ROW ...]      (all rows: some 15 minutes on 2 cores)
Writes docs/collapse-study.csv, and the table of it into docs/pretext-tasks.md; runs lie in runs/collapse-study.
"""
import os
import re

import study

MEASURES = ["deviation", "encoder-deviation", "alignment", "uniformity"]
FIELDS = ["untrained loss", "loss", *(f"untrained {measure}" for measure in MEASURES), *MEASURES]
# Rates too small to change a weight leave the untrained network's loss and measures.
UNTRAINED, TRAINED = ("1e-9", 2), ("1e-3", 10)
TEXT = """
encoder: {{ width: 64, layers: {layers} }}
pretrain:
  data: {{ source: {data}/mp_le20.jsonl.gz, limit: 1000 }}
  tap: {tap}-attention
  epochs: {epochs}
  rate: {rate}
  head-rate: {rate}
  weight-decay: 0
  head-weight-decay: 0
  validation: 0.2
  schedule: constant
  tasks: {{ contrastive: {{ loss: {loss}, projector: {projector} }} }}
"""
PROJECTORS = {"none": "[]", "64, 64": "[64, 64]"}
ROWS = {f"{loss} | {tap} | {projector} | 3": (loss, tap, projector, 3)
        for loss in ("cosine", "simsiam", "nt-xent", "barlow-twins") for tap in ("after", "before") for projector in PROJECTORS
        if (loss, projector) != ("simsiam", "none")}  # which is not defined: its predictor stands on a projector
ROWS["cosine | after | none | 15"] = ("cosine", "after", "none", 15)


def measured(name):
    loss, tap, projector, layers = ROWS[name]
    row = {}
    for kind, (rate, epochs) in (("untrained ", UNTRAINED), ("", TRAINED)):
        stem = re.sub(r"[^a-z0-9]+", "-", f"{kind}{name}")
        folder = os.path.join(study.ROOT, "runs", "collapse-study", stem)
        study.dssl(folder, TEXT.format(data=study.data(), layers=layers, tap=tap, epochs=epochs, rate=rate, loss=loss,
                                       projector=PROJECTORS[projector]), "pretrain")
        # In training mode: the running statistics of an untrained network are not those of the data.
        row[kind + "loss"] = study.journal(folder, "loss/contrastive")[-1]
        for measure in MEASURES:
            row[kind + measure] = study.journal(folder, f"measure/contrastive/{measure}")[-1]
    return row


def table(rows):
    lines = ["| loss | embeddings read | projector | layers | loss, untrained → 10 epochs | what the loss compares: deviation"
             " | the encoder's: deviation | uniformity |",
             "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |"]
    for row in rows:
        def pair(name):
            return " → ".join(f"{float(row[kind + name]):.2g}" for kind in ("untrained ", ""))
        loss, tap, projector, layers = row["row"].split(" | ")
        lines.append(f"| {loss} | {tap} the attention | {projector} | {layers} | {pair('loss')} | {pair('deviation')}"
                     f" | {pair('encoder-deviation')} | {pair('uniformity')} |")
    return "\n".join(lines) + "\n"


study.Study("collapse-study", "pretext-tasks.md", FIELDS, ROWS).run(measured, table)
