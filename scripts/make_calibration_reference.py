#!/usr/bin/env python3
"""Writes what the test of uncertainty scores expects: errors with claimed deviations, some equal, and their scores by numpy
(BSD-3-Clause) and scipy (BSD-3-Clause); the area by fine quadrature.

Usage: make_calibration_reference.py CLAIMS_CSV SCORES_CSV     (pip install numpy scipy; made with 1.26.4 and 1.17.1)
"""
import csv
import sys

import numpy as np
from scipy import integrate, stats

claims_csv, scores_csv = sys.argv[1:]
random = np.random.default_rng(11)
n = 137
deviations = np.round(np.exp(random.normal(-2, 0.7, n)), 3)
errors = np.round(deviations * random.standard_t(4, n) * 1.6, 4)

z = np.abs(errors) / deviations
levels = np.linspace(0, 1, 2_000_001)
observed = np.searchsorted(np.sort(2 * stats.norm.cdf(z) - 1), levels, side="right") / n
order = np.argsort(deviations, kind="stable")
bins = [order[b * n // 10:(b + 1) * n // 10] for b in range(10)]
rms = lambda x: np.sqrt(np.mean(x**2))
scores = {
    "within": np.mean(z <= 1),
    "area": integrate.trapezoid(np.abs(observed - levels), levels),
    "rms-z": rms(z),
    "ence": np.mean([abs(rms(deviations[b]) - rms(errors[b])) / rms(deviations[b]) for b in bins]),
    "rank-correlation": stats.spearmanr(np.abs(errors), deviations).statistic,
    "negative-log-likelihood": -np.mean(stats.norm.logpdf(errors, scale=deviations)),
    "factor": np.sort(z)[int(np.ceil((n + 1) * (2 * stats.norm.cdf(1) - 1))) - 1],
}
for path, header, rows in (
    (claims_csv, ["error", "deviation"], zip(errors.tolist(), deviations.tolist())),
    (scores_csv, ["score", "value"], ((name, float(value)) for name, value in scores.items())),
):
    with open(path, "w", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
