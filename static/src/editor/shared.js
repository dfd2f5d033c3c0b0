// The shape of the shared document, as drafts/formats/shared.py describes it, seen from the browser.
import * as Y from "yjs";

import { between } from "./places.js";

/** @typedef {{key: string, kind: string, level: number, label: string, position: string, text: Y.Text}} Shown */
/** @typedef {{italic?: true}} Formats */
/** @typedef {{insert: string | {note: string}, attributes?: Formats}} Piece */

export const KINDS = ["enacting", "preambular", "operative", "heading", "annex", "text"];
export const DEEPEST = 4;

/** @param {Y.Doc} ydoc */
export const records = (ydoc) => /** @type {Y.Map<Y.Map<any>>} */ (ydoc.getMap("paragraphs"));
/** @param {Y.Doc} ydoc */
export const notes = (ydoc) => /** @type {Y.Map<Y.Map<any>>} */ (ydoc.getMap("notes"));
/** @param {Y.Doc} ydoc */
export const title = (ydoc) => ydoc.getText("title");

/**
 * The paragraphs that are not deleted, in their order.
 * @param {Y.Doc} ydoc
 * @returns {Shown[]}
 */
export function shown(ydoc) {
  /** @type {Shown[]} */
  const found = [];
  for (const [key, record] of records(ydoc)) {
    const text = record instanceof Y.Map ? record.get("text") : null;
    if (text instanceof Y.Text && !isGone(record)) found.push(read(key, record, text));
  }
  return found.sort((one, other) => order(one.position, other.position) || order(one.key, other.key));
}

/**
 * @param {string} key
 * @param {Y.Map<any>} record
 * @param {Y.Text} text
 * @returns {Shown}
 */
function read(key, record, text) {
  const [kind, level, label, position] = ["kind", "level", "label", "position"].map((name) => record.get(name));
  return {
    key,
    kind: KINDS.includes(kind) ? kind : "text",
    level: typeof level === "number" ? Math.min(Math.max(Math.trunc(level), 0), DEEPEST) : 1,
    label: typeof label === "string" ? label : "",
    position: typeof position === "string" ? position : "",
    text,
  };
}

/**
 * By code points, as Python compares; JavaScript compares UTF-16 units, which for positions is the same.
 * @param {string} one
 * @param {string} other
 */
const order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Whether a paragraph was deleted and nobody has written in it since.
 * @param {Y.Map<any>} record
 */
export function isGone(record) {
  const gone = record.get("gone");
  return typeof gone === "string" && gone === tombstone(record.get("text"));
}

/**
 * The words of a text with its calls, as a deletion remembers them.
 * @param {Y.Text} text
 */
export function tombstone(text) {
  return pieces(text)
    .map((piece) => (typeof piece.insert === "string" ? piece.insert : `[^${piece.insert.note}]`))
    .join("");
}

/**
 * @param {Y.Text} text
 * @returns {Piece[]}
 */
export const pieces = (text) => text.toDelta();

/**
 * A new paragraph between two others; what it says is written by the caller.
 * @param {Y.Doc} ydoc
 * @param {string} key
 * @param {{kind: string, level: number, label?: string}} form
 * @param {string | null} before position of the paragraph before it
 * @param {string | null} after position of the one after
 * @returns {Y.Text} its text
 */
export function addParagraph(ydoc, key, form, before, after) {
  const record = new Y.Map();
  const text = new Y.Text();
  record.set("kind", form.kind);
  record.set("level", form.level);
  record.set("label", form.label ?? "");
  record.set("position", between(before, after));
  record.set("text", text);
  record.set("gone", null);
  records(ydoc).set(key, record);
  return text;
}

/**
 * @param {Y.Doc} ydoc
 * @param {string} id
 * @returns {Y.Text} the note's text
 */
export function addNote(ydoc, id) {
  const record = new Y.Map();
  const text = new Y.Text();
  record.set("label", "");
  record.set("text", text);
  notes(ydoc).set(id, record);
  return text;
}

/**
 * The notes to be shown at the foot: first the starred ones that nothing calls, then those called, each once.
 * @param {Y.Doc} ydoc
 * @param {Shown[]} paragraphs
 * @returns {{id: string, label: string, text: Y.Text}[]}
 */
export function shownNotes(ydoc, paragraphs) {
  const called = new Set(paragraphs.flatMap((each) => calls(each.text)));
  const all = notes(ydoc);
  const has = (/** @type {string} */ id) => all.get(id)?.get("text") instanceof Y.Text;
  const starOf = (/** @type {string} */ id) => {
    const label = all.get(id)?.get("label");
    return typeof label === "string" && label.startsWith("*") ? label : "";
  };
  const starred = [...all.keys()].filter((id) => !called.has(id) && has(id) && starOf(id)).sort();
  let number = 0;
  return [...starred, ...[...called].filter(has)].map((id) => ({
    id,
    label: starOf(id) || String(++number),
    text: /** @type {Y.Text} */ (all.get(id)?.get("text")),
  }));
}

/** @param {Y.Text} text */
const calls = (text) => pieces(text).flatMap((piece) => (typeof piece.insert === "object" ? [piece.insert.note] : []));

/** A key nobody has: 64 bits of chance. */
export function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
