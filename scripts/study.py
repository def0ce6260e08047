"""What the studies of this folder have in common: runs of dssl, rows of a CSV that are made once, tables in a page."""
import csv
import os
import random
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def data():
    """The folder with the data files."""
    return os.path.abspath(os.environ.get("DSSL_DATA") or sys.exit("set DSSL_DATA to the folder with the data files"))


def dssl(folder, text, *stages):
    """Runs the stages of a configuration, one process each; returns the seconds of each."""
    os.makedirs(os.path.dirname(folder), exist_ok=True)
    yaml = folder + ".yaml"
    with open(yaml, "w") as out:
        out.write(text)
    seconds = []
    for stage in stages:
        start = time.monotonic()
        subprocess.run([os.path.join(ROOT, "dssl"), stage, yaml, "--set", "output=" + folder], check=True, cwd=ROOT)
        seconds.append(round(time.monotonic() - start))
    return seconds


def journal(folder, metric):
    """The values of a metric of pretraining, epoch by epoch."""
    with open(os.path.join(folder, "journal.csv"), newline="") as lines:
        return [float(line["value"]) for line in csv.DictReader(lines)
                if line["stage"] == "pretrain" and line["metric"] == metric]


def metrics(folder):
    """The names of pretraining's metrics in their order."""
    with open(os.path.join(folder, "journal.csv"), newline="") as lines:
        return list(dict.fromkeys(line["metric"] for line in csv.DictReader(lines) if line["stage"] == "pretrain"))


def commit():
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()


class Study:
    """Rows by name in docs/STEM.csv; the table of them in a page, between two comments that name the stem."""

    def __init__(self, stem, page, fields, names):
        self.stem, self.fields, self.names = stem, ["row", *fields, "commit"], list(names)
        self.csv = os.path.join(ROOT, "docs", stem + ".csv")
        self.page = os.path.join(ROOT, "docs", page)
        self.rows = []
        if os.path.exists(self.csv):
            with open(self.csv, newline="") as lines:
                self.rows = list(csv.DictReader(lines))

    def run(self, measure, table):
        """Measures what is missing, of the rows named on the command line or of all; writes file and page after each."""
        for name in sys.argv[1:] or self.names:
            if name not in self.names:
                sys.exit(f"no row '{name}'; there are: " + "; ".join(self.names))
            if name not in [row["row"] for row in self.rows]:
                self.rows.append({"row": name, **measure(name), "commit": commit()})
                self.save()
                self.publish(table)
        self.publish(table)

    def save(self):
        self.rows.sort(key=lambda row: self.names.index(row["row"]))
        with open(self.csv, "w", newline="") as out:
            writer = csv.DictWriter(out, self.fields, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows)

    def publish(self, table):
        begin, end = f"<!-- {self.stem}: begin -->\n", f"<!-- {self.stem}: end -->\n"
        with open(self.page) as source:
            before, rest = source.read().split(begin, 1)
        with open(self.page, "w") as out:
            out.write(before + begin + table(self.rows) + end + rest.split(end, 1)[1])


def change(ours, theirs, draws=10_000):
    """Change of the mean in percent, with the 95 % percentile bootstrap over paired folds."""
    draw = random.Random(0)
    means = []
    for _ in range(draws):
        picked = [draw.randrange(len(ours)) for _ in ours]
        means.append(100 * (sum(ours[i] for i in picked) / sum(theirs[i] for i in picked) - 1))
    means.sort()
    return 100 * (sum(ours) / sum(theirs) - 1), means[draws // 40], means[draws - draws // 40 - 1]
