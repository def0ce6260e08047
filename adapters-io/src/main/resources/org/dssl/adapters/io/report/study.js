// A study: its headline and its table, in the layout of the paper: ways of training below, properties across.

const data = JSON.parse(slot("study-data").textContent);
const curve = data.kind === "LEARNING_CURVE";
const sets = [...new Set(data.columns.map((c) => c.set))];

function unit(column) {
  return column.target.unit ? prettyUnit(column.target.unit) : "";
}

/** Properties of one set share its name. */
function columnTitle(column) {
  const own = data.columns.filter((c) => c.set === column.set).length > 1 ? `${column.set}: ${column.target.column}` : column.set;
  return own;
}

/** A label in lines of about sixteen characters, for axes. */
function lines(label) {
  return label.split(" ").reduce((all, word) => {
    const last = all[all.length - 1];
    return last && (last + " " + word).length <= 16 ? [...all.slice(0, -1), last + " " + word] : [...all, word];
  }, []);
}

function columnChoices() {
  return data.columns.map((column, i) => ({ value: i, label: columnTitle(column) }));
}

/** −1 for a lower error, 1 for a higher one, 0 where the interval holds zero or nothing was compared. */
function direction(cell) {
  const against = cell.against;
  const shown = against && isNumber(against.lowPercent) && /^(lower|higher)/.test(against.verdict);
  return shown ? Math.sign(against.changePercent) : 0;
}

function interval(against) {
  return isNumber(against.lowPercent) ? `[${fixed(against.lowPercent, 1)}, ${fixed(against.highPercent, 1)}]` : "";
}

/** Training learnt nothing where the mean of the training part is no worse. */
function useless(score) {
  const mean = score.meanPredictorMae;
  return score.mean >= mean.reduce((a, b) => a + b, 0) / mean.length;
}

function link(row, column) {
  const folder = row.folders[sets.indexOf(column.set)];
  return folder.split(/[\\/]/).map(encodeURIComponent).join("/") + "/report.html";
}

function scoreCell(row, c) {
  const cell = row.cells[c];
  if (!cell.score) {
    return make("span", { className: "pending" }, "not finished");
  }
  const scores = data.rows.map((r) => r.cells[c].score).filter((s) => s);
  const text = withSigma(cell.score, decimalsOfScores(scores)) + (useless(cell.score) ? " †" : "");
  const lines = [make("a", { href: link(row, data.columns[c]), className: cell.best ? "best" : "" }, text)];
  if (cell.against) {
    const kind = ["better", "", "worse"][direction(cell) + 1];
    lines.push(make("span", { className: "change " + kind }, `${signedPercent(cell.against.changePercent)} ${interval(cell.against)}`));
  }
  return make("div", { className: "cell" }, ...lines);
}

function showTable() {
  const columns = [{ title: "", text: true }, ...data.columns.map((c) => ({ title: columnTitle(c) + (unit(c) ? `, ${unit(c)}` : "") }))];
  const rows = data.rows.map((row) => ({ cells: [row.label, ...row.cells.map((_, c) => scoreCell(row, c))] }));
  const scores = table("Mean absolute error ± σ over test parts, with the change against " + data.base, columns, rows);
  scores.classList.add("study");
  slot("table-scores").append(scores);
  const finished = data.rows.flatMap((r) => r.cells).filter((c) => c.score);
  const notes = ["Bold is the lowest error of a column; a number leads to its run.",
    "σ is over test parts, with K − 1; brackets hold the 95 % bootstrap interval of the change over test parts."];
  if (finished.some((c) => useless(c.score))) {
    notes.push("† No better than predicting the mean of the training part.");
  }
  slot("table-note").textContent = notes.join(" ");
}

/** What a row does against the base: in how many columns the error is lower, higher, or neither. */
function tally(row) {
  const compared = row.cells.filter((cell) => cell.against);
  const count = (sign) => compared.filter((cell) => direction(cell) === sign).length;
  return { row, compared: compared.length, lower: count(-1), higher: count(1) };
}

function summed(t) {
  const counts = [["lower in", t.lower], ["higher in", t.higher], ["no evidence in", t.compared - t.lower - t.higher]];
  return counts.filter(([, n]) => n > 0).map(([text, n]) => `${text} ${n}`).join(", ");
}

function showTop() {
  slot("kind").textContent = curve ? "dssl learning-curve" : "dssl ablate";
  const what = curve ? ["share of the labels", "shares of the labels"] : ["property", "properties"];
  const tallies = data.rows.slice(1).map(tally).filter((t) => t.compared > 0);
  const best = [...tallies].sort((a, b) => b.lower - a.lower || a.higher - b.higher)[0];
  const verdict = slot("verdict");
  if (!best) {
    verdict.textContent = "Nothing to compare yet";
  } else if (best.lower === 0) {
    verdict.textContent = `No evidence that anything lowers the error of ${data.base}`;
  } else {
    verdict.append(best.row.label + " ", make("span", { className: "better" }, "lowers the error"),
      ` of ${best.lower} of ${counted(best.compared, what[0], what[1])}`);
    if (best.higher > 0) {
      verdict.append(" and ", make("span", { className: "worse" }, "raises it"), ` for ${best.higher}`);
    }
  }
  slot("evidence").replaceChildren(...tallies.flatMap((t) => [`${t.row.label}: ${summed(t)}.`, make("br")]));
  const open = data.rows.flatMap((r) => r.cells).filter((c) => !c.score).length;
  if (open > 0) {
    slot("notice").hidden = false;
    slot("notice").textContent = `This study is not finished: ${counted(open, "cell")} of its table `
      + `${open === 1 ? "is" : "are"} missing. The same command again goes on where it stopped.`;
  }
}

showTop();
showTable();
