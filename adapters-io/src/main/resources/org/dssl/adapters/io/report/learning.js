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

function showPretraining() {
  const terms = Object.keys(run.pretrain).filter((m) => m.startsWith("loss/")).map((m) => m.slice(5));
  const names = terms.map((t, i) => [t, "loss/" + t, taskColour(i)]);
  if (terms.length > 1) {
    names.unshift(["total", "loss", "text"]);
  }
  if (names.length === 0) {
    return drop("pretrain");
  }
  const validated = "validation/loss" in run.pretrain;
  const datasets = () => names.flatMap(([label, metric, colourName]) => [
    curve(label + ", training", run.pretrain[metric] ?? [], colourName, validated),
    ...(validated ? [curve(label + ", validation", run.pretrain["validation/" + metric] ?? [], colourName, false)] : []),
  ]);
  const per = validated ? 2 : 1;
  legend("pretrain-legend", "pretrain-chart", names.map(([label, , colourName], i) =>
    ({ label, colour: colourName, mark: "", datasets: Array.from({ length: per }, (_, k) => i * per + k) })));
  draw("pretrain-chart", () => curvesChart(datasets(), "loss"), () => "Pretraining losses: " + lastValues(datasets()));
  slot("pretrain-caption").textContent = "Loss of each pretext task" + (terms.length > 1 ? " and their weighted sum" : "")
    + (validated ? "; solid on crystals kept out of pretraining, dashed on those it learns from." : ", on the crystals it learns from.");
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
