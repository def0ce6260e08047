// Runs after the page's own scripts: uses every control, then tells the frame around it what is to be seen.
function settle() {
  return new Promise((done) => setTimeout(done, 300));
}

function luminance(colour) {
  const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio. */
function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function resolved(variable) {
  const element = document.createElement("i");
  element.style.color = `var(--${variable})`;
  document.body.append(element);
  const colour = getComputedStyle(element).color;
  element.remove();
  return colour;
}

function contrasts() {
  const found = {};
  for (const ground of ["page", "panel"]) {
    for (const ink of ["text", "muted", "accent", "good", "bad", "series-0", "series-1", "series-2", "series-3", "series-4", "series-5", "series-6", "series-7"]) {
      found[ink + " on " + ground] = contrast(resolved(ink), resolved(ground));
    }
  }
  return found;
}

function painted(canvas) {
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let count = 0;
  for (let i = 3; i < pixels.length; i += 4) {
    count += pixels[i] > 0;
  }
  return count;
}

function hovered() {
  const canvas = document.getElementById("parity-chart");
  const chart = canvas && Chart.getChart(canvas);
  chart?.tooltip.setActiveElements([{ datasetIndex: 0, index: 0 }], { x: 0, y: 0 });
  chart?.update();
  return chart?.tooltip.title.join(" ") ?? null;
}

/** A colour that may be a mixture, as the screen shows it. */
function shown(colour) {
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  [resolved("page"), colour].forEach((fill) => {
    context.fillStyle = fill;
    context.fillRect(0, 0, 1, 1);
  });
  return "rgb(" + context.getImageData(0, 0, 1, 1).data.slice(0, 3).join(",") + ")";
}

function cells() {
  return [...document.querySelectorAll(".periodic [data-element]")].map((cell) => {
    const style = getComputedStyle(cell);
    return { element: cell.textContent, fits: cell.scrollWidth <= cell.clientWidth,
      contrast: contrast(shown(style.color), shown(style.backgroundColor)) };
  });
}

/** What is read of the element that is pointed at. */
function pointed() {
  document.querySelector(".periodic [data-element=Mg]")?.dispatchEvent(new Event("pointerover", { bubbles: true }));
  return document.getElementById("by-element-read")?.textContent ?? null;
}

async function probe() {
  await settle();
  const first = hovered();
  document.querySelectorAll("select").forEach((select) => {
    for (const option of select.options) {
      select.value = option.value;
      select.dispatchEvent(new Event("change"));
    }
  });
  document.querySelectorAll(".legend button").forEach((button) => { button.click(); button.click(); });
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  await settle();
  const seen = {
    page: location.pathname.split("/").at(-1).replace(".html", "") + location.search,
    width: innerWidth,
    reach: document.documentElement.scrollWidth,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    problems,
    contrasts: contrasts(),
    canvases: [...document.querySelectorAll("canvas")].map((c) =>
      ({ id: c.id, painted: painted(c), label: c.getAttribute("aria-label") ?? "" })),
    hovered: first,
    pointed: pointed(),
    cells: cells(),
    text: document.body.innerText,
  };
  parent.postMessage(encodeURIComponent(JSON.stringify(seen)), "*");
}

probe();
