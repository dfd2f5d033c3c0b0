/** A comparison beyond its links: counts that filter, changes copied as text, all keys, and a place kept when the layout changes. */

const MODE_KEYS = ["1", "2", "3"];
const sheet = () => document.querySelector("#comparison .sheet");

/* What is told to those who do not see it. */
const told = Object.assign(document.createElement("p"), { className: "sr" });
told.setAttribute("role", "status");
document.body.append(told);
const say = (words) => (told.textContent = words);

/* Counts that filter. The filter stays on when the layout changes. */
let filter = "";

function filterBy(key) {
  filter = key;
  const text = sheet();
  if (!text) return;
  if (key) text.dataset.filtered = key;
  else delete text.dataset.filtered;
  for (const piece of text.querySelectorAll(":scope > [id], :scope > :is(.fold, .sides), .fold > :not(summary), .notes > *")) {
    const fits = !key || piece.matches(`[data-kinds~="${key}"]`) || piece.querySelector(`[data-kinds~="${key}"]`);
    piece.classList.toggle("passed", !fits);
    if (key && fits && piece.matches(".fold")) piece.open = true;
  }
  for (const link of document.querySelectorAll("#comparison .rail.left li > a")) {
    link.parentElement.hidden = Boolean(document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest(".passed"));
  }
  for (const chip of document.querySelectorAll("[data-filter]")) chip.setAttribute("aria-pressed", chip.dataset.filter === key);
  document.dispatchEvent(new Event("comparison:drawn"));
}

function choose(chip) {
  filterBy(chip.dataset.filter === filter ? "" : chip.dataset.filter);
  const shown = sheet().querySelectorAll(filter ? `[data-kinds~="${filter}"]` : "[data-stop]:not([data-stop=no])").length;
  say(interpolate(ngettext("%s change shown", "%s changes shown", shown), [shown]));
}

/* A change as text. */
function copy() {
  const change = document.querySelector(".here") ?? document.activeElement.closest?.(".change") ?? sheet()?.querySelector(".change");
  if (!change) return;
  const done = () => say(gettext("The change is copied"));
  const refused = () => say(gettext("The browser does not let this page copy. Select the text and copy it yourself."));
  if (!navigator.clipboard) refused();
  else navigator.clipboard.writeText(asText(change)).then(done, refused);
}

/** `edited, OP 5: Urges [deleted: all] [inserted: some] States`. */
function asText(change) {
  const part = (chosen) => change.querySelector(chosen)?.textContent.trim() ?? "";
  const whole = change.querySelectorAll(":scope > p:not(.tag), .sides > p");
  const words = [...whole].map((each) => wordsOf(each)).join("\n");
  return `${[part(".kind"), part(".was")].filter(Boolean).join(", ")}: ${words}`.replace(/[ \t]+/g, " ");
}

function wordsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  const inside = [...node.childNodes].map(wordsOf).join("") + (node.matches?.(".label") ? " " : "");
  if (node.nodeName === "INS") return `[${gettext("inserted:")} ${inside}]`;
  if (node.nodeName === "DEL") return `[${gettext("deleted:")} ${inside}]`;
  return inside;
}

/* Words for marks, for those who want them. */
function speakMarks(on) {
  localStorage.setItem("spoken-marks", on ? "yes" : "");
  for (const word of document.querySelectorAll(".mark-word")) word.remove();
  if (!on) return;
  for (const mark of sheet()?.querySelectorAll("ins, del") ?? []) {
    const opening = mark.nodeName === "INS" ? gettext("inserted:") : gettext("deleted:");
    mark.prepend(wordFor(`${opening} `));
    mark.append(wordFor(` ${gettext("end")} `));
  }
}

const wordFor = (textContent) => Object.assign(document.createElement("span"), { className: "mark-word sr", textContent });

/* All keys. */
function showKeys() {
  const rows = [
    ["n, p", gettext("next change, previous change")],
    [MODE_KEYS.join(", "), gettext("in one text, side by side, changes only")],
    ["f", gettext("fold or unfold unchanged paragraphs")],
    ["c", gettext("copy this change as text")],
    ["a", gettext("all changes again, after a filter")],
    ["w", gettext("words read aloud for insertions and deletions, on or off")],
    ["Escape", gettext("close")],
  ];
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: gettext("Keys") });
  const list = document.createElement("dl");
  for (const [key, words] of rows) {
    const name = document.createElement("dt");
    name.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    list.append(name, Object.assign(document.createElement("dd"), { textContent: words }));
  }
  const close = Object.assign(document.createElement("button"), { className: "button", textContent: gettext("Close") });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal(); // the browser gives the focus back when it closes
}

