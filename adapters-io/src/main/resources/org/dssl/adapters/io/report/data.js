// What went in: crystals, graphs, sources, and what was left out.

/** Rows of one set of graphs: what it has, and what is left once equal environments are computed once. */
function graphRows(of, size) {
  return [["atoms", "quotientAtoms"], ["edges", "quotientEdges"], ["angles", "quotientAngles"]]
    .filter(([full]) => size[full] > 0)
    .map(([full, quotient]) => ({ cells: [[capital(full), make("span", { className: "under" }, of)], whole(size[full]), whole(size[quotient]),
      size[quotient] < size[full] ? fixed(size[full] / size[quotient], 1) + " ×" : ""] }));
}

/** How far the quotient shrank what costs most, in a sentence. */
function quotientText(sizes) {
  const left = sizes.filter(({ size }) => size.quotientEdges < size.edges)
    .map(({ of, size }) => `${of} ${fixed((100 * size.quotientEdges) / size.edges, 0)} %`);
  return left.length ? make("p", {}, `Edges that the quotient leaves to compute: ${left.join(", ")}.`) : "";
}

function showSets() {
  const { sets, divergence, absent, elements } = run.sets;
  slot("elements-text").textContent = sets.length < 2 ? `Of the ${sets[0]} set.`
    : `The divergence of the elements is ${fixed(divergence, 3)} (Jensen–Shannon, base 2: 0 for the same shares of atoms, 1 without an`
      + " element in common). " + (absent.length ? `The ${sets[0]} set has no ${absent.join(", ")}.`
        : `Every element of the ${sets[1]} set occurs in the ${sets[0]} set.`);
  showElements(sets, elements);
}

function showData() {
  const c = run.counts;
  if (c) {
    const columns = ["", "All", "Computed", "Fewer"].map((title, i) => ({ title, text: i === 0 }));
    // Runs of old versions counted otherwise.
    const sizes = c.graphs ?? [];
    const graphs = sizes.flatMap(({ of, size }) => graphRows(of, size));
    const rows = [
      { cells: ["Crystals read", whole(c.structures), "", ""] },
      { cells: ["Skipped", whole(c.skipped), "", ""] },
      ...graphs,
    ];
    slot("data-counts").append(make("h3", {}, "Crystals and their graphs"), quotientText(sizes), table("All, and what is left to compute", columns, rows));
    if (graphs.length > 0) {
      slot("data-counts").append(make("p", { className: "note" },
        "Atoms, edges and angles with equal environments are computed once (the quotient); the numbers stay the same."
          + " Masks leave some symmetry, displaced copies none."));
    }
  }
  if (run.sources.length > 0) {
    slot("data-sources").append(make("h3", {}, "Sources and licences"),
      make("ul", { className: "sources" }, ...run.sources.map((s) => make("li", {}, s))));
  }
  showSkipped();
  if (run.sets) {
    showSets();
  } else {
    drop("elements");
  }
  if (!c && !run.sets && run.sources.length === 0 && run.skippedTotal === 0) {
    drop("data");
  }
}

function showSkipped() {
  if (run.skippedTotal === 0) {
    return;
  }
  const more = run.skippedTotal - run.skipped.length;
  const columns = [{ title: "Structure", text: true }, { title: "Where", text: true }, { title: "Why", text: true }];
  const list = make("details", { open: run.skippedTotal <= 5 },
    make("summary", {}, counted(run.skippedTotal, "structure") + " skipped"),
    make("div", {}, table("Structures that could not be used", columns, run.skipped.map((s) => ({ cells: [s.structure, s.place, s.reason] }))),
      more > 0 ? make("p", { className: "note" }, `and ${whole(more)} more in skipped.csv`) : ""));
  slot("skipped").append(list);
}

function showOrigin() {
  slot("config").textContent = run.config;
  if (Object.keys(run.provenance).length > 0) {
    slot("provenance-facts").append(factsList(run.provenance));
  } else {
    drop("provenance");
  }
}
