#!/usr/bin/env python3
"""What each pretext task does for bulk moduli: pretrains a small encoder with the task alone, fine-tunes it on a few
labels, and compares with the same network from scratch, fold by fold. Finished rows are skipped; so a stopped study goes on.

Usage: DSSL_DATA=FOLDER scripts/study_pretext_tasks.py [ROW ...]      (all rows: 70 to 90 minutes on 2 cores)
Writes docs/pretext-tasks.csv, and the table of it into docs/pretext-tasks.md; runs lie in runs/pretext-study.
"""
import csv
import json
import os
import random
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CSV = os.path.join(ROOT, "docs", "pretext-tasks.csv")
PAGE = os.path.join(ROOT, "docs", "pretext-tasks.md")
RUNS = os.path.join(ROOT, "runs", "pretext-study")
BEGIN, END = "<!-- study: begin -->\n", "<!-- study: end -->\n"
FIELDS = ["row", "metric", "start", "end", "deviation", "fold 1", "fold 2", "fold 3", "fold 4", "pretrain s", "finetune s", "commit"]

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
# Row: tasks, and where it differs the file of crystals and how many of them.
ROWS = {
    "from scratch, 15 epochs": (None,),
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
    "mask + covalent-radius + bond-length":
        ("mask: {}, element-property: { property: covalent-radius }, bond-length: { view: masked }",),
}


def configuration(name, data):
    tasks, file, limit = (*ROWS[name], *(None, CRYSTALS, 3000)[len(ROWS[name]):])
    text = COMMON.format(data=data, epochs=30 if "30" in name else 15)
    return text if tasks is None else PRETRAIN.format(data=data, tasks=tasks, file=file, limit=limit) + text


def measured(folder, name):
    """What a finished run says of itself."""
    with open(os.path.join(folder, "summary.json")) as source:
        summary = json.load(source)
    with open(os.path.join(folder, "journal.csv"), newline="") as lines:
        journal = [line for line in csv.DictReader(lines) if line["stage"] == "pretrain"]
    row = dict.fromkeys(FIELDS, "")
    terms = ROWS[name][0] and [m[len("validation/loss/"):] for m in dict.fromkeys(
        line["metric"] for line in journal) if m.startswith("validation/loss/")]
    if terms:
        metric = "validation/loss/" + terms[0]
        values = [float(line["value"]) for line in journal if line["metric"] == metric]
        row.update({"metric": terms[0], "start": values[0], "end": values[-1]})
    deviations = [line["value"] for line in journal
                  if line["metric"].startswith("measure/") and line["metric"].endswith("/encoder-deviation")]
    if deviations:
        row["deviation"] = float(deviations[-1])
    for fold, error in enumerate(summary["variants"][0]["scores"][0]["maePerFold"], 1):
        row[f"fold {fold}"] = error
    return row


def run(name, data):
    stem = name.replace(",", "").replace(" + ", "+").replace(" ", "-").translate(str.maketrans("", "", "()"))
    os.makedirs(RUNS, exist_ok=True)
    yaml, folder = os.path.join(RUNS, stem + ".yaml"), os.path.join(RUNS, stem)
    with open(yaml, "w") as out:
        out.write(configuration(name, data))
    seconds = []
    for stage in ["pretrain"] * (ROWS[name][0] is not None) + ["run"]:
        start = time.monotonic()
        subprocess.run([os.path.join(ROOT, "dssl"), stage, yaml, "--set", "output=" + folder], check=True, cwd=ROOT)
        seconds.append(time.monotonic() - start)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    row = measured(folder, name)
    row.update({"row": name, "commit": commit, "finetune s": round(seconds[-1]),
                "pretrain s": round(seconds[0]) if len(seconds) == 2 else ""})
    return row


def finished():
    if not os.path.exists(CSV):
        return []
    with open(CSV, newline="") as lines:
        return list(csv.DictReader(lines))


def save(rows):
    order = list(ROWS)
    rows.sort(key=lambda row: order.index(row["row"]))
    with open(CSV, "w", newline="") as out:
        writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def folds(row):
    return [float(row[f"fold {fold}"]) for fold in range(1, 5)]


def change(ours, theirs):
    """Change of the mean in percent, with the 95 % percentile bootstrap over folds."""
    draw = random.Random(0)
    means = []
    for _ in range(10_000):
        picked = [draw.randrange(len(ours)) for _ in ours]
        means.append(100 * (sum(ours[i] for i in picked) / sum(theirs[i] for i in picked) - 1))
    means.sort()
    return 100 * (sum(ours) / sum(theirs) - 1), means[250], means[9749]


def table(rows):
    scratch = next((folds(row) for row in rows if row["row"] == "from scratch, 15 epochs"), None)
    lines = ["| pretraining task | its loss, first → last epoch | MAE | fold 1 | fold 2 | fold 3 | fold 4 | against from scratch | s |",
             "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for row in rows:
        errors = folds(row)
        task = f"{float(row['start']):.3g} → {float(row['end']):.3g}" if row["start"] else ""
        against = ""
        if scratch and errors != scratch:
            percent, low, high = change(errors, scratch)
            better = sum(a < b for a, b in zip(errors, scratch))
            against = f"{percent:+.1f} % [{low:+.1f}, {high:+.1f}], {better} of 4"
        seconds = f"{row['pretrain s']} + {row['finetune s']}" if row["pretrain s"] else row["finetune s"]
        cells = [row["row"], task, f"{sum(errors) / 4:.4f}", *(f"{e:.4f}" for e in errors), against, str(seconds)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def publish(rows):
    with open(PAGE) as source:
        page = source.read()
    if BEGIN in page:
        before, rest = page.split(BEGIN, 1)
        with open(PAGE, "w") as out:
            out.write(before + BEGIN + table(rows) + END + rest.split(END, 1)[1])


data = os.path.abspath(os.environ.get("DSSL_DATA") or sys.exit("set DSSL_DATA to the folder with " + CRYSTALS))
rows = finished()
for wanted in sys.argv[1:] or ROWS:
    if wanted not in ROWS:
        sys.exit(f"no row '{wanted}'; there are: " + "; ".join(ROWS))
    if wanted not in [row["row"] for row in rows]:
        rows.append(run(wanted, data))
        save(rows)
        publish(rows)
publish(rows)
