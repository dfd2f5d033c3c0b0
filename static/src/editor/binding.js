// The bridge between the shared document and what the editor holds: one record a paragraph, flat.
//
//   pull   shared → editor    the blocks that should stand there, and the smallest steps from those that do
//   push   editor → shared    what a person did to blocks, as writes to those records alone
//
// No state of its own: what is written is the difference between two states of the editor. One module, since each way
// must undo the other: a field that one of them forgets is taken back by the other.
import { Fragment } from "prosemirror-model";

import { runs, unitsOfBlock, unitsOfPieces, unitsOfText, write } from "./flat.js";
import { Memory } from "./memory.js";
import { nameOf, schema } from "./schema.js";
import { addNote, addParagraph, calls, notes, records, shown, shownNotes, title } from "./shared.js";
import { between } from "./places.js";
import { rising } from "./rising.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {import("prosemirror-state").EditorState} EditorState */
/** @typedef {import("prosemirror-state").Transaction} Transaction */
/** @typedef {import("yjs").Doc} Doc */
/** @typedef {import("yjs").Text} Text */
/** @typedef {import("./shared.js").Piece} Piece */

export const PULLED = "pulled"; // the meta of a transaction that came from the shared document
export const EMPTY_KEY = "empty"; // of the paragraph shown where there is none: not a record until written in

/**
 * The shared document as blocks.
 * @param {Doc} ydoc
 * @param {Memory} [memory] of the blocks made before
 * @returns {Node[]}
 */
export function blocks(ydoc, memory = new Memory()) {
  const paragraphs = shown(ydoc, memory);
  const foot = shownNotes(ydoc, paragraphs, memory.pieces);
  const labels = new Map(foot.map((note) => [note.id, note.label]));
  const { nodes } = schema;
  const body = paragraphs.map(({ key, kind, level, label, text }) => {
    const attrs = { key, kind, level, label };
    const read = memory.pieces(text);
    const numbers = calls(read).map((id) => labels.get(id) ?? "");
    return memory.block(text, attrs, numbers.join(), () => nodes.paragraph.create(attrs, inline(read, labels)));
  });
  if (!body.length) body.push(nodes.paragraph.create({ key: EMPTY_KEY }));
  return [
    nodes.title.create(null, plain(memory.pieces(title(ydoc)))),
    ...body,
    ...foot.map(({ id, label, text }) => {
      const attrs = { key: id, label };
      return memory.block(text, attrs, "", () => nodes.footnote.create(attrs, inline(memory.pieces(text), labels, true)));
    }),
  ];
}

/**
 * @param {Doc} ydoc
 * @param {Memory} [memory]
 * @returns {Node}
 */
export const pull = (ydoc, memory) => schema.nodes.doc.create(null, blocks(ydoc, memory));

/**
 * The smallest change that brings the editor to the shared document; nothing where it is there already.
 * @param {EditorState} state
 * @param {Doc} ydoc
 * @param {Memory} [memory]
 * @returns {Transaction | null}
 */
export function pulled(state, ydoc, memory) {
  const now = blocks(ydoc, memory);
  const old = children(state.doc);
  const { start, oldEnd, nowEnd } = unlike(old, now, (one, other) => one.eq(other));
  if (start === oldEnd && start === nowEnd) return null;
  const tr = state.tr.setMeta(PULLED, true).setMeta("addToHistory", false);
  replaceBlocks(tr, old.slice(start, oldEnd), now.slice(start, nowEnd), place(old, start));
  return tr;
}

/**
 * The stretch in which two rows of blocks are not the same: from `start` on, to an end in each.
 * @param {Node[]} old
 * @param {Node[]} now
 * @param {(one: Node, other: Node) => boolean} same
 */
export function unlike(old, now, same) {
  let start = 0;
  while (start < old.length && start < now.length && same(old[start], now[start])) start++;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > start && nowEnd > start && same(old[oldEnd - 1], now[nowEnd - 1])) {
    oldEnd--;
    nowEnd--;
  }
  return { start, oldEnd, nowEnd };
}

/**
 * Replace a stretch of blocks: those that stand on both sides in the same order are changed within.
 * @param {Transaction} tr
 * @param {Node[]} old
 * @param {Node[]} now
 * @param {number} at position of the first
 */
