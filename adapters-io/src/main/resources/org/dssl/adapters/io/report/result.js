// The outcome: in a sentence, in a table, and part by part.

/** What was compared on a target: the first variant against training from scratch, or against the next one. */
function mainComparison(target) {
  return run.comparisons.filter((c) => c.target === target)
    .sort((a, b) => (b.against === "from-scratch") - (a.against === "from-scratch"))[0];
}

function verdict(comparison) {
  const pretraining = comparison.variant === "pretrained" && comparison.against === "from-scratch";
  const who = pretraining ? "Pretraining" : capital(spoken(comparison.variant));
  const change = comparison.changePercent;
  if (!isNumber(change)) {
    return [who + " cannot be compared yet"];
  }
  if (comparison.lowPercent <= 0 && comparison.highPercent >= 0) {
    return [who + " makes no clear difference"];
  }
  const word = make("span", { className: change < 0 ? "better" : "worse" },
    (change < 0 ? "lowers" : "raises") + " the error by " + fixed(Math.abs(change), 1) + " %");
  return [who + " ", word];
}

function evidence(comparison) {
  const against = comparison.against === "from-scratch"
    ? "Against the same network trained from scratch" : "Against " + spoken(comparison.against);
  if (!isNumber(comparison.lowPercent)) {
    return `${against}, on one ${partWord()}: too little for an interval.`;
  }
  return `${against}: ${signedPercent(comparison.changePercent)}, 95 % interval ${interval(comparison)},`
    + ` lower error in ${comparison.foldsBetter} of ${counted(comparison.folds, partWord())}.`;
}

function interval(comparison) {
  return isNumber(comparison.lowPercent) ? `[${fixed(comparison.lowPercent, 1)}, ${fixed(comparison.highPercent, 1)}]` : "";
}

function headline(target) {
  const scored = run.variants.filter((v) => scoreOf(v, target.name));
  const comparison = mainComparison(target.name);
  const unit = target.unit ? ", " + target.unit : "";
  const first = scoreOf(scored[0], target.name);
  const decimals = decimalsOfScores(scored.map((v) => scoreOf(v, target.name)));
  const figures = scored.map((v) => [capital(spoken(v.name)), withSigma(scoreOf(v, target.name), decimals)]);
  const sentence = comparison ? verdict(comparison)
    : [scored.length > 1 ? "The errors so far" : "Mean absolute error " + withSigma(first, decimals)];
  figures.push(["Predicting the mean", significant(first.meanPredictor)]);
  return make("div", { className: "headline" },
    make("p", { className: "verdict" }, run.targets.length > 1 ? target.name + ": " : "", ...sentence),
    comparison ? make("p", { className: "evidence" }, evidence(comparison)) : "",
    make("p", { className: "measure" }, `Mean absolute error of ${target.name}${unit}; mean and σ over ${counted(first.parts, partWord())}`),
    make("dl", { className: "figures" }, ...figures.map(([name, value]) =>
      make("div", {}, make("dt", {}, name), make("dd", {}, value)))));
}

function showHeadlines() {
  const known = run.targets.filter((t) => run.variants.some((v) => scoreOf(v, t.name)));
  if (known.length > 0) {
    slot("headlines").append(...known.map(headline));
  } else {
    const pretrained = Object.keys(run.pretrain).length > 0;
    slot("headlines").append(make("p", { className: "verdict" }, pretrained ? "Pretrained, not fine-tuned yet" : "No result yet"));
  }
}

function showScores() {
  const known = run.targets.filter((t) => run.variants.some((v) => scoreOf(v, t.name)));
  if (known.length === 0) {
    return drop("scores");
  }
  slot("scores-tables").append(...known.map(scoresTable), make("p", { className: "note" },
    `Mean absolute error (MAE) over the test parts; lower is better. σ has K − 1 in it; the population σ, with K, is the`
    + ` one of Matbench's tables. Changes are of the mean error, with a 95 % bootstrap interval over ${partWord()}s.`
    + " Predicting the mean: answering with the mean of the training part."));
}

