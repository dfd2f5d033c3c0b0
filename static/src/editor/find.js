// Finding words in the text: every place is lit, one of them is the one that was gone to. The caret stays.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

import { fold } from "./folding.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {import("prosemirror-state").EditorState} EditorState */
/** @typedef {import("prosemirror-state").Transaction} Transaction */
/** @typedef {{from: number, to: number}} Place */
/** @typedef {{query: string, places: Place[], at: number, lit: DecorationSet}} Found `at` is where one looks from */

const CALL = "\ufffc"; // stands for a call; Unicode's "object replacement"
const MOST_LIT = 1000; // places lit about the one gone to: nobody sees more, and a browser grows slow over them

/** @type {PluginKey<Found>} */
const key = new PluginKey("find");
/** @type {Found} */
const NOTHING = { query: "", places: [], at: 0, lit: DecorationSet.empty };

export const finding = () =>
  new Plugin({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, found, __, state) {
        const asked = tr.getMeta(key);
        if (asked) return lookedFor(state.doc, asked.query ?? found.query, asked.at ?? found.at);
        if (!tr.docChanged || !found.query) return found;
        return lookedFor(state.doc, found.query, tr.mapping.map(found.at));
      },
    },
    props: { decorations: (state) => found(state).lit },
  });

/** @param {EditorState} state @returns {Found} */
export const found = (state) => key.getState(state) ?? NOTHING;

/**
 * Look for words; the first place at or after `at` is gone to. No words: nothing is lit any more.
 * @param {EditorState} state
 * @param {string} query
 * @param {number} at
 */
export const look = (state, query, at) => state.tr.setMeta(key, { query, at });

/**
 * Go to the next place or the one before, round the ends.
 * @param {EditorState} state
 * @param {1 | -1} by
 */
export function step(state, by) {
  const { places } = found(state);
  const next = places[(current(state) + by + places.length) % places.length];
  return state.tr.setMeta(key, { at: next?.from ?? 0 });
}

/** Which of the places is gone to, from 0; -1 where there is none. @param {EditorState} state */
export function current(state) {
  const { places, at } = found(state);
  return places.length ? firstFrom(places, at) % places.length : -1;
}

/**
 * @param {Node} doc
 * @param {string} query
 * @param {number} at
 * @returns {Found}
 */
function lookedFor(doc, query, at) {
  const wanted = fold(query.trim()).text;
  if (!wanted) return NOTHING;
  /** @type {Place[]} */
  const places = [];
  doc.forEach((block, place) => {
    for (const { from, to } of placesIn(block, wanted)) places.push({ from: place + 1 + from, to: place + 1 + to });
  });
  return { query, places, at, lit: lit(doc, places, at) };
}

/**
 * @param {Node} doc
 * @param {Place[]} places
 * @param {number} at
 */
function lit(doc, places, at) {
  const here = firstFrom(places, at) % (places.length || 1);
  const first = Math.max(0, Math.min(here - MOST_LIT / 2, places.length - MOST_LIT));
  const shown = places.slice(first, first + MOST_LIT).map(({ from, to }, place) => {
    const name = first + place === here ? "found found-here" : "found";
    return Decoration.inline(from, to, { class: name });
  });
  return DecorationSet.create(doc, shown);
}

/**
 * @param {Place[]} places
 * @param {number} at
 */
function firstFrom(places, at) {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where words stand in a block, by offsets in it.
 * @param {Node} block
 * @param {string} wanted folded
 */
function placesIn(block, wanted) {
  const { text, at } = foldedBlock(block);
  const places = [];
  for (let place = text.indexOf(wanted); place >= 0; place = text.indexOf(wanted, place + wanted.length)) {
    const from = at[place];
    const last = at[place + wanted.length - 1] + 1;
    places.push({ from, to: Math.max(last, withMarks(block, last, at[place + wanted.length])) });
  }
  return places;
}

/**
 * The end of words whose last sign ends at `to`: with the accents set behind it, without a call.
 * @param {Node} block
 * @param {number} to
 * @param {number} next where the sign after them stands
 */
function withMarks(block, to, next) {
  if (next <= to) return to;
  const call = block.textBetween(to, next, "", CALL).indexOf(CALL);
  return call < 0 ? next : to + call;
}

/** @type {WeakMap<Node, {text: string, at: number[]}>} blocks that did not change are folded once */
const folded = new WeakMap();

/** @param {Node} block */
function foldedBlock(block) {
  let known = folded.get(block);
  if (!known) folded.set(block, (known = foldBlock(block)));
  return known;
}

/** Calls stand between words and are none. @param {Node} block */
function foldBlock(block) {
  let text = "";
  /** @type {number[]} */
  const at = [];
  block.forEach((child, offset) => {
    if (!child.isText) return;
    const part = fold(child.text ?? "", offset);
    text += part.text;
    at.push(...part.at.slice(0, -1));
  });
  at.push(block.content.size);
  return { text, at };
}
