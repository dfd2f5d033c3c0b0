import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";

import { blocks, pull } from "../editor/binding.js";
import { newNote } from "../editor/keys.js";
import { notes, records } from "../editor/shared.js";
import { Person, began, meet } from "./helpers.js";

const text = began("Takes note of the report;", "Decides to remain seized.", "Requests it.");
const person = (id = 2) => new Person(text, id);

test("a keystroke makes anew the block it was typed into, and no other", () => {
  const anna = person();
  const before = blocks(anna.ydoc, anna.session.memory);
  anna.put(1, 7);
  anna.type("!");
  const after = blocks(anna.ydoc, anna.session.memory);
  assert.deepEqual(after.map((block, at) => at > 0 && block === before[at]), [false, true, false, true]);
});

test("a note called before others gives them other numbers", () => {
  const anna = person();
  anna.put(2, 8);
  anna.press(newNote);
  anna.type("second");
  anna.put(0, 5);
  anna.press(newNote);
  anna.type("first");
  assert.ok(anna.session.state.doc.eq(pull(anna.ydoc)));
});

test("a paragraph deleted here and written in there is read anew when both meet", () => {
  const [anna, ben] = [person(2), person(3)];
  records(anna.ydoc).get("p2")?.set("gone", "Decides to remain seized.");
  assert.equal(anna.page.length, 2);
  ben.put(1, 7);
  ben.type(" gladly");
  meet(anna, ben);
  assert.equal(anna.page[1], "Decides gladly to remain seized.");
});

test("whatever a page may have written into the document, there is something to show", () => {
  const anna = person();
  anna.ydoc.transact(() => {
    /** @type {Y.Map<any>} */ (records(anna.ydoc)).set("bare", "no record");
    /** @type {Y.Map<any>} */ (notes(anna.ydoc)).set("bare", 3);
    records(anna.ydoc).get("p1")?.get("text").insertEmbed(0, { note: "nowhere" });
    records(anna.ydoc).get("p1")?.set("kind", "sermon");
  });
  assert.equal(anna.page.length, 3);
});
