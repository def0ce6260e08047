// Charts in the page's colours, redrawn when these change from light to dark.

const drawn = new Map();

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

/** Colour names of the compared models, and of the pretext tasks, which share none with them. */
function modelColour(index) {
  return "series-" + (index % 8);
}

function taskColour(index) {
  return "series-" + (2 + (index % 6));
}

/**
 * Draws the chart of a canvas anew; `configure` gives Chart.js its configuration, `describe` a text that says as much.
 * Series that were hidden stay so.
 */
function draw(canvasId, configure, describe) {
  drawn.set(canvasId, () => draw(canvasId, configure, describe));
  const canvas = slot(canvasId);
  const before = Chart.getChart(canvas);
  const hidden = before?.data.datasets.map((_, i) => !before.isDatasetVisible(i)) ?? [];
  before?.destroy();
  Chart.defaults.color = colour("muted");
  Chart.defaults.borderColor = colour("rule");
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12.5;
  canvas.setAttribute("aria-label", describe());
  const configuration = configure();
  configuration.data.datasets.forEach((d, i) => { d.hidden = hidden[i] ?? false; });
  return new Chart(canvas, configuration);
}

function options(x, y, more = {}) {
  const { tooltip, ...rest } = more;
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    scales: { x, y },
    plugins: {
      legend: { display: false },
      tooltip: {
        backgroundColor: colour("text"),
        titleColor: colour("page"),
        bodyColor: colour("page"),
        padding: 9,
        usePointStyle: true,
        ...tooltip,
      },
    },
    ...rest,
  };
}

function axis(title, more = {}) {
  const { ticks, ...rest } = more;
  return {
    title: { display: title !== "", text: title },
    grid: { color: colour("rule"), drawTicks: false },
    border: { color: colour("muted") },
    ticks: { padding: 6, maxRotation: 0, ...ticks },
    ...rest,
  };
}

/** Logarithmic where values are positive and spread, or always: errors shrink by factors. */
function errorAxis(title, values, always = false) {
  if (!values.every((v) => v > 0) || (!always && Math.max(...values) < 2.5 * Math.min(...values))) {
    return axis(title, { ticks: { callback: stepLabel } });
  }
  const wide = Math.max(...values) / Math.min(...values) > 30;
  const kept = wide ? [1] : [1, 2, 3, 5];
  const label = (v) => {
    const mantissa = v / 10 ** Math.floor(Math.log10(v) + 1e-9);
    return kept.some((k) => Math.abs(mantissa - k) < 1e-6) ? String(Number(v.toPrecision(2))) : "";
  };
  return axis(title, { type: "logarithmic", ticks: { callback: label, autoSkip: false } });
}

/**
 * Buttons that hide and show the series of a chart, as keys of its marks: line, dashed, dot, triangle, square. Each
 * names its colour, and its datasets by index.
 */
function legend(intoId, canvasId, series) {
  slot(intoId).replaceChildren(...series.map((s) => {
    const mark = make("i", { className: s.mark, "aria-hidden": "true" });
    mark.style.color = `var(--${s.colour})`;
    const button = make("button", { type: "button", "aria-pressed": "true" }, mark, s.label);
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", shown);
      const chart = Chart.getChart(slot(canvasId));
      s.datasets.forEach((d) => chart.setDatasetVisibility(d, shown));
      chart.update();
    });
    return button;
  }));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach((again) => again()));
