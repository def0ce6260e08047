// Numbers as people read them. A dash stands for a number that does not exist.

const MISSING = "–";

function isNumber(x) {
  return typeof x === "number" && Number.isFinite(x);
}

function fixed(x, decimals) {
  return isNumber(x) ? x.toFixed(decimals).replace("-", "−") : MISSING;
}

/** Decimals that show `digits` digits of a number. */
function decimalsOf(x, digits) {
  return x ? Math.min(6, Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(x))))) : digits;
}

function significant(x, digits = 3) {
  return isNumber(x) ? fixed(x, decimalsOf(x, digits)) : MISSING;
}

/** Decimals for scores side by side: two digits of the largest σ, or three of a mean. */
function decimalsOfScores(scores) {
  return Math.min(...scores.map((s) => (s.sigma > 0 ? decimalsOf(s.sigma, 2) : decimalsOf(s.mean, 3))));
}

function withSigma(score, decimals) {
  const sigma = isNumber(score.sigma) ? " ± " + fixed(score.sigma, decimals) : "";
  return fixed(score.mean, decimals) + sigma;
}

function signedPercent(x) {
  return isNumber(x) ? (x > 0 ? "+" : "") + fixed(x, 1) + " %" : MISSING;
}

/** Labels of an axis: as many decimals as its step needs, the same for all. */
function stepLabel(value, _, ticks) {
  const step = ticks.length > 1 ? Math.abs(ticks[1].value - ticks[0].value) : 0;
  const decimals = [0, 1, 2, 3, 4, 5, 6].find((d) => Math.abs(step * 10 ** d - Math.round(step * 10 ** d)) < 1e-6);
  return fixed(value, decimals ?? 6);
}

function whole(n) {
  return n.toLocaleString("en-US");
}

function counted(n, one, many = one + "s") {
  return whole(n) + " " + (n === 1 ? one : many);
}

function duration(seconds) {
  const total = Math.round(seconds);
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return h ? `${h} h ${m} min` : m ? `${m} min ${s} s` : `${s} s`;
}

/** log10(GPa) → log₁₀(GPa) */
function prettyUnit(unit) {
  return unit.replace(/^log10\(/, "log₁₀(");
}

/** from-scratch, fold-0 → from scratch, fold 0; names without such a pattern stay as they are. */
function spoken(name) {
  return name.replace(/^(from)-(scratch)$/, "$1 $2").replace(/^(fold|repeat)-(\d+)$/, "$1 $2");
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
