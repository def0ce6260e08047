// Learning curves: the terms of the pretraining loss, and the errors of fine-tuning part by part.

function curve(label, points, colourName, dashed) {
  return {
    label, data: points.map(([x, y]) => ({ x, y })), borderColor: colour(colourName), backgroundColor: colour(colourName),
    borderWidth: dashed ? 1.5 : 2, borderDash: dashed ? [5, 4] : [], pointRadius: points.length < 3 ? 3 : 0, pointHoverRadius: 4,
    pointStyle: "line",
  };
}

function curvesChart(datasets, title) {
  const values = datasets.flatMap((d) => d.data.map((p) => p.y)).filter(isNumber);
  const x = axis("epoch", { type: "linear", grid: { display: false }, ticks: { precision: 0, includeBounds: false } });
  return {
    type: "line",
    data: { datasets },
    options: options(x, errorAxis(title, values), {
      interaction: { mode: "x", intersect: false, axis: "x" },
      tooltip: { callbacks: {
        title: (items) => (items[0] ? "epoch " + items[0].parsed.x : ""),
        label: (item) => " " + item.dataset.label + "  " + significant(item.parsed.y),
      } },
    }),
  };
}

/** The last values of curves, in words. */
function lastValues(datasets) {
  return datasets.filter((d) => d.data.length > 0)
    .map((d) => `${d.label} ${significant(d.data[0].y)} at first, ${significant(d.data.at(-1).y)} at last`).join("; ") + ".";
}

/** What the journal of a pretraining can show: each term as it is, as it enters the sum, and what tasks measure beside. */
function pretrainingViews() {
  const metrics = Object.keys(run.pretrain);
  const under = (prefix) => metrics.filter((m) => m.startsWith(prefix)).map((m) => m.slice(prefix.length));
  const [terms, weighted, measures] = ["loss/", "weighted/", "measure/"].map(under);
  const total = terms.length > 1 ? [["total", "loss", "text"]] : [];
  const lines = (names, prefix, label = (n) => n) => names.map((n, i) => [label(n), prefix + n, taskColour(i)]);
  return [
    { value: "loss", label: "loss of each task", axis: "loss", lines: [...(weighted.length ? [] : total), ...lines(terms, "loss/")],
      text: "Loss of each pretext task" + (weighted.length || !total.length ? ", before its weight" : " and their weighted sum") },
    { value: "weighted", label: "weighted, as in the sum", axis: "weighted loss", lines: [...total, ...lines(weighted, "weighted/")],
      text: "Loss of each pretext task times its weight, as it enters the sum" },
    { value: "measure", label: "measures of the tasks", axis: "", lines: lines(measures, "measure/", (n) => n.replace("/", ": ")),
      text: "What the tasks measure beside their losses" },
  ].filter((view) => view.lines.some(([, metric]) => metric !== "loss"));
}

function showPretraining() {
  const views = pretrainingViews();
  if (views.length === 0) {
    return drop("pretrain");
  }
  const chosen = choice(slot("pretrain-controls"), "Show", views, show);
  show();

  function show() {
    const view = views.find((v) => v.value === chosen());
    const validated = view.lines.some(([, metric]) => "validation/" + metric in run.pretrain);
    const per = validated ? 2 : 1;
    const datasets = () => view.lines.flatMap(([label, metric, colourName]) => [
      curve(label + ", training", run.pretrain[metric] ?? [], colourName, validated),
      ...(validated ? [curve(label + ", validation", run.pretrain["validation/" + metric] ?? [], colourName, false)] : []),
    ]);
    // Another view has other lines: none of them is hidden at first.
    Chart.getChart(slot("pretrain-chart"))?.destroy();
    legend("pretrain-legend", "pretrain-chart", view.lines.map(([label, , colourName], i) =>
      ({ label, colour: colourName, mark: "", datasets: Array.from({ length: per }, (_, k) => i * per + k) })));
    draw("pretrain-chart", () => curvesChart(datasets(), view.axis), () => `Pretraining, ${view.label}: ` + lastValues(datasets()));
    slot("pretrain-caption").textContent = view.text
      + (validated ? "; solid on crystals kept out of pretraining, dashed on those it learns from." : ", on the crystals it learns from.");
  }
}

function showFinetuning() {
  const names = [...new Set(run.finetune.map((c) => c.part))];
  if (names.length === 0) {
    return drop("finetune");
  }
  const validated = run.finetune.some((c) => c.metric === "validation");
  const part = choice(slot("finetune-controls"), capital(partWord()), names.map((n) => ({ value: n, label: spoken(n) })), show);
  const points = (variant, metric) =>
    run.finetune.find((c) => c.variant === variant && c.part === part() && c.metric === metric)?.points ?? [];
  const metrics = validated ? [["validation", false], ["training", true]] : [["training", false]];
  const datasets = () => run.variants.flatMap((v, i) => metrics.map(([metric, dashed]) =>
    curve(spoken(v.name) + ", " + metric, points(v.name, metric === "training" ? "train" : metric), modelColour(i), dashed)));
  legend("finetune-legend", "finetune-chart", run.variants.flatMap((v, i) => metrics.map(([metric, dashed], m) =>
    ({ label: spoken(v.name) + ", " + metric, colour: modelColour(i), mark: dashed ? "dashed" : "", datasets: [i * metrics.length + m] }))));
  show();

  function show() {
    const unit = run.targets.length === 1 && run.targets[0].unit ? "error, " + run.targets[0].unit : "error";
    draw("finetune-chart", () => curvesChart(datasets(), unit), () => "Fine-tuning, " + spoken(part()) + ": " + lastValues(datasets()));
    const kept = run.variants.map((v) => [v, partOf(v, part())?.epoch]).filter(([, epoch]) => isNumber(epoch))
      .map(([v, epoch]) => `${spoken(v.name)} epoch ${whole(epoch)}`);
    slot("finetune-caption").textContent = (validated
      ? "Solid: error on the validation part; dashed: loss on the training part."
      : "Loss on the training part; no validation part is kept.")
      + (kept.length ? " Weights kept: " + kept.join(", ") + "." : "");
  }
}
