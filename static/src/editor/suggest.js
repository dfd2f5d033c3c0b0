// Offers opening phrases below the line while one types one. Nothing is chosen until one goes into the list with
// the arrow keys: Enter and Tab mean what they always mean until then.
import { Plugin, PluginKey } from "prosemirror-state";

import { PULLED } from "./binding.js";
import { completions } from "./completing.js";
import { schema } from "./schema.js";

/** @typedef {import("prosemirror-state").EditorState} EditorState */
/** @typedef {import("prosemirror-view").EditorView} EditorView */
/** @typedef {import("./completing.js").Phrases} Phrases */
/** @typedef {{items: string[], chosen: number, dismissed: string}} Offer `chosen` is -1 until one goes into the list;
 *   `dismissed` is the key of a paragraph in which nothing is offered any more */

/** @type {PluginKey<Offer>} */
const key = new PluginKey("suggest");
/** @type {Offer} */
const NOTHING = { items: [], chosen: -1, dismissed: "" };
const GAP = 4; // pixels between the line and the list
const ID = "opener-suggestions";

/** @param {() => Phrases | null} phrases */
export const suggesting = (phrases) =>
  new Plugin({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, offer, __, state) {
        const told = tr.getMeta(key);
        if (told) return { ...offer, ...told };
        if (tr.getMeta(PULLED) && offer.items.length) return offer; // others write; what one types stays typed
        const written = tr.docChanged && !tr.getMeta(PULLED) && tr.getMeta("composition") === undefined;
        if (!written) return tr.selectionSet ? { ...NOTHING, dismissed: stillIn(state, offer.dismissed) } : offer;
        const dismissed = stillIn(state, offer.dismissed);
        return { items: dismissed ? [] : offered(state, phrases()), chosen: -1, dismissed };
      },
    },
    props: {
      attributes(state) {
        const { items, chosen } = now(state);
        /** @type {Record<string, string>} */
        const told = { "aria-autocomplete": "list" };
        if (items.length) told["aria-controls"] = ID;
        if (chosen >= 0) told["aria-activedescendant"] = `${ID}-${chosen}`;
        return told;
      },
      handleKeyDown(view, event) {
        const { items } = now(view.state);
        if (!items.length || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
        const handled = pressed(view, event);
        if (handled) event.preventDefault();
        return handled;
      },
      handleDOMEvents: { blur: (view) => (close(view), false) },
    },
    view: (view) => new List(view),
  });

/** @param {EditorState} state */
const now = (state) => key.getState(state) ?? NOTHING;

/** @param {EditorView} view */
const close = (view) => now(view.state).items.length && view.dispatch(view.state.tr.setMeta(key, { items: [], chosen: -1 }));

/** The key of the caret's paragraph if it is this one. @param {EditorState} state @param {string} paragraph */
const stillIn = (state, paragraph) => (state.selection.$from.node(1)?.attrs.key === paragraph ? paragraph : "");

/**
 * What may be offered where the caret stands behind all that is written in a paragraph of the first level.
 * @param {EditorState} state
 * @param {Phrases | null} phrases
 */
function offered(state, phrases) {
  const { $from, empty } = state.selection;
  const block = $from.depth ? $from.node(1) : null;
  if (!phrases || !empty || block?.type !== schema.nodes.paragraph || block.attrs.level > 1) return [];
  const { kind } = block.attrs;
  if ((kind !== "preambular" && kind !== "operative") || $from.parentOffset < block.content.size) return [];
  return completions(block.textContent, phrases[/** @type {"preambular"} */ (kind)], phrases);
}

/** @param {EditorView} view @param {KeyboardEvent} event */
function pressed(view, { key: name, shiftKey }) {
  const { items, chosen } = now(view.state);
  if (name === "Escape") {
    const dismissed = view.state.selection.$from.node(1).attrs.key;
    view.dispatch(view.state.tr.setMeta(key, { items: [], chosen: -1, dismissed }));
    return true;
  }
  if (shiftKey) return false;
  if (name === "ArrowDown" || (name === "ArrowUp" && chosen >= 0)) {
    const next = name === "ArrowDown" ? Math.min(chosen + 1, items.length - 1) : chosen - 1;
    view.dispatch(view.state.tr.setMeta(key, { chosen: next }));
    return true;
  }
  if ((name === "Enter" || name === "Tab") && chosen >= 0) return accept(view, items[chosen]);
  return false;
}

/** The phrase instead of what was typed of it, and a space. @param {EditorView} view @param {string} words */
function accept(view, words) {
  const { $from } = view.state.selection;
  const block = $from.node(1);
  const typed = block.textContent;
  // What is right already stays: words that others see grow and do not flicker.
  let same = 0;
  while (same < typed.length && typed[same] === words[same]) same++;
  if (block.content.size !== typed.length) return false; // a note is called within it
  const space = /[\p{Script=Han}]$/u.test(words) ? "" : " ";
  const start = $from.start();
  view.dispatch(view.state.tr.insertText(words.slice(same) + space, start + same, start + typed.length).scrollIntoView());
  close(view);
  return true;
}

/** The list on the page. */
class List {
  /** @param {EditorView} view */
  constructor(view) {
    this.box = document.createElement("div");
    this.box.className = "suggestions";
    this.box.hidden = true;
    this.list = document.createElement("ul");
    this.list.id = ID;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", gettext("Opening phrases"));
    this.told = document.createElement("p");
    this.told.className = "sr";
    this.told.setAttribute("role", "status");
    this.box.append(this.list);
    document.body.append(this.box, this.told);
    this.box.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the caret stays in the text
      const item = /** @type {HTMLElement} */ (event.target).closest("li");
      if (item) accept(view, item.textContent ?? "");
    });
    this.update(view);
  }

  /** @param {EditorView} view @param {EditorState} [before] */
  update(view, before) {
    const offer = now(view.state);
    if (before && offer === now(before)) return;
    const { items, chosen } = offer;
    this.box.hidden = !items.length;
    const words = ngettext("%(n)s opening phrase; arrow down to choose", "%(n)s opening phrases; arrow down to choose", items.length);
    this.told.textContent = items.length && chosen < 0 ? interpolate(words, { n: items.length }, true) : "";
    this.list.replaceChildren(...items.map((words, at) => option(words, at, at === chosen)));
    if (!items.length) return;
    this.list.lang = view.dom.closest("[lang]")?.getAttribute("lang") ?? "";
    const { left, right, top, bottom } = view.coordsAtPos(view.state.selection.$from.start());
    const mirrored = getComputedStyle(view.dom).direction === "rtl";
    this.box.dir = mirrored ? "rtl" : "ltr";
    const height = this.box.offsetHeight;
    const below = bottom + height + GAP <= innerHeight;
    this.box.style.top = `${scrollY + (below ? bottom + GAP : top - height - GAP)}px`;
    this.box.style.left = `${Math.max(4, (mirrored ? right - this.box.offsetWidth : left) + scrollX)}px`;
  }

  destroy() {
    this.box.remove();
    this.told.remove();
  }
}

/** @param {string} words @param {number} at @param {boolean} chosen */
function option(words, at, chosen) {
  const item = document.createElement("li");
  item.id = `${ID}-${at}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", String(chosen));
  item.textContent = words;
  return item;
}
