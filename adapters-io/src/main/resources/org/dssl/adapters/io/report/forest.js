// Changes with their intervals, a small chart for each property; and the errors of every test part.

const ROW_HEIGHT = 44;

function forest(c) {
  const column = data.columns[c];
  const rows = data.rows.filter((row) => row.cells[c].against);
  const id = `forest-${c}`;
  const box = make("div", { className: "chart" }, make("canvas", { id, role: "img" }));
  box.style.height = `${ROW_HEIGHT * rows.length + 64}px`;
  slot("forest-charts").append(make("figure", {}, make("h3", {}, columnTitle(column)), box));
  const against = (i) => rows[i].cells[c].against;
  const shade = (i) => colour(["good", "muted", "bad"][direction(rows[i].cells[c]) + 1]);
  const ends = rows.flatMap((_, i) => [against(i).lowPercent, against(i).highPercent, against(i).changePercent]).filter(isNumber);
  draw(id, () => ({
    type: "scatter",
    data: { datasets: [
      ...rows.map((_, i) => ({ type: "line", data: [{ x: against(i).lowPercent, y: i }, { x: against(i).highPercent, y: i }],
        borderColor: shade(i), borderWidth: 3, pointRadius: 0, pointHitRadius: 0 })),
      { data: rows.map((_, i) => ({ x: against(i).changePercent, y: i })), pointRadius: 6, pointHoverRadius: 8,
        backgroundColor: rows.map((_, i) => shade(i)), borderColor: colour("page"), borderWidth: 1.5 },
    ] },
    options: options(
      axis("change against " + data.base + ", %", {
        suggestedMin: Math.min(-1, ...ends), suggestedMax: Math.max(1, ...ends), ticks: { callback: stepLabel },
        grid: { drawTicks: false, color: (tick) => colour(tick.tick?.value === 0 ? "muted" : "rule") } }),
      axis("", { reverse: true, min: -0.5, max: rows.length - 0.5, grid: { display: false },
        afterBuildTicks: (scale) => { scale.ticks = rows.map((_, i) => ({ value: i })); },
        ticks: { autoSkip: false, callback: (i) => (rows[i] ? lines(rows[i].label) : "") } }),
      { tooltip: { filter: (item) => item.datasetIndex === rows.length, callbacks: {
        label: (item) => ` ${rows[item.dataIndex].label}: ${signedPercent(item.parsed.x)} ${interval(against(item.dataIndex))}, ${against(item.dataIndex).verdict}` } } }),
  }), () => `Change of the error of ${columnTitle(column)} against ${data.base}. ` + rows.map((row, i) =>
    `${row.label}: ${signedPercent(against(i).changePercent)} ${interval(against(i))}`).join("; "));
}

function showForest() {
  const compared = data.columns.map((_, c) => c).filter((c) => data.rows.some((row) => isNumber(row.cells[c].against?.lowPercent)));
  if (compared.length === 0) {
    drop("forest");
    return;
  }
  slot("forest-text").textContent = `In percent of the error of ${data.base}, with 95 % bootstrap intervals over test parts. `
    + "Left of zero is better; grey intervals hold zero or rest on too few parts: no evidence of a difference.";
  compared.forEach(forest);
}

function showParts() {
  if (!data.rows.some((row) => row.cells.some((cell) => cell.score?.maePerFold.length > 1))) {
    drop("parts");
    return;
  }
  const which = choice(slot("parts-controls"), curve ? "Labels" : "Property", columnChoices(), show);
  show();

  function show() {
    const c = Number(which());
    const column = data.columns[c];
    const rows = data.rows.filter((row) => row.cells[c].score);
    const scores = rows.map((row) => row.cells[c].score);
    const parts = Math.max(0, ...scores.map((s) => s.maePerFold.length));
    const values = scores.flatMap((s) => s.maePerFold);
    draw("parts-chart", () => ({
      type: "line",
      data: { labels: rows.map((row) => lines(row.label)), datasets: [
        { data: scores.map((s) => s.mean), label: "mean", showLine: false, pointStyle: "line", pointRadius: 16, borderWidth: 3, borderColor: colour("text") },
        ...Array.from({ length: parts }, (_, p) => ({ data: scores.map((s) => s.maePerFold[p]), label: `part ${p + 1} of ${parts}`,
          borderColor: colour("rule"), borderWidth: 1, pointRadius: 4.5, pointBackgroundColor: colour(modelColour(p)), pointBorderColor: colour("page") })),
      ] },
      options: options(axis("", { offset: true, grid: { display: false }, ticks: { autoSkip: false, font: { size: 11 } } }),
        errorAxis(`mean absolute error${unit(column) ? ", " + unit(column) : ""}`, values),
        { tooltip: { callbacks: { title: (items) => rows[items[0].dataIndex].label,
          label: (item) => ` ${item.dataset.label}: ${significant(item.parsed.y)}` } } }),
    }), () => `Errors of ${columnTitle(column)} on each test part. ` + rows.map((row, i) =>
      `${row.label}: ${scores[i].maePerFold.map((v) => significant(v)).join(", ")}`).join("; "));
    slot("parts-table").replaceChildren(table("Errors of " + columnTitle(column),
      [{ title: "", text: true }, ...Array.from({ length: parts }, (_, p) => ({ title: "Part " + (p + 1) }))],
      rows.map((row, i) => ({ cells: [row.label, ...Array.from({ length: parts }, (_, p) => significant(scores[i].maePerFold[p]))] }))));
    slot("parts-table").firstElementChild.classList.add("study");
  }
}

showForest();
showParts();
