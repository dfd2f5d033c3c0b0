// Who a paragraph is after words were deleted across several: the one most of whose words are left.
//
//   [Invites them;          selected from the beginning of the first into the second, and deleted:
//   Requests ]him to go.    what is left is the second. The editor would call it the first, and what somebody
//                           else is writing in the first would stand in the middle of the second.
import { Plugin } from "prosemirror-state";

import { PULLED, children, unlike } from "./binding.js";
import { unitsOfBlock } from "./flat.js";
import { nameOf, schema } from "./schema.js";

/** @typedef {import("prosemirror-model").Node} Node */

export const heirs = () =>
  new Plugin({
    appendTransaction(transactions, before, state) {
      if (!transactions.some((tr) => tr.docChanged && !tr.getMeta(PULLED))) return null;
      const now = children(state.doc);
      const joint = jointOf(children(before.doc), now);
      if (!joint) return null;
      const { first, last, left } = joint;
      const [kept, inherited] = [alike(first, left, 1), alike(last, left, -1)];
      // A paragraph that is whole has been joined to, and stays who it is.
      if (kept === first.content.size || inherited <= kept) return null;
      const at = now.slice(0, now.indexOf(left)).reduce((size, block) => size + block.nodeSize, 0);
      const attrs = kept ? { ...first.attrs, key: last.attrs.key } : last.attrs;
      return state.tr.setNodeMarkup(at, null, attrs);
    },
  });

/**
 * A paragraph that stayed where those after it went: as it was, the last of those, and what stands there now.
 * @param {Node[]} old
 * @param {Node[]} now
 */
function jointOf(old, now) {
  const { start, oldEnd, nowEnd } = unlike(old, now, (one, other) => one === other);
  const there = new Map(now.slice(start, nowEnd).map((block) => [nameOf(block), block]));
  const gone = (/** @type {number} */ at) => at < oldEnd && old[at].type === schema.nodes.paragraph && !there.has(nameOf(old[at]));
  for (let at = start; at < oldEnd; at++) {
    const left = there.get(nameOf(old[at]));
    if (!left || left.type !== schema.nodes.paragraph || !gone(at + 1)) continue;
    let end = at + 1;
    while (gone(end + 1)) end++;
    return { first: old[at], last: old[end], left };
  }
  return null;
}

/**
 * How many units two blocks share at the beginning, or at the end.
 * @param {Node} one
 * @param {Node} other
 * @param {1 | -1} from
 */
function alike(one, other, from) {
  const [a, b] = [one, other].map(unitsOfBlock).map((units) => (from < 0 ? units.reverse() : units));
  let count = 0;
  while (count < a.length && count < b.length && a[count].sign === b[count].sign && a[count].note === b[count].note) count++;
  return count;
}
