/**
 * How a comparison is laid out: in one text, side by side, changes only; what did not change folded or not. All of it is
 * on the page already, so that nothing is asked, and the paragraph one reads stays where it is on the screen.
 */

const sheet = () => document.querySelector("#comparison .sheet");
const folds = () => [...sheet().querySelectorAll(".fold")];

/** Which layout was chosen: its link or its button says so. */
function layOut(choice) {
  const { mode } = choice.dataset;
  keepingPlace(() => {
    const text = sheet();
    const was = text.dataset.mode;
    text.dataset.mode = mode;
    text.classList.replace(`mode-${was}`, `mode-${mode}`);
    text.closest(".desk").classList.toggle("broad", mode === "sides");
    if (mode === "changes" || was === "changes") fold(mode === "changes");
  });
  for (const each of choice.parentElement.children) {
    if (each === choice) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
  for (const carried of document.querySelectorAll("#comparison .tools [data-carries-mode]")) carried.value = mode;
  if (choice.href) history.replaceState(history.state, "", choice.search + location.hash);
  document.dispatchEvent(new Event("comparison:laid"));
}

/** Folds every stretch that did not change, or opens them all. */
function fold(away) {
  sheet().classList.toggle("folding", away || sheet().dataset.mode === "changes");
  for (const each of folds()) each.open = !away;
  showFolded();
}

function showFolded() {
  const button = document.querySelector("#comparison [data-fold]");
  button?.setAttribute("aria-pressed", String(!sheet().querySelector(".fold[open]")));
}

/* The place kept. */
function keepingPlace(change) {
  const place = placeRead();
  change();
  comeBack(place);
}

/** The first paragraph below the bar, and where on the screen; nothing while the sheet's head is still in view. */
function placeRead() {
  const edge = Math.max(0, document.querySelector(".bar").getBoundingClientRect().bottom);
  if (sheet().getBoundingClientRect().top >= edge) return null;
  for (const piece of sheet().querySelectorAll(":scope > [id], .fold[open] > [id], .folding > .fold")) {
    const place = piece.getBoundingClientRect();
    if (place.height && place.bottom > edge) return { piece, id: piece.id, top: place.top };
  }
  return null;
}

function comeBack(place) {
  const piece = place && (place.piece.isConnected ? place.piece : document.getElementById(place.id));
  const shown = piece?.closest(".fold:not([open])") ?? piece;
  if (shown) scrollBy({ top: shown.getBoundingClientRect().top - place.top, behavior: "instant" });
}

document.addEventListener("click", (event) => {
  if (!sheet() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const choice = event.target.closest("#comparison .switch > [data-mode]");
  if (choice) {
    event.preventDefault();
    layOut(choice);
  }
  if (event.target.closest("#comparison [data-fold]")) {
    keepingPlace(() => fold(folds().some((each) => each.open)));
    document.dispatchEvent(new Event("comparison:laid"));
  }
});

let waiting = 0;
document.addEventListener(
  "toggle",
  () => {
    cancelAnimationFrame(waiting); // every stretch tells, and one answer is enough
    waiting = requestAnimationFrame(() => sheet() && showFolded());
  },
  true,
);

/* Other versions are asked for, and the place is kept across the answer. */
let kept = null;

document.addEventListener("htmx:beforeSwap", (event) => {
  kept = event.detail.target?.id === "comparison" && sheet() ? placeRead() : null;
});
document.addEventListener("htmx:afterSettle", () => {
  if (sheet()) comeBack(kept);
  kept = null;
});

/* On paper stands all that was not folded by choosing "changes only". */
let opened = [];

addEventListener("beforeprint", () => {
  opened = sheet() && sheet().dataset.mode !== "changes" ? folds().filter((each) => !each.open) : [];
  for (const each of opened) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of opened) each.open = false;
});
