// A page that shows the shared text otherwise than it is kept. No page of ours brings that about; whoever forges an
// update can: then the order of words hangs on what came first. Loaded anew, it is the same for everybody.
import { digest } from "./digest.js";

/** @typedef {import("./connection.js").Connection} Connection */
/** @typedef {import("./notice.js").Notice} Notice */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./shelf.js").Shelf} Shelf */
/** @typedef {import("prosemirror-view").EditorView} EditorView */

const ONCE = 60_000; // milliseconds in which a page is loaded anew once: where that does not help, again does not
const LOADED = "rapporteur-loaded-anew";

/**
 * Compare whenever the server tells what should be shown. It tells it while nobody writes; what one has not
 * finished composing is waited for.
 * @param {{session: Session, view: EditorView, connection: Connection, shelf: Shelf | null, notice: Notice}} desk
 */
export function compare({ session, view, connection, shelf, notice }) {
  const [before, told] = (sessionStorage.getItem(LOADED) ?? "").split(" ");
  if (before && !told) {
    sessionStorage.setItem(LOADED, `${before} told`);
    notice.tell([
      [gettext("This page showed the text otherwise than it is kept, and was loaded again. Nothing that was saved is lost; what you did before cannot be undone any more.")],
    ]);
  }
  let loading = false;
  connection.onShown = async (shown) => {
    if (loading || view.composing || same(shown, digest(session.ydoc, session.memory))) return;
    const last = Number((sessionStorage.getItem(LOADED) ?? "").split(" ")[0]);
    if (Date.now() - last < ONCE) return;
    loading = true;
    view.setProps({ editable: () => false });
    sessionStorage.setItem(LOADED, `${Date.now()}`);
    await shelf?.forget();
    location.reload();
  };
}

/** @param {Uint8Array} one @param {Uint8Array} other */
const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);
