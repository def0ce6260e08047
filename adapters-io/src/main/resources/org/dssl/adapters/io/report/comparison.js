// Two data sets side by side; shares of A come before those of B.

const data = JSON.parse(slot("comparison-data").textContent);
const SETS = ["A", "B"];

function showTop() {
  slot("verdict").textContent = data.warnings.length > 0 ? "Pretraining on A is unlikely to help on B"
    : "Their elements do not speak against pretraining on A";
  slot("evidence").textContent = `The divergence of their elements is ${fixed(data.divergence, 3)} (Jensen–Shannon, base 2:`
    + ` 0 for the same shares of atoms, 1 without an element in common). `
    + (data.absent.length > 0 ? `A has no ${data.absent.join(", ")}.` : "Every element of B occurs in A.");
  slot("warnings").append(...data.warnings.map((w) => make("p", { className: "notice" }, capital(w) + ".")));
  const columns = ["", "Crystals", "Skipped", "Atoms", "Elements"].map((title) => ({ title, text: title === "" }));
  slot("sets").append(table("The data sets", columns, [data.a, data.b].map((set, i) => ({
    cells: [[swatch(modelColour(i)), `${SETS[i]}: ${set.name}`], ...["crystals", "skipped", "atoms", "elements"].map((k) => whole(set[k]))] }))));
}

function named(q) {
  return q.quantity + (q.unit ? ", " + q.unit : "");
}

/** The whole numbers of a bin. */
function wholes(centre, width) {
  const first = Math.round(centre - width / 2 + 0.5);
  return width > 1 ? `${first}–${first + width - 1}` : String(first);
}

function showQuantities() {
  const chosen = choice(slot("quantities-controls"), "Show", data.quantities.map((q, i) => ({ value: String(i), label: named(q) })), show);
  setLegend("quantities", SETS);
  show();
  const quantile = (q, x) => (q.unit ? fixed(x, 2) : whole(x));
  const columns = ["", "A, 5 %", "Median", "95 %", "B, 5 %", "Median", "95 %", "Distance"].map((title) => ({ title }));
  slot("quantities-table").append(table("Quantiles", columns, data.quantities.map((q) => ({
    cells: [named(q), ...[q.a, q.b].flatMap((of) => ["5%", "median", "95%"].map((k) => quantile(q, of[k]))), fixed(q.distance, 2)] }))),
    make("p", { className: "note" }, "Cell parameters are those of the Niggli-reduced primitive cell. Distance: the largest gap"
      + " between the two cumulative distributions (Kolmogorov–Smirnov), 0 to 1."));

  function show() {
    const q = data.quantities[Number(chosen())];
    const centre = (i) => q["bins-from"] + (i + 0.5) * q["bin-width"];
    const labels = q["histogram-a"].map((_, i) => (q.unit ? significant(centre(i)) : wholes(centre(i), q["bin-width"])));
    draw("quantities-chart", () => bars(SETS, labels, [q["histogram-a"], q["histogram-b"]],
      axis(named(q), { grid: { display: false }, ticks: { maxTicksLimit: 8 } }), "share of crystals, %"),
      () => `Distribution of ${named(q)}. Median of A ${significant(q.a.median)}, of B ${significant(q.b.median)}.`);
    slot("quantities-caption").textContent = `Share of the crystals by ${named(q)}; the first and the last bar also hold what lies beyond.`;
  }
}

function showSystems() {
  setLegend("systems", SETS);
  const systems = data["crystal-systems"];
  const shares = SETS.map((_, i) => systems.map((s) => s.crystals[i]));
  draw("systems-chart", () => bars(SETS, systems.map((s) => s.system), shares,
    axis("", { grid: { display: false }, ticks: { maxRotation: 60, autoSkip: false } }), "share of crystals, %"),
    () => "Crystal systems. " + systems.map((s) => `${s.system}: A ${percent(s.crystals[0])}, B ${percent(s.crystals[1])}`).join("; "));
}

function showSame() {
  const [total, formula, of] = [data["duplicates-total"], data["same-formula"], data.b.crystals];
  slot("same-text").textContent = `${whole(total)} of ${counted(of, "crystal")} of B (${percent(total / of)}) are in A too,`
    + " in whatever cell, order or orientation: they have the same reduced formula, and their average distances between atoms"
    + ` agree within ${fixed(100 * data["duplicates-tolerance"], 1)} %. Mirror images count as one; copies that were relaxed otherwise`
    + ` are missed. ${whole(formula)} (${percent(formula / of)}) have a reduced formula that A has.`;
  if (total === 0) {
    return;
  }
  const more = total - data.duplicates.length;
  slot("same-table").append(make("details", {}, make("summary", {}, counted(total, "pair")),
    make("div", {}, table("Crystals in both", [{ title: "In B", text: true }, { title: "In A", text: true }, { title: "Largest difference" }],
      data.duplicates.map((d) => ({ cells: [d.b, d.a, fixed(100 * d.difference, 3) + " %"] }))),
      more > 0 ? make("p", { className: "note" }, `and ${whole(more)} more; dssl compare-data --json lists all`) : "")));
}

showTop();
showElements(SETS, data.elements);
showQuantities();
showSystems();
showSame();
