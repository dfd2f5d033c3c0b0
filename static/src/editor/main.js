// The page's editor: everything put together, on the element that the page brings.
import { keymap } from "prosemirror-keymap";
import { NodeSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

import { compare } from "./anew.js";
import { keysOf, wireButtons } from "./deeds.js";
import { Handle } from "./dragging.js";
import { finding } from "./find.js";
import { findBar } from "./findbar.js";
import { noteAt, openNote } from "./keys.js";
import { labels } from "./labels.js";
import { Notice } from "./notice.js";
import { compiled, openers } from "./openers.js";
import { opened } from "./opening.js";
import { pasting } from "./paste.js";
import { People } from "./people.js";
import { announce, carets, others } from "./presence.js";
import { schema } from "./schema.js";
import { Session } from "./session.js";
import { bringIntoSight } from "./sight.js";
import { Absence, tellLeftovers } from "./standing.js";
import { suggesting } from "./suggest.js";
import { talk } from "./talk.js";
import { Margin, threads } from "./threads.js";
import { roving } from "./toolbar.js";
import { Arrivals, Whereabouts, say } from "./voice.js";

/** The text, and what stands around it. One thing, since each part speaks of others: keys open bars, notices go to places. */
class Desk {
  /**
   * @param {HTMLElement} place
   * @param {import("./opening.js").Opened} text
   */
  constructor(place, { ydoc, shelf, connection, away, standing, left }) {
    const { language = "en", writing } = place.dataset;
    this.place = place;
    this.language = language;
    this.writing = writing === "yes";
    this.ydoc = ydoc;
    this.shelf = shelf;
    this.connection = connection;
    this.away = away;
    this.standing = standing;
    this.session = new Session(ydoc, this.plugins());
    this.view = new EditorView(place, this.props());
    this.people = new People(element("people-here"), element("following"), this.session, this.view, connection.awareness);
    this.margin = new Margin(element("live-threads"), this.session, this.view, language);
    this.discuss = talk(this.margin, connection);
    this.handle = new Handle(this.view, this.mayWrite);
    this.bar = findBar(/** @type {HTMLFormElement} */ (element("find")), this.session, this.view);
    this.notice = new Notice(element("notice"), say, this.goTo);
    this.absence = new Absence(away, this.notice, shelf, () => this.session.state.doc, language);
    this.absence.before = left;
  }

  mayWrite = () => this.writing && this.connection.standing !== "closed";

  /** @param {string} name of a block, into which the caret goes */
  goTo = (name) => {
    this.session.enter(name);
    bringIntoSight(this.view, this.session.state.selection.head);
    this.view.focus();
  };

  plugins() {
    const { dataset } = this.place;
    const phrases = JSON.parse(document.getElementById("openers")?.textContent ?? "{}");
    /** @type {import("./completing.js").Phrases | null} */
    let suggested = null;
    void phrasesOf(dataset.phrases).then((told) => (suggested = told));
    const session = () => this.session;
    return [
      suggesting(() => suggested),
      keymap({ ...keysOf(session), "Mod-f": () => this.bar.open(), "Mod-Alt-m": () => (this.discuss(), true) }),
      pasting(session, dataset.paste ?? "", say, (line, quotes) => this.notice.tell([[line]], quotes)),
      labels(this.language),
      finding(),
      threads(this.ydoc),
      openers(compiled(phrases)),
      carets(session, this.connection.awareness),
    ];
  }

  /** @returns {import("prosemirror-view").DirectEditorProps} */
  props() {
    return {
      state: this.session.state,
      editable: this.mayWrite,
      dispatchTransaction: (tr) => {
        if (tr.docChanged) this.people.wrote();
        this.session.dispatch(tr);
      },
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": this.place.dataset.name ?? "", spellcheck: "true" },
      handleDOMEvents: { keydown: (view) => settle(view) },
      handleClickOn: (_, __, node, at) => this.openCall(node, at),
    };
  }

  /**
   * Go from where a note is called to its words.
   * @param {import("prosemirror-model").Node} node that was clicked on
   * @param {number} at
   */
  openCall(node, at) {
    const { session } = this;
    if (node.type !== schema.nodes.call || noteAt(session.state.doc, node.attrs.note) === null) return false;
    session.dispatch(session.state.tr.setSelection(NodeSelection.create(session.state.doc, at)));
    return openNote(session.state, session.dispatch);
  }

  /** From now on the page follows the text, the people in it, and the network. */
  follow() {
    const { connection, session, view } = this;
    const whereabouts = new Whereabouts();
    session.onState = (state) => {
      view.updateState(state);
      whereabouts.show(view);
      this.bar.show();
      this.margin.show();
      this.handle.show();
      if (document.hasFocus()) announce(session, connection.awareness);
    };
    this.followPeople();
    connection.onNews = () => settle(view);
    compare(this);
    connection.onStanding = () => {
      this.standing.show(connection.standing, connection.closed);
      this.absence.look(connection);
      if (connection.closed) view.setProps({ editable: () => false });
    };
    connection.tell();
    if (this.shelf && !this.writing) tellLeftovers(this.absence, this.shelf);
    connection.awareness.setLocalStateField("caret", null);
    addEventListener("online", () => connection.hurry());
    addEventListener("offline", () => connection.lose());
    addEventListener("beforeunload", (event) => {
      const onlyHere = !this.shelf || ["saving", "unsaved"].includes(connection.standing);
      if (this.away.own.size && onlyHere) event.preventDefault();
    });
  }

  followPeople() {
    const { awareness } = this.connection;
    const arrivals = new Arrivals();
    awareness.on("change", (/** @type {Record<string, number[]>} */ { added, updated, removed }) => {
      if ([...added, ...updated, ...removed].every((client) => client === this.ydoc.clientID)) return;
      if (!this.view.composing) this.view.updateState(this.session.state);
      this.people.show();
      const there = ["saved", "saving"].includes(this.connection.standing);
      if (there) arrivals.note(() => others(awareness).map(({ who }) => who));
    });
  }

  wire() {
    const keys = /** @type {HTMLDialogElement} */ (element("keys"));
    const taking = { discuss: this.discuss, threads: () => this.margin.toggle(), find: this.bar.open, keys: () => keys.showModal() };
    wireButtons(this.session, this.view, taking);
    roving(element("tools"));
  }
}

/** @param {HTMLElement} place */
async function begin(place) {
  const desk = new Desk(place, await opened(place, element("standing"), say));
  desk.follow();
  desk.wire();
  place.dataset.ready = "yes";
  const { session, connection, view, ydoc } = desk;
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

for (const place of document.querySelectorAll("[data-editor]")) begin(/** @type {HTMLElement} */ (place));
