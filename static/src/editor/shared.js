// The shape of the shared document, as drafts/formats/shared.py describes it, seen from the browser.
import * as Y from "yjs";

import { between } from "./places.js";

/** @typedef {{key: string, kind: string, level: number, label: string, position: string, text: Y.Text}} Shown */
/** @typedef {{italic?: true}} Formats */
/** @typedef {{insert: string | {note: string}, attributes?: Formats}} Piece */
/** @typedef {(text: Y.Text) => Piece[]} Reader `pieces`, or what remembers them */

export const KINDS = ["enacting", "preambular", "operative", "heading", "annex", "text"];
export const DEEPEST = 4;
const [LONGEST_KEY, LONGEST_LABEL] = [64, 40]; // code points that a version keeps

/** @param {Y.Doc} ydoc */
export const records = (ydoc) => /** @type {Y.Map<Y.Map<any>>} */ (ydoc.getMap("paragraphs"));
/** @param {Y.Doc} ydoc */
export const notes = (ydoc) => /** @type {Y.Map<Y.Map<any>>} */ (ydoc.getMap("notes"));
/** @param {Y.Doc} ydoc */
export const title = (ydoc) => ydoc.getText("title");

/**
 * The paragraphs that are not deleted, in their order.
 * @param {Y.Doc} ydoc
 * @param {{pieces: Reader, form: typeof form}} [by] how texts and records are read
 * @returns {Shown[]}
 */
export function shown(ydoc, by = { pieces, form }) {
  /** @type {Shown[]} */
  const found = [];
  for (const [key, record] of records(ydoc)) {
    const read = record instanceof Y.Map && isKey(key) ? by.form(key, record) : null;
    if (read && !isGone(record, by.pieces)) found.push(read);
  }
  return found.sort((one, other) => order(one.position, other.position) || order(one.key, other.key));
}

/**
 * What a record says its paragraph is; null where it is none.
 * @param {string} key
 * @param {Y.Map<any>} record
 * @returns {Shown | null}
 */
export function form(key, record) {
  const [kind, level, label, position, text] = ["kind", "level", "label", "position", "text"].map((name) => record.get(name));
  if (!(text instanceof Y.Text)) return null;
  return {
    key,
    kind: KINDS.includes(kind) ? kind : "text",
    level: Number.isFinite(level) ? Math.min(Math.max(Math.trunc(level), 0), DEEPEST) : 1,
    label: labelOf(label),
    position: typeof position === "string" ? position : "",
    text,
  };
}

/** What is printed before a paragraph or a note, as long as it can be kept. @param {unknown} label */
const labelOf = (label) => (typeof label === "string" ? [...label].slice(0, LONGEST_LABEL).join("") : "");

/** Whether a paragraph or a note is known by what can be kept as a key. @param {string} key */
export const isKey = (key) => key !== "" && !key.includes("\0") && [...key].length <= LONGEST_KEY;

/**
 * By code points, as Python compares; JavaScript compares UTF-16 units, which for positions is the same.
 * @param {string} one
 * @param {string} other
 */
const order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Whether a paragraph was deleted and nobody has written in it since.
 * @param {Y.Map<any>} record
 * @param {Reader} [read]
 */
export function isGone(record, read = pieces) {
  const gone = record.get("gone");
  return typeof gone === "string" && gone === tombstone(record.get("text"), read);
}

/**
 * The words of a text with its calls, as a deletion remembers them.
 * @param {Y.Text} text
 * @param {Reader} [read]
 */
export function tombstone(text, read = pieces) {
  return read(text)
    .map((piece) => (typeof piece.insert === "string" ? piece.insert : `[^${noteOf(piece)}]`))
    .join("");
}

/** The note that a piece calls, whatever a page may have put there. @param {Piece} piece */
const noteOf = ({ insert }) => (typeof insert === "object" && typeof insert?.note === "string" ? insert.note : "");

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
  record.set("gone", null);
  notes(ydoc).set(id, record);
  return text;
}

/**
 * The notes to be shown at the foot: first the starred ones that nothing calls, then those called, each once; at
 * last those that are no longer called and hold words that nobody saw go.
 * @param {Y.Doc} ydoc
 * @param {Shown[]} paragraphs
 * @param {Reader} [read]
 * @returns {{id: string, label: string, text: Y.Text}[]}
 */
export function shownNotes(ydoc, paragraphs, read = pieces) {
  const called = new Set(paragraphs.flatMap((each) => calls(read(each.text))));
  const all = new Map([...notes(ydoc)].filter(([id, record]) => isKey(id) && record instanceof Y.Map && record.get("text") instanceof Y.Text));
  const starOf = (/** @type {string} */ id) => {
    const label = labelOf(all.get(id)?.get("label"));
    return label.startsWith("*") ? label : "";
  };
  const uncalled = [...all.keys()].filter((id) => !called.has(id)).sort();
  const left = uncalled.filter((id) => !starOf(id) && !isOver(/** @type {Y.Map<any>} */ (all.get(id)), read));
  const shown = [...uncalled.filter(starOf), ...[...called].filter((id) => all.has(id)), ...left];
  let number = 0;
  return shown.map((id) => ({
    id,
    label: starOf(id) || (called.has(id) ? String(++number) : ""),
    text: /** @type {Y.Text} */ (all.get(id)?.get("text")),
  }));
}

/**
 * Whether a note that nothing calls holds no words but those that somebody saw go.
 * @param {Y.Map<any>} record
 * @param {Reader} read
 */
const isOver = (record, read) => isGone(record, read) || tombstone(record.get("text"), read) === "";

/** The notes that a text calls, in order. @param {Piece[]} text */
export const calls = (text) => text.flatMap((piece) => (typeof piece.insert === "object" ? [piece.insert.note] : []));

/** A key nobody has: 64 bits of chance. */
export function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
