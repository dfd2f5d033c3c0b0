// Every paragraph has a key of its own: one that was copied, or came from elsewhere, gets a new one.
import { Plugin } from "prosemirror-state";

import { schema } from "./schema.js";
import { freshKey } from "./shared.js";
import { PULLED } from "./binding.js";

export const distinct = () =>
  new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some((tr) => tr.docChanged) || transactions.every((tr) => tr.getMeta(PULLED))) return null;
      const tr = state.tr;
      const seen = new Set();
      state.doc.forEach((block, at) => {
        if (block.type !== schema.nodes.paragraph) return;
        const { key } = block.attrs;
        const written = key === "empty" && block.content.size;
        if (key && !written && !seen.has(key)) seen.add(key);
        else tr.setNodeMarkup(at, null, { ...block.attrs, key: freshKey() });
      });
      return tr.docChanged ? tr : null;
    },
  });
