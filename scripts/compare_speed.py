#!/usr/bin/env python3
"""Times dssl beside the reference implementations, in turn on one machine, and prints a table of ratios (Markdown).

The references are run by the timing scripts of a folder of peers (deeper_gatgnn_step.py, alignn_step.py), which say how
to set up their two Python environments; they read the same crystals as examples/bench-*.yaml.

Usage: compare_speed.py --peers DIR --source DSSL_CHECKOUT --graph-python EXE --dgl-python EXE [--rounds 3] [--only NAME]
       DSSL_DATA: the folder with the data files, for both sides
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAPER = ["--set", "graph.quotient=off", "--set", "graph.mode=minimum-image"]
FULL = ["--set", "graph.quotient=off"]
NO_PRETRAINING = ["--set", "pretrain=off"]

# name, what we run, what we compare: (row, key of the reference, factor to its unit, our key, the ratio's target)
GATGNN = [
    ("with the quotient", "examples/bench-paper-size.yaml", [], [
        ("fine-tuning step", "fine_tune_step_s", 1e3, "fine_tune_step_ms", 10),
        ("prediction", "predict_s", 1e3, "predict_ms", 10)]),
    ("paper mode", "examples/bench-paper-size.yaml", PAPER, [
        ("fine-tuning step", "fine_tune_step_s", 1e3, "fine_tune_step_ms", 3),
        ("pretraining step, three views", "pretrain_step_three_views_s", 1e3, "pretrain_step_ms", 4),
        ("prediction", "predict_s", 1e3, "predict_ms", None),
        ("peak memory, all of it", "peak_rss_mib", 1, "peak_rss_mib", 2)]),
    ("with the quotient, fine-tuning alone", "examples/bench-paper-size.yaml", NO_PRETRAINING, [
        ("peak memory", "peak_rss_mib", 1, "peak_rss_mib", 4)]),
]
ALIGNN = [
    ("with the quotient", "examples/bench-alignn.yaml", [], [
        ("training step", "step_s", 1e3, "fine_tune_step_ms", 8),
        ("peak memory", "peak_rss_mib", 1, "peak_rss_mib", 4)]),
    ("full graph", "examples/bench-alignn.yaml", FULL, [
        ("training step", "step_s", 1e3, "fine_tune_step_ms", 1.5),
        ("graph and line graph, one thread", "graphs_per_s", -1, "graphs_per_s", 50),
        ("peak memory", "peak_rss_mib", 1, "peak_rss_mib", 2)]),
]


def output(command, **keywords):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, **keywords)
    return json.loads(done.stdout[done.stdout.index("{"):])


def ours(config, settings):
    return output([str(ROOT / "dssl"), "bench", config, "--json", *settings], cwd=ROOT)


def compare(title, peer, cases, rounds):
    theirs, mine = [], [[] for _ in cases]
    for _ in range(rounds):
        theirs.append(peer())
        for number, (_, config, settings, _) in enumerate(cases):
            mine[number].append(ours(config, settings))
    for number, (case, _, _, rows) in enumerate(cases):
        for name, their_key, factor, our_key, target in rows:
            there = statistics.median(run[their_key] for run in theirs)
            here = statistics.median(run[our_key] for run in mine[number])
            ratio = here / there if factor < 0 else there * factor / here
            wanted = "" if target is None else f"{target:g} ×"
            print(f"| {title}, {case} | {name} | {there * abs(factor):,.0f} | {here:,.0f} | {ratio:.1f} × | {wanted} |",
                  flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", required=True, type=pathlib.Path)
    parser.add_argument("--source", required=True)
    parser.add_argument("--graph-python", required=True)
    parser.add_argument("--dgl-python", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["deeper-gatgnn", "alignn"])
    args = parser.parse_args()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([str(ROOT / "dssl"), "--version"], check=True, stdout=subprocess.DEVNULL)  # built before timing
    print("| what | | reference (ms, MiB, 1/s) | dssl | ratio | wanted |\n| --- | --- | ---: | ---: | ---: | ---: |")
    if args.only != "alignn":
        script = [args.graph_python, str(args.peers / "deeper_gatgnn_step.py"), "--source", args.source]
        compare("DeeperGATGNN", lambda: output(script, env=environment), GATGNN, args.rounds)
    if args.only != "deeper-gatgnn":
        script = [args.dgl_python, str(args.peers / "alignn_step.py")]
        compare("ALIGNN", lambda: output(script, env=environment), ALIGNN, args.rounds)


main()
