import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";

import { DEEPEST } from "../editor/undo.js";
import { Person, began } from "./helpers.js";

/** Signs that were deleted and are still kept whole. @param {Person} person */
const keptWhole = ({ ydoc }) => {
  let signs = 0;
  for (const structs of ydoc.store.clients.values()) {
    for (const item of structs) if (item instanceof Y.Item && item.deleted && item.content instanceof Y.ContentString) signs += item.length;
  }
  return signs;
};

/** @param {Person} person @param {number} deeds each of one word, typed or taken away again */
function writeAndTakeAway(person, deeds) {
  for (let deed = 0; deed < deeds; deed++) {
    person.session.undo.stopCapturing();
    if (deed % 2 === 0) person.type("word");
    else person.session.dispatch(person.session.state.tr.delete(person.place(0, 0), person.place(0, 4)));
  }
}

test("what nobody can undo any more is let go, however long one writes", () => {
  const anna = new Person(began("Decides."));
  anna.put(0, 0);
  writeAndTakeAway(anna, 2 * DEEPEST);
  const once = keptWhole(anna);
  writeAndTakeAway(anna, 4 * DEEPEST);
  assert.ok(anna.session.undo.undoStack.length <= DEEPEST);
  assert.equal(keptWhole(anna), once);
  assert.deepEqual(anna.page, ["Decides."]);
});

test("the last deeds are undone and done again after the oldest were let go", () => {
  const anna = new Person(began("Decides."));
  anna.put(0, 0);
  writeAndTakeAway(anna, 2 * DEEPEST);
  anna.session.undo.undo();
  assert.deepEqual(anna.page, ["wordDecides."]);
  for (let deed = 2; deed < DEEPEST; deed++) anna.session.undo.undo();
  for (let deed = 1; deed < DEEPEST; deed++) anna.session.undo.redo();
  assert.deepEqual(anna.page, ["Decides."]);
});

test("words undone and written over are let go too", () => {
  const anna = new Person(began("Decides."));
  const writeAndUndo = () => {
    for (let deed = 0; deed < 300; deed++) {
      anna.put(0, 0);
      anna.type("word");
      anna.session.undo.undo();
    }
    return keptWhole(anna);
  };
  assert.equal(writeAndUndo(), writeAndUndo());
});
