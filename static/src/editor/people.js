// The people who are here: their list, going to where somebody is, and following them.
import { bringIntoSight } from "./sight.js";
import { colourOf, initials, others, placeOf } from "./presence.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./presence.js").Who} Who */
/** @typedef {import("y-protocols/awareness").Awareness} Awareness */
/** @typedef {import("prosemirror-view").EditorView} EditorView */

export class People {
  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} told where it is said whom one follows
   * @param {Session} session
   * @param {EditorView} view
   * @param {Awareness} awareness
   */
  constructor(list, told, session, view, awareness) {
    this.list = list;
    this.told = told;
    this.session = session;
    this.view = view;
    this.awareness = awareness;
    /** @type {Who | null} */
    this.followed = null;
    this.listed = "";
    this.at = -1; // where the followed person was last gone to
    list.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (button) this.press(Number(button.dataset.person));
    });
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.stop(gettext("You follow nobody any more."));
    });
  }

  /** Somebody came, left or moved. */
  show() {
    const here = others(this.awareness);
    this.relist(here.map(({ who }) => who));
    if (!this.followed) return;
    const { id, name } = this.followed;
    if (here.some(({ who }) => who.id === id)) this.go();
    else this.stop(interpolate(gettext("%(name)s has left."), { name }, true));
  }

  /** @param {Who[]} here */
  relist(here) {
    const ids = here.map((who) => who.id).join();
    if (ids === this.listed) return;
    this.listed = ids;
    this.list.replaceChildren(...here.map((who) => this.item(who)));
  }

  /** What one does oneself ends following. */
  wrote() {
    this.stop(gettext("You write; you follow nobody any more."));
  }

  /** @param {number} id */
  press(id) {
    if (this.followed?.id === id) return this.stop(gettext("You follow nobody any more."));
    const who = others(this.awareness).find((each) => each.who.id === id)?.who ?? null;
    this.followed = who;
    this.at = -1;
    if (!who) return;
    const words = this.go()
      ? gettext("Following %(name)s. Write or press Escape to stop.")
      : gettext("Following %(name)s, who has not gone into the text yet. Press Escape to stop.");
    this.tell(interpolate(words, { name: who.name }, true));
  }

  /** Go to where the followed person is; whether they are anywhere. */
  go() {
    const caret = this.caretOf(this.followed?.id);
    const at = caret ? placeOf(this.session, this.session.state.doc, caret) : null;
    if (at === null) return false;
    if (at !== this.at) bringIntoSight(this.view, at);
    this.at = at;
    return true;
  }

  /** The caret of a person, who may have several pages open. @param {number | undefined} id */
  caretOf(id) {
    for (const { user, caret } of this.awareness.getStates().values()) if (user?.id === id && caret) return caret;
    return null;
  }

  /** @param {string} why */
  stop(why) {
    if (!this.followed) return;
    this.followed = null;
    this.tell(why);
  }

  /** @param {string} words */
  tell(words) {
    this.told.textContent = words;
    this.told.dataset.following = this.followed ? "yes" : "no";
    for (const button of this.list.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(Number(button.dataset.person) === this.followed?.id));
  }

  /** @param {Who} who */
  item(who) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = `person ${colourOf(who)}`;
    button.dataset.person = String(who.id);
    button.setAttribute("aria-pressed", String(this.followed?.id === who.id));
    button.title = interpolate(gettext("Follow %(name)s"), { name: [who.name, who.delegation].filter(Boolean).join(", ") }, true);
    button.innerHTML = "<span aria-hidden=true></span><span></span>";
    button.children[0].textContent = initials(who.name);
    button.children[1].textContent = who.delegation ? `${who.name} (${who.delegation})` : who.name;
    item.append(button);
    return item;
  }
}
