// Uncertainty of ensembles: how often the true value lies within the interval that it claims.

function showCalibration() {
  if (run.calibration.length === 0) {
    return;
  }
  (slot("learning") ?? slot("data")).before(make("section", { id: "calibration" },
    make("div", { className: "heading" }, make("h2", {}, "How far to trust a prediction"),
      make("div", { className: "controls", id: "calibration-controls" })),
    make("div", { className: "columns" },
      make("figure", {}, make("div", { className: "legend", id: "calibration-legend" }),
        make("div", { className: "chart square" }, make("canvas", { id: "calibration-chart", role: "img" })),
        make("figcaption", { id: "calibration-caption" })),
      make("div", { id: "calibration-table" }))));
  const named = (list, spell) => list.map((x) => ({ value: x, label: spell(x) }));
  const different = (key) => [...new Set(run.calibration.map((e) => e[key]))];
  const target = choice(slot("calibration-controls"), "Property", named(different("target"), String), show);
  const variant = choice(slot("calibration-controls"), "Model", named(different("variant"), spoken), show);
  show();

  function show() {
    const ensemble = run.calibration.find((e) => e.target === target() && e.variant === variant());
    const first = modelColour(run.variants.findIndex((v) => v.name === ensemble.variant));
    const lines = [["as it is", ensemble.raw, first, false],
      ...(ensemble.rescaled ? [["rescaled on validation", ensemble.rescaled, first, true]] : [])];
    legend("calibration-legend", "calibration-chart", lines.map(([label, , colourName, dashed], i) =>
      ({ label, colour: colourName, mark: dashed ? "dashed" : "", datasets: [i] })));
    draw("calibration-chart", () => calibrationChart(lines), () => calibrationText(ensemble));
    slot("calibration-caption").textContent = calibrationText(ensemble);
    slot("calibration-table").replaceChildren(calibrationTable(ensemble), make("p", { className: "note" },
      "The uncertainty is the standard deviation of the members' predictions. It does not contain what all members have in"
      + " common: errors of the labels, what the network cannot see, crystals unlike those trained on."
      + (ensemble.rescaled ? " The factor is fitted on the validation parts; test parts have no say in it."
        : " Without validation parts (finetune.validation) it is not rescaled.")));
  }
}

function calibrationChart(lines) {
  const datasets = lines.map(([label, curve, colourName, dashed]) => ({
    label, data: curve.observed.map((y, i) => ({ x: 100 * i / (curve.observed.length - 1), y: 100 * y })), showLine: true,
    borderColor: colour(colourName), backgroundColor: colour(colourName), borderWidth: 2, borderDash: dashed ? [5, 4] : [],
    pointRadius: 0, pointHoverRadius: 4, pointStyle: "line",
  }));
  const diagonal = { data: [{ x: 0, y: 0 }, { x: 100, y: 100 }], showLine: true, pointRadius: 0, pointHitRadius: 0,
    borderWidth: 1.5, borderColor: colour("muted") };
  const percent = (title) => axis(title, { type: "linear", min: 0, max: 100, ticks: { stepSize: 20, callback: (v) => v + " %" } });
  return {
    type: "scatter",
    data: { datasets: [...datasets, diagonal] },
    options: options(percent("interval of this probability"), percent("true values within it"), {
      interaction: { mode: "x", intersect: false, axis: "x" },
      tooltip: {
        filter: (item) => item.datasetIndex < datasets.length,
        callbacks: {
          title: (items) => (items[0] ? fixed(items[0].parsed.x, 0) + " % interval" : ""),
          label: (item) => " " + item.dataset.label + ": holds " + fixed(item.parsed.y, 0) + " %",
        },
      },
    }),
  };
}

function calibrationText(ensemble) {
  const share = (curve) => fixed(100 * curve.scores.within, 0) + " %";
  return `${counted(ensemble.members, "network")} per ${partWord()}, ${counted(ensemble.raw.scores.crystals, "test crystal")}:`
    + ` prediction ± uncertainty holds ${share(ensemble.raw)} of the true values`
    + (ensemble.rescaled ? `, rescaled ${share(ensemble.rescaled)}` : "")
    + "; 68 % would be a standard deviation. On the line, claims are true; below it, too bold.";
}

function calibrationTable(ensemble) {
  const curves = [ensemble.raw, ...(ensemble.rescaled ? [ensemble.rescaled] : [])];
  const row = (name, show) => ({ cells: [name, ...curves.map((c) => show(c.scores))] });
  const factors = ensemble.factors;
  const mean = factors.reduce((sum, f) => sum + f, 0) / factors.length;
  const decimals = decimalsOf(ensemble.mae, 3);
  const errors = table("Error together and alone", [{ title: "Of", text: true }, { title: "MAE" }], [
    { cells: ["the ensembles", fixed(ensemble.mae, decimals)] },
    { cells: ["their members alone, mean", fixed(ensemble.memberMae, decimals)] },
  ]);
  const columns = [{ title: "Measure (if calibrated)", text: true }, { title: "As it is" }, ...(ensemble.rescaled ? [{ title: "Rescaled" }] : [])];
  const scores = table("Uncertainty beside error", columns, [
    row("Within one (68 %)", (s) => fixed(100 * s.within, 1) + " %"),
    row("Miscalibration area (0)", (s) => fixed(s.area, 3)),
    row("RMS of error ÷ uncertainty (1)", (s) => significant(s.rmsZ)),
    row("Normalised calibration error (0)", (s) => significant(s.ence)),
    row("Rank correlation with error", (s) => fixed(s.rankCorrelation, 2)),
    row("Negative log-likelihood", (s) => significant(s.logLikelihood)),
    ...(ensemble.rescaled ? [{ cells: [factors.length > 1 ? `Factor, mean of ${partWord()}s` : "Factor", "1", significant(mean)] }] : []),
  ]);
  return make("div", {}, errors, scores);
}
