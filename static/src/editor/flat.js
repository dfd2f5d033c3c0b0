// A block's content as a row of units, one for each UTF-16 unit or call: the same offsets as a Y.Text and as
// ProseMirror count. Comparing and writing happen on these rows.
import * as Y from "yjs";

import { pieces } from "./shared.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {{sign: string, note: string, italic: boolean}} Unit one UTF-16 unit, or a call (sign empty) */

/**
 * @param {Node} block
 * @returns {Unit[]}
 */
export function unitsOfBlock(block) {
  /** @type {Unit[]} */
  const units = [];
  block.forEach((child) => {
    const italic = child.marks.some((mark) => mark.type.name === "italic");
    if (child.isText) units.push(...signs(child.text ?? "", italic));
    else units.push({ sign: "", note: child.attrs.note, italic });
  });
  return units;
}

/**
 * @param {Y.Text} text
 * @returns {Unit[]}
 */
export const unitsOfText = (text) => unitsOfPieces(pieces(text));

/**
 * @param {import("./shared.js").Piece[]} read
 * @returns {Unit[]}
 */
export function unitsOfPieces(read) {
  return read.flatMap((piece) => {
    const italic = Boolean(piece.attributes?.italic);
    if (typeof piece.insert === "string") return signs(piece.insert, italic);
    return [{ sign: "", note: String(piece.insert?.note ?? ""), italic }];
  });
}

/**
 * What must be replaced to make one row into another: `from` to `to` of the old, by `by`.
 * Italics alone are told apart, so that to set them never deletes a word.
 * @param {Unit[]} old
 * @param {Unit[]} now
 */
export function difference(old, now) {
  const same = (/** @type {Unit} */ a, /** @type {Unit} */ b) => a.sign === b.sign && a.note === b.note;
  let start = 0;
  while (start < old.length && start < now.length && same(old[start], now[start])) start++;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && same(old[old.length - 1 - end], now[now.length - 1 - end])) end++;
  // Never between the halves of a sign beyond U+FFFF.
  if (start && isHigh(old[start - 1] ?? now[start - 1])) start--;
  if (end && isLow(now[now.length - end])) end--;
  return { from: start, to: old.length - end, by: now.slice(start, now.length - end) };
}

/**
 * Make a text say what a row says, by as little as it takes.
 * @param {Y.Text} text
 * @param {Unit[]} old what it says now
 * @param {Unit[]} now
 */
export function write(text, old, now) {
  const { from, to, by } = difference(old, now);
  if (to > from) text.delete(from, to - from);
  let at = from;
  for (const run of runs(by)) {
    const attributes = run.italic ? { italic: true } : { italic: null };
    if (run.note) text.insertEmbed(at, { note: run.note }, run.italic ? { italic: true } : {});
    else text.insert(at, run.text, attributes);
    at += run.note ? 1 : run.text.length;
  }
  format(text, old.slice(0, from), now.slice(0, from), 0);
  format(text, old.slice(to), now.slice(at), at);
}

/**
 * Italics on units that stay.
 * @param {Y.Text} text
 * @param {Unit[]} old
 * @param {Unit[]} now
 * @param {number} start
 */
function format(text, old, now, start) {
  for (let at = 0; at < now.length; ) {
    if (old[at].italic === now[at].italic) {
      at++;
      continue;
    }
    let end = at;
    while (end < now.length && now[end].italic === now[at].italic && old[end].italic !== now[end].italic) end++;
    text.format(start + at, end - at, { italic: now[at].italic || null });
    at = end;
  }
}

/** @param {Unit[]} units */
export function runs(units) {
  /** @type {{text: string, note: string, italic: boolean}[]} */
  const found = [];
  for (const unit of units) {
    const last = found.at(-1);
    if (last && !last.note && !unit.note && last.italic === unit.italic) last.text += unit.sign;
    else found.push({ text: unit.sign, note: unit.note, italic: unit.italic });
  }
  return found;
}

/**
 * @param {string} text
 * @param {boolean} italic
 * @returns {Unit[]}
 */
const signs = (text, italic) => Array.from({ length: text.length }, (_, at) => ({ sign: text[at], note: "", italic }));

/** @param {Unit | undefined} unit */
const isHigh = (unit) => Boolean(unit?.sign) && /[\ud800-\udbff]/.test(unit?.sign ?? "");
/** @param {Unit | undefined} unit */
const isLow = (unit) => Boolean(unit?.sign) && /[\udc00-\udfff]/.test(unit?.sign ?? "");
