// What was read of the shared document and has not changed since: a keystroke costs one paragraph, and not a
// thousand.
import { form, pieces } from "./shared.js";

/** @typedef {import("yjs").Text} Text */
/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {import("./shared.js").Piece} Piece */
/** @typedef {import("./shared.js").Shown} Shown */
/** @typedef {{pieces?: Piece[], form?: Shown | null, block?: Node, numbers?: string}} Known of one shared text or record */

export class Memory {
  /** @type {WeakMap<object, Known>} */
  #known = new WeakMap();

  /** As `pieces`, read once. @param {Text} text @returns {Piece[]} */
  pieces = (text) => (this.#of(text).pieces ??= pieces(text));

  /** As `form`, read once. @param {string} key @param {import("yjs").Map<any>} record */
  form = (key, record) => {
    const known = this.#of(record);
    return known.form === undefined ? (known.form = form(key, record)) : known.form;
  };

  /**
   * The block of a text: the same one as last time, unless its form or the numbers of its notes are others.
   * @param {Text} text
   * @param {import("prosemirror-model").Attrs} attrs
   * @param {string} numbers
   * @param {() => Node} make
   */
  block(text, attrs, numbers, make) {
    const known = this.#of(text);
    const { block } = known;
    const same = block && known.numbers === numbers && Object.keys(attrs).every((name) => block.attrs[name] === attrs[name]);
    if (same) return block;
    known.numbers = numbers;
    return (known.block = make());
  }

  /** Whatever a transaction has touched is read anew. @param {import("yjs").Transaction} transaction */
  forget({ changed }) {
    for (const type of changed.keys()) this.#known.delete(type);
  }

  /** @param {object} type @returns {Known} */
  #of(type) {
    const known = this.#known.get(type) ?? {};
    this.#known.set(type, known);
    return known;
  }
}
