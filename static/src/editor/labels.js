// Labels that are computed and never typed: numbers of operative paragraphs, letters below them. As
// drafts/core/numbering.py has them.
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

import { schema } from "./schema.js";

/** @typedef {import("prosemirror-model").Node} Node */

const ONE_BRACKET = new Set(["fr", "es", "ru"]);
const ROMAN = /** @type {[number, string][]} */ ([
  [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
]);

/**
 * The label and the name (PP 3, OP 5 (b)) of each paragraph of a document, in order.
 * @param {Node} doc
 * @param {string} language
 * @returns {{label: string, name: string}[]}
 */
export function labelled(doc, language) {
  return parts(doc).flatMap((part) => labelPart(part, language));
}

/** Parts begin with their enacting words and number from 1 again. @param {Node} doc */
function parts(doc) {
  /** @type {Node[][]} */
  const found = [[]];
  doc.forEach((block) => {
    if (block.type !== schema.nodes.paragraph) return;
    const last = /** @type {Node[]} */ (found.at(-1));
    if (block.attrs.kind === "enacting" && last.some((each) => each.attrs.kind === "enacting")) found.push([block]);
    else last.push(block);
  });
  return found;
}

/** @param {Node[]} part @param {string} language */
function labelPart(part, language) {
  const single = part.filter((block) => block.attrs.kind === "operative" && block.attrs.level <= 1).length === 1;
  /** @type {Record<string, number>} */
  const first = { preambular: 0, operative: 0 };
  let below = [0, 0, 0];
  let above = "";
  return part.map((block) => {
    const { kind, level, label } = block.attrs;
    if (!(kind in first) || level < 1) return { label, name: kind === "enacting" ? "Enacting words" : "" };
    if (level === 1) {
      first[kind]++;
      below = [0, 0, 0];
      above = `${kind === "preambular" ? "PP" : "OP"} ${first[kind]}`;
      const bare = kind === "preambular" || single;
      return { label: bare ? "" : `${first[kind]}.`, name: above };
    }
    below = below.map((count, depth) => (depth < level - 2 ? count : depth === level - 2 ? count + 1 : 0));
    const own = labelOf(below[level - 2], level, language);
    const outer = below.slice(0, level - 1).map((count, depth) => `(${bareOf(count, depth + 2)})`);
    return { label: own, name: `${above} ${outer.join(" ")}` };
  });
}

/** @param {number} number @param {number} level */
const bareOf = (number, level) => (level === 3 ? roman(number) : letters(number));

/** @param {number} number @param {number} level @param {string} language */
function labelOf(number, level, language) {
  const bare = bareOf(number, level);
  if (level === 4) return `${bare}.`;
  return ONE_BRACKET.has(language) ? `${bare})` : `(${bare})`;
}

/** @param {number} number */
const letters = (number) =>
  number < 1 ? "" : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);

/** @param {number} number */
function roman(number) {
  let written = "";
  for (const [value, sign] of ROMAN) for (; number >= value; number -= value) written += sign;
  return written;
}

/** Shows labels and names beside the paragraphs. @param {string} language */
export const labels = (language) =>
  new Plugin({
    state: {
      init: (_, state) => decorations(state.doc, language),
      apply: (tr, shown, __, state) => (tr.docChanged ? decorations(state.doc, language) : shown),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });

/** @param {Node} doc @param {string} language */
function decorations(doc, language) {
  const found = labelled(doc, language);
  /** @type {Decoration[]} */
  const shown = [];
  let at = 0;
  doc.forEach((block, place) => {
    if (block.type !== schema.nodes.paragraph) return;
    const { label, name } = found[at++];
    shown.push(Decoration.node(place, place + block.nodeSize, { "data-label": label, "data-name": name }));
  });
  return DecorationSet.create(doc, shown);
}
