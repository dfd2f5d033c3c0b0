/**
 * Keeps the focus when a part of the page is exchanged: on what was pressed, if it is there again; else on what was
 * opened by it; else on the part itself. Never on nothing, where the Tab key would begin at the top again.
 */

let before = null;

document.addEventListener("htmx:beforeSwap", () => {
  const at = document.activeElement;
  before = at && at !== document.body ? { selector: likeness(at), from: at } : null;
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!before || before.from.isConnected) return;
  const part = event.detail.elt?.isConnected ? event.detail.elt : document.getElementById("main");
  const { selector } = before;
  before = null;
  if (document.activeElement !== document.body) return;
  const next =
    part.querySelector("[autofocus], [aria-invalid=true]") ??
    part.querySelector(".correction :is(input:not([type=hidden]), textarea, select)") ??
    (selector ? [part, document].map((place) => place.querySelector(selector)).find(Boolean) : null) ??
    part;
  if (next === part) part.setAttribute("tabindex", "-1");
  next.focus({ preventScroll: next === part });
});

/** A selector for what stands in the same place after the exchange. */
function likeness(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  for (const name of ["href", "name", "data-step", "action"]) {
    const value = element.getAttribute(name);
    if (!value) continue;
    const choice = name === "name" && element.value ? `[value="${CSS.escape(element.value)}"]` : "";
    return `${element.localName}[${name}="${CSS.escape(value)}"]${element.localName === "button" ? choice : ""}`;
  }
  return "";
}

// Where an address names a place on the page, the browser goes there, as late as when all is loaded, and takes the
// focus from the field that is to be written in.
function focusWanted() {
  const wanted = document.querySelector("[autofocus]");
  if (location.hash && wanted instanceof HTMLElement && document.activeElement === document.body) wanted.focus();
}
focusWanted();
if (document.readyState !== "complete") addEventListener("load", () => requestAnimationFrame(focusWanted), { once: true });