function scoresTable(target) {
  const compared = run.comparisons.filter((c) => c.target === target.name);
  // As on the command line; with more than one rival, each has its change in its own row.
  const single = compared.length === 1;
  const change = single ? "Against " + spoken(compared[0].against) : capital(spoken(compared[0]?.variant ?? "")) + " against it";
  const columns = ["Model", "MAE ± σ", "Population σ", ...(compared.length ? [change, "Lower error in"] : [])];
  const scored = run.variants.filter((v) => scoreOf(v, target.name));
  const decimals = decimalsOfScores(scored.map((v) => scoreOf(v, target.name)));
  const rows = scored.map((v, i) => {
    const score = scoreOf(v, target.name);
    const c = compared.find((x) => (single ? x.variant : x.against) === v.name);
    const cells = [[swatch(modelColour(run.variants.indexOf(v))), spoken(v.name)], withSigma(score, decimals),
      fixed(score.populationSigma, decimals),
      ...(c ? [signedPercent(c.changePercent) + " " + interval(c), `${c.foldsBetter} of ${counted(c.folds, partWord())}`] : ["", ""])];
    return { kind: i === 0 ? "first" : "", cells: cells.slice(0, columns.length) };
  });
  const mean = ["predicting the mean", significant(scoreOf(scored[0], target.name).meanPredictor), "", "", ""].slice(0, columns.length);
  return table(target.name + (target.unit ? ", " + target.unit : ""), columns.map((title) => ({ title })),
    [...rows, { kind: "quiet", cells: mean }]);
}

const MARKS = [["circle", "dot"], ["triangle", "triangle"], ["rect", "square"]];

function showFolds() {
  const names = partNames();
  if (names.length < 2) {
    return drop("folds");
  }
  document.querySelector("#folds h2").textContent = capital(partWord()) + " by " + partWord();
  const target = choice(slot("folds-controls"), "Property", run.targets.map((t) => ({ value: t.name, label: t.name })), show);
  legend("folds-legend", "folds-chart", run.variants.map((v, i) =>
    ({ label: spoken(v.name), colour: modelColour(i), mark: MARKS[i % 3][1], datasets: [i] })));
  show();

  function show() {
    const t = run.targets.find((x) => x.name === target());
    draw("folds-chart", () => foldsChart(names, t), () => foldsText(names, t));
    slot("folds-caption").textContent = "Mean absolute error on the test part of each " + partWord()
      + (run.variants.length > 1 ? "; the line between the marks is their difference." : ".");
    slot("folds-table").replaceChildren(foldsTable(names, t));
  }
}

function foldsChart(names, target) {
  const values = run.variants.map((v) => names.map((n) => partOf(v, n)?.mae[target.name] ?? null));
  const points = values.map((data, i) => ({
    type: "line", label: spoken(run.variants[i].name), data, showLine: false, pointStyle: MARKS[i % 3][0],
    pointRadius: 6, pointHoverRadius: 8, borderColor: colour(modelColour(i)), backgroundColor: colour(modelColour(i)),
  }));
  const spans = names.map((_, n) => {
    const there = values.map((data) => data[n]).filter(isNumber);
    return there.length > 1 ? [Math.min(...there), Math.max(...there)] : null;
  });
  const connector = { type: "bar", data: spans, barThickness: 2, backgroundColor: colour("muted"), minBarLength: 0 };
  const y = axis("MAE" + (target.unit ? ", " + target.unit : ""),
    { grace: "12%", beginAtZero: false, ticks: { callback: stepLabel } });
  return {
    data: { labels: names.map(spoken), datasets: [...points, connector] },
    options: options(axis("", { grid: { display: false } }), y, {
      interaction: { mode: "index", intersect: false },
      tooltip: {
        filter: (item) => item.datasetIndex < points.length,
        callbacks: { label: (item) => " " + item.dataset.label + "  " + significant(item.parsed.y) },
      },
    }),
  };
}

function foldsText(names, target) {
  return "Error by " + partWord() + ". " + names.map((n) => spoken(n) + ": " + run.variants
    .map((v) => spoken(v.name) + " " + significant(partOf(v, n)?.mae[target.name])).join(", ")).join("; ") + ".";
}

function foldsTable(names, target) {
  const two = run.variants.length === 2;
  const columns = [capital(partWord()), ...run.variants.map((v) => capital(spoken(v.name))), ...(two ? ["Change"] : []),
    "Mean predicted", "Test crystals"].map((title) => ({ title }));
  const all = run.variants.flatMap((v) => v.parts.map((p) => p.mae[target.name])).filter((e) => e > 0);
  const decimals = decimalsOf(Math.min(...all), 3);
  const rows = names.map((name) => {
    const parts = run.variants.map((v) => partOf(v, name));
    const errors = parts.map((p) => p?.mae[target.name]);
    const any = parts.find((p) => p);
    const change = two ? [signedPercent(100 * (errors[0] / errors[1] - 1))] : [];
    return { cells: [spoken(name), ...errors.map((e) => fixed(e, decimals)), ...change,
      fixed(any?.meanPredictor[target.name], decimals), isNumber(any?.test) ? whole(any.test) : MISSING] };
  });
  return table("MAE" + (target.unit ? ", " + target.unit : ""), columns, rows);
}
