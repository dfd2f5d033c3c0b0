// People in one document, each with a real editor state and a document of their own, who can be cut off.
import { TextSelection } from "prosemirror-state";
import * as Y from "yjs";

import "../../js/words.js";
import { Session } from "../editor/session.js";
import { addParagraph } from "../editor/shared.js";
import { children } from "../editor/binding.js";

/**
 * A document of these paragraphs, as an update.
 * @param {...(string | {kind?: string, level?: number, text: string})} paragraphs
 */
export function began(...paragraphs) {
  const ydoc = new Y.Doc();
  ydoc.clientID = 1;
  /** @type {string | null} */
  let last = null;
  paragraphs.forEach((each, at) => {
    const { kind = "operative", level = 1, text } = typeof each === "string" ? { text: each } : each;
    addParagraph(ydoc, `p${at + 1}`, { kind, level }, last, null).insert(0, text);
    last = /** @type {any} */ (ydoc.getMap("paragraphs").get(`p${at + 1}`)).get("position");
  });
  return Y.encodeStateAsUpdate(ydoc);
}

export class Person {
  /** @param {Uint8Array} update */
  constructor(update, id = 2) {
    this.ydoc = new Y.Doc();
    this.ydoc.clientID = id;
    Y.applyUpdate(this.ydoc, update);
    this.session = new Session(this.ydoc);
  }

  get blocks() {
    return children(this.session.state.doc);
  }

  /** What stands on the page, paragraph by paragraph. */
  get page() {
    return this.blocks.filter((block) => block.type.name === "paragraph").map((block) => block.textContent);
  }

  /**
   * The caret into a paragraph, after so many units.
   * @param {number} index among the paragraphs
   * @param {number} offset
   * @param {number} [to] end of a selection
   */
  put(index, offset, to = offset) {
    this.select(index, offset, index, to);
  }

  /**
   * A selection from one paragraph into another.
   * @param {number} index
   * @param {number} offset
   * @param {number} last
   * @param {number} to
   */
  select(index, offset, last, to) {
    const { tr } = this.session.state;
    this.session.dispatch(tr.setSelection(TextSelection.create(tr.doc, this.place(index, offset), this.place(last, to))));
  }

  /**
   * @param {number} index
   * @param {number} offset
   */
  place(index, offset) {
    const before = this.blocks.slice(0, index + 1).reduce((size, block) => size + block.nodeSize, 0);
    return before + 1 + Math.min(offset, this.blocks[index + 1].content.size);
  }

  /** @param {string} words */
  type(words) {
    for (const sign of words) this.session.dispatch(this.session.state.tr.insertText(sign));
  }

  /** @param {import("prosemirror-state").Command} command */
  press(command) {
    return command(this.session.state, this.session.dispatch);
  }
}

/** @param {Person[]} people */
export function meet(...people) {
  for (const one of people)
    for (const other of people)
      if (one !== other) Y.applyUpdate(other.ydoc, Y.encodeStateAsUpdate(one.ydoc, Y.encodeStateVector(other.ydoc)), "remote");
}

