// What is said to people who do not see the page: where the caret has come to, who came and who left.

/** @typedef {import("./presence.js").Who} Who */
/** @typedef {import("prosemirror-view").EditorView} EditorView */

const A_WHILE = 3000; // milliseconds; who loads the page again has neither left nor come

/** @param {string} words */
export function say(words) {
  const spoken = document.getElementById("spoken");
  if (spoken) spoken.textContent = words;
}

export class Whereabouts {
  key = "";
  name = "";

  /**
   * Say what the paragraph is called, when the caret comes into another and when its own is called otherwise.
   * @param {EditorView} view
   */
  show(view) {
    if (!view.hasFocus()) return;
    const { node } = view.domAtPos(view.state.selection.head);
    const block = /** @type {HTMLElement | null} */ ((node instanceof Element ? node : node.parentElement)?.closest("[data-key]"));
    const { key = "", name = "" } = block?.dataset ?? {};
    const called = name || otherwise(key, block?.dataset.label);
    const words = key === this.key ? interpolate(gettext("Now %(called)s"), { called }, true) : called;
    if (called && (key !== this.key || called !== this.name)) say(words);
    [this.key, this.name] = [key, called];
  }
}

/** What is no paragraph. @param {string} key @param {string | undefined} label */
function otherwise(key, label) {
  if (key === "title") return gettext("Title");
  return key.startsWith("note-") ? interpolate(gettext("Note %(label)s"), { label }, true) : "";
}

export class Arrivals {
  /** @type {Map<number, string> | null} who is here, as it was said last; null before anything was */
  said = null;
  timer = 0;

  /** @param {() => Who[]} here */
  note(here) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell(here()), A_WHILE);
  }

  /** @param {Who[]} here */
  tell(here) {
    const now = new Map(here.map((who) => [who.id, who.delegation ? `${who.name} (${who.delegation})` : who.name]));
    const before = this.said ?? new Map();
    const [came, left] = [missing(now, before), missing(before, now)];
    if (came) say(interpolate(this.said ? gettext("%(names)s came") : gettext("Also here: %(names)s"), { names: came }, true));
    if (left) say(interpolate(gettext("%(names)s left"), { names: left }, true));
    this.said = now;
  }
}

/** @param {Map<number, string>} names @param {Map<number, string>} from */
const missing = (names, from) => [...names].flatMap(([id, name]) => (from.has(id) ? [] : name)).join(", ");
