// The bar in which one says what to find. The browser's own finding is one key press further: in the bar the
// same keys are the browser's again.
import { TextSelection } from "prosemirror-state";

import { current, found, look, step } from "./find.js";
import { bringIntoSight } from "./sight.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("prosemirror-view").EditorView} EditorView */

/**
 * @param {HTMLFormElement} bar
 * @param {Session} session
 * @param {EditorView} view
 * @returns {{open: () => boolean, show: () => void}} `show` says how many places there are by now
 */
export function findBar(bar, session, view) {
  const words = /** @type {HTMLInputElement} */ (bar.elements.namedItem("words"));
  const count = /** @type {HTMLElement} */ (bar.querySelector("output"));

  const show = () => {
    if (!bar.hidden) count.textContent = counted(session);
  };
  /** @param {import("prosemirror-state").Transaction} tr */
  const go = (tr) => {
    session.dispatch(tr);
    const { places } = found(session.state);
    if (places.length) bringIntoSight(view, places[current(session.state)].from);
  };
  const open = () => {
    const { from, to } = session.state.selection;
    const chosen = session.state.doc.textBetween(from, to, "\n");
    if (chosen && !chosen.includes("\n")) words.value = chosen;
    bar.hidden = false;
    words.focus();
    words.select();
    go(look(session.state, words.value, from));
    return true;
  };
  const close = (/** @type {boolean} */ atPlace) => {
    const place = found(session.state).places[current(session.state)];
    bar.hidden = true;
    session.dispatch(look(session.state, "", 0));
    if (atPlace && place) {
      const { tr, doc } = session.state;
      session.dispatch(tr.setSelection(TextSelection.create(doc, place.from, place.to)));
    }
    view.focus();
  };

  words.addEventListener("input", () => go(look(session.state, words.value, session.state.selection.from)));
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close(false);
    else if (event.key === "Enter" && event.target === words) {
      if (event.ctrlKey || event.metaKey) close(true);
      else go(step(session.state, event.shiftKey ? -1 : 1));
    } else return;
    event.preventDefault();
  });
  bar.addEventListener("click", (event) => {
    const deed = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.find;
    if (deed === "close") close(false);
    else if (deed) go(step(session.state, deed === "next" ? 1 : -1));
  });
  return { open, show };
}

/** @param {Session} session */
function counted(session) {
  const { query, places } = found(session.state);
  if (!query) return "";
  if (!places.length) return gettext("Not in this text");
  return interpolate(gettext("%(number)s of %(count)s"), { number: current(session.state) + 1, count: places.length }, true);
}
