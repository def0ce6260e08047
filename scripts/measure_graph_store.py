#!/usr/bin/env python3
"""Figures of the graph store at 138,614 crystals, the size of the paper's pretraining set: how long it takes to make and to
open, how large it is, and what pretraining on it keeps in memory.

Usage: DSSL_DATA=FOLDER scripts/measure_graph_store.py WORK [--larger] [--seconds N] [--set KEY=VALUE ...]
Makes WORK/crystals.jsonl.gz once: mp_le20 of DSSL_DATA (with --larger mp_21to40 too), and as many of them again, with elements
of the same group and another volume, as are missing. Each run pretrains for N seconds (120) and is stopped then.
"""
import argparse
import gzip
import json
import os
import random
import re
import shutil
import signal
import subprocess
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CRYSTALS = 138_614
GROUPS = ["Li Na K Rb Cs", "Be Mg Ca Sr Ba", "Sc Y La Nd Gd Er", "Ti Zr Hf", "V Nb Ta", "Cr Mo W", "Mn Tc Re", "Fe Ru Os",
          "Co Rh Ir", "Ni Pd Pt", "Cu Ag Au", "Zn Cd Hg", "B Al Ga In Tl", "C Si Ge Sn Pb", "N P As Sb Bi", "O S Se Te",
          "F Cl Br I"]
YAML = """
seed: 7
encoder: { width: 64, layers: 5 }
pretrain:
  data: { source: NAME.jsonl.gz }
  epochs: 100
  batch: 100
  tasks: { mask: { weight: 1 }, contrastive: { weight: 0.1 }, atomic-stiffness: { weight: 1 } }
compute: { graph-store: graphs, threads: 2 }
"""

PAPER = ["encoder.width=115", "encoder.layers=15"]


def make(path, names):
    substitutes = {symbol: [other for other in group.split() if other != symbol]
                   for group in GROUPS for symbol in group.split()}
    draw = random.Random(7)
    real = []
    for name in names:
        with gzip.open(os.path.join(os.environ["DSSL_DATA"], name + ".jsonl.gz"), "rt") as lines:
            real += [line.rstrip("\n") for line in lines]
    with gzip.open(path + ".part", "wt", compresslevel=6) as out:
        for line in real[:CRYSTALS]:
            out.write(line + "\n")
        for number in range(CRYSTALS - len(real)):
            crystal = json.loads(draw.choice(real))
            changed = {symbol: draw.choice(substitutes.get(symbol, [symbol])) for symbol in sorted(set(crystal["elements"]))}
            scale = draw.uniform(0.97, 1.06)
            out.write(json.dumps({
                "id": f"changed-{number}", "elements": [changed[symbol] for symbol in crystal["elements"]],
                "cell": [value * scale if k < 3 else value for k, value in enumerate(crystal["cell"])],
                "frac": crystal["frac"]}) + "\n")
    os.replace(path + ".part", path)


class Memory(threading.Thread):
    """The largest resident size of a process by its kinds, MiB, since the last look."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most = pid, {}
        self.start()

    def run(self):
        while True:
            try:
                with open(f"/proc/{self.pid}/status") as status:
                    found = {kind: int(kib) / 1024 for kind, kib in re.findall(r"(VmRSS|RssAnon|RssFile):\s+(\d+)", status.read())}
            except (OSError, ProcessLookupError):
                return
            for kind, size in found.items():
                self.most[kind] = max(size, self.most.get(kind, 0))
            time.sleep(0.1)

    def take(self):
        most, self.most = self.most, {}
        return ", ".join(f"{kind} {size:,.0f}" for kind, size in most.items()) + " MiB at most"


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(work, title, settings, seconds):
    run = os.path.join(work, "run")
    shutil.rmtree(run, ignore_errors=True)
    command = [os.path.join(ROOT, "dssl"), "pretrain", os.path.join(work, "run.yaml"), "--set", "output=" + run]
    for setting in settings:
        command += ["--set", setting]
    print(f"\n{title}", *settings)
    started = time.time()
    process = subprocess.Popen(command, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    memory = Memory(process.pid)
    for line in process.stdout:
        if line.split()[:1] in (["read"], ["graphs"]) or "store" in line:
            print(f"  {time.time() - started:6.1f} s  {line.strip()}")
        if line.split()[:1] == ["graphs"]:
            print("           until here:", memory.take(), f"CPU {processor_seconds(process.pid):.1f} s")
            break
    begun = time.time()
    while process.poll() is None and time.time() - begun < seconds:
        time.sleep(0.2)
    print(f"           {time.time() - begun:.0f} s of pretraining:", memory.take())
    process.send_signal(signal.SIGINT)
    process.stdout.read()
    process.wait()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("work")
    arguments.add_argument("--larger", action="store_true")
    arguments.add_argument("--seconds", type=int, default=120)
    arguments.add_argument("--set", action="append", default=[])
    given = arguments.parse_args()
    work = os.path.abspath(given.work)
    os.makedirs(work, exist_ok=True)
    name = "larger" if given.larger else "crystals"
    crystals = os.path.join(work, name + ".jsonl.gz")
    if not os.path.exists(crystals):
        make(crystals, ["mp_le20", "mp_21to40"] if given.larger else ["mp_le20"])
    with open(os.path.join(work, "run.yaml"), "w") as yaml:
        yaml.write(YAML.replace("NAME", name))
    graphs = os.path.join(work, "graphs")
    shutil.rmtree(graphs, ignore_errors=True)
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores; data {os.path.getsize(crystals) / 2**20:.0f} MiB")
    measure(work, "made", given.set, 5)
    print("           store:", *(f"{os.path.getsize(os.path.join(graphs, name)) / 2**20:.0f} MiB"
                                 for name in os.listdir(graphs) if name.endswith(".graphs")))
    measure(work, "opened", given.set, given.seconds)
    measure(work, "opened, the paper's network", [*PAPER, *given.set], given.seconds)


if __name__ == "__main__":
    main()
