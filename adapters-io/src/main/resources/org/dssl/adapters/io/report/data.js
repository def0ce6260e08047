// What went in: crystals, graphs, sources, and what was left out.

function ratio(full, quotient) {
  return quotient > 0 && quotient < full ? fixed(full / quotient, 1) + " × fewer" : "";
}

function showData() {
  const c = run.counts;
  if (c) {
    const columns = ["", "All", "After the quotient", ""].map((title) => ({ title }));
    const rows = [
      { cells: ["Crystals read", whole(c.structures), "", ""] },
      { cells: ["Skipped", whole(c.skipped), "", ""] },
    ];
    const built = [["Atoms", c.atoms, c.quotientAtoms], ["Edges", c.edges, c.quotientEdges]].filter(([, n]) => n > 0);
    built.forEach(([name, full, quotient]) =>
      rows.push({ cells: [name, whole(full), whole(quotient), ratio(full, quotient)] }));
    slot("data-counts").append(table("Crystals and their graphs", columns, rows));
    if (built.length > 0) {
      slot("data-counts").append(make("p", { className: "note" },
        "Atoms of a crystal with equal surroundings are computed once (equal environments); the numbers stay the same."));
    }
  }
  if (run.sources.length > 0) {
    slot("data-sources").append(make("h3", {}, "Sources and licences"),
      make("ul", { className: "sources" }, ...run.sources.map((s) => make("li", {}, s))));
  }
  showSkipped();
  if (!c && run.sources.length === 0 && run.skippedTotal === 0) {
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
