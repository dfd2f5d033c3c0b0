// Where one pasted, kept while the server reads: meanwhile one may go on writing elsewhere, and others may delete it.
import { TextSelection } from "prosemirror-state";

import { entered } from "./entering.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./session.js").Caret} Caret */
/** @typedef {import("prosemirror-state").Transaction} Transaction */

/**
 * What is selected, by the words it stands behind.
 * @param {Session} session
 * @returns {Caret}
 */
export function placeOf(session) {
  const { $anchor, $head } = session.state.selection;
  const [anchor, head] = [session.relative($anchor), session.relative($head)];
  return { anchor: anchor.at, head: head.at, anchorName: anchor.name, headName: head.name };
}

/**
 * Enter what was pasted at its place; who went on elsewhere stays there.
 * @param {Session} session
 * @param {Caret} place
 * @param {import("./entering.js").Pasted} pasted
 * @returns {Transaction | null} null where the place is gone
 */
export function enteredAt(session, place, pasted) {
  const { state } = session;
  const anchor = session.absolute(state.doc, place.anchorName, place.anchor);
  const head = session.absolute(state.doc, place.headName, place.head);
  if (anchor === null || head === null) return null;
  const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)));
  const tr = entered(there, pasted);
  const own = state.selection;
  if (own.anchor === anchor && own.head === head) return tr;
  const now = [own.anchor, own.head].map((at) => moved(tr, at, there.selection.to));
  return tr.setSelection(TextSelection.between(tr.doc.resolve(now[0]), tr.doc.resolve(now[1])));
}

/**
 * Where a caret has come to by what was pasted.
 *
 *   Takes note^ gladly| of it;    pasted at ^ while one wrote on to |: what stands behind ^ gets a paragraph of its
 *                                 own behind those pasted, which to the editor is deleted here and new there.
 * @param {Transaction} tr
 * @param {number} at
 * @param {number} end of what the pasted words replaced
 */
function moved(tr, at, end) {
  const { deleted, pos } = tr.mapping.mapResult(at, -1);
  const tail = tr.selection.to + 2; // out of the last paragraph pasted and into the next
  return deleted && at > end ? tail + at - end : pos;
}
