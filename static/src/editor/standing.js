// What the page says about saving: how things stand; after a time offline, what went and what came; and which
// words could not be kept.
import { pull } from "./binding.js";
import { places, wordsOf } from "./away.js";

/** @typedef {import("./away.js").Away} Away */
/** @typedef {import("./connection.js").Connection} Connection */
/** @typedef {import("./notice.js").Notice} Notice */
/** @typedef {import("./shelf.js").Shelf} Shelf */
/** @typedef {import("prosemirror-model").Node} Node */

const SIGNED_OUT = 4401;
const TROUBLE = ["offline", "unsaved", "closed"];

export class Standing {
  /**
   * @param {HTMLElement} shown where it is said how things stand
   * @param {(words: string) => void} say aloud
   * @param {boolean} alone whether this browser keeps nothing, so that what is not saved is in this page alone
   */
  constructor(shown, say, alone) {
    this.shown = shown;
    this.say = say;
    this.alone = alone;
    this.troubled = false;
  }

  /**
   * Show it; aloud only what a person must know and when that is over, not every word that is saved.
   * @param {string} standing
   * @param {string} reason
   */
  show(standing, reason) {
    if (this.shown.dataset.standing === standing) return;
    this.shown.dataset.standing = standing;
    this.shown.textContent = standing === "closed" ? reason : this.words(standing);
    const over = this.troubled && standing === "saved";
    if (over || TROUBLE.includes(standing)) this.say(this.shown.textContent);
    this.troubled = TROUBLE.includes(standing) || (this.troubled && !over);
  }

  /** In the words of the page. @param {string} standing */
  words(standing) {
    const { dataset } = this.shown;
    if (this.alone && TROUBLE.includes(standing)) return dataset.wordsAlone ?? standing;
    return dataset[`words${standing[0].toUpperCase()}${standing.slice(1)}`] ?? standing;
  }
}

export class Absence {
  /**
   * @param {Away} away
   * @param {Notice} notice
   * @param {Shelf | null} shelf
   * @param {() => Node} text as it is now
   * @param {string} language
   */
  constructor(away, notice, shelf, text, language) {
    this.away = away;
    this.notice = notice;
    this.shelf = shelf;
    this.text = text;
    this.language = language;
    /** @type {Node | null} the text as it was when the server was last there; after a reload, as it is kept here */
    this.before = null;
    this.began = 0; // when that was, in milliseconds; 0 after a reload
  }

  /**
   * How things stand now.
   * @param {Connection} connection
   */
  look({ standing, code }) {
    const { away } = this;
    if (standing === "offline" && !this.before) [this.before, this.began] = [this.text(), Date.now()];
    if (TROUBLE.includes(standing)) this.shelf?.mark(away.own);
    if (standing === "closed" && away.own.size) this.lost(away.own, this.text(), code);
    if (standing !== "saved") return;
    if (this.before) this.back(this.before);
    this.before = null;
    this.began = 0;
    away.clear();
    this.shelf?.mark(away.own);
  }

  /**
   * Everything is sent and here: say what. Where nothing was, nothing is said.
   * @param {Node} before
   */
  back(before) {
    const now = this.text();
    const sent = places(this.away.own, this.began ? before : null, now, this.language);
    const came = places(this.away.others, before, now, this.language);
    if (!sent.length && !came.length) return;
    const both = sent.filter(({ name }) => this.away.others.has(name));
    this.notice.tell([
      [this.began ? interpolate(gettext("Connected again after %(time)s."), { time: duration(Date.now() - this.began) }, true) : gettext("Connected again.")],
      sent.length ? around(gettext("Sent of yours: %(places)s."), sent) : [gettext("You had written nothing.")],
      came.length ? around(gettext("From others: %(places)s."), came) : [gettext("Nothing came from others.")],
      ...(both.length ? [around(gettext("Changed by you and by others, so read it over: %(places)s."), both)] : []),
    ]);
  }

  /**
   * The server takes nothing more: what is not kept is shown, to be copied.
   * @param {Iterable<string>} names
   * @param {Node} doc that holds it
   * @param {number} [code] with which the server closed the text
   */
  lost(names, doc, code = 0) {
    const own = wordsOf(names, doc, this.language);
    const where = own.map(({ called }) => called).join(", ");
    if (code === SIGNED_OUT) {
      const kept = gettext("Not sent yet: what you wrote last in %(where)s. This browser keeps it, and sends it when you have signed in again.");
      this.notice.tell([[interpolate(kept, { where }, true)]], [], { [gettext("Sign in")]: () => location.reload() });
      return;
    }
    const words = gettext("Not saved: what you wrote last in %(where)s. Copy from here what you want to keep:");
    this.notice.tell([[interpolate(words, { where }, true)]], own, {
      [gettext("Leave these words and load the text as it is kept")]: async () => {
        this.away.clear();
        await this.shelf?.forget();
        location.reload();
      },
    });
  }
}

/**
 * Words that this browser kept from when their writer could still write here.
 * @param {Absence} absence
 * @param {Shelf} shelf
 */
export function tellLeftovers(absence, shelf) {
  if (shelf.unsent.length) absence.lost(shelf.unsent, pull(shelf.ydoc));
}

/**
 * A sentence with places in it.
 * @param {string} sentence
 * @param {import("./away.js").Place[]} found
 * @returns {(string | import("./away.js").Place[])[]}
 */
function around(sentence, found) {
  const [before, after] = sentence.split("%(places)s");
  return [before, found, after];
}

/** @param {number} milliseconds */
function duration(milliseconds) {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return gettext("less than a minute");
  if (minutes < 90) return interpolate(ngettext("a minute", "%(n)s minutes", minutes), { n: minutes }, true);
  const hours = Math.round(minutes / 60);
  return interpolate(ngettext("an hour", "%(n)s hours", hours), { n: hours }, true);
}
