// While the server does not answer: what one writes oneself, what others wrote meanwhile, and how that is told.
import * as Y from "yjs";

import { children } from "./binding.js";
import { labelled } from "./labels.js";
import { nameOf, schema } from "./schema.js";
import { notes, records, title } from "./shared.js";

/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {{name: string, called: string, what: "" | "new" | "deleted" | "moved"}} Place a block, as people call it */

/** Which blocks hold what the server has not kept yet, and which others have changed since it last had all. */
export class Away {
  /**
   * @param {Y.Doc} ydoc
   * @param {unknown} server the origin of what others wrote
   * @param {unknown} shelf the origin of what this browser had kept
   */
  constructor(ydoc, server, shelf) {
    this.own = new Set();
    this.others = new Set();
    ydoc.on("afterTransaction", (transaction) => {
      if (transaction.origin === shelf) return;
      for (const name of touched(transaction)) (transaction.origin === server ? this.others : this.own).add(name);
    });
  }

  clear() {
    this.own.clear();
    this.others.clear();
  }
}

/**
 * The names of the blocks that a transaction changed.
 * @param {Y.Transaction} transaction
 */
function touched({ changed, doc }) {
  const types = /** @type {[string, any][]} */ ([["paragraph", records(doc)], ["footnote", notes(doc)]]);
  /** @type {Set<string>} */
  const found = new Set();
  for (const [changedType, keys] of changed) {
    const type = /** @type {any} */ (changedType);
    if (type === title(doc)) found.add("title:title");
    const record = type instanceof Y.Text ? type.parent : type;
    for (const [name, map] of types) {
      if (type === map) for (const key of keys) found.add(`${name}:${key}`);
      else if (record?.parent === map) found.add(`${name}:${record._item.parentSub}`);
    }
  }
  return found;
}

/**
 * Blocks by what people call them and what became of them, in the order of the text, those that are gone at the
 * end. One that is as it was and where it was is left out.
 * @param {Iterable<string>} names
 * @param {Node | null} before null where it is not known any more
 * @param {Node} now
 * @param {string} language
 * @returns {Place[]}
 */
export function places(names, before, now, language) {
  const today = named(now, language);
  const then = before ? named(before, language) : new Map();
  const wanted = new Set(names);
  const [stood, stand] = [rank(then, today), rank(today, then)];
  /** @type {Place[]} */
  const found = [];
  for (const [name, { block, called }] of today) {
    if (!wanted.has(name)) continue;
    const was = then.get(name)?.block;
    if (before && !was) found.push({ name, called, what: "new" });
    else if (!was?.eq(block)) found.push({ name, called, what: "" });
    else if (stood.get(name) !== stand.get(name)) found.push({ name, called, what: "moved" });
  }
  for (const [name, { called }] of then) if (wanted.has(name) && !today.has(name)) found.push({ name, called, what: "deleted" });
  return found;
}

/**
 * Where each name of one row stands among those that are in another too.
 * @param {Map<string, unknown>} row
 * @param {Map<string, unknown>} other
 */
const rank = (row, other) => new Map([...row.keys()].filter((name) => other.has(name)).map((name, at) => [name, at]));

/**
 * What blocks are called and what they say.
 * @param {Iterable<string>} names
 * @param {Node} doc
 * @param {string} language
 */
export function wordsOf(names, doc, language) {
  const wanted = new Set(names);
  return [...named(doc, language)].flatMap(([name, { block, called }]) => (wanted.has(name) ? [{ called, words: block.textContent }] : []));
}

/**
 * Every block by its name, with what people call it.
 * @param {Node} doc
 * @param {string} language
 * @returns {Map<string, {block: Node, called: string}>}
 */
function named(doc, language) {
  const labels = labelled(doc, language);
  let at = 0;
  return new Map(
    children(doc).map((block) => {
      const label = block.type === schema.nodes.paragraph ? labels[at++].name : "";
      return [nameOf(block), { block, called: label || calledOtherwise(block) }];
    }),
  );
}

/** @param {Node} block */
function calledOtherwise(block) {
  if (block.type === schema.nodes.title) return gettext("the title");
  if (block.type === schema.nodes.footnote) return noteCalled(block.attrs.label);
  const words = block.textContent;
  if (!words) return gettext("an empty line");
  return interpolate(gettext("“%(words)s”"), { words: words.length > 24 ? `${words.slice(0, 24)}…` : words }, true);
}

/** @param {string} label */
const noteCalled = (label) => (label ? interpolate(gettext("note %(label)s"), { label }, true) : gettext("a note called nowhere"));
