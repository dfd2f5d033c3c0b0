/** Beside a comparison on a wide screen: a map of the whole text with its changes, and a line from where a paragraph stood. */

const SVG = "http://www.w3.org/2000/svg";
const wide = matchMedia("(min-width: 80rem)");
let map = null;
let lines = null;

function draw() {
  const sheet = document.querySelector("#comparison .sheet");
  if (!sheet || !wide.matches) return clear();
  const box = sheet.getBoundingClientRect();
  const stops = [...sheet.querySelectorAll(".change, [data-stop]:not([data-stop=no])")].filter((stop) => stop.offsetParent);
  const ghosts = [...sheet.querySelectorAll(".ghost")].filter((ghost) => ghost.offsetParent);
  const places = stops.map((stop) => [stop, stop.getBoundingClientRect()]); // all read before anything is written
  const joined = ghosts.map((ghost) => [ghost, document.getElementById(ghost.querySelector("a").hash.slice(1))]);
  const ends = joined.filter(([, to]) => to?.offsetParent).map(([ghost, to]) => [middle(ghost, box), middle(to, box)]);
  clear();
  map = document.createElement("div");
  map.className = "map";
  map.setAttribute("aria-hidden", "true"); // the list of changes says the same in words
  for (const [stop, place] of places) map.append(sign(stop, place, box));
  map.append(Object.assign(document.createElement("i"), { className: "view" }));
  document.body.append(map);
  sizes.observe(sheet); // again is as once
  if (ends.length) sheet.append((lines = linesFor(ends, box.height, getComputedStyle(sheet).direction)));
  follow();
}

function clear() {
  map?.remove();
  lines?.remove();
  map = lines = null;
}

const middle = (piece, box) => {
  const place = piece.getBoundingClientRect();
  return place.top + Math.min(place.height / 2, 24) - box.top;
};

function sign(stop, place, box) {
  const kind = ["added", "removed", "moved", "split", "merged"].find((each) => stop.classList.contains(each)) ?? "edited";
  const link = Object.assign(document.createElement("a"), { className: `at ${kind}`, href: `#${stop.id}`, tabIndex: -1 });
  link.style.insetBlockStart = `${(100 * (place.top - box.top)) / box.height}%`;
  return link;
}

function linesFor(ends, height, direction) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `joins ${direction}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("height", height);
  for (const [at, [from, to]] of ends.entries()) {
    const out = 14 + (at % 3) * 4;
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", `M2 ${from}H${out}V${to}H4m5 -4l-5 4l5 4`);
    svg.append(path);
  }
  return svg;
}

function follow() {
  const sheet = map && document.querySelector("#comparison .sheet");
  if (!sheet) return;
  const box = sheet.getBoundingClientRect();
  const share = (length) => `${100 * Math.min(1, Math.max(0, length / box.height))}%`;
  const view = map.querySelector(".view");
  view.style.insetBlockStart = share(-box.top);
  view.style.insetBlockEnd = share(box.bottom - innerHeight);
}

/** After the frame that shows what was asked for: nobody waits for the margins. */
let waiting = 0;
const soon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(draw, 100);
};
for (const name of ["comparison:drawn", "htmx:afterSettle", "htmx:historyRestore"]) document.addEventListener(name, soon);
// What is kept of a page to come back to is a copy, and a copy may not be placed by styles of its own.
document.addEventListener("htmx:beforeHistorySave", clear);
document.addEventListener("toggle", soon, true);
const sizes = new ResizeObserver(soon); // a long text grows as more of it is laid out
addEventListener("resize", soon);
addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
soon();
