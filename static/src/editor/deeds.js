// What a person does by a key or a button: the deeds by their names, the keys that do them, the buttons.
import { deleteSelection } from "prosemirror-commands";

import { italic, joinAfter, joinBefore, move, newNote, newParagraph, openNote, relevel, retype } from "./keys.js";

/** @typedef {import("prosemirror-state").Command} Command */
/** @typedef {import("prosemirror-view").EditorView} EditorView */
/** @typedef {import("./session.js").Session} Session */

/** @type {Record<string, Command>} */
const COMMANDS = {
  paragraph: newParagraph,
  preambular: retype("preambular"),
  operative: retype("operative"),
  heading: retype("heading"),
  deeper: relevel(1),
  higher: relevel(-1),
  up: move(-1),
  down: move(1),
  italic,
  note: newNote,
};

/** @type {Record<string, Command>} */
const KEYS = {
  Enter: chain(openNote, newParagraph),
  Backspace: chain(deleteSelection, joinBefore),
  Delete: chain(deleteSelection, joinAfter),
  Tab: COMMANDS.deeper,
  "Shift-Tab": COMMANDS.higher,
  "Alt-ArrowUp": COMMANDS.up,
  "Alt-ArrowDown": COMMANDS.down,
  "Mod-i": italic,
  "Mod-Alt-p": COMMANDS.preambular,
  "Mod-Alt-o": COMMANDS.operative,
  "Mod-Alt-h": COMMANDS.heading,
  "Mod-Alt-f": newNote,
};

/**
 * Every key that does something to the text.
 * @param {() => Session} session
 * @returns {Record<string, Command>}
 */
export const keysOf = (session) => ({
  ...KEYS,
  "Mod-z": () => (session().undo.undo(), true),
  "Mod-y": () => (session().undo.redo(), true),
  "Mod-Shift-z": () => (session().undo.redo(), true),
});

/** @param {Session} session @param {EditorView} view @param {Record<string, () => unknown>} openers what takes the focus */
export function wireButtons(session, view, openers) {
  for (const button of document.querySelectorAll("[data-command]")) {
    const name = /** @type {HTMLElement} */ (button).dataset.command ?? "";
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays in the text
    button.addEventListener("click", () => {
      if (openers[name]) return openers[name]();
      if (name === "undo") session.undo.undo();
      else if (name === "redo") session.undo.redo();
      else COMMANDS[name](session.state, session.dispatch, view);
      return view.focus();
    });
  }
}

/** @param {...Command} commands @returns {Command} */
function chain(...commands) {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));
}
