import assert from "node:assert/strict";
import { test } from "node:test";

import { enter } from "../editor/paste.js";
import { Person, began, meet } from "./helpers.js";

const READ = { paragraphs: ["Urges all;", "Asks."].map((text) => ({ kind: "operative", level: 1, labelled: true, runs: [{ text }] })), notes: [] };

/** Anna, who pastes, and Ben. */
function two() {
  const update = began("Takes note of it;", "Decides.", "Requests it.");
  return [new Person(update, 2), new Person(update, 3)];
}

/**
 * Paste where the caret is, and what happens while the server reads.
 * @param {Person} person
 * @param {() => void} meanwhile
 * @param {() => boolean} [editable]
 */
async function paste(person, meanwhile, editable = () => true) {
  /** @type {any[]} */
  const [told, warned] = [[], []];
  const page = globalThis;
  const kept = page.fetch;
  Object.assign(page, {
    document: { querySelector: () => null },
    fetch: async () => (meanwhile(), { ok: true, json: async () => structuredClone(READ) }),
  });
  try {
    const warn = (/** @type {any[]} */ ...all) => warned.push(all);
    await enter(person.session, "/pasted/", { html: "", text: "Urges all;\nAsks." }, { tell: (words) => told.push(words), warn, editable });
  } finally {
    Object.assign(page, { fetch: kept, document: undefined });
  }
  return { told: told.at(-1), warned };
}

/** @param {Person} person the words before the caret in its paragraph */
const beforeCaret = ({ session: { state: { selection } } }) => selection.$head.parent.textBetween(0, selection.$head.parentOffset);

test("who waits for what is pasted goes on behind it", async () => {
  const [anna] = two();
  anna.put(0, 99);
  await paste(anna, () => {});
  assert.deepEqual(anna.page, ["Takes note of it;", "Urges all;", "Asks.", "Decides.", "Requests it."]);
  assert.equal(beforeCaret(anna), "Asks.");
});

test("where the paragraph is gone nothing is entered or deleted, and the words are kept to be copied", async () => {
  const [anna, ben] = two();
  anna.put(1, 0, 7);
  const { warned } = await paste(anna, () => {
    ben.session.dispatch(ben.session.state.tr.delete(ben.place(1, 0) - 1, ben.place(2, 0) - 1));
    meet(anna, ben);
    anna.put(1, 0, 8); // "Requests", which is not to be pasted over
  });
  assert.deepEqual(anna.page, ["Takes note of it;", "Requests it."]);
  assert.match(warned[0][0], /is gone: nothing was pasted/);
  assert.deepEqual(warned[0][1], [{ called: "Not pasted:", words: "Urges all;\nAsks." }]);
});

test("who may no longer write when the server has read enters nothing", async () => {
  const [anna] = two();
  const before = anna.page;
  let editable = true;
  anna.put(1, 0, 7);
  const { told } = await paste(anna, () => (editable = false), () => editable);
  assert.deepEqual(anna.page, before);
  assert.match(told, /no longer write/);
});

test("who went on elsewhere stays there, and the words go where they were pasted", async () => {
  const [anna] = two();
  anna.put(1, 0, 7);
  await paste(anna, () => {
    anna.put(2, 8);
    anna.type(" gladly");
  });
  anna.type(",");
  assert.deepEqual(anna.page, ["Takes note of it;", "Urges all;", "Asks.", ".", "Requests gladly, it."]);
});

test("who went on in the same paragraph goes on behind the same words, though it is parted", async () => {
  const [anna] = two();
  anna.put(0, 10);
  await paste(anna, () => anna.type(" gladly"));
  assert.equal(beforeCaret(anna), " gladly");
  anna.type(",");
  assert.deepEqual(anna.page, ["Takes note", "Urges all;", "Asks.", " gladly, of it;", "Decides.", "Requests it."]);
});
