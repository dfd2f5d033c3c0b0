// A few lines that stay until they are closed, with paragraphs that one can go to.

/** @typedef {import("./away.js").Place} Place */
/** @typedef {(string | Place[])[]} Line */

export class Notice {
  /**
   * @param {HTMLElement} element
   * @param {(words: string) => void} say aloud
   * @param {(name: string) => void} goTo a block of the text
   */
  constructor(element, say, goTo) {
    this.element = element;
    this.say = say;
    this.goTo = goTo;
  }

  /**
   * @param {Line[]} lines
   * @param {{called: string, words: string}[]} [quotes] what paragraphs say, to be copied
   * @param {Record<string, () => unknown>} [deeds] what can be done about it
   */
  tell(lines, quotes = [], deeds = {}) {
    const paragraphs = lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.append(...line.flatMap((part) => (typeof part === "string" ? [part] : this.listed(part))));
      return paragraph;
    });
    const close = () => void (this.element.hidden = true);
    const buttons = Object.entries({ ...deeds, [gettext("Close")]: close });
    this.element.replaceChildren(...paragraphs, ...quotes.map(quoted), ...buttons.map(([label, deed]) => button(label, deed)));
    this.element.hidden = false;
    this.say(paragraphs.map((paragraph) => paragraph.textContent).join(" "));
  }

  /** @param {Place[]} places @returns {(string | Element)[]} */
  listed(places) {
    return places.flatMap((place, at) => {
      const separate = at === 0 ? "" : ", ";
      const { name, called, what } = place;
      if (what === "deleted") return [separate, interpolate(gettext("%(called)s (deleted)"), { called }, true)];
      const link = button(called, () => this.goTo(name));
      link.className = "plain";
      return [separate, link, what ? ` (${what === "new" ? gettext("new") : gettext("moved")})` : ""];
    });
  }
}

/** @param {{called: string, words: string}} paragraph */
function quoted({ called, words }) {
  const quote = document.createElement("blockquote");
  const head = document.createElement("b");
  head.textContent = called;
  quote.append(head, ` ${words}`);
  return quote;
}

/** @param {string} label @param {() => unknown} deed */
function button(label, deed) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = label;
  button.onclick = deed;
  return button;
}
