// Pasting: what comes from Word, the web or a plain text is read by the server, as any text that is brought in,
// and entered where the caret was. Words alone, and what was copied here, need no reading.
import { Plugin } from "prosemirror-state";
import { Fragment, Slice } from "prosemirror-model";

import { plainly } from "./entering.js";
import { here } from "./keys.js";
import { enteredAt, placeOf } from "./pasteplace.js";
import { schema } from "./schema.js";
import { notes, title } from "./shared.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./entering.js").Pasted & {title?: string, head?: boolean}} Read */
/** @typedef {(line: string, quotes: {called: string, words: string}[]) => void} Warn seen by all, with words to be copied */

const PATIENCE = 10_000; // milliseconds for the server to read; then the lines are entered as they are
const STRUCTURED = /<(?:p|li|h[1-6]|div|table|sup|br|blockquote)\b|mso-/i;
const OURS = /data-pm-slice/;

/**
 * @param {() => Session} session
 * @param {string} address where texts are read
 * @param {(words: string) => void} tell
 * @param {Warn} warn
 */
export const pasting = (session, address, tell, warn) =>
  new Plugin({
    props: {
      transformPasted: (slice) => withKnownNotes(slice, session()),
      handlePaste(view, event) {
        const html = event.clipboardData?.getData("text/html") ?? "";
        const text = event.clipboardData?.getData("text/plain") ?? "";
        const found = here(view.state);
        if (!view.editable || !found || OURS.test(html)) return false;
        if (found.block.type !== schema.nodes.paragraph) {
          view.dispatch(view.state.tr.insertText(text.replace(/\s+/g, " ").trim()).scrollIntoView());
          return true;
        }
        if (!STRUCTURED.test(html) && !/\S\s*[\r\n]\s*\S/.test(text)) return false;
        void enter(session(), address, { html, text }, { tell, warn, editable: () => view.editable });
        return true;
      },
    },
  });

/**
 * @param {Session} session
 * @param {string} address
 * @param {{html: string, text: string}} brought
 * @param {{tell: (words: string) => void, warn: Warn, editable: () => boolean}} page
 */
export async function enter(session, address, { html, text }, { tell, warn, editable }) {
  const place = placeOf(session);
  tell(gettext("Pasting…"));
  const { read, why } = await readBy(address, html, text);
  const pasted = read ?? plainly(text);
  if (!pasted.paragraphs.length && read) pasted.paragraphs = plainly(text).paragraphs;
  if (!editable()) return tell(gettext("You can no longer write in this text: nothing was pasted."));
  const tr = enteredAt(session, place, pasted);
  if (!tr) {
    const gone = gettext("The paragraph you pasted into is gone: nothing was pasted. Paste again where it should stand.");
    return warn(gone, [{ called: gettext("Not pasted:"), words: text }]);
  }
  session.undo.stopCapturing(); // what is pasted is one thing to undo
  session.dispatch(tr);
  if (read?.title && !title(session.ydoc).length) {
    session.dispatch(session.state.tr.insertText(read.title, 1));
  }
  session.undo.stopCapturing();
  tell([why, counted(pasted), leftOut(read)].filter(Boolean).join(" "));
}

/**
 * What the server reads, or why it could not.
 * @param {string} address
 * @param {string} html
 * @param {string} text
 * @returns {Promise<{read: Read | null, why: string}>}
 */
async function readBy(address, html, text) {
  const body = new FormData();
  body.set("html", html);
  body.set("text", text);
  const csrf = /** @type {HTMLInputElement | null} */ (document.querySelector("[name=csrfmiddlewaretoken]"));
  body.set("csrfmiddlewaretoken", csrf?.value ?? "");
  try {
    const answer = await fetch(address, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) return { read: await answer.json(), why: "" };
    return { read: null, why: answer.status === 422 ? await answer.text() : gettext("Its form could not be read.") };
  } catch {
    return { read: null, why: gettext("The server cannot be reached to read its form.") };
  }
}

/** @param {Read | null} read */
function leftOut(read) {
  return read?.head ? gettext("What stood above the text (sponsors, symbol, masthead) is no part of it and was left out.") : "";
}

/** @param {import("./entering.js").Pasted} pasted */
function counted({ paragraphs, notes }) {
  const many = { n: paragraphs.length };
  const words = interpolate(ngettext("%(n)s paragraph", "%(n)s paragraphs", many.n), many, true);
  if (!notes.length) return interpolate(gettext("%(paragraphs)s pasted."), { paragraphs: words }, true);
  const below = interpolate(ngettext("%(n)s note", "%(n)s notes", notes.length), { n: notes.length }, true);
  return interpolate(gettext("%(paragraphs)s and %(notes)s pasted."), { paragraphs: words, notes: below }, true);
}

/**
 * What was copied here, without calls of notes that this text does not have.
 * @param {Slice} slice
 * @param {Session} session
 */
function withKnownNotes(slice, session) {
  /** @param {Fragment} content @returns {Fragment} */
  const known = (content) => {
    /** @type {import("prosemirror-model").Node[]} */
    const kept = [];
    content.forEach((node) => {
      if (node.type === schema.nodes.call && !notes(session.ydoc).has(node.attrs.note)) return;
      kept.push(node.isLeaf ? node : node.copy(known(node.content)));
    });
    return Fragment.fromArray(kept);
  };
  return new Slice(known(slice.content), slice.openStart, slice.openEnd);
}
