import assert from "node:assert/strict";
import { test } from "node:test";

import { groupOf, movedBefore } from "../editor/dragging.js";
import { records } from "../editor/shared.js";
import { Person, began, meet } from "./helpers.js";

const texts = () => began("One;", "Two:", { level: 2, text: "a;" }, { level: 2, text: "b;" }, "Three.");

/** @param {Person} person @param {string} key @param {string | null} before */
function drag(person, key, before) {
  const tr = movedBefore(person.session.state, key, before);
  if (tr) person.session.dispatch(tr);
  return Boolean(tr);
}

test("a paragraph dragged is one write to its position, and words typed meanwhile go along", () => {
  const [anna, ben] = [new Person(texts(), 2), new Person(texts(), 3)];
  /** @type {string[]} */
  const written = [];
  records(anna.ydoc).observeDeep((events) => {
    for (const event of events) for (const key of event.keys.keys()) written.push(`${event.path.at(-1)} ${key}`);
  });
  assert.ok(drag(anna, "p1", null));
  assert.deepEqual(written, ["p1 position"]);
  ben.put(0, 3);
  ben.type(" and all");
  meet(anna, ben);
  assert.deepEqual(anna.page, ["Two:", "a;", "b;", "Three.", "One and all;"]);
  assert.deepEqual(ben.page, anna.page);
});

test("what stands below a paragraph goes along, and undo takes it all back at once", () => {
  const anna = new Person(texts());
  assert.ok(drag(anna, "p2", "p1"));
  assert.deepEqual(anna.page, ["Two:", "a;", "b;", "One;", "Three."]);
  anna.session.undo.undo();
  assert.deepEqual(anna.page, ["One;", "Two:", "a;", "b;", "Three."]);
  assert.deepEqual(groupOf(anna.session.state.doc, "p3")?.nodes.length, 1);
});

test("a paragraph that stands there already, is gone, or would go into itself stays", () => {
  const anna = new Person(texts());
  for (const [key, before] of /** @type {[string, string | null][]} */ ([["p2", "p5"], ["p5", null], ["p2", "p3"], ["no", "p1"], ["p1", "no"]]))
    assert.equal(drag(anna, key, before), false, `${key} before ${before}`);
});

test("the caret goes along with its words", () => {
  const anna = new Person(texts());
  anna.put(0, 2);
  drag(anna, "p1", null);
  anna.type("X");
  assert.equal(anna.page.at(-1), "OnXe;");
});
