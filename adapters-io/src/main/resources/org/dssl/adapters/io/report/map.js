// The test crystals where the network puts them: principal components of their embeddings, coloured by the property.

const COLOURED = { truth: "true", predicted: "predicted", error: "error of" };
const RAMP = [0, 1, 2, 3, 4].map((i) => "ramp-" + i);

function showMap() {
  const maps = run.maps.filter((m) => m.ids.length > 0);
  if (maps.length === 0) {
    return drop("map");
  }
  const controls = slot("map-controls");
  const variant = choice(controls, "Model", [...new Set(maps.map((m) => m.variant))].map((v) => ({ value: v, label: spoken(v) })), show);
  const target = choice(controls, "Property", run.targets.filter((t) => maps.some((m) => m.values[t.name])).map((t) => ({ value: t.name, label: t.name })), show);
  const what = choice(controls, "Colour", [
    { value: "truth", label: "true value" }, { value: "predicted", label: "predicted value" }, { value: "error", label: "absolute error" }], show);
  show();

  function show() {
    const map = maps.find((m) => m.variant === variant());
    const unit = unitOf(target());
    const points = mapPoints(map, target());
    const [low, high] = middle(points.map((p) => p[what()]).filter(isNumber));
    const label = COLOURED[what()] + " " + target() + (unit ? ", " + unit : "");
    draw("map-chart", () => mapChart(map, points, what(), low, high), () => mapText(map) + " Coloured by " + label + ".");
    slot("map-caption").textContent = mapText(map) + " Near one another are crystals that the network finds alike.";
    slot("map-key").replaceChildren(label, make("span", {}, "≤ " + significant(low), make("i", { className: "ramp", "aria-hidden": "true" }), "≥ " + significant(high)));
  }
}

function mapPoints(map, target) {
  const values = map.values[target] ?? { truth: [], predicted: [] };
  return map.ids.map((id, i) => {
    const [truth, predicted] = [values.truth[i], values.predicted[i]];
    const error = isNumber(truth) && isNumber(predicted) ? Math.abs(predicted - truth) : null;
    return { id, x: map.x[i], y: map.y[i], truth, predicted, error };
  }).filter((p) => isNumber(p.x) && isNumber(p.y));
}

/** The range of all but the outermost hundredth on either side, which would take all colours for itself. */
function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return [at(0.01), at(0.99)];
}

function mapText(map) {
  const some = map.of > map.ids.length ? `${whole(map.ids.length)} of the ${whole(map.of)}` : `The ${whole(map.ids.length)}`;
  return `${some} test crystals of ${spoken(map.part)}, by the embeddings (${whole(map.columns)} numbers each) of the ${spoken(map.variant)}`
    + ` network, which has not seen their values; along the two directions in which the embeddings vary most (principal components, `
    + map.explained.map((e) => fixed(100 * e, 0) + " %").join(" and ") + " of the variance).";
}

/** A colour of the ramp, 0 … 1, as #rrggbb. */
function rampColours() {
  const stops = RAMP.map((name) => [1, 3, 5].map((i) => parseInt(colour(name).slice(i, i + 2), 16)));
  return (share) => {
    const at = Math.max(0, Math.min(1, share)) * (stops.length - 1);
    const [from, to] = [stops[Math.floor(at)], stops[Math.ceil(at)]];
    return "#" + from.map((c, i) => Math.round(c + (to[i] - c) * (at % 1)).toString(16).padStart(2, "0")).join("");
  };
}

function mapChart(map, points, what, low, high) {
  const of = rampColours();
  const colours = points.map((p) => (isNumber(p[what]) ? of((p[what] - low) / (high - low || 1)) : colour("muted")) + "cc");
  const title = (i) => `component ${i + 1}` + (isNumber(map.explained[i]) ? `, ${fixed(100 * map.explained[i], 0)} % of the variance` : "");
  const scale = (i) => axis(title(i), { ticks: { maxTicksLimit: 7, callback: stepLabel } });
  return {
    type: "scatter",
    data: { datasets: [{ data: points, pointRadius: points.length > 700 ? 2.4 : 3.5, pointHoverRadius: 7, pointHitRadius: 4,
      backgroundColor: colours, borderWidth: 0 }] },
    options: options(scale(0), scale(1), {
      tooltip: {
        displayColors: false,
        callbacks: {
          title: (items) => crystalTitle(items[0]?.raw.id),
          label: (item) => [`true ${significant(item.raw.truth, 4)}`, `predicted ${significant(item.raw.predicted, 4)}`, spoken(map.part)],
        },
      },
    }),
  };
}
