// The shared text on its way to the page: what this browser has kept of it, then what the server has.
import * as Y from "yjs";

import { Away } from "./away.js";
import { pull } from "./binding.js";
import { Connection } from "./connection.js";
import { Shelf } from "./shelf.js";
import { Standing } from "./standing.js";

/** @typedef {import("prosemirror-model").Node} Node */
/**
 * The text with its ways: `left` is how it stood where words were not sent when this page was left.
 * @typedef {{ydoc: Y.Doc, shelf: Shelf | null, connection: Connection, away: Away, standing: Standing, left: Node | null}} Opened
 */

/**
 * @param {HTMLElement} place whose data say which draft, and for whom
 * @param {HTMLElement} shown where it is said how things stand
 * @param {(words: string) => void} say aloud
 * @returns {Promise<Opened>} once there is something to show
 */
export async function opened({ dataset: { draft = "", user = "", writing } }, shown, say) {
  const mayWrite = writing === "yes";
  const ydoc = new Y.Doc();
  // Who may not write gets the text from the server alone: words kept from when they could would be refused.
  const shelf = await Shelf.open(`rapporteur-${draft}-${user}`, mayWrite ? ydoc : new Y.Doc());
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live/${draft}/`;
  const connection = new Connection(address, ydoc);
  const away = new Away(ydoc, connection, shelf?.store);
  const standing = new Standing(shown, say, !shelf && mayWrite);
  const left = mayWrite && shelf?.unsent.length ? pull(ydoc) : null;
  if (left) for (const name of shelf?.unsent ?? []) away.own.add(name);
  await firstSync(connection, standing, Boolean(shelf));
  return { ydoc, shelf, connection, away, standing, left };
}

/**
 * Wait for the server's text, or for what this browser kept where the server cannot be reached.
 * @param {Connection} connection
 * @param {Standing} standing
 * @param {boolean} stored
 */
function firstSync(connection, standing, stored) {
  return new Promise((done) => {
    const look = () => {
      if (connection.synced || connection.closed || (stored && connection.standing === "offline")) {
        clearInterval(timer);
        done(undefined);
      }
      standing.show(connection.standing, connection.closed);
    };
    const timer = setInterval(look, 20);
    look();
  });
}
