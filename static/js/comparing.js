/** A comparison beyond its links: counts that filter, changes copied as text, words for marks, and all keys. */

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
  for (const piece of text.querySelectorAll(":scope > :is([id], .fold), .fold > [id], .notes > *")) {
    const fits = !key || piece.matches(`[data-kinds~="${key}"]`) || piece.querySelector(`[data-kinds~="${key}"]`);
    piece.classList.toggle("passed", !fits);
    if (piece.matches(".fold")) uncover(piece, key && fits);
  }
  for (const link of document.querySelectorAll("#comparison .rail.left li > a")) {
    link.parentElement.hidden = Boolean(document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest(".passed"));
  }
  for (const chip of document.querySelectorAll("[data-filter]")) chip.setAttribute("aria-pressed", chip.dataset.filter === key);
  drawn();
}

const drawn = () => document.dispatchEvent(new Event("comparison:drawn"));

/** Opens a stretch for what the filter shows in it, and folds it again once that is over. */
function uncover(stretch, wanted) {
  if (wanted && !stretch.open) stretch.open = stretch.dataset.uncovered = true;
  else if (!wanted && stretch.dataset.uncovered) {
    stretch.open = false;
    delete stretch.dataset.uncovered;
  }
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
  const whole = [...change.querySelectorAll(":scope > p:not(.tag)")].filter((each) => each.offsetParent);
  const words = whole.map(wordsOf).join("\n");
  return `${[part(".kind"), part(".was")].filter(Boolean).join(", ")}: ${words}`.replace(/[ \t]+/g, " ");
}

function wordsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.matches?.(".mark-word")) return ""; // said aloud, and not the text's
  const inside = [...node.childNodes].map(wordsOf).join("") + (node.matches?.(".label") ? " " : "");
  if (!["INS", "DEL"].includes(node.nodeName)) return inside;
  const goesOn = (beside) => beside?.nodeName === node.nodeName; // one mark to its reader, cut by italics or a note's call
  const opening = `[${node.nodeName === "INS" ? gettext("inserted:") : gettext("deleted:")} `;
  return (goesOn(node.previousSibling) ? "" : opening) + inside + (goesOn(node.nextSibling) ? "" : "]");
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

const press = (chosen) => document.querySelector(`#comparison ${chosen}`)?.click();
const DEEDS = { c: copy, f: () => press("[data-fold]"), "?": showKeys, a: () => filter && choose({ dataset: { filter } }), w: toggleWords };

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

document.addEventListener("htmx:afterSettle", () => sheet() && prepare());
document.addEventListener("comparison:laid", () => (filter ? filterBy(filter) : drawn()));

function prepare() {
  for (const chip of document.querySelectorAll("#comparison [data-filter]")) {
    chip.setAttribute("role", "button");
    chip.setAttribute("aria-pressed", "false");
  }
  filter = document.querySelector(`#comparison [data-filter="${filter}"]`) ? filter : "";
  if (filter) filterBy(filter);
  if (localStorage.getItem("spoken-marks")) speakMarks(true);
}
if (sheet()) prepare();
