/** Looking a reading over: from doubt to doubt by keys, and the place in the source beside whatever is looked at. */

let current = 0; // the number of the doubt that is at hand; after one is settled the next has its number

const all = () => [...document.querySelectorAll("form[data-doubt]")];
const still = matchMedia("(prefers-reduced-motion: reduce)");

function step(by) {
  const doubts = all();
  if (doubts.length) goTo(((current ? current - 1 + by : by > 0 ? 0 : -1) + doubts.length) % doubts.length);
}

function goTo(at) {
  const card = all()[at];
  show(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  const sign = document.querySelector(`.review a.doubt-sign[href="#${card.id}"]`);
  const piece = sign ?? document.getElementById(card.dataset.piece || "head");
  piece?.scrollIntoView({ block: "center", behavior: still.matches ? "instant" : "smooth" });
}

/** Marks a doubt as the one at hand, in the list and in its source. */
function show(card) {
  current = Number(card.dataset.doubt);
  for (const each of document.querySelectorAll(".here")) each.classList.remove("here");
  for (const each of document.querySelectorAll(`[data-doubt="${current}"]`)) each.classList.add("here");
  document.querySelector("[data-doubt-now]")?.replaceChildren(...choices(card));
  light(card.dataset.piece, document.querySelector(`[data-source] [data-doubt="${current}"]`));
}

/** What can be said of a doubt, for the bar: on a phone its card is far from its place in the text. */
function choices(card) {
  const words = Object.assign(document.createElement("p"), { textContent: card.querySelector(".doubt-text").textContent });
  const buttons = [...card.querySelectorAll(".choices button")].map((button) => {
    const copy = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: button.firstChild.textContent });
    copy.addEventListener("click", () => button.click());
    return copy;
  });
  return [words, ...buttons];
}

/** Marks in the source what a piece was read from, and brings `place` (else its first spot) into the pane's sight. */
function light(id, place) {
  for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
  if (!id) return;
  const spots = [...document.querySelectorAll(`[data-source] [data-of~="${CSS.escape(id)}"]`)];
  for (const each of [...spots, document.getElementById(id)]) each?.classList.add("lit");
  const target = place ?? spots[0];
  const pane = target?.closest("[data-source]");
  if (!pane || getComputedStyle(pane).overflowY !== "auto") return; // it does not scroll by itself
  const inside = target.getBoundingClientRect(), frame = pane.getBoundingClientRect();
  if (inside.top < frame.top || inside.bottom > frame.bottom) {
    pane.scrollBy({ top: inside.top - frame.top - frame.height / 3, behavior: still.matches ? "instant" : "smooth" });
  }
}

function press(card, selector) {
  card?.querySelector(selector)?.click();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !all().length) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const card = all()[current - 1];
  if (event.key === "n" || event.key === "j") step(1);
  else if (event.key === "p" || event.key === "k") step(-1);
  else if (event.key === "Enter" && !event.target.closest("a, button, summary")) press(card, "[data-right]");
  else if (event.key === "e") press(card, "[data-correct]");
  else if (/^[1-9]$/.test(event.key)) press(card, `[data-choice="${event.key}"]`);
  else return;
  event.preventDefault();
}

/** The page was drawn anew: the doubt that took the settled one's place is at hand. */
function prepare() {
  for (const each of document.querySelectorAll("[data-doubt-stepping]")) each.hidden = false;
  const doubts = all();
  if (current && doubts.length && !document.querySelector(".correction")) goTo(Math.min(current, doubts.length) - 1);
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-doubt-step]");
  if (button) step(Number(button.dataset.doubtStep));
});
for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const card = event.target.closest?.("form[data-doubt]");
    const piece = event.target.closest?.(".review .piece");
    if (card && kind === "focusin") show(card);
    else if (piece) light(piece.id);
    else if (kind === "mouseover") {
      const spot = event.target.closest?.("[data-source] [data-of]");
      if (spot) for (const id of spot.dataset.of.split(" ")) mark(id);
    }
  });
}
document.addEventListener("mouseout", (event) => {
  if (event.target.closest?.("[data-source] [data-of]")) for (const each of document.querySelectorAll(".pointed")) each.classList.remove("pointed");
});

function mark(id) {
  document.getElementById(id)?.classList.add("pointed");
}

document.addEventListener("htmx:afterSettle", prepare);
prepare();