/** Folds what did not change; in one text and side by side the stretches are gathered here first. */
function fold() {
  if (!sheet()?.querySelector(".fold")) gather();
  const folds = [...(sheet()?.querySelectorAll(".fold") ?? [])];
  const open = folds.every((each) => !each.open);
  for (const each of folds) each.open = open;
}

function gather() {
  let stretch = [];
  for (const piece of [...(sheet()?.children ?? [])]) {
    if (piece.matches(".para, [id]:not(.change, .ghost, .notes, .title, .sponsors)")) stretch.push(piece);
    else stretch = foldAway(stretch);
  }
  foldAway(stretch);
}

function foldAway(stretch) {
  if (!stretch.length) return stretch;
  const details = Object.assign(document.createElement("details"), { className: "fold", open: true });
  const summary = document.createElement("summary");
  summary.lang = document.documentElement.lang;
  summary.dir = document.documentElement.dir;
  summary.textContent = interpolate(ngettext("%s unchanged paragraph", "%s unchanged paragraphs", stretch.length), [stretch.length]);
  stretch[0].before(details);
  details.append(summary, ...stretch);
  return [];
}

const DEEDS = { c: copy, f: fold, "?": showKeys, a: () => filter && choose({ dataset: { filter } }), w: toggleWords };

function toggleWords() {
  const on = !localStorage.getItem("spoken-marks");
  speakMarks(on);
  say(on ? gettext("Insertions and deletions have words") : gettext("Insertions and deletions have no words"));
}

document.addEventListener("keydown", (event) => {
  const chip = event.target.closest?.("[data-filter]");
  if (chip && event.key === " ") {
    event.preventDefault();
    chip.click();
  }
  if (event.key === "Escape") document.querySelector(".tag:is(:hover, :focus-within)")?.classList.add("told");
  if (event.ctrlKey || event.metaKey || event.altKey || !sheet()) return;
  if (event.target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
  const mode = MODE_KEYS.indexOf(event.key);
  if (mode >= 0) document.querySelectorAll("#comparison .switch > *")[mode]?.click();
  DEEDS[event.key]?.();
});
document.addEventListener("click", (event) => {
  const chip = event.target.closest("#comparison [data-filter]");
  if (chip) {
    event.preventDefault();
    choose(chip);
  }
  if (event.target.closest("[data-keys]")) showKeys();
  if (event.target.closest("[data-copy]")) copy();
});
for (const kind of ["pointerover", "focusin"])
  document.addEventListener(kind, (event) => {
    for (const tag of document.querySelectorAll(".tag.told")) if (!tag.contains(event.target)) tag.classList.remove("told");
  });

/* The place kept. */
let kept = null;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id !== "comparison" || !sheet()) return;
  const edge = document.querySelector(".bar").getBoundingClientRect().bottom;
  const pieces = [...sheet().querySelectorAll(":scope > [id], .fold[open] > [id]")];
  const first = sheet().getBoundingClientRect().top < edge ? pieces.find((each) => each.getBoundingClientRect().bottom > edge) : null;
  kept = { id: first?.id, top: first?.getBoundingClientRect().top, switched: document.activeElement?.closest(".switch") !== null };
});
document.addEventListener("htmx:afterSettle", () => {
  if (!sheet()) return;
  prepare();
  if (!kept) return;
  const piece = kept.id && document.getElementById(kept.id);
  const shown = piece?.closest(".fold:not([open])") ?? piece;
  if (shown) scrollBy({ top: shown.getBoundingClientRect().top - kept.top, behavior: "instant" });
  if (kept.switched) document.querySelector("#comparison .switch [aria-current]")?.focus({ preventScroll: true });
  kept = null;
});

function prepare() {
  for (const chip of document.querySelectorAll("#comparison [data-filter]")) chip.setAttribute("role", "button");
  filterBy(document.querySelector(`#comparison [data-filter="${filter}"]`) ? filter : "");
  if (localStorage.getItem("spoken-marks")) speakMarks(true);
}
if (sheet()) prepare();
