// What this browser keeps of the text, so that words written offline outlast a reload.
import { deleteDB } from "lib0/indexeddb";
import { IndexeddbPersistence } from "y-indexeddb";

/** @typedef {import("yjs").Doc} Doc */

const SOON = 2000; // milliseconds in which a browser opens its storage, or has none
const UNSENT = "unsent";

export class Shelf {
  /**
   * @param {IndexeddbPersistence} store
   * @param {string[]} unsent the blocks that held words not sent when the page was left
   */
  constructor(store, unsent) {
    this.store = store;
    this.unsent = unsent;
    this.marked = unsent.length;
  }

  /**
   * Bring what is kept into the document, and keep what happens to it; null where this browser keeps nothing,
   * as in a private window.
   * @param {string} name
   * @param {Doc} ydoc
   * @returns {Promise<Shelf | null>}
   */
  static async open(name, ydoc) {
    try {
      const store = new IndexeddbPersistence(name, ydoc);
      await soon(store.whenSynced);
      return new Shelf(store, JSON.parse((await soon(store.get(UNSENT))) ?? "[]"));
    } catch (error) {
      console.warn("This browser keeps nothing of the text.", error);
      return null;
    }
  }

  get ydoc() {
    return this.store.doc;
  }

  /** Remember which blocks hold words that are not sent. @param {Set<string>} names */
  mark(names) {
    if (names.size === this.marked) return;
    this.marked = names.size;
    this.store.set(UNSENT, JSON.stringify([...names])).catch((/** @type {unknown} */ error) => console.warn("Not kept in this browser.", error));
  }

  async forget() {
    await this.store.destroy();
    await deleteDB(this.store.name);
  }
}

/** @template T @param {Promise<T>} promised @returns {Promise<T>} */
const soon = (promised) => Promise.race([promised, new Promise((_, fail) => setTimeout(() => fail(new Error("no storage")), SOON))]);
