// Undoing one's own deeds, and nothing of others: Yjs keeps the list.
import * as Y from "yjs";

import { notes, records, title, tombstone } from "./shared.js";

/** @typedef {import("yjs").Doc} Doc */

const FOLDING = "folding"; // an origin that is not followed: it belongs to the undoing, and is no deed
const PAUSE = 700; // milliseconds of not typing that end what one undo takes back
export const DEEPEST = 500; // deeds that can be undone: what they deleted is kept whole for that
const OFTEN = 100; // deeds after which what nobody can undo any more is let go

/**
 * A manager for what `origin` does. To undo the making of a paragraph takes back one's own words in it; the
 * record stays, and is shown as long as somebody else's words are in it.
 * @param {Doc} ydoc
 * @param {unknown} origin
 */
export function undoOf(ydoc, origin) {
  const paragraphs = records(ydoc);
  const maps = [paragraphs, notes(ydoc)];
  const manager = new Y.UndoManager([...maps, title(ydoc)], {
    trackedOrigins: new Set([origin]),
    captureTimeout: PAUSE,
    deleteFilter: (item) => !maps.some((map) => isRecord(item, map)),
  });
  /** @param {{stackItem: any, type: string}} event */
  const remember = ({ stackItem, type }) => {
    if (type === "undo") stackItem.meta.set("made", made(stackItem, paragraphs));
  };
  manager.on("stack-item-added", remember);
  manager.on("stack-item-updated", remember); // several deeds in a row are one to undo
  manager.on("stack-item-popped", ({ stackItem, type }) => {
    const keys = /** @type {string[]} */ (stackItem.meta.get("made") ?? []);
    if (type === "undo" && keys.length) ydoc.transact(() => keys.forEach((key) => fold(paragraphs.get(key))), FOLDING);
  });
  let deeds = 0;
  manager.on("stack-item-added", () => {
    if (++deeds % OFTEN === 0) ydoc.once("afterAllTransactions", () => release(manager));
  });
  return manager;
}

/**
 * A paragraph whose maker takes it back: gone, unless words are left in it.
 * @param {Y.Map<any> | undefined} record
 */
function fold(record) {
  if (record && record.get("gone") === null && tombstone(record.get("text")) === "") record.set("gone", "");
}

/**
 * Whether an item is the whole record of a paragraph or note, or the first value of one of its fields: without
 * them it would not be one. A later value can be undone, and the one before it comes back.
 * @param {Y.Item} item
 * @param {Y.Map<any>} map of paragraphs or notes
 */
function isRecord(item, map) {
  const { parent } = item;
  if (parent === map) return true;
  return item.left === null && parent instanceof Y.Map && parent._item?.parent === map;
}

/**
 * The keys of the paragraphs that a deed made.
 * @param {any} stackItem
 * @param {Y.Map<any>} paragraphs
 */
function made(stackItem, paragraphs) {
  const keys = [];
  for (const [key] of paragraphs) {
    const id = paragraphs._map.get(key)?.id;
    if (id && stackItem.insertions && Y.isDeleted(stackItem.insertions, id)) keys.push(key);
  }
  return keys;
}

/**
 * Forget the oldest deeds, and the deleted words that no undoing needs: Yjs keeps them whole for its manager, and
 * does not let them go when the manager no longer wants them.
 * @param {Y.UndoManager} manager
 */
function release({ doc, undoStack, redoStack }) {
  undoStack.splice(0, Math.max(0, undoStack.length - DEEPEST));
  const deeds = [...undoStack, ...redoStack];
  const wanted = Y.mergeDeleteSets(deeds.flatMap(({ insertions, deletions }) => [insertions, deletions])).clients;
  const free = Y.createDeleteSet();
  for (const [client, structs] of doc.store.clients) {
    const found = without(structs.filter(isWhole), wanted.get(client) ?? []);
    if (found.length) free.clients.set(client, found);
  }
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, free, (item) => item instanceof Y.Item && (item.keep = false));
    Y.tryGc(free, doc.store, doc.gcFilter);
  });
}

/** Whether it is deleted and still has what it said. @param {Y.Item | Y.GC} struct @returns {struct is Y.Item} */
const isWhole = (struct) => struct instanceof Y.Item && struct.deleted && !(struct.content instanceof Y.ContentDeleted);

/**
 * The parts of items that are in none of these stretches; both in the order of their clocks.
 * @param {Y.Item[]} items
 * @param {{clock: number, len: number}[]} stretches
 */
function without(items, stretches) {
  const found = [];
  let at = 0;
  for (const { id, length } of items) {
    let { clock } = id;
    while (clock < id.clock + length) {
      while (at < stretches.length && stretches[at].clock + stretches[at].len <= clock) at++;
      const next = stretches[at] ?? { clock: Infinity, len: 0 };
      const end = Math.min(id.clock + length, next.clock);
      if (end > clock) found.push({ clock, len: end - clock });
      clock = Math.max(end, next.clock + next.len); // behind the stretch
    }
  }
  return found;
}
