// Paragraphs from elsewhere, put where the caret is: several become paragraphs of their own, one joins the words
// round it. Numbers are never text: they come from kind and level.
import { Fragment } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";

import { after } from "./keys.js";
import { schema } from "./schema.js";
import { DEEPEST, KINDS, freshKey } from "./shared.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {import("prosemirror-state").EditorState} EditorState */
/** @typedef {{text?: string, italic?: boolean, note?: string}} Run */
/** @typedef {{kind: string, level: number, label?: string, labelled: boolean, runs: Run[]}} Piece */
/** @typedef {{paragraphs: Piece[], notes: {id: string, runs: Run[]}[]}} Pasted */

/**
 * Enter paragraphs and notes instead of what is selected.
 * @param {EditorState} state whose selection begins in a paragraph
 * @param {Pasted} pasted
 */
export function entered(state, pasted) {
  const tr = state.tr.deleteSelection();
  const { $from } = tr.selection;
  const block = $from.node(1);
  const ids = new Map(pasted.notes.map((note) => [note.id, freshKey()]));
  const made = pieces(pasted.paragraphs, block).map((piece) => paragraph(piece, ids));
  if (!made.length) return tr;
  const alone = made.length === 1 && !pasted.paragraphs[0].labelled && block.content.size > 0;
  const end = alone ? putWithin(tr, made[0]) : putBeside(tr, made);
  const notes = pasted.notes.map(({ id, runs }) => schema.nodes.footnote.create({ key: ids.get(id) }, words(runs, new Map())));
  tr.insert(tr.doc.content.size, notes);
  return tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView();
}

/**
 * Where nothing that was pasted says what it is, it is like the paragraph of the caret.
 * @param {Piece[]} paragraphs
 * @param {Node} block
 */
function pieces(paragraphs, block) {
  const unknown = paragraphs.every((each) => each.kind === "text" && !each.labelled);
  const form = block.content.size ? after(block) : { kind: block.attrs.kind, level: block.attrs.level };
  return unknown ? paragraphs.map((each) => ({ ...each, ...form })) : paragraphs;
}

/** @param {Piece} piece @param {Map<string, string>} ids */
function paragraph({ kind, level, label = "", runs }, ids) {
  const form = { kind: KINDS.includes(kind) ? kind : "text", level: Math.min(Math.max(level, 0), DEEPEST), label };
  return schema.nodes.paragraph.create({ key: freshKey(), ...form }, words(runs, ids));
}

/** @param {Run[]} runs @param {Map<string, string>} ids of the notes, here */
function words(runs, ids) {
  return Fragment.fromArray(
    runs.flatMap(({ text, italic, note }) => {
      if (text) return [schema.text(text, italic ? [schema.marks.italic.create()] : [])];
      const id = ids.get(note ?? "");
      return id ? [schema.nodes.call.create({ note: id, label: "" })] : [];
    }),
  );
}

/** @param {import("prosemirror-state").Transaction} tr @param {Node} made */
function putWithin(tr, made) {
  const at = tr.selection.from;
  tr.insert(at, made.content);
  return at + made.content.size;
}

/**
 * Before, behind or in the midst of the paragraph; one that is empty becomes the first of them.
 * @param {import("prosemirror-state").Transaction} tr
 * @param {Node[]} made
 */
function putBeside(tr, made) {
  const { $from } = tr.selection;
  const block = $from.node(1);
  const [start, end] = [$from.before(1), $from.after(1)];
  const offset = $from.parentOffset;
  let at = end;
  let fresh = made;
  if (!block.content.size) {
    const { kind, level, label } = made[0].attrs;
    tr.setNodeMarkup(start, null, { ...block.attrs, kind, level, label });
    tr.insert(start + 1, made[0].content);
    at = end + made[0].content.size;
    fresh = made.slice(1);
  } else if (offset === 0) at = start;
  else if (offset < block.content.size) {
    const tail = schema.nodes.paragraph.create({ ...after(block), key: freshKey() }, block.content.cut(offset));
    tr.delete($from.pos, $from.end());
    at = $from.pos + 1;
    fresh = [...made, tail];
  }
  tr.insert(at, fresh);
  const own = fresh === made || fresh.length < made.length ? fresh : made;
  return at + own.reduce((size, node) => size + node.nodeSize, 0) - 1;
}

/**
 * A text as paragraphs, as far as its lines tell: for when the server that reads better cannot be reached.
 * @param {string} text
 * @returns {Pasted}
 */
export function plainly(text) {
  const lines = text.split(/[\r\n\u2028\u2029]+/).map((line) => line.replace(/\s+/g, " ").trim());
  return { paragraphs: lines.filter(Boolean).map(lineAsPiece), notes: [] };
}

const LABELS = /** @type {[RegExp, number][]} */ ([
  [/^\d{1,3}\.\s+/, 1],
  [/^\(?(?:[ivx]{2,5}|[ivx])\)\s+/, 3],
  [/^\(?[a-z]{1,2}\)\s+/, 2],
]);

/** @param {string} line @returns {Piece} */
function lineAsPiece(line) {
  for (const [label, level] of LABELS) {
    const rest = line.replace(label, "");
    if (rest !== line) return { kind: "operative", level, labelled: true, runs: [{ text: rest }] };
  }
  return { kind: "text", level: 1, labelled: false, runs: [{ text: line }] };
}
