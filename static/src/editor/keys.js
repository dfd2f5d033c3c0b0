// What keys do. Every one of these leaves words in the record they were typed in, wherever it can.
import { toggleMark } from "prosemirror-commands";
import { Fragment, Slice } from "prosemirror-model";
import { NodeSelection, TextSelection } from "prosemirror-state";

import { schema } from "./schema.js";
import { DEEPEST, freshKey } from "./shared.js";

/** @typedef {import("prosemirror-state").Command} Command */
/** @typedef {import("prosemirror-state").EditorState} EditorState */
/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {{block: Node, at: number, index: number, offset: number}} Here the block of the caret */

/**
 * The block in which the caret stands, or the selection begins.
 * @param {EditorState} state
 * @returns {Here | null}
 */
export function here(state) {
  const { $from } = state.selection;
  if ($from.depth < 1) return null;
  return { block: $from.node(1), at: $from.before(1), index: $from.index(0), offset: $from.parentOffset };
}

/** Numbered kinds have levels. @param {Node} block */
const hasLevels = (block) => ["preambular", "operative"].includes(block.attrs.kind);
const isParagraph = (/** @type {Node | null | undefined} */ block) => block?.type === schema.nodes.paragraph;

/**
 * A new paragraph: what stands behind the caret goes into a record of its own; at the very beginning the new one
 * comes before, so that nobody's words part from the paragraph they are written in.
 * @type {Command}
 */
export const newParagraph = (state, dispatch) => {
  const found = here(state);
  if (!found) return false;
  const { block } = found;
  if (!isParagraph(block)) return stepOn(state, dispatch, found);
  if (!block.content.size && hasLevels(block) && block.attrs.level > 1) return relevel(-1)(state, dispatch);
  if (dispatch) {
    const tr = state.tr.deleteSelection();
    const $from = tr.selection.$from;
    if (!$from.parentOffset && $from.parent.content.size) {
      tr.insert($from.before(1), schema.nodes.paragraph.create({ ...forms(block), key: freshKey() }));
      return dispatch(tr.scrollIntoView()), true;
    }
    const tail = $from.parent.content.cut($from.parentOffset);
    const end = $from.end();
    tr.delete($from.pos, end);
    const next = schema.nodes.paragraph.create({ ...after(block), key: freshKey() }, tail);
    tr.insert($from.pos + 1, next);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.pos + 2)).scrollIntoView());
  }
  return true;
};

/** @param {Node} block */
const forms = ({ attrs: { kind, level } }) => ({ kind, level });

/**
 * What follows a paragraph: its like; after the enacting words and headings, a paragraph.
 * @param {Node} block
 */
export function after(block) {
  const { kind, level } = block.attrs;
  if (kind === "enacting") return { kind: "preambular", level: 1 };
  if (kind === "heading" || kind === "annex") return { kind: "operative", level: 1 };
  return { kind, level };
}

/**
 * Enter in the title goes to the text; in a note, back to where it is called.
 * @param {EditorState} state
 * @param {((tr: import("prosemirror-state").Transaction) => void) | undefined} dispatch
 * @param {Here} found
 */
function stepOn(state, dispatch, { block, at }) {
  let target = at + block.nodeSize + 1;
  if (block.type === schema.nodes.footnote) {
    state.doc.descendants((node, position) => {
      if (node.type === schema.nodes.call && node.attrs.note === block.attrs.key) target = position + 1;
    });
  }
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(target))).scrollIntoView());
  return true;
}

/** Backspace at the beginning joins the paragraph to the one before; nothing else does. @type {Command} */
export const joinBefore = (state, dispatch) => {
  const found = here(state);
  if (!found || !state.selection.empty || found.offset > 0) return false;
  const before = found.index > 0 ? state.doc.child(found.index - 1) : null;
  if (!isParagraph(found.block) || !isParagraph(before)) return true;
  return joined(state, dispatch, found.at - /** @type {Node} */ (before).nodeSize);
};

/** Delete at the end joins the next paragraph to this one. @type {Command} */
export const joinAfter = (state, dispatch) => {
  const found = here(state);
  if (!found || !state.selection.empty || found.offset < found.block.content.size) return false;
  const next = found.index + 1 < state.doc.childCount ? state.doc.child(found.index + 1) : null;
  if (!isParagraph(found.block) || !isParagraph(next)) return true;
  return joined(state, dispatch, found.at);
};

/**
 * @param {EditorState} state
 * @param {((tr: import("prosemirror-state").Transaction) => void) | undefined} dispatch
 * @param {number} at of the first of the two
 */
