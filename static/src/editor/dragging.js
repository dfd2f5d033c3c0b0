// A paragraph is dragged by its name in the margin, with what stands below it. A line shows where it would go;
// Escape leaves it where it was. To keys, moving up and down are the same.
import { TextSelection } from "prosemirror-state";

import { byKey } from "./threads.js";

/** @typedef {import("prosemirror-state").EditorState} EditorState */
/** @typedef {import("prosemirror-view").EditorView} EditorView */
/** @typedef {import("prosemirror-model").Node} Node */

const SLACK = 4; // pixels a finger may tremble before it drags
const EDGE = 60; // pixels from an edge of the window at which it scrolls
const SCROLL = 14; // pixels a frame

/**
 * Put a paragraph, with its sub-paragraphs, before another, or behind all; null where it stands there already.
 * @param {EditorState} state
 * @param {string} key
 * @param {string | null} before
 */
export function movedBefore(state, key, before) {
  const group = groupOf(state.doc, key);
  if (!group || group.nodes.some((node) => node.attrs.key === before)) return null;
  const target = before === null ? endOfParagraphs(state.doc) : byKey(state.doc).get(before)?.at;
  if (target === undefined || target === group.from || target === group.to) return null;
  const { head } = state.selection;
  const within = head > group.from && head < group.to ? head - group.from : null;
  const tr = state.tr.delete(group.from, group.to);
  const at = tr.mapping.map(target);
  tr.insert(at, group.nodes);
  if (within !== null) tr.setSelection(TextSelection.create(tr.doc, at + within));
  return tr;
}

/** A paragraph and those below it. @param {Node} doc @param {string} key */
export function groupOf(doc, key) {
  const first = byKey(doc).get(key);
  if (!first) return null;
  const nodes = [first.block];
  const { kind, level } = first.block.attrs;
  for (let at = first.at + first.block.nodeSize; ; at += /** @type {Node} */ (nodes.at(-1)).nodeSize) {
    const next = doc.nodeAt(at);
    const below = next?.type.name === "paragraph" && level > 0 && next.attrs.kind === kind && next.attrs.level > level;
    if (!next || !below) return { nodes, from: first.at, to: at };
    nodes.push(next);
  }
}

/** @param {Node} doc */
function endOfParagraphs(doc) {
  let end = 0;
  doc.forEach((block, at) => {
    if (block.type.name !== "footnote") end = at + block.nodeSize;
  });
  return end;
}

/** The handle that lies over the name of the paragraph one points at, or writes in. */
export class Handle {
  /**
   * @param {EditorView} view
   * @param {() => boolean} mayWrite
   */
  constructor(view, mayWrite) {
    this.view = view;
    this.mayWrite = mayWrite;
    /** @type {string | null} */
    this.key = null;
    /** @type {{key: string, y: number, moving: boolean, before: string | null} | null} */
    this.drag = null;
    this.sheet = /** @type {HTMLElement} */ (view.dom.closest(".sheet") ?? view.dom.parentElement);
    this.handle = this.made("button", "drag-handle");
    this.handle.setAttribute("type", "button");
    this.handle.tabIndex = -1; // the keyboard has keys of its own for it
    this.handle.title = gettext("Drag to move (or Alt+↑, Alt+↓)");
    this.line = this.made("div", "drop-line");
    view.dom.addEventListener("pointermove", (event) => {
      const paragraph = /** @type {HTMLElement} */ (event.target).closest?.(".para");
      if (paragraph && !this.drag) this.put(paragraph.getAttribute("data-key"));
    });
    this.handle.addEventListener("pointerdown", (event) => this.take(event));
    this.handle.addEventListener("pointermove", (event) => this.drag && this.move(event.clientY));
    this.handle.addEventListener("pointerup", () => this.drop());
    this.handle.addEventListener("pointercancel", () => this.end());
    addEventListener("keydown", (event) => {
      if (!this.drag || event.key !== "Escape") return;
      event.preventDefault();
      this.end();
    });
  }

  /** @param {string} tag @param {string} name */
  made(tag, name) {
    const element = document.createElement(tag);
    element.className = name;
    element.hidden = true;
    element.setAttribute("aria-hidden", "true");
    this.sheet.append(element);
    return element;
  }

  /** The caret went somewhere: on a screen that is touched, the handle goes along. */
  show() {
    cancelAnimationFrame(this.frame ?? 0);
    this.frame = requestAnimationFrame(() => this.follow());
  }

  follow() {
    if (this.drag) return;
    const block = this.view.state.selection.$from.node(1);
    if (matchMedia("(hover: none)").matches) this.put(block?.type.name === "paragraph" ? block.attrs.key : null);
    else if (!this.key || !this.element(this.key)) this.put(null);
    else this.put(this.key);
  }

  /** @param {string | null} key */
  put(key) {
    const paragraph = key ? this.element(key) : null;
    this.key = paragraph ? key : null;
    this.handle.hidden = !paragraph || !this.mayWrite();
    if (!paragraph) return;
    const [sheet, place] = [this.sheet, paragraph].map((each) => each.getBoundingClientRect());
    this.handle.style.top = `${place.top - sheet.top}px`;
  }

  /** @param {string} key */
  element(key) {
    return this.view.dom.querySelector(`:scope > .para[data-key="${CSS.escape(key)}"]`);
  }

  /** @param {PointerEvent} event */
  take(event) {
    if (!this.key || event.button) return;
    event.preventDefault(); // the caret stays
    this.handle.setPointerCapture(event.pointerId);
    this.drag = { key: this.key, y: event.clientY, moving: false, before: null };
  }

  /** @param {number} y */
  move(y) {
    const { drag } = this;
    if (!drag) return;
    this.last = y;
    if (!drag.moving && Math.abs(y - drag.y) < SLACK) return;
    if (!drag.moving) {
      drag.moving = true;
      this.mark(true);
      this.roll();
    }
    const paragraphs = /** @type {HTMLElement[]} */ ([...this.view.dom.querySelectorAll(":scope > .para")]);
    const below = firstBelow(paragraphs, y);
    const [at, last] = [paragraphs[below], paragraphs.at(-1)];
    drag.before = at?.dataset.key ?? null;
    const edge = at ? at.getBoundingClientRect().top : (last?.getBoundingClientRect().bottom ?? 0);
    const sheet = this.sheet.getBoundingClientRect().top;
    this.line.hidden = false;
    this.line.style.top = `${edge - sheet}px`;
    this.handle.style.top = `${y - sheet - 12}px`;
  }

  /** Scroll while the pointer is held at an edge of the window. */
  roll() {
    if (!this.drag?.moving) return;
    const y = this.last ?? 0;
    const by = y < EDGE ? -SCROLL : y > innerHeight - EDGE ? SCROLL : 0;
    if (by) {
      scrollBy({ top: by, behavior: "instant" });
      this.move(y);
    }
    requestAnimationFrame(() => this.roll());
  }

  drop() {
    const { drag } = this;
    this.end();
    const tr = drag?.moving ? movedBefore(this.view.state, drag.key, drag.before) : null;
    if (tr) this.view.dispatch(tr);
    this.show();
  }

  end() {
    this.mark(false);
    this.drag = null;
    this.line.hidden = true;
    this.put(this.key);
  }

  /** @param {boolean} on */
  mark(on) {
    this.sheet.classList.toggle("dragging", on);
  }
}

/** Of paragraphs on a page the first whose middle is below a height. @param {HTMLElement[]} paragraphs @param {number} y */
function firstBelow(paragraphs, y) {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { top, bottom } = paragraphs[middle].getBoundingClientRect();
    if ((top + bottom) / 2 < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
