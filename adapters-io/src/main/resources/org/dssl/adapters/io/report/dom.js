// Building blocks of the page. Text of the run is only ever set as text, never as markup.

function slot(id) {
  return document.getElementById(id);
}

/** An element; properties by name, attributes where no property of the name exists. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) {
      element[key] = value;
    } else {
      element.setAttribute(key, value);
    }
  }
  element.append(...children);
  return element;
}

/** Removes a section for which the run holds nothing. */
function drop(id) {
  slot(id).remove();
}

/**
 * A table that scrolls by itself where the screen is too narrow. Columns are {title, text}: `text` columns wrap and
 * align left. Rows are {cells, kind}; the first cell of a row is its heading.
 */
function table(caption, columns, rows) {
  const side = (column) => (column.text ? "text" : "");
  const head = columns.map((c) => make("th", { scope: "col", className: side(c) }, c.title));
  const body = rows.map((row) =>
    make("tr", { className: row.kind ?? "" },
      ...row.cells.map((cell, i) =>
        i === 0 ? make("th", { scope: "row", className: side(columns[i]) }, ...[cell].flat())
                : make("td", { className: side(columns[i]) }, cell))));
  const region = make("div", { className: "scroll", role: "region", "aria-label": caption },
    make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...body)));
  // Reached by keyboard where there is something to scroll to.
  new ResizeObserver(() => { region.tabIndex = region.scrollWidth > region.clientWidth ? 0 : -1; }).observe(region);
  return region;
}

/** A labelled choice; nothing is shown where there is nothing to choose. Returns the function that reads it. */
function choice(into, label, options, onChange) {
  if (options.length < 2) {
    return () => options[0]?.value;
  }
  const select = make("select", {}, ...options.map((o) => make("option", { value: o.value }, o.label)));
  select.addEventListener("change", onChange);
  into.append(make("label", {}, label, select));
  return () => select.value;
}

function swatch(colourName) {
  const mark = make("span", { className: "swatch", "aria-hidden": "true" });
  mark.style.background = `var(--${colourName})`;
  return mark;
}

/** Nested facts of a JSON object as a description list. */
function factsList(facts) {
  const shown = (value) => {
    if (Array.isArray(value)) {
      return make("ul", {}, ...value.map((item) => make("li", {}, shown(item))));
    }
    return value !== null && typeof value === "object" ? factsList(value) : String(value ?? MISSING);
  };
  const list = make("dl", { className: "facts-list" });
  for (const [key, value] of Object.entries(facts)) {
    list.append(make("dt", {}, key), make("dd", {}, shown(value)));
  }
  return list;
}
