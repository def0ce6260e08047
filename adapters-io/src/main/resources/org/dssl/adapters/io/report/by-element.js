// Errors on the test crystals that contain an element: a periodic table as a heat map, and the same numbers as a table.

/** Elements in fewer test crystals have means that say little; they are grey. */
const FEWEST_CRYSTALS = 5;
const LISTED_ELEMENTS = 10;
const KNOWN_ELEMENTS = 100;
const NOBLE = [0, 2, 10, 18, 36, 54, 86, 118];

/** Row and column, from 1; lanthanides and actinides have rows of their own below. */
function placeInTable(number) {
  const period = NOBLE.findIndex((n) => number <= n);
  const first = number - NOBLE[period - 1];
  const last = NOBLE[period] - number;
  if (period >= 6 && first >= 3 && last >= 15) {
    return { row: period + 3, column: first };
  }
  return { row: period, column: first <= (period === 1 ? 1 : 2) ? first : 18 - last };
}

function showByElement() {
  if (run.elementErrors.length === 0) {
    return drop("by-element");
  }
  const has = (key, value) => run.elementErrors.some((e) => e[key] === value);
  const controls = slot("by-element-controls");
  const target = choice(controls, "Property", run.targets.filter((t) => has("target", t.name)).map((t) => ({ value: t.name, label: t.name })), show);
  const variant = choice(controls, "Model", run.variants.filter((v) => has("variant", v.name)).map((v) => ({ value: v.name, label: spoken(v.name) })), show);
  const measure = choice(controls, "Show", [
    { value: "mae", label: "mean absolute error" }, { value: "error", label: "mean signed error" }], show);
  const order = choice(slot("by-element-order"), "Order", [
    { value: "error", label: "by error" }, { value: "crystals", label: "by crystals" }, { value: "number", label: "by atomic number" }], show);
  const grid = slot("by-element-grid");
  ["pointerover", "click"].forEach((event) => grid.addEventListener(event, (e) => {
    const element = e.target.closest("[data-element]")?.dataset.element;
    const found = element && chosen().find((x) => x.element === element);
    if (found) {
      slot("by-element-read").textContent = elementText(found, unitOf(target()));
    }
  }));
  show();

  function chosen() {
    return run.elementErrors.filter((e) => e.target === target() && e.variant === variant());
  }

  function show() {
    const errors = chosen();
    const counted = errors.filter((e) => e.crystals >= FEWEST_CRYSTALS);
    const worst = [...counted].sort((a, b) => Math.abs(b[measure()]) - Math.abs(a[measure()]));
    const sizes = worst.map((e) => Math.abs(e[measure()]));
    const [most, least] = [sizes[0] ?? 0, measure() === "mae" ? sizes.at(-1) ?? 0 : 0];
    const absent = Array.from({ length: KNOWN_ELEMENTS }, (_, i) => i + 1).filter((n) => !errors.some((e) => e.number === n));
    grid.replaceChildren(...absent.map((n) => cellAt(n, "", "none")), ...errors.map((e) => elementCell(e, measure(), least, most)));
    grid.setAttribute("aria-label", `Periodic table of the ${measure() === "mae" ? "mean absolute" : "mean signed"} errors. The largest: `
      + worst.slice(0, 5).map((e) => `${e.element} ${significant(e[measure()])}`).join(", "));
    heatKey(measure(), least, most, unitOf(target()));
    slot("by-element-read").textContent = worst.length ? elementText(worst[0], unitOf(target())) : "";
    slot("by-element-caption").textContent = byElementCaption();
    const sorted = [...errors].sort((a, b) => (b.crystals >= FEWEST_CRYSTALS) - (a.crystals >= FEWEST_CRYSTALS)
      || (order() === "number" ? a.number - b.number : order() === "crystals" ? b.crystals - a.crystals
        : Math.abs(b[measure()]) - Math.abs(a[measure()])));
    listElements(sorted, unitOf(target()));
  }
}

function unitOf(target) {
  return run.targets.find((t) => t.name === target)?.unit ?? "";
}

function signed(x, digits = 3) {
  return (x > 0 ? "+" : "") + significant(x, digits);
}

function elementText(e, unit) {
  return `${e.element}: mean absolute error ${significant(e.mae)}, mean signed error ${signed(e.error)}${unit ? " " + unit : ""},`
    + ` in ${counted(e.crystals, "test crystal")}.`;
}

function cellAt(number, text, kind) {
  const cell = make("span", { className: kind }, text);
  const { row, column } = placeInTable(number);
  // Row 8 is the gap above the lanthanides.
  [cell.style.gridRow, cell.style.gridColumn] = [row, column];
  return cell;
}

function elementCell(e, measure, least, most) {
  const few = e.crystals < FEWEST_CRYSTALS;
  const cell = cellAt(e.number, e.element, few ? "few" : "");
  cell.dataset.element = e.element;
  if (!few && most > 0) {
    const share = most > least ? (Math.abs(e[measure]) - least) / (most - least) : 1;
    cell.style.setProperty("--heat", `var(--${measure === "mae" || e.error < 0 ? "series-0" : "series-1"})`);
    cell.style.setProperty("--share", 0.1 + 0.9 * share);
  }
  return cell;
}

function heatKey(measure, least, most, unit) {
  const ends = measure === "mae" ? [significant(least), significant(most)] : [signed(-most), signed(most)];
  slot("by-element-key").replaceChildren(ends[0], make("i", { className: "heat " + measure, "aria-hidden": "true" }), ends[1] + (unit ? " " + unit : ""));
}

function byElementCaption() {
  const unknown = run.predictionsWithoutFormula;
  return "Over the test crystals of all " + partWord() + "s that contain the element; the signed error is predicted − true."
    + ` Grey: in fewer than ${FEWEST_CRYSTALS} of them, too few to tell. Point at an element, or tap it, for its numbers.`
    + (unknown > 0 ? ` ${counted(unknown, "prediction")} left out: only the id of the crystal is known.` : "");
}

function listElements(errors, unit) {
  const columns = ["Element", "Crystals", "MAE", "Mean error"].map((title) => ({ title }));
  const decimals = decimalsOf(Math.max(...errors.map((e) => e.mae)), 3);
  const rows = errors.map((e) => ({ kind: e.crystals < FEWEST_CRYSTALS ? "quiet" : "",
    cells: [e.element, whole(e.crystals), fixed(e.mae, decimals), (e.error > 0 ? "+" : "") + fixed(e.error, decimals)] }));
  const title = "Errors by element" + (unit ? ", " + unit : "");
  const all = rows.length <= LISTED_ELEMENTS ? "" : make("details", {}, make("summary", {}, `All ${counted(rows.length, "element")}`),
    make("div", {}, table(title, columns, rows)));
  slot("by-element-table").replaceChildren(table(title, columns, rows.slice(0, LISTED_ELEMENTS)), all);
}
