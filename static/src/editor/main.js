// The page's editor: everything put together, on the element that the page brings.
import * as Y from "yjs";
import { deleteSelection } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import { NodeSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

import { Away } from "./away.js";
import { pull } from "./binding.js";
import { Connection } from "./connection.js";
import { Handle } from "./dragging.js";
import { finding } from "./find.js";
import { findBar } from "./findbar.js";
import { italic, joinAfter, joinBefore, move, newNote, newParagraph, noteAt, openNote, relevel, retype } from "./keys.js";
import { labels } from "./labels.js";
import { Notice } from "./notice.js";
import { compiled, openers } from "./openers.js";
import { pasting } from "./paste.js";
import { People } from "./people.js";
import { announce, carets, others } from "./presence.js";
import { schema } from "./schema.js";
import { Session } from "./session.js";
import { suggesting } from "./suggest.js";
import { talk } from "./talk.js";
import { Margin, threads } from "./threads.js";
import { bringIntoSight } from "./sight.js";
import { Shelf } from "./shelf.js";
import { roving } from "./toolbar.js";
import { Arrivals, Whereabouts, say } from "./voice.js";
import { Absence, Standing, tellLeftovers } from "./standing.js";

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

/** @param {...Command} commands @returns {Command} */
function chain(...commands) {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));
}

/** @param {HTMLElement} place */
async function begin(place) {
  const { draft = "", user = "", language = "en", writing } = place.dataset;
  const phrases = JSON.parse(document.getElementById("openers")?.textContent ?? "{}");
  const ydoc = new Y.Doc();
  // Who may not write gets the text from the server alone: words kept from when they could would be refused.
  const shelf = await Shelf.open(`rapporteur-${draft}-${user}`, writing === "yes" ? ydoc : new Y.Doc());
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live/${draft}/`;
  const connection = new Connection(address, ydoc);
  const away = new Away(ydoc, connection, shelf?.store);
  const standing = new Standing(element("standing"), say, !shelf && writing === "yes");
  const left = writing === "yes" && shelf?.unsent.length ? pull(ydoc) : null;
  if (left) for (const name of shelf?.unsent ?? []) away.own.add(name);
  await firstSync(connection, standing, Boolean(shelf));

  /** @type {Session} */
  let session;
  const undoKeys = /** @type {Record<string, Command>} */ ({
    "Mod-z": () => (session.undo.undo(), true),
    "Mod-y": () => (session.undo.redo(), true),
    "Mod-Shift-z": () => (session.undo.redo(), true),
  });
  /** @type {import("./completing.js").Phrases | null} */
  let suggested = null;
  void phrasesOf(place.dataset.phrases).then((told) => (suggested = told));
  session = new Session(ydoc, [
    suggesting(() => suggested),
    keymap({ ...KEYS, ...undoKeys, "Mod-f": () => bar.open(), "Mod-Alt-m": () => (discuss(), true) }),
    pasting(() => session, place.dataset.paste ?? "", say, (line, quotes) => notice.tell([[line]], quotes)),
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
    handleDOMEvents: { keydown: (view) => settle(view) },
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
  const handle = new Handle(view, mayWrite);
  const bar = findBar(/** @type {HTMLFormElement} */ (element("find")), session, view);
  const [whereabouts, arrivals] = [new Whereabouts(), new Arrivals()];
  session.onState = (state) => {
    view.updateState(state);
    whereabouts.show(view);
    bar.show();
    margin.show();
    handle.show();
    if (document.hasFocus()) announce(session, connection.awareness);
  };
  connection.onNews = () => settle(view);
  connection.awareness.on("change", (/** @type {Record<string, number[]>} */ { added, updated, removed }) => {
    if ([...added, ...updated, ...removed].every((client) => client === ydoc.clientID)) return;
    if (!view.composing) view.updateState(session.state);
    people.show();
    if (connection.standing === "saved" || connection.standing === "saving") arrivals.note(() => others(connection.awareness).map(({ who }) => who));
  });
  const goTo = (/** @type {string} */ name) => {
    session.enter(name);
    bringIntoSight(view, session.state.selection.head);
    view.focus();
  };
  const notice = new Notice(element("notice"), say, goTo);
  const absence = new Absence(away, notice, shelf, () => session.state.doc, language);
  absence.before = left;
  connection.onStanding = () => {
    standing.show(connection.standing, connection.closed);
    absence.look(connection);
    if (connection.closed) view.setProps({ editable: () => false });
  };
  connection.tell();
  if (shelf && writing !== "yes") tellLeftovers(absence, shelf);
  connection.awareness.setLocalStateField("caret", null);
  wireButtons(session, view, { discuss, threads: () => margin.toggle(), find: bar.open, keys: () => /** @type {HTMLDialogElement} */ (element("keys")).showModal() });
  roving(element("tools"));
  addEventListener("online", () => connection.hurry());
  addEventListener("offline", () => connection.lose());
  addEventListener("beforeunload", (event) => {
    const onlyHere = !shelf || ["saving", "unsaved"].includes(connection.standing);
    if (away.own.size && onlyHere) event.preventDefault();
  });
  place.dataset.ready = "yes";
  Object.assign(window, { rapporteur: { session, connection, view, ydoc } });
}

/**
 * The opening phrases to be offered; none where they cannot be had: one types them out.
 * @param {string | undefined} address
 */
async function phrasesOf(address) {
  const answer = address ? await fetch(address).catch(() => null) : null;
  return answer?.ok ? answer.json() : null;
}

/**
 * Wait for the server's text, or for what this browser kept where the server cannot be reached.
 * @param {Connection} connection
 * @param {Standing} standing
 * @param {boolean} stored
 */
function firstSync(connection, standing, stored) {
  return new Promise((done) => {
    const look = () => {
      if (connection.synced || connection.closed || (stored && connection.standing === "offline")) {
        clearInterval(timer);
        done(undefined);
      }
      standing.show(connection.standing, connection.closed);
    };
    const timer = setInterval(look, 20);
    look();
  });
}

/**
 * Take in what has happened on the page: a caret that moved there and not yet in the editor would be put back by
 * what others do, and keys would act where it was. Browsers tell of it only after a while.
 * @param {EditorView} view
 */
function settle(view) {
  if (!view.composing) /** @type {any} */ (view).domObserver.flush();
  return false;
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
