// A search: its best trial, the error by each setting, and all trials; the best of the last round comes first.

const trials = JSON.parse(slot("search-data").textContent).trials;
const rounds = [...new Set(trials.map((t) => t.round))].sort((a, b) => b - a);
const keys = [...new Set(trials.flatMap((t) => Object.keys(t.settings)))];

function reportOf(trial) {
  return trial.folder.split(/[\\/]/).map(encodeURIComponent).join("/") + "/report.html";
}

/** Numbers on an axis of numbers, logarithmic where they span more than a factor of twenty; other values by name. */
function settingAxis(key, values) {
  const numbers = values.map(Number);
  if (!numbers.every((v) => Number.isFinite(v))) {
    return { of: (v) => v, axis: axis(key, { type: "category", labels: [...new Set(values)], offset: true }) };
  }
  const wide = Math.min(...numbers) > 0 && Math.max(...numbers) / Math.min(...numbers) > 20;
  return { of: Number, axis: axis(key, wide ? { type: "logarithmic", ticks: { callback: (v) => (/^1e|^10*$|^0\.0*1$/.test(String(v)) ? String(v) : "") } } : {}) };
}

function showSettings() {
  const which = choice(slot("settings-controls"), "Setting", keys.map((k) => ({ value: k, label: k })), show);
  legend("settings-legend", "settings-chart", rounds.map((round, i) => ({ label: "round " + round, colour: modelColour(i), mark: "dot", datasets: [i] })));
  show();

  function show() {
    const key = which();
    const scale = settingAxis(key, trials.map((t) => t.settings[key]));
    draw("settings-chart", () => ({
      type: "scatter",
      data: { datasets: rounds.map((round, i) => {
        const own = trials.filter((t) => t.round === round);
        return { label: "round " + round, trials: own, data: own.map((t) => ({ x: scale.of(t.settings[key]), y: t.error })),
          backgroundColor: colour(modelColour(i)), borderColor: own.map((t) => colour(t === trials[0] ? "text" : "page")),
          borderWidth: own.map((t) => (t === trials[0] ? 3 : 1)), pointRadius: own.map((t) => (t === trials[0] ? 8 : 5)), pointHoverRadius: 8 };
      }) },
      options: options(scale.axis, errorAxis("validation error", trials.map((t) => t.error)), { tooltip: { callbacks: {
        title: (items) => items.map((item) => `round ${item.dataset.trials[item.dataIndex].round}, trial ${item.dataset.trials[item.dataIndex].trial}`)[0],
        label: (item) => [` ${significant(item.parsed.y)}`, ...Object.entries(item.dataset.trials[item.dataIndex].settings).map(([k, v]) => ` ${k}: ${v}`)] } } }),
    }), () => `Validation error by ${key}. ` + trials.slice(0, 10).map((t) => `${t.settings[key]}: ${significant(t.error)}`).join("; "));
  }
}

function showTrials() {
  const columns = [{ title: "Trial" }, { title: "Round" }, { title: "Epochs" }, { title: "Validation error" },
    ...keys.map((title) => ({ title }))];
  slot("trials-table").append(table("The best of the last round first", columns, trials.map((t, i) => ({
    kind: i === 0 ? "first" : "",
    cells: [make("a", { href: reportOf(t) }, String(t.trial)), String(t.round), String(t.epochs), significant(t.error),
      ...keys.map((k) => t.settings[k] ?? MISSING)] }))));
}

if (trials.length > 0) {
  const best = trials[0];
  slot("verdict").textContent = `Best of ${counted(new Set(trials.map((t) => t.trial)).size, "trial")}: ${significant(best.error)} after ${counted(best.epochs, "epoch")}`;
  showSettings();
  showTrials();
}
