// Undoing one's own deeds, and nothing of others: Yjs keeps the list.
import * as Y from "yjs";

import { records, tombstone } from "./shared.js";

/** @typedef {import("yjs").Doc} Doc */

const FOLDING = "folding"; // an origin that is not followed: it belongs to the undoing, and is no deed
const PAUSE = 700; // milliseconds of not typing that end what one undo takes back

/**
 * A manager for what `origin` does. To undo the making of a paragraph takes back one's own words in it; the
 * record stays, and is shown as long as somebody else's words are in it.
 * @param {Doc} ydoc
 * @param {unknown} origin
 */
export function undoOf(ydoc, origin) {
  const paragraphs = records(ydoc);
  const manager = new Y.UndoManager([paragraphs, ydoc.getMap("notes"), ydoc.getText("title")], {
    trackedOrigins: new Set([origin]),
    captureTimeout: PAUSE,
    deleteFilter: (item) => !isRecord(item, paragraphs),
  });
  /** @param {{stackItem: any, type: string}} event */
  const note = ({ stackItem, type }) => {
    if (type === "undo") stackItem.meta.set("made", made(stackItem, paragraphs));
  };
  manager.on("stack-item-added", note);
  manager.on("stack-item-updated", note); // several deeds in a row are one to undo
  manager.on("stack-item-popped", ({ stackItem, type }) => {
    const keys = /** @type {string[]} */ (stackItem.meta.get("made") ?? []);
    if (type === "undo" && keys.length) ydoc.transact(() => keys.forEach((key) => fold(paragraphs.get(key))), FOLDING);
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
 * Whether an item is a paragraph's whole record, or the first value of one of its fields: without them it
 * would not be a paragraph. A later value can be undone, and the one before it comes back.
 * @param {Y.Item} item
 * @param {Y.Map<any>} paragraphs
 */
function isRecord(item, paragraphs) {
  const { parent } = item;
  if (parent === paragraphs) return true;
  return item.left === null && parent instanceof Y.Map && parent._item?.parent === paragraphs;
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