function replaceBlocks(tr, old, now, at) {
  const wanted = new Map(now.map((node, index) => [nameOf(node), index]));
  let next = 0; // of `now`, to be placed
  for (const block of old) {
    const target = wanted.get(nameOf(block));
    if (target === undefined || target < next) {
      tr.delete(at, at + block.nodeSize);
      continue;
    }
    for (; next < target; next++) at = insertBlock(tr, now[next], at);
    changeBlock(tr, block, now[next], at);
    at += now[next++].nodeSize;
  }
  for (; next < now.length; next++) at = insertBlock(tr, now[next], at);
}

/**
 * @param {Transaction} tr
 * @param {Node} node
 * @param {number} at
 */
function insertBlock(tr, node, at) {
  tr.insert(at, node);
  return at + node.nodeSize;
}

/**
 * @param {Transaction} tr
 * @param {Node} block as it stands at `at`
 * @param {Node} now
 * @param {number} at
 */
function changeBlock(tr, block, now, at) {
  const from = block.content.findDiffStart(now.content);
  if (from !== null) {
    const ends = /** @type {{a: number, b: number}} */ (block.content.findDiffEnd(now.content));
    const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
    const slice = now.slice(from, ends.b + overlap);
    tr.replace(at + 1 + from, at + 1 + ends.a + overlap, slice);
  }
  if (!block.sameMarkup(now)) tr.setNodeMarkup(at, null, now.attrs);
}

/**
 * Write what a person did, from one state of the editor to the next, to the shared document.
 * @param {Node} before
 * @param {Node} after each of whose blocks has a key of its own
 * @param {Doc} ydoc
 * @param {Node} [here] the block in which the person is
 */
export function push(before, after, ydoc, here) {
  const [all, now] = [children(before), children(after)];
  const { start, oldEnd, nowEnd } = unlike(all, now, (one, other) => one === other);
  const old = new Map(all.slice(start, oldEnd).map((block) => [nameOf(block), block]));
  const changed = now.slice(start, nowEnd);
  const names = new Set(changed.map(nameOf));
  for (const [name, block] of old) if (!names.has(name)) bury(block, ydoc);
  buryNotes([...old.values()], all, now, ydoc);
  pushForms(old, changed, ydoc);
  pushPlaces([...old.keys()], changed, now, ydoc, here);
  for (const block of changed) pushWords(old.get(nameOf(block)), block, ydoc);
}

/**
 * A paragraph deleted: its record stays, with the words its person saw go.
 * @param {Node} block
 * @param {Doc} ydoc
 */
function bury(block, ydoc) {
  const record = block.type.name === "paragraph" ? records(ydoc).get(block.attrs.key) : undefined;
  if (record) record.set("gone", seen(block));
}

/**
 * Notes that were called and are no more: with the last call, the words that its person saw go.
 * @param {Node[]} old blocks that were changed
 * @param {Node[]} all blocks as they were
 * @param {Node[]} now
 * @param {Doc} ydoc
 */
function buryNotes(old, all, now, ydoc) {
  const lost = old.flatMap(called);
  if (!lost.length) return;
  const left = new Set(now.flatMap(called));
  for (const block of all) {
    const { key } = block.attrs;
    if (block.type.name === "footnote" && lost.includes(key) && !left.has(key)) notes(ydoc).get(key)?.set("gone", seen(block));
  }
}

/** The notes that a block calls. @param {Node} block @returns {string[]} */
const called = (block) => unitsOfBlock(block).flatMap((unit) => unit.note || []);

/**
 * The words of a block in the form that tombstones have.
 * @param {Node} block
 */
function seen(block) {
  return runs(unitsOfBlock(block))
    .map((run) => (run.note ? `[^${run.note}]` : run.text))
    .join("");
}

/**
 * Kinds, levels and printed labels of paragraphs that were there; a new note gets its record.
 * @param {Map<string, Node>} old
 * @param {Node[]} changed
 * @param {Doc} ydoc
 */
function pushForms(old, changed, ydoc) {
  for (const block of changed) {
    const { key, kind, level, label } = block.attrs;
    if (block.type.name === "footnote" && !notes(ydoc).has(key)) addNote(ydoc, key);
    const was = block.type.name === "paragraph" ? old.get(nameOf(block)) : undefined;
    const record = was && records(ydoc).get(key);
    if (record && was.attrs.kind !== kind) record.set("kind", kind);
    if (record && was.attrs.level !== level) record.set("level", level);
    if (record && was.attrs.label !== label) record.set("label", label);
  }
}

