// The document as the editor holds it: the title, the paragraphs, the notes at the foot.
import { Schema } from "prosemirror-model";

/** @typedef {import("prosemirror-model").Node} Node */

export const schema = new Schema({
  nodes: {
    doc: { content: "title paragraph* footnote*" },
    title: {
      content: "text*",
      marks: "",
      attrs: { key: { default: "title" } },
      defining: true,
      toDOM: () => ["h2", { class: "title", "data-key": "title" }, 0],
      parseDOM: [{ tag: "h1.title, h2.title" }],
    },
    paragraph: {
      content: "(text | call)*",
      attrs: { key: { default: "" }, kind: { default: "preambular" }, level: { default: 1 }, label: { default: "" } },
      toDOM: (node) => [
        "p",
        {
          class: `para ${node.attrs.kind} level-${node.attrs.level}`,
          "data-key": node.attrs.key,
          "data-kind": node.attrs.kind,
          "data-level": String(node.attrs.level),
        },
        0,
      ],
      parseDOM: [
        { tag: "p[data-kind]", getAttrs: (dom) => ({ kind: dom.dataset.kind, level: Number(dom.dataset.level) || 0 }) },
        { tag: "p" },
        { tag: "li" },
        { tag: "h1, h2, h3, h4", attrs: { kind: "heading", level: 0 } },
      ],
    },
    footnote: {
      content: "text*",
      attrs: { key: { default: "" }, label: { default: "" } },
      defining: true,
      isolating: true,
      toDOM: (node) => [
        "p",
        { class: "footnote", "data-key": `note-${node.attrs.key}`, "data-label": node.attrs.label },
        0,
      ],
    },
    text: {},
    call: {
      inline: true,
      atom: true,
      selectable: true,
      attrs: { note: {}, label: { default: "" } },
      toDOM: (node) => ["sup", { class: "call", "data-note": node.attrs.note }, node.attrs.label || "?"],
      parseDOM: [{ tag: "sup.call[data-note]", getAttrs: (dom) => ({ note: dom.dataset.note }) }],
    },
  },
  marks: {
    italic: {
      toDOM: () => ["i", 0],
      parseDOM: [
        { tag: "i" },
        { tag: "em" },
        { style: "font-style=italic" },
        { style: "font-style=normal", clearMark: (mark) => mark.type.name === "italic" },
      ],
    },
  },
});

/**
 * What a block is called in the shared document: a paragraph's key, a note's id, or the title.
 * @param {Node} node
 */
export const nameOf = (node) => `${node.type.name}:${node.attrs.key}`;
