import assert from "node:assert/strict";
import { test } from "node:test";

import { Away, places, wordsOf } from "../editor/away.js";
import { move, newNote, newParagraph } from "../editor/keys.js";
import { Person, began, meet } from "./helpers.js";

/** Anna away, with what tells of it, and Ben. */
function apart() {
  const update = began("Takes note of it;", "Decides;", "Requests it;", "Asks.");
  const [anna, ben] = [new Person(update, 2), new Person(update, 3)];
  const away = new Away(anna.ydoc, "remote", null);
  const before = anna.session.state.doc;
  const told = (/** @type {Set<string>} */ names) =>
    places(names, before, anna.session.state.doc, "en").map(({ called, what }) => `${called} ${what}`.trim());
  return { anna, ben, away, told };
}

test("tells what one wrote and what others did, by the names of paragraphs", () => {
  const { anna, ben, away, told } = apart();
  anna.put(1, 7);
  anna.type(" gladly");
  ben.put(0, 5);
  ben.type(" good");
  ben.put(3, 0);
  ben.press(move(-1));
  meet(anna, ben);
  assert.deepEqual(told(away.own), ["OP 2"]);
  assert.deepEqual(told(away.others), ["OP 1", "OP 3 moved"]);
  assert.deepEqual(places(away.own, null, anna.session.state.doc, "en").map(({ called, what }) => called + what), ["OP 2"]);
});

test("tells new and deleted paragraphs, and notes by their numbers", () => {
  const { anna, ben, away, told } = apart();
  anna.put(0, 99);
  anna.press(newParagraph);
  anna.type("Invites all;");
  anna.press(newNote);
  anna.type("See A/61/1.");
  ben.session.dispatch(ben.session.state.tr.delete(ben.place(2, 0) - 1, ben.place(3, 0) - 1));
  meet(anna, ben);
  assert.deepEqual(told(away.own), ["OP 2 new", "note 1 new"]);
  assert.deepEqual(told(away.others), ["OP 3 deleted"]);
});

test("says nothing of words that one took back, and forgets what is kept", () => {
  const { anna, away, told } = apart();
  anna.put(0, 5);
  anna.type("x");
  anna.session.undo.undo();
  assert.deepEqual(told(away.own), []);
  assert.deepEqual(wordsOf(away.own, anna.session.state.doc, "en"), [{ called: "OP 1", words: "Takes note of it;" }]);
  away.clear();
  assert.deepEqual([...away.own], []);
});

test("tells the title and paragraphs without a name by what they are", () => {
  const { anna, away, told } = apart();
  anna.put(-1, 0);
  anna.type("Peace");
  assert.deepEqual(told(away.own), ["the title"]);
});
