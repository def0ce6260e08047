// Two sets of crystals beside one another: shares of the elements, and distributions.

const MOST_DIFFERENT = 8;

function percent(share) {
  return isNumber(share) ? (share > 0 && share < 0.0005 ? "< 0.1 %" : fixed(100 * share, 1) + " %") : MISSING;
}

function setLegend(id, sets) {
  legend(id + "-legend", id + "-chart", sets.map((label, i) => ({ label, colour: modelColour(i), mark: "square", datasets: [i] })));
}

/** Bars of the sets beside one another, in percent. */
function bars(sets, labels, shares, x, y) {
  return {
    type: "bar",
    data: { labels, datasets: sets.map((label, i) => ({
      label, data: shares[i].map((s) => 100 * s), backgroundColor: colour(modelColour(i)), categoryPercentage: 0.8, barPercentage: 1 })) },
    options: options(x, axis(y, { beginAtZero: true, ticks: { callback: stepLabel } }), {
      interaction: { mode: "index", intersect: false },
      tooltip: { callbacks: { title: (items) => [items[0].label].flat().join("").replace(/,/g, ""), label: (item) => ` ${item.dataset.label}  ${percent(item.parsed.y / 100)}` } },
    }),
  };
}

/** @param elements by atomic number: {element, atoms, crystals}, the latter two with a share for each of one or two sets */
function showElements(sets, elements) {
  const measure = choice(slot("elements-controls"), "Show", [
    { value: "atoms", label: "share of atoms" }, { value: "crystals", label: "share of crystals with it" }], show);
  const order = choice(slot("elements-controls"), "Order", [{ value: "number", label: "by atomic number" },
    { value: "size", label: sets.length > 1 ? "by difference" : "by share" }], show);
  setLegend("elements", sets);
  // Every element has its name, in two rows that take turns; a narrow screen scrolls.
  const wide = slot("elements-wide");
  wide.firstElementChild.style.minWidth = `${3 + 0.72 * elements.length}rem`;
  new ResizeObserver(() => { wide.tabIndex = wide.scrollWidth > wide.clientWidth ? 0 : -1; }).observe(wide);
  show();

  function show() {
    const size = (e) => Math.abs(e[measure()][0] - (e[measure()][1] ?? 0));
    const largest = [...elements].sort((a, b) => size(b) - size(a));
    const listed = order() === "number" ? elements : largest;
    const what = measure() === "atoms" ? "share of atoms" : "share of crystals";
    const shares = sets.map((_, i) => listed.map((e) => e[measure()][i]));
    const x = axis("", { grid: { display: false }, ticks: { autoSkip: false, font: { size: 10 }, padding: 2 } });
    draw("elements-chart", () => bars(sets, listed.map((e, i) => (i % 2 ? ["", e.element] : [e.element, ""])), shares, x, what + ", %"),
      () => `${capital(what)} by element. ` + largest.slice(0, MOST_DIFFERENT)
        .map((e) => e.element + ": " + sets.map((set, i) => `${set} ${percent(e[measure()][i])}`).join(", ")).join("; "));
    slot("elements-caption").textContent = measure() === "atoms"
      ? "Of all atoms of the cells as given, how many are of each element."
      : "How many of the crystals contain each element.";
    slot("elements-table").replaceChildren(...(sets.length < 2 ? [] : sets).map((set, i) => differences(sets, set, what,
      largest.map((e) => [e.element, ...e[measure()]]).filter((row) => row[1 + i] > row[2 - i]))));
  }
}

function differences(sets, set, what, rows) {
  return table(`More common in ${set}: ${what}`, ["Element", ...sets].map((title) => ({ title: capital(title) })),
    rows.slice(0, MOST_DIFFERENT).map((row) => ({ cells: [row[0], percent(row[1]), percent(row[2])] })));
}
