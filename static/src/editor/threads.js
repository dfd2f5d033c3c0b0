// The discussions beside the text: each card level with its words, which are lit. The server makes the cards
// (templates/discussion/thread.html); here they are kept in step with what people write and with what is said.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

import { grasped, standing } from "./holding.js";
import { labelled } from "./labels.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {import("prosemirror-view").EditorView} EditorView */
/** @typedef {import("yjs").Doc} Doc */
/** @typedef {import("./holding.js").Held} Held */
/** @typedef {import("./holding.js").Standing} Standing */
/** @typedef {{held: Map<string, Held>, here: string, at: Map<string, Standing>, lit: DecorationSet}} Threads by the card's id */

/** @type {PluginKey<Threads>} */
const key = new PluginKey("threads");
/** @type {Threads} */
const NONE = { held: new Map(), here: "", at: new Map(), lit: DecorationSet.empty };

/** @param {Doc} ydoc */
export const threads = (ydoc) =>
  new Plugin({
    key,
    state: {
      init: () => NONE,
      apply(tr, now, __, state) {
        const told = tr.getMeta(key);
        if (!told && !(tr.docChanged && now.held.size)) return now;
        return placed({ ...now, ...told }, state.doc, ydoc);
      },
    },
    props: { decorations: (state) => key.getState(state)?.lit },
  });

/**
 * @param {Threads} now
 * @param {Node} doc
 * @param {Doc} ydoc
 * @returns {Threads}
 */
function placed({ held, here }, doc, ydoc) {
  const paragraphs = byKey(doc);
  /** @type {Map<string, Standing>} */
  const at = new Map();
  /** @type {Decoration[]} */
  const shown = [];
  for (const [id, each] of held) {
    const stands = standing(each, paragraphs, ydoc);
    at.set(id, stands);
    const name = `discussed${id === here ? " discussed-here" : ""}`;
    if (stands.to > stands.from) shown.push(Decoration.inline(stands.from, stands.to, { class: name, "data-discussed": id }));
  }
  return { held, here, at, lit: DecorationSet.create(doc, shown) };
}

/** @param {Node} doc */
export function byKey(doc) {
  /** @type {Map<string, {block: Node, at: number}>} */
  const found = new Map();
  doc.forEach((block, at) => {
    if (block.type.name === "paragraph") found.set(block.attrs.key, { block, at });
  });
  return found;
}

/**
 * The cards and the words they are about.
 */
export class Margin {
  /**
   * @param {HTMLElement} place with the list of cards
   * @param {import("./session.js").Session} session
   * @param {EditorView} view
   * @param {string} language of the text, for labels
   */
  constructor(place, session, view, language) {
    this.place = place;
    this.session = session;
    this.view = view;
    this.language = language;
    /** @type {Node | null} */
    this.doc = null; // as it was when the cards were last put beside it
    place.addEventListener("focusin", (event) => this.light(cardOf(event.target)?.id ?? ""));
    place.addEventListener("click", (event) => {
      if (/** @type {HTMLElement} */ (event.target).closest("[data-go]")) this.goTo(cardOf(event.target));
    });
    view.dom.addEventListener("click", (event) => {
      const id = /** @type {HTMLElement} */ (event.target).closest("[data-discussed]")?.getAttribute("data-discussed");
      if (id) this.open(id);
    });
    addEventListener("resize", () => this.level());
    document.fonts?.ready.then(() => this.level());
    this.read();
  }

  get cards() {
    return /** @type {HTMLElement[]} */ ([...this.place.querySelectorAll("[data-thread]")]);
  }

  /** Take in the cards that are there: what they hold, and where it stands. */
  read() {
    const paragraphs = byKey(this.session.state.doc);
    const before = key.getState(this.session.state)?.held;
    const held = new Map(this.cards.map((card) => [card.id, before?.get(card.id) ?? grasped(heldBy(card), paragraphs, this.session.ydoc)]));
    this.session.dispatch(this.session.state.tr.setMeta(key, { held }));
    this.show(true);
  }

