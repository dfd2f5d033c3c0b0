// Who is here and where: carets of others in the text, and the list of people.
import * as Y from "yjs";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("y-protocols/awareness").Awareness} Awareness */
/** @typedef {{id: number, name: string, delegation: string}} Who */

const COLOURS = 8; // as in static/css/editor.css

/** The colour of a person, the same on every page. @param {Who} who */
export const colourOf = (who) => `person-${(who.id ?? 0) % COLOURS}`;

/** @param {string} name */
export const initials = (name) =>
  name.split(/\s+/).filter(Boolean).map((word) => word[0]).slice(0, 2).join("").toUpperCase();

/**
 * Everybody who is here but this page, each person once.
 * @param {Awareness} awareness
 * @returns {{client: number, who: Who}[]}
 */
export function others(awareness) {
  const found = new Map();
  for (const [client, state] of awareness.getStates()) {
    if (client !== awareness.clientID && state.user && !found.has(state.user.id)) found.set(state.user.id, { client, who: state.user });
  }
  return [...found.values()];
}

/**
 * Tell the others where the caret is.
 * @param {Session} session
 * @param {Awareness} awareness
 */
export function announce(session, awareness) {
  const where = session.where();
  const state = awareness.getLocalState();
  const caret = where && where.head && { name: where.headName, head: Y.relativePositionToJSON(where.head) };
  if (JSON.stringify(state?.caret ?? null) !== JSON.stringify(caret)) awareness.setLocalStateField("caret", caret);
}

/**
 * @param {() => Session} session
 * @param {Awareness} awareness
 */
export const carets = (session, awareness) =>
  new Plugin({
    props: {
      decorations(state) {
        /** @type {Decoration[]} */
        const shown = [];
        for (const [client, { user, caret }] of awareness.getStates()) {
          if (client === awareness.clientID || !user || !caret) continue;
          const at = placeOf(session(), state.doc, caret);
          if (at !== null) shown.push(Decoration.widget(at, () => caretOf(user), { key: `${client}`, side: -1, ignoreSelection: true }));
        }
        return DecorationSet.create(state.doc, shown);
      },
    },
  });

/**
 * Where somebody's caret stands in this editor.
 * @param {Session} session
 * @param {import("prosemirror-model").Node} doc
 * @param {{name: string, head: unknown}} caret
 * @returns {number | null}
 */
export function placeOf(session, doc, caret) {
  try {
    return session.absolute(doc, String(caret.name), Y.createRelativePositionFromJSON(caret.head));
  } catch {
    return null; // somebody else's page may say anything
  }
}

/** @param {Who} who */
function caretOf(who) {
  const caret = document.createElement("span");
  caret.className = `caret ${colourOf(who)}`;
  caret.setAttribute("aria-hidden", "true");
  const name = document.createElement("span");
  name.textContent = who.name;
  caret.append(name);
  return caret;
}
