// The page's editor: everything put together, on the element that the page brings.
import * as Y from "yjs";
import { IndexeddbPersistence } from "y-indexeddb";
import { keymap } from "prosemirror-keymap";
import { NodeSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

import { Connection } from "./connection.js";
import { finding } from "./find.js";
import { findBar } from "./findbar.js";
import { italic, joinAfter, joinBefore, move, newNote, newParagraph, noteAt, openNote, relevel, retype } from "./keys.js";
import { labels } from "./labels.js";
import { compiled, openers } from "./openers.js";
import { People } from "./people.js";
import { announce, carets } from "./presence.js";
import { schema } from "./schema.js";
import { Session } from "./session.js";
import { talk } from "./talk.js";
import { Margin, threads } from "./threads.js";

/** @typedef {import("prosemirror-state").Command} Command */

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

const KEYS = {
  Enter: chain(openNote, newParagraph),
  Backspace: joinBefore,
  Delete: joinAfter,
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

/** @param {...Command} commands @returns {Command} */
function chain(...commands) {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));
}

/** @param {HTMLElement} place */
async function begin(place) {
  const { draft = "", user = "", language = "en", writing } = place.dataset;
  const phrases = JSON.parse(document.getElementById("openers")?.textContent ?? "{}");
  const ydoc = new Y.Doc();
  const stored = await kept(`rapporteur-${draft}-${user}`, ydoc);
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live/${draft}/`;
  const connection = new Connection(address, ydoc);
  await firstSync(connection, stored);

  /** @type {Session} */
  let session;
  const undoKeys = /** @type {Record<string, Command>} */ ({
    "Mod-z": () => (session.undo.undo(), true),
    "Mod-y": () => (session.undo.redo(), true),
    "Mod-Shift-z": () => (session.undo.redo(), true),
  });
  session = new Session(ydoc, [
    keymap({ ...KEYS, ...undoKeys, "Mod-f": () => bar.open(), "Mod-Alt-m": () => (discuss(), true) }),
    labels(language),
    finding(),
    threads(ydoc),
    openers(compiled(phrases)),
    carets(() => session, connection.awareness),
  ]);
  const mayWrite = () => writing === "yes" && connection.standing !== "closed";
  const view = new EditorView(place, {
    state: session.state,
    editable: mayWrite,
    dispatchTransaction(tr) {
      if (tr.docChanged) people.wrote();
      session.dispatch(tr);
    },
    attributes: { role: "textbox", "aria-multiline": "true", "aria-label": place.dataset.name ?? "", spellcheck: "true" },
    transformPasted: (slice) => slice,
    handleClickOn(_, __, node, at) {
      if (node.type !== schema.nodes.call) return false;
      const note = noteAt(session.state.doc, node.attrs.note);
      if (note === null) return false;
      session.dispatch(session.state.tr.setSelection(NodeSelection.create(session.state.doc, at)));
      return openNote(session.state, session.dispatch);
    },
  });
  const people = new People(element("people-here"), element("following"), session, view, connection.awareness);
  const margin = new Margin(element("live-threads"), session, view, language);
  const discuss = talk(margin, connection);
  const bar = findBar(/** @type {HTMLFormElement} */ (element("find")), session, view);
  session.onState = (state) => {
    view.updateState(state);
    bar.show();
    margin.show();
    if (document.hasFocus()) announce(session, connection.awareness);
  };
  connection.awareness.on("change", () => {
    if (!view.composing) view.updateState(session.state);
    people.show();
  });
  connection.onStanding = (standing, reason) => {
    showStanding(standing, reason);
    if (standing === "closed") view.setProps({ editable: () => false });
  };
  connection.tell();
  connection.awareness.setLocalStateField("caret", null);
  wireButtons(session, view, { discuss, threads: () => margin.toggle(), find: bar.open, keys: () => /** @type {HTMLDialogElement} */ (element("keys")).showModal() });
  addEventListener("beforeunload", (event) => {
    if (connection.standing === "saving" || (connection.standing === "offline" && !stored)) event.preventDefault();
  });
  place.dataset.ready = "yes";
  Object.assign(window, { rapporteur: { session, connection, view, ydoc } });
}

/**
 * What this browser kept of the text, so that words written offline outlast a reload; false where it cannot.
 * @param {string} name
 * @param {Y.Doc} ydoc
 */
async function kept(name, ydoc) {
  try {
    const store = new IndexeddbPersistence(name, ydoc);
    await Promise.race([store.whenSynced, new Promise((_, fail) => setTimeout(fail, 2000))]);
    return true;
  } catch {
    return false; // a private window may have no storage: the page then says that a reload would lose words
  }
}

/**
 * Wait for the server's text, or for what this browser kept where the server cannot be reached.
 * @param {Connection} connection
 * @param {boolean} stored
 */
function firstSync(connection, stored) {
  return new Promise((done) => {
    const look = () => {
      if (connection.synced || connection.closed || (stored && connection.standing === "offline")) {
        clearInterval(timer);
        done(undefined);
      }
      showStanding(connection.standing, connection.closed);
    };
    const timer = setInterval(look, 20);
    look();
  });
}

/** @param {string} standing @param {string} reason */
function showStanding(standing, reason) {
  const shown = document.getElementById("standing");
  if (!shown || shown.dataset.standing === standing) return;
  shown.dataset.standing = standing;
  const words = shown.dataset[`words${standing[0].toUpperCase()}${standing.slice(1)}`] ?? standing;
  shown.textContent = standing === "closed" ? reason : words;
}

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Session} session @param {EditorView} view @param {Record<string, () => unknown>} openers what takes the focus */
function wireButtons(session, view, openers) {
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

for (const place of document.querySelectorAll("[data-editor]")) begin(/** @type {HTMLElement} */ (place));
