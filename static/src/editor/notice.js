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

  /** @param {Line[]} lines */
  tell(lines) {
    const paragraphs = lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.append(...line.flatMap((part) => (typeof part === "string" ? [part] : this.listed(part))));
      return paragraph;
    });
    this.element.replaceChildren(...paragraphs, this.button("Close", () => (this.element.hidden = true)));
    this.element.hidden = false;
    this.say(paragraphs.map((paragraph) => paragraph.textContent).join(" "));
  }

  /** @param {string} label @param {() => unknown} deed */
  offer(label, deed) {
    this.element.append(" ", this.button(label, deed));
  }

  /** @param {string} called @param {string} words */
  quote(called, words) {
    const quoted = document.createElement("blockquote");
    const head = document.createElement("b");
    head.textContent = called;
    quoted.append(head, ` ${words}`);
    this.element.append(quoted);
  }

  /** @param {Place[]} places @returns {(string | Element)[]} */
  listed(places) {
    return places.flatMap((place, at) => {
      const separate = at === 0 ? "" : ", ";
      const { name, called, what } = place;
      if (what === "deleted") return [separate, `${called} (deleted)`];
      const link = this.button(called, () => this.goTo(name));
      link.className = "plain";
      return [separate, link, what ? ` (${what})` : ""];
    });
  }

  /** @param {string} label @param {() => unknown} deed */
  button(label, deed) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    button.onclick = deed;
    return button;
  }
}
