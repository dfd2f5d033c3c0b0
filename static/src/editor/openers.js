// The opening phrase of a paragraph is set in italics by itself, as soon as it is followed by something.
import { Plugin } from "prosemirror-state";

import { PULLED } from "./binding.js";
import { schema } from "./schema.js";

/**
 * The length of the opening phrase with which a text begins, once something follows it; else 0.
 * @param {string} text
 * @param {RegExp | undefined} pattern
 */
export function opener(text, pattern) {
  const length = pattern?.exec(text)?.[0].length ?? 0;
  const capital = text[0] !== text[0]?.toLowerCase() || text[0] === text[0]?.toUpperCase();
  return capital && /^[\s,]/.test(text.slice(length)) ? length : 0;
}

/**
 * Patterns as the page brings them, by kind of paragraph; one that this browser cannot read is left out.
 * @param {Record<string, string>} sources
 * @returns {Record<string, RegExp>}
 */
export function compiled(sources) {
  /** @type {Record<string, RegExp>} */
  const found = {};
  for (const [kind, source] of Object.entries(sources)) {
    try {
      found[kind] = new RegExp(`^(?:${source})`, "i");
    } catch (error) {
      console.warn("The opening phrases of this language cannot be used here.", error);
    }
  }
  return found;
}

/** @param {Record<string, RegExp>} phrases */
export const openers = (phrases) =>
  new Plugin({
    appendTransaction(transactions, before, state) {
      if (!transactions.some((tr) => tr.docChanged && !tr.getMeta(PULLED))) return null;
      const { $from } = state.selection;
      const block = $from.depth ? $from.node(1) : null;
      if (!block || block.type !== schema.nodes.paragraph || block.attrs.level > 1) return null;
      const length = opener(block.textContent, phrases[block.attrs.kind]);
      const start = $from.before(1) + 1;
      if (!length || hasItalic(state.doc, start, start + length)) return null;
      const was = before.doc.resolve(Math.min(start, before.doc.content.size));
      const old = was.depth ? was.node(1) : null;
      // Only where the phrase has just come to be: what a person set upright stays so.
      if (old && old.attrs.key === block.attrs.key && opener(old.textContent, phrases[block.attrs.kind]) === length) return null;
      return state.tr.addMark(start, start + length, schema.marks.italic.create()).removeStoredMark(schema.marks.italic);
    },
  });

/**
 * @param {import("prosemirror-model").Node} doc
 * @param {number} from
 * @param {number} to
 */
const hasItalic = (doc, from, to) => doc.rangeHasMark(from, to, schema.marks.italic);
