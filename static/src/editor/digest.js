// What a page shows of the shared text, in short, as drafts/formats/shared/digest.py makes it.
import { digest as sha256 } from "lib0/hash/sha256";
import * as Y from "yjs";

import { Memory } from "./memory.js";
import { isKey, notes, shown, title, tombstone } from "./shared.js";

/**
 * SHA-256 of the title, the paragraphs in their order with kind and level, and the notes, in JSON.
 * @param {Y.Doc} ydoc
 * @param {Memory} [memory] of what was read before
 * @returns {Uint8Array}
 */
export function digest(ydoc, memory = new Memory()) {
  const words = (/** @type {Y.Text} */ text) => tombstone(text, memory.pieces);
  const paragraphs = shown(ydoc, memory).map(({ key, kind, level, text }) => [key, kind, level, words(text)]);
  const kept = [...notes(ydoc)].filter(([id, record]) => isKey(id) && record instanceof Y.Map && record.get("text") instanceof Y.Text);
  const foot = kept.sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, record]) => [id, words(record.get("text"))]);
  return sha256(new TextEncoder().encode(JSON.stringify([words(title(ydoc)), paragraphs, foot])));
}