  /** Say of each card where its words are, and put it level with them. @param {boolean} [anyway] */
  show(anyway = false) {
    const { doc } = this.session.state;
    if (!anyway && doc === this.doc) return;
    this.doc = doc;
    const { cards } = this;
    const count = document.querySelector("[data-threads-count]");
    if (count) count.textContent = cards.length ? String(cards.length) : "";
    if (!cards.length) return;
    const names = namesOf(doc, this.language);
    for (const card of cards) {
      const stands = key.getState(this.session.state)?.at.get(card.id);
      if (!stands) continue;
      const name = stands.at === null ? "" : (names.get(stands.at) ?? "");
      /** @type {HTMLElement} */ (card.querySelector("[data-go]")).textContent = placeWords(name, stands.fate === "gone");
      for (const fate of ["gone", "changed"]) {
        /** @type {HTMLElement} */ (card.querySelector(`[data-fate-${fate}]`)).hidden = stands.fate !== fate;
        card.classList.toggle(fate, stands.fate === fate);
      }
    }
    cancelAnimationFrame(this.frame ?? 0);
    this.frame = requestAnimationFrame(() => this.level());
  }

  /** Each card beside its words, none over another; one below the other where there is no margin. */
  level() {
    const wide = matchMedia("(min-width: 64rem)").matches;
    const cards = /** @type {HTMLElement[]} */ ([...this.place.querySelectorAll("[data-thread], #discuss-live:not([hidden])")]);
    // All is measured before anything is moved: the page is laid out once, however many cards there are.
    const tops = cards.map((card) => card.getBoundingClientRect().top);
    const wanted = cards.map((card) => (wide ? this.topOf(card) : null));
    let before = 0; // the sum of margins as they are, above and at the card
    let now = 0; // the same as they shall be
    cards.forEach((card, at) => {
      before += parseFloat(card.style.marginTop) || 0;
      const margin = Math.max(0, Math.round((wanted[at] ?? 0) - (tops[at] - before + now)));
      now += wide ? margin : 0;
      card.style.marginTop = wide && margin ? `${margin}px` : "";
    });
  }

  /** Where the words of a card stand on the page. @param {HTMLElement} card */
  topOf(card) {
    const stands = key.getState(this.session.state)?.at.get(card.id);
    if (card.id === "discuss-live") return this.view.coordsAtPos(this.session.state.selection.from).top;
    if (!stands || stands.at === null) return null;
    return this.view.coordsAtPos(stands.to ? stands.from : stands.at + 1).top;
  }

  /** @param {string} id of the card whose words are lit more than the others */
  light(id) {
    if (id !== key.getState(this.session.state)?.here) this.session.dispatch(this.session.state.tr.setMeta(key, { here: id }));
  }

  /** Show or put away the list, where it is no margin. */
  toggle() {
    this.place.dataset.open = this.place.dataset.open === "yes" ? "no" : "yes";
  }

  /** From words to their card. @param {string} id */
  open(id) {
    this.place.dataset.open = "yes";
    const card = document.getElementById(id);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  }

  /** From a card to its words. @param {HTMLElement | null} card */
  goTo(card) {
    const stands = card && key.getState(this.session.state)?.at.get(card.id);
    if (!card || !stands || stands.at === null) return;
    this.light(card.id);
    this.place.dataset.open = "no";
    const top = this.view.coordsAtPos(stands.to ? stands.from : stands.at + 1).top;
    scrollBy({ top: top - innerHeight / 3 });
  }
}

/** @param {EventTarget | null} target */
const cardOf = (target) => /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (target).closest("[data-thread]"));

/** Where a card's words stand, or stood. @param {string} name @param {boolean} gone */
function placeWords(name, gone) {
  if (!name) return gettext("The text");
  return gone ? interpolate(gettext("beside %(name)s"), { name }, true) : name;
}

/** What a card says of its words. @param {HTMLElement} card @returns {Held} */
function heldBy({ dataset }) {
  const { key = "", quote = "", whole, from = "", to = "", start, end, fate, beside = "" } = dataset;
  return { key, quote, whole: whole === "yes", from, to, start: Number(start), end: Number(end), fate: /** @type {any} */ (fate), beside };
}

/** Names (OP 3) by where their paragraphs stand. @param {Node} doc @param {string} language */
function namesOf(doc, language) {
  const names = labelled(doc, language);
  /** @type {Map<number, string>} */
  const found = new Map();
  let next = 0;
  doc.forEach((block, at) => {
    if (block.type.name === "paragraph") found.set(at, names[next++].name);
  });
  return found;
}