/**
 * A place for every paragraph that is new or left its own among the others: one write, and its words stay
 * where they are. Most keep theirs.
 * @param {string[]} old names, in their order
 * @param {Node[]} changed
 * @param {Node[]} now all blocks
 * @param {Doc} ydoc
 * @param {Node} [here]
 */
function pushPlaces(old, changed, now, ydoc, here) {
  const places = new Map(old.map((name, index) => [name, index]));
  const paragraphs = changed.filter((block) => block.type.name === "paragraph" && block.attrs.key !== EMPTY_KEY);
  const kept = paragraphs.filter((block) => places.has(nameOf(block)));
  const stay = staying(kept, (block) => /** @type {number} */ (places.get(nameOf(block))), here);
  const unplaced = new Set(paragraphs.filter((block) => !stay.has(block)));
  for (const block of unplaced) {
    const { key, kind, level, label } = block.attrs;
    const [above, below] = around(now, now.indexOf(block), unplaced, ydoc);
    const record = records(ydoc).get(key);
    if (record) record.set("position", between(above, below));
    else addParagraph(ydoc, key, { kind, level, label }, above, below);
    // Cut and put back, here or elsewhere: it is the paragraph it was.
    if (record && !places.has(nameOf(block)) && record.get("gone") !== null) record.set("gone", null);
    unplaced.delete(block);
  }
}

/**
 * The paragraphs that kept their order. Of two that changed places it is the one with the caret that moved.
 * @param {Node[]} kept
 * @param {(block: Node) => number} placeOf where it stood
 * @param {Node} [here]
 */
function staying(kept, placeOf, here) {
  const most = rising(kept.map(placeOf));
  const others = kept.filter((block) => block !== here);
  const without = rising(others.map(placeOf));
  return new Set(without.length === most.length ? without.map((at) => others[at]) : most.map((at) => kept[at]));
}

/**
 * The positions of the paragraphs before and after a place.
 * @param {Node[]} now
 * @param {number} index
 * @param {Set<Node>} unplaced those whose position does not hold
 * @param {Doc} ydoc
 * @returns {[string | null, string | null]}
 */
function around(now, index, unplaced, ydoc) {
  const position = (/** @type {Node} */ block) => {
    const holds = block.type.name === "paragraph" && !unplaced.has(block);
    return holds ? (records(ydoc).get(block.attrs.key)?.get("position") ?? null) : null;
  };
  let above = null;
  let below = null;
  for (let at = index - 1; at >= 0 && above === null; at--) above = position(now[at]);
  for (let at = index + 1; at < now.length && below === null; at++) below = position(now[at]);
  return [above, below];
}

/**
 * @param {Node | undefined} was
 * @param {Node} block
 * @param {Doc} ydoc
 */
function pushWords(was, block, ydoc) {
  if (was && was.content.eq(block.content)) return;
  const text = textOf(block, ydoc);
  if (text) write(text, was ? unitsOfBlock(was) : unitsOfText(text), unitsOfBlock(block));
}

/**
 * @param {Node} block
 * @param {Doc} ydoc
 * @returns {Text | undefined}
 */
export function textOf(block, ydoc) {
  if (block.type.name === "title") return title(ydoc);
  const all = block.type.name === "footnote" ? notes(ydoc) : records(ydoc);
  return all.get(block.attrs.key)?.get("text");
}

/**
 * @param {Piece[]} read
 * @param {Map<string, string>} labels
 * @param {boolean} [withoutCalls]
 */
function inline(read, labels, withoutCalls = false) {
  const italic = [schema.marks.italic.create()];
  const found = runs(unitsOfPieces(read)).filter((run) => run.text || (run.note && !withoutCalls));
  return Fragment.fromArray(
    found.map((run) => {
      const marks = run.italic ? italic : [];
      if (!run.note) return schema.text(run.text, marks);
      return schema.nodes.call.create({ note: run.note, label: labels.get(run.note) ?? "" }, null, marks);
    }),
  );
}

/**
 * Words alone: a title has neither italics nor calls.
 * @param {Piece[]} read
 */
function plain(read) {
  const words = read.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
  return words ? schema.text(words) : null;
}

/**
 * @param {Node[]} old
 * @param {number} index
 */
const place = (old, index) => old.slice(0, index).reduce((at, block) => at + block.nodeSize, 0);

/**
 * @param {Node} doc
 * @returns {Node[]}
 */
export const children = (doc) => Array.from({ length: doc.childCount }, (_, at) => doc.child(at));
