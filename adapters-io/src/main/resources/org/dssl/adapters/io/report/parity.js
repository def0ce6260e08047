// Predicted against true values of the crystals in the test parts.

const WORST = 8;

function showParity() {
  if (run.predictions.length === 0) {
    return drop("parity");
  }
  const named = (list, spell = spoken) => list.map((x) => ({ value: x, label: spell(x) }));
  const controls = slot("parity-controls");
  const target = choice(controls, "Property", named(run.targets.map((t) => t.name), String), show);
  const variants = run.variants.map((v) => v.name).filter((v) => run.predictions.some((p) => p.variant === v));
  const variant = choice(controls, "Model", named(variants), show);
  const all = { value: "", label: "all " + partWord() + "s" };
  const names = partNames();
  const part = choice(controls, capital(partWord()), names.length > 1 ? [all, ...named(names)] : named(names), show);
  show();

  function show() {
    const t = run.targets.find((x) => x.name === target());
    const points = parityPoints(t.name, variant(), part());
    const index = run.variants.findIndex((v) => v.name === variant());
    const text = parityText(points, t, variant(), part());
    draw("parity-chart", () => parityChart(points, t, index), () => text);
    slot("parity-caption").textContent = text + " Point at one, or tap it, for the crystal.";
    slot("parity-table").replaceChildren(worstTable(points, t));
  }
}

function parityPoints(target, variant, part) {
  return run.predictions
    .filter((p) => p.target === target && p.variant === variant && (!part || p.part === part))
    .flatMap((p) => p.ids.map((id, i) => ({ id, part: p.part, x: p.truth[i], y: p.predicted[i] })))
    .filter((p) => isNumber(p.x) && isNumber(p.y));
}

function parityText(points, target, variant, part) {
  const mae = points.reduce((sum, p) => sum + Math.abs(p.y - p.x), 0) / points.length;
  const chosen = run.predictionsLeftOut > 0 ? ", evenly chosen (all are in predictions.csv)," : "";
  return `${counted(points.length, "prediction")}${chosen} for the test crystals of ${part ? spoken(part) : "all " + partWord() + "s"},`
    + ` ${spoken(variant)}; on the line, prediction and truth agree. MAE of these points ${significant(mae)}`
    + `${target.unit ? " " + target.unit : ""}.`;
}

function parityChart(points, target, index) {
  const ends = points.flatMap((p) => [p.x, p.y]);
  let low = Infinity;
  let high = -Infinity;
  ends.forEach((v) => { low = Math.min(low, v); high = Math.max(high, v); });
  const margin = 0.04 * (high - low || 1);
  [low, high] = [low - margin, high + margin];
  const unit = target.unit ? ", " + target.unit : "";
  const scale = (title) => axis(title, { min: low, max: high, ticks: { includeBounds: false, maxTicksLimit: 7, callback: stepLabel } });
  return {
    type: "scatter",
    data: { datasets: [
      { data: points, pointRadius: points.length > 1500 ? 1.8 : 3, pointHoverRadius: 6, pointHitRadius: 4,
        backgroundColor: colour(modelColour(index)) + "80", borderWidth: 0, order: 2 },
      { data: [{ x: low, y: low }, { x: high, y: high }], showLine: true, pointRadius: 0, pointHitRadius: 0, borderWidth: 1.5,
        borderColor: colour("text"), order: 1 },
    ] },
    options: options(scale("true " + target.name + unit), scale("predicted " + target.name + unit), {
      tooltip: {
        filter: (item) => item.datasetIndex === 0,
        displayColors: false,
        callbacks: {
          title: (items) => crystalTitle(items[0]?.raw.id),
          label: (item) => [`true ${significant(item.raw.x, 4)}`, `predicted ${significant(item.raw.y, 4)}`,
            `error ${significant(item.raw.y - item.raw.x, 3)}`, spoken(item.raw.part)],
        },
      },
    }),
  };
}

function formulaOf(id) {
  return Object.hasOwn(run.formulas, id) ? run.formulas[id] : "";
}

/** The crystal's id and, if it is known, its formula. */
function crystalTitle(id = "") {
  return [id, formulaOf(id)].filter((line) => line !== "");
}

function worstTable(points, target) {
  const worst = [...points].sort((a, b) => Math.abs(b.y - b.x) - Math.abs(a.y - a.x)).slice(0, WORST);
  const decimals = worst.length ? decimalsOf(worst[0].y - worst[0].x, 3) : 0;
  const columns = ["Crystal", "True", "Predicted", "Error"].map((title) => ({ title }));
  return table("The largest errors" + (target.unit ? ", " + target.unit : ""), columns, worst.map((p) => ({
    cells: [[p.id, make("span", { className: "under" }, formulaOf(p.id))], fixed(p.x, decimals), fixed(p.y, decimals), (p.y > p.x ? "+" : "") + fixed(p.y - p.x, decimals)] })));
}
