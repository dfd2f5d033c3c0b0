// While the server does not answer: what one writes oneself, what others wrote meanwhile, and how that is told.
import * as Y from "yjs";

import { children } from "./binding.js";
import { labelled } from "./labels.js";
import { rising } from "./rising.js";
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
 * @param {Node} before
 * @param {Node} now
 * @param {string} language
 * @returns {Place[]}
 */
export function places(names, before, now, language) {
  const [then, today] = [named(before, language), named(now, language)];
  const wanted = new Set(names);
  const stayed = new Set(inOrder([...then.keys()], [...today.keys()]));
  /** @type {Place[]} */
  const found = [];
  for (const [name, { block, called }] of today) {
    const was = then.get(name)?.block;
    if (!wanted.has(name)) continue;
    if (!was) found.push({ name, called, what: "new" });
    else if (!was.eq(block)) found.push({ name, called, what: "" });
    else if (!stayed.has(name)) found.push({ name, called, what: "moved" });
  }
  for (const [name, { called }] of then) if (wanted.has(name) && !today.has(name)) found.push({ name, called, what: "deleted" });
  return found;
}

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
 * Those names that stand in both rows in the same order.
 * @param {string[]} old
 * @param {string[]} now
 */
function inOrder(old, now) {
  const places = new Map(old.map((name, at) => [name, at]));
  const common = now.filter((name) => places.has(name));
  return rising(common.map((name) => /** @type {number} */ (places.get(name)))).map((at) => common[at]);
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
  if (block.type === schema.nodes.title) return "the title";
  if (block.type === schema.nodes.footnote) return block.attrs.label ? `note ${block.attrs.label}` : "a note called nowhere";
  const words = block.textContent;
  return words ? `“${words.length > 24 ? `${words.slice(0, 24)}…` : words}”` : "an empty line";
}
