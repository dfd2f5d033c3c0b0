// One person's editor on a shared document, without a page: the state, what is done to it, and the way to and
// from the document. The page's view and the tests both stand on it.
import * as Y from "yjs";
import { EditorState, TextSelection } from "prosemirror-state";

import { PULLED, children, pull, pulled, push, textOf } from "./binding.js";
import { distinct } from "./distinct.js";
import { heirs } from "./heirs.js";
import { Memory } from "./memory.js";
import { nameOf, schema } from "./schema.js";
import { undoOf } from "./undo.js";

/** @typedef {import("prosemirror-state").Transaction} Transaction */
/** @typedef {import("prosemirror-model").Node} Node */
/** @typedef {{anchor: Y.RelativePosition | null, head: Y.RelativePosition | null, anchorName: string, headName: string}} Caret */

export class Session {
  /**
   * @param {Y.Doc} ydoc
   * @param {import("prosemirror-state").Plugin[]} [plugins]
   */
  constructor(ydoc, plugins = []) {
    this.ydoc = ydoc;
    this.origin = { session: this };
    this.undo = undoOf(ydoc, this.origin);
    this.memory = new Memory();
    this.state = EditorState.create({ doc: pull(ydoc, this.memory), plugins: [heirs(), distinct(), ...plugins] });
    /** @type {(state: EditorState) => void} */
    this.onState = () => {};
    /** @type {Caret | null} */
    this.caret = null;
    /** @type {Caret | null} */
    this.before = null; // where the caret was before what one is doing
    this.pushing = false;
    // Who undoes a deed finds the caret where it was done.
    this.undo.on("stack-item-added", ({ stackItem }) => this.pushing && stackItem.meta.set(this, this.before));
    this.undo.on("stack-item-popped", ({ stackItem, type }) => {
      const caret = stackItem.meta.get(this);
      const { undoStack, redoStack } = this.undo;
      (type === "undo" ? redoStack : undoStack).at(-1)?.meta.set(this, caret);
      this.go(caret);
    });
    ydoc.on("beforeTransaction", (transaction) => {
      if (transaction.origin !== this.origin || !this.pushing) this.caret = this.where();
    });
    ydoc.on("afterTransaction", (transaction) => {
      this.memory.forget(transaction);
      if (transaction.changed.size && !this.pushing) this.pull();
    });
  }

  /**
   * Take in what a person did.
   * @param {Transaction} tr
   */
  dispatch = (tr) => {
    const before = this.state.doc;
    if (tr.docChanged) this.before = this.where();
    this.state = this.state.apply(tr);
    if (tr.docChanged && !tr.getMeta(PULLED)) {
      this.pushing = true;
      try {
        this.ydoc.transact(() => push(before, this.state.doc, this.ydoc, this.block), this.origin);
      } finally {
        this.pushing = false;
      }
      this.caret = this.where();
      this.pull(tr.getMeta("goToNote"));
      return;
    }
    this.onState(this.state);
  };

  /**
   * Bring the editor to the document, the caret where it was among the words.
   * @param {string} [goToNote] a note into which the caret goes
   */
  pull(goToNote) {
    const tr = pulled(this.state, this.ydoc, this.memory);
    if (tr) {
      this.putCaret(tr);
      this.state = this.state.apply(tr);
    }
    if (goToNote) this.enter(`footnote:${goToNote}`);
    else this.onState(this.state);
  }

  /** @param {Caret | null} caret */
  go(caret) {
    this.caret = caret;
    const { tr } = this.state;
    this.putCaret(tr);
    if (tr.selectionSet) this.state = this.state.apply(tr.scrollIntoView());
    this.onState(this.state);
  }

  /** The block in which the caret stands. */
  get block() {
    const { $head } = this.state.selection;
    return $head.depth ? $head.node(1) : undefined;
  }

  /** Where anchor and head are, by the words they stand behind. @returns {Caret | null} */
  where() {
    const { selection } = this.state;
    if (!(selection instanceof TextSelection)) return null;
    const anchor = this.relative(selection.$anchor);
    const head = this.relative(selection.$head);
    return { anchor: anchor.at, head: head.at, anchorName: anchor.name, headName: head.name };
  }

  /** @param {import("prosemirror-model").ResolvedPos} position */
  relative(position) {
    const block = position.depth ? position.node(1) : null;
    const text = block ? textOf(block, this.ydoc) : undefined;
    const name = block ? nameOf(block) : "";
    return { name, at: text ? Y.createRelativePositionFromTypeIndex(text, position.parentOffset, -1) : null };
  }

  /** @param {Transaction} tr */
  putCaret(tr) {
    if (!this.caret) return;
    const anchor = this.absolute(tr.doc, this.caret.anchorName, this.caret.anchor);
    const head = this.absolute(tr.doc, this.caret.headName, this.caret.head);
    if (anchor !== null && head !== null) tr.setSelection(TextSelection.create(tr.doc, anchor, head));
  }

  /**
   * @param {Node} doc
   * @param {string} name
   * @param {Y.RelativePosition | null} relative
   * @returns {number | null}
   */
  absolute(doc, name, relative) {
    const found = relative && Y.createAbsolutePositionFromRelativePosition(relative, this.ydoc);
    let at = 0;
    for (const block of children(doc)) {
      if (nameOf(block) === name) {
        const index = found && found.type === textOf(block, this.ydoc) ? found.index : 0;
        return at + 1 + Math.min(index, block.content.size);
      }
      at += block.nodeSize;
    }
    return null;
  }

  /**
   * Put the caret into a block.
   * @param {string} name
   */
  enter(name) {
    const at = this.absolute(this.state.doc, name, null);
    if (at !== null) this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, at)));
    this.onState(this.state);
  }
}

export { schema };
