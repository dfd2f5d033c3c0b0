// The bridge between the shared document and what the editor holds: one record a paragraph, flat.
//
//   pull   shared → editor    the blocks that should stand there, and the smallest steps from those that do
//   push   editor → shared    what a person did to blocks, as writes to those records alone
//
// No state of its own: what is written is the difference between two states of the editor.
import { Fragment } from "prosemirror-model";

import { runs, unitsOfBlock, unitsOfText, write } from "./flat.js";
import { nameOf, schema } from "./schema.js";
import { addNote, addParagraph, notes, records, shown, shownNotes, title } from "./shared.js";
import { between } from "./places.js";
import { rising } from "./rising.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {import("prosemirror-state").EditorState} EditorState */
/** @typedef {import("prosemirror-state").Transaction} Transaction */
/** @typedef {import("yjs").Doc} Doc */
/** @typedef {import("yjs").Text} Text */

export const PULLED = "pulled"; // the meta of a transaction that came from the shared document
export const EMPTY_KEY = "empty"; // of the paragraph shown where there is none: not a record until written in

/**
 * The shared document as blocks.
 * @param {Doc} ydoc
 * @returns {Node[]}
 */
export function blocks(ydoc) {
  const paragraphs = shown(ydoc);
  const foot = shownNotes(ydoc, paragraphs);
  const labels = new Map(foot.map((note) => [note.id, note.label]));
  const { nodes } = schema;
  const body = paragraphs.map(({ key, kind, level, label, text }) =>
    nodes.paragraph.create({ key, kind, level, label }, inline(text, labels)),
  );
  if (!body.length) body.push(nodes.paragraph.create({ key: EMPTY_KEY }));
  return [
    nodes.title.create(null, plain(title(ydoc))),
    ...body,
    ...foot.map(({ id, label, text }) => nodes.footnote.create({ key: id, label }, inline(text, labels, true))),
  ];
}

/**
 * @param {Doc} ydoc
 * @returns {Node}
 */
export const pull = (ydoc) => schema.nodes.doc.create(null, blocks(ydoc));

/**
 * The smallest change that brings the editor to the shared document; nothing where it is there already.
 * @param {EditorState} state
 * @param {Doc} ydoc
 * @returns {Transaction | null}
 */
export function pulled(state, ydoc) {
  const now = blocks(ydoc);
  const old = children(state.doc);
  let start = 0;
  while (start < old.length && start < now.length && old[start].eq(now[start])) start++;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end].eq(now[now.length - 1 - end])) end++;
  if (start === old.length && start === now.length) return null;
  const tr = state.tr.setMeta(PULLED, true).setMeta("addToHistory", false);
  replaceBlocks(tr, old.slice(start, old.length - end), now.slice(start, now.length - end), place(old, start));
  return tr;
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
 */
export function push(before, after, ydoc) {
  const old = new Map(children(before).map((block) => [nameOf(block), block]));
  const now = children(after);
  const names = new Set(now.map(nameOf));
  for (const [name, block] of old) if (!names.has(name)) bury(block, ydoc);
  pushForms(old, now, ydoc);
  pushOrder(children(before), now, ydoc);
  for (const block of now) pushWords(old.get(nameOf(block)), block, ydoc);
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
 * The words of a block in the form that tombstones have.
 * @param {Node} block
 */
function seen(block) {
  return runs(unitsOfBlock(block))
    .map((run) => (run.note ? `[^${run.note}]` : run.text))
    .join("");
}

/**
 * Kinds and levels; a block that is new gets its record where it stands.
 * @param {Map<string, Node>} old
 * @param {Node[]} now
 * @param {Doc} ydoc
 */
function pushForms(old, now, ydoc) {
  now.forEach((block, index) => {
    const { key, kind, level, label } = block.attrs;
    if (block.type.name === "footnote" && !notes(ydoc).has(key)) addNote(ydoc, key);
    if (block.type.name !== "paragraph") return;
    const record = records(ydoc).get(key);
    const was = old.get(nameOf(block));
    if (!record) {
      if (key !== EMPTY_KEY) addParagraph(ydoc, key, { kind, level, label }, ...around(now, index, ydoc));
      return;
    }
    if (!was) {
      // Cut and put back, here or elsewhere: it is the paragraph it was.
      if (record.get("gone") !== null) record.set("gone", null);
      record.set("position", between(...around(now, index, ydoc)));
    }
    if (was && was.attrs.kind !== kind) record.set("kind", kind);
    if (was && was.attrs.level !== level) record.set("level", level);
  });
}

/**
 * A paragraph that left its place among the others: one write, and its words stay where they are.
 * @param {Node[]} old
 * @param {Node[]} now
 * @param {Doc} ydoc
 */
function pushOrder(old, now, ydoc) {
  const places = new Map(old.map((block, index) => [nameOf(block), index]));
  const kept = now.filter((block) => block.type.name === "paragraph" && places.has(nameOf(block)));
  const stay = new Set(rising(kept.map((block) => /** @type {number} */ (places.get(nameOf(block))))).map((at) => kept[at]));
  for (const block of kept) {
    if (stay.has(block)) continue;
    const record = records(ydoc).get(block.attrs.key);
    record?.set("position", between(...around(now, now.indexOf(block), ydoc, stay)));
    stay.add(block);
  }
}

/**
 * The positions of the paragraphs before and after a place.
 * @param {Node[]} now
 * @param {number} index
 * @param {Doc} ydoc
 * @param {Set<Node>} [only] those whose position holds
 * @returns {[string | null, string | null]}
 */
function around(now, index, ydoc, only) {
  const position = (/** @type {Node} */ block) => {
    const holds = block.type.name === "paragraph" && (!only || only.has(block));
    return holds ? (records(ydoc).get(block.attrs.key)?.get("position") ?? null) : null;
  };
  let before = null;
  let after = null;
  for (let at = index - 1; at >= 0 && before === null; at--) before = position(now[at]);
  for (let at = index + 1; at < now.length && after === null; at++) after = position(now[at]);
  return [before, after];
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
 * @param {Text} text
 * @param {Map<string, string>} labels
 * @param {boolean} [withoutCalls]
 */
function inline(text, labels, withoutCalls = false) {
  const italic = [schema.marks.italic.create()];
  const found = runs(unitsOfText(text)).filter((run) => run.text || (run.note && !withoutCalls));
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
 * @param {Text} text
 */
function plain(text) {
  const words = runs(unitsOfText(text).filter((unit) => unit.sign)).map((run) => run.text).join("");
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