function joined(state, dispatch, at) {
  const first = /** @type {Node} */ (state.doc.nodeAt(at));
  const border = at + first.nodeSize;
  const second = /** @type {Node} */ (state.doc.nodeAt(border));
  if (dispatch && !first.content.size) dispatch(state.tr.delete(at, border).scrollIntoView());
  else if (dispatch) {
    const tr = state.tr.delete(border, border + second.nodeSize);
    const end = border - 1;
    const space = needsSpace(first, second) ? schema.text(" ") : null;
    const words = space ? Fragment.from(space).append(second.content) : second.content;
    tr.replace(end, end, new Slice(words, 0, 0));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end + (space ? 1 : 0))).scrollIntoView());
  }
  return true;
}

/**
 * @param {Node} first
 * @param {Node} second
 */
const needsSpace = (first, second) => /\S$/.test(first.textContent) && /^\S/.test(second.textContent);

/**
 * One level deeper or higher.
 * @param {1 | -1} by
 * @returns {Command}
 */
export const relevel = (by) => (state, dispatch) =>
  change(state, dispatch, (block) => {
    if (!hasLevels(block)) return null;
    const level = Math.min(Math.max(block.attrs.level + by, 1), DEEPEST);
    return level === block.attrs.level ? null : { level };
  });

/**
 * Make the paragraphs of another kind.
 * @param {string} kind
 * @returns {Command}
 */
export const retype = (kind) => (state, dispatch) =>
  change(state, dispatch, (block) => {
    if (block.attrs.kind === kind) return null;
    const numbered = kind === "preambular" || kind === "operative";
    return { kind, level: numbered ? Math.max(block.attrs.level, 1) : 0 };
  });

/**
 * Change the form of every paragraph that the selection touches. Always takes the key, so that Tab never
 * leaves the text.
 * @param {EditorState} state
 * @param {((tr: import("prosemirror-state").Transaction) => void) | undefined} dispatch
 * @param {(block: Node) => Record<string, unknown> | null} form
 */
function change(state, dispatch, form) {
  const tr = state.tr;
  state.doc.nodesBetween(state.selection.from, state.selection.to, (block, at) => {
    const changed = isParagraph(block) ? form(block) : null;
    if (changed) tr.setNodeMarkup(at, null, { ...block.attrs, ...changed });
    return false;
  });
  if (tr.docChanged) dispatch?.(tr.scrollIntoView());
  return true;
}

/**
 * Move the paragraph up or down among the paragraphs.
 * @param {1 | -1} by
 * @returns {Command}
 */
export const move = (by) => (state, dispatch) => {
  const found = here(state);
  const other = found ? state.doc.maybeChild(found.index + by) : null;
  if (!found || !isParagraph(found.block) || !isParagraph(other)) return true;
  dispatch?.(moved(state, found.at, by < 0 ? found.index - 1 : found.index + 1).scrollIntoView());
  return true;
};

/**
 * Put the paragraph at a position where the paragraph number `index` stands now; the caret goes along.
 * @param {EditorState} state
 * @param {number} at
 * @param {number} index
 */
export function moved(state, at, index) {
  const block = /** @type {Node} */ (state.doc.nodeAt(at));
  const offset = state.selection.$from.before(1) === at ? state.selection.$from.parentOffset : 0;
  const tr = state.tr.delete(at, at + block.nodeSize);
  let target = 0;
  for (let place = 0; place < index; place++) target += tr.doc.child(place).nodeSize;
  tr.insert(target, block);
  return tr.setSelection(TextSelection.create(tr.doc, target + 1 + offset));
}

/** A note called at the caret; one goes on writing in the note. @type {Command} */
export const newNote = (state, dispatch) => {
  const found = here(state);
  if (!found || !isParagraph(found.block)) return false;
  if (dispatch) {
    const id = freshKey();
    const tr = state.tr.replaceSelectionWith(schema.nodes.call.create({ note: id, label: "" }), false);
    let foot = tr.doc.content.size;
    tr.insert(foot, schema.nodes.footnote.create({ key: id, label: "" }));
    dispatch(tr.setMeta("goToNote", id));
  }
  return true;
};

/** From a call to its note. @type {Command} */
export const openNote = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type !== schema.nodes.call) return false;
  const at = noteAt(state.doc, selection.node.attrs.note);
  if (at === null) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView());
  return true;
};

/**
 * Where the words of a note begin in the editor.
 * @param {Node} doc
 * @param {string} id
 * @returns {number | null}
 */
export function noteAt(doc, id) {
  /** @type {number | null} */
  let found = null;
  doc.forEach((block, at) => {
    if (block.type === schema.nodes.footnote && block.attrs.key === id) found = at + 1;
  });
  return found;
}

export const italic = toggleMark(schema.marks.italic);
