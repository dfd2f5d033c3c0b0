// Labels that are computed and never typed: numbers of operative paragraphs, letters below them. As
// drafts/core/numbering.py has them.
import { DOMSerializer } from "prosemirror-model";
import { Plugin } from "prosemirror-state";

import { schema } from "./schema.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {import("prosemirror-view").EditorView} EditorView */

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
    if (!(kind in first) || level < 1) return { label, name: kind === "enacting" ? gettext("Enacting words") : "" };
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

/**
 * Shows labels and names beside the paragraphs, as attributes of their elements. Decorations would do it too,
 * but for every paragraph the view looks at every decoration: at 1,000 of them, 3 ms a keystroke.
 * @param {string} language
 */
export function labels(language) {
  let anew = false; // whether there are elements without a label
  const paragraph = (/** @type {Node} */ node) => {
    anew = true;
    return paragraphView(node);
  };
  const show = (/** @type {EditorView} */ view) => {
    anew = false;
    const found = labelled(view.state.doc, language);
    Array.from(view.dom.querySelectorAll(":scope > .para"), (element, at) => {
      const { label, name } = found[at];
      if (element.getAttribute("data-label") !== label) element.setAttribute("data-label", label);
      if (element.getAttribute("data-name") !== name) element.setAttribute("data-name", name);
    });
  };
  return new Plugin({
    props: { nodeViews: { paragraph } },
    view: (first) => {
      show(first);
      return { update: (view, before) => (anew || !sameForms(before.doc, view.state.doc)) && show(view) };
    },
  });
}

/** A paragraph as the schema draws it, with attributes that are ours to write. @param {Node} node */
function paragraphView(node) {
  const draw = /** @type {(node: Node) => import("prosemirror-model").DOMOutputSpec} */ (schema.nodes.paragraph.spec.toDOM);
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, draw(node));
  const ignoreMutation = (/** @type {{type: string}} */ { type }) => type === "attributes";
  return { dom, contentDOM, ignoreMutation };
}

/**
 * Whether two documents differ in words alone, and so show the same labels.
 * @param {Node} before
 * @param {Node} after
 */
function sameForms(before, after) {
  if (before.childCount !== after.childCount) return false;
  for (let at = 0; at < after.childCount; at++) {
    const [one, other] = [before.child(at), after.child(at)];
    if (one !== other && !one.sameMarkup(other)) return false;
  }
  return true;
}
