// A learning curve: errors against the share of the labels, a line for each way of training, with a band of ± σ.

function showLabels() {
  if (!curve) {
    drop("labels");
    return;
  }
  const targets = [...new Set(data.columns.map((c) => c.target.column))];
  const which = choice(slot("labels-controls"), "Property", targets.map((t) => ({ value: t, label: t })), show);
  legend("labels-legend", "labels-chart", data.rows.map((row, i) => (
    { label: row.label, colour: modelColour(i), mark: "line", datasets: [3 * i, 3 * i + 1, 3 * i + 2] })));
  show();

  function show() {
    const columns = data.columns.map((column, c) => ({ column, c })).filter((x) => x.column.target.column === which());
    const points = (row, value) => columns.map(({ column, c }) => ({ column, score: row.cells[c].score }))
      .filter((p) => p.score).map((p) => ({ x: 100 * p.column.labels, y: value(p.score) })).sort((a, b) => a.x - b.x);
    const means = data.rows.flatMap((row) => points(row, (s) => s.mean)).map((p) => p.y);
    const low = (s) => (isNumber(s.sigma) && s.mean > s.sigma ? s.mean - s.sigma : s.mean);
    const high = (s) => (isNumber(s.sigma) ? s.mean + s.sigma : s.mean);
    const band = (name) => `color-mix(in srgb, ${colour(name)} 18%, transparent)`;
    const of = unit(columns[0].column);
    draw("labels-chart", () => ({
      type: "line",
      data: { datasets: data.rows.flatMap((row, i) => [
        { data: points(row, low), pointRadius: 0, pointHitRadius: 0, borderWidth: 0 },
        { data: points(row, high), pointRadius: 0, pointHitRadius: 0, borderWidth: 0, fill: "-1", backgroundColor: band(modelColour(i)) },
        { label: row.label, data: points(row, (s) => s.mean), borderColor: colour(modelColour(i)), backgroundColor: colour(modelColour(i)),
          borderWidth: 2, pointRadius: 4 },
      ]) },
      options: options(
        axis("share of the labels, %", { type: "logarithmic",
          afterBuildTicks: (scale) => { scale.ticks = columns.map(({ column }) => ({ value: 100 * column.labels })); },
          ticks: { autoSkip: false, callback: (v) => String(Number(v.toPrecision(3))) } }),
        errorAxis("mean absolute error" + (of ? ", " + of : ""), means, true),
        { tooltip: { filter: (item) => item.datasetIndex % 3 === 2, callbacks: {
          title: (items) => (items.length ? `${Number(items[0].parsed.x.toPrecision(3))} % of the labels` : ""),
          label: (item) => ` ${item.dataset.label}: ${significant(item.parsed.y)}` } } }),
    }), () => "Errors by share of the labels. " + data.rows.map((row) =>
      `${row.label}: ${points(row, (s) => s.mean).map((p) => `${Number(p.x.toPrecision(3))} % ${significant(p.y)}`).join(", ")}`).join("; "));
  }
}

showLabels();
