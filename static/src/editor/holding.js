// Words that a discussion is about, held by the signs they begin and end with: they stay the same words while
// people write before, after and in them, and when the paragraph moves.
import * as Y from "yjs";

import { records } from "./shared.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {"kept" | "changed" | "gone"} Fate */
/** @typedef {{key: string, quote: string, whole: boolean, from: string, to: string, start: number, end: number, fate: Fate, beside: string}} Held
 *   `from` and `to` name the first and last sign as Yjs does (client:clock); without them `start` and `end` count the
 *   code points of the paragraph `beside` as the server found the words there */
/** @typedef {{from: number, to: number, fate: Fate, at: number | null}} Standing positions in the editor; `at` is the block's */

const FOUND_AGAIN = 12; // code points: fewer may stand anywhere by chance; as drafts/core/anchoring.py has it

/**
 * Where held words stand by now.
 * @param {Held} held
 * @param {Map<string, {block: Node, at: number}>} paragraphs by key
 * @param {Y.Doc} ydoc
 * @returns {Standing}
 */
export function standing(held, paragraphs, ydoc) {
  const home = paragraphs.get(held.key);
  if (held.whole && home) return { from: home.at + 1, to: home.at + 1, fate: "kept", at: home.at };
  const bounds = home && held.from ? boundsOf(held, ydoc) : null;
  if (home && bounds && bounds.end > bounds.start) {
    return stretch(home, bounds.start, Math.min(bounds.end, home.block.content.size), held.quote);
  }
  return (!held.whole && foundAgain(held.quote, paragraphs)) || gone(home ?? paragraphs.get(held.beside));
}

/**
 * @param {Held} held
 * @param {Y.Doc} ydoc
 */
function boundsOf(held, ydoc) {
  const text = records(ydoc).get(held.key)?.get("text");
  const [start, end] = [place(held.from, 0, text, ydoc), place(held.to, -1, text, ydoc)];
  return start === null || end === null ? null : { start, end };
}

/**
 * @param {string} sign
 * @param {number} assoc 0: before it, -1: behind it
 * @param {Y.Text} text in which it must stand
 * @param {Y.Doc} ydoc
 */
function place(sign, assoc, text, ydoc) {
  const [client, clock] = sign.split(":").map(Number);
  const relative = Y.createRelativePositionFromJSON({ item: { client, clock }, assoc });
  const found = Y.createAbsolutePositionFromRelativePosition(relative, ydoc);
  return found?.type === text ? found.index : null;
}

/**
 * @param {{block: Node, at: number}} home
 * @param {number} start
 * @param {number} end
 * @param {string} quote
 * @returns {Standing}
 */
function stretch({ block, at }, start, end, quote) {
  const fate = block.textBetween(start, end) === quote ? "kept" : "changed";
  return { from: at + 1 + start, to: at + 1 + end, fate, at };
}

/**
 * Words that went elsewhere, as those behind Enter do: where they stand exactly once.
 * @param {string} quote
 * @param {Map<string, {block: Node, at: number}>} paragraphs
 */
function foundAgain(quote, paragraphs) {
  if ([...quote].length < FOUND_AGAIN) return null;
  /** @type {Standing[]} */
  const places = [];
  for (const home of paragraphs.values()) {
    const at = home.block.textContent.indexOf(quote);
    if (at >= 0) places.push(stretch(home, offsetOf(home.block, at), offsetOf(home.block, at + quote.length, true), quote));
  }
  return places.length === 1 ? places[0] : null;
}

/** @param {{block: Node, at: number} | undefined} home @returns {Standing} */
const gone = (home) => ({ from: 0, to: 0, fate: "gone", at: home?.at ?? null });

/**
 * From units of a block's words to places in it: calls stand between words, and are none.
 * @param {Node} block
 * @param {number} units
 * @param {boolean} [end] of a stretch: a call that stands there is behind it
 */
export function offsetOf(block, units, end = false) {
  let left = units;
  let found = 0;
  block.forEach((child, offset) => {
    if (child.isText && (left > 0 || (!end && left === 0))) {
      const length = child.nodeSize;
      found = offset + Math.min(left, length);
      left = left >= length ? left - length : -1;
    }
  });
  return found;
}

/**
 * Words found by the server, as signs that hold them from now on; nothing where they are not there.
 * @param {Held} held
 * @param {Map<string, {block: Node, at: number}>} paragraphs
 * @param {Y.Doc} ydoc
 * @returns {Held}
 */
export function grasped(held, paragraphs, ydoc) {
  const home = paragraphs.get(held.beside);
  if (held.whole) return home ? { ...held, key: held.beside } : held;
  if (held.from || !home || held.fate === "gone") return held;
  const signs = [...home.block.textContent];
  const start = signs.slice(0, held.start).join("").length;
  const length = signs.slice(held.start, held.end).join("").length;
  const signsHeld = grasp(home.block, held.beside, offsetOf(home.block, start), offsetOf(home.block, start + length, true), ydoc);
  return { ...held, key: held.beside, ...signsHeld };
}

/**
 * The first and last sign of a stretch of a paragraph.
 * @param {Node} block
 * @param {string} key
 * @param {number} start
 * @param {number} end
 * @param {Y.Doc} ydoc
 * @returns {{from: string, to: string}}
 */
export function grasp(block, key, start, end, ydoc) {
  const text = records(ydoc).get(key)?.get("text");
  if (!(text instanceof Y.Text) || end <= start || end > block.content.size) return { from: "", to: "" };
  const [first, last] = [[start, 0], [end, -1]].map(([at, assoc]) => Y.createRelativePositionFromTypeIndex(text, at, assoc).item);
  return { from: first ? `${first.client}:${first.clock}` : "", to: last ? `${last.client}:${last.clock}` : "" };
}
