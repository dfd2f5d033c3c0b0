import assert from "node:assert/strict";
import { test } from "node:test";

import { joinBefore, move, newNote, newParagraph } from "../editor/keys.js";
import { grasp, grasped, standing } from "../editor/holding.js";
import { byKey } from "../editor/threads.js";
import { Person, began, meet } from "./helpers.js";

const WORDS = "the trust fund 🕊 for it";
const two = () => {
  const update = began(`Invites all to contribute to ${WORDS};`, "Decides to remain seized.");
  return [new Person(update, 2), new Person(update, 3)];
};

/** A hold on words of the first paragraph. @param {Person} person @param {string} words */
function hold(person, words) {
  const block = person.blocks[1];
  const at = block.textContent.indexOf(words);
  return { ...held({ quote: words }), ...grasp(block, "p1", at, at + words.length, person.ydoc) };
}

/** @param {Partial<import("../editor/holding.js").Held>} some @returns {import("../editor/holding.js").Held} */
const held = (some) => ({ key: "p1", quote: "", whole: false, from: "", to: "", start: 0, end: 0, fate: "kept", beside: "p1", ...some });

/** What stands where a hold is, and what became of it. @param {Person} person @param {import("../editor/holding.js").Held} each */
function seen(person, each) {
  const { doc } = person.session.state;
  const { from, to, fate } = standing(each, byKey(doc), person.ydoc);
  return [fate, doc.textBetween(from, to, "", "*")];
}

test("held words are the same for all while people write before, behind and in them", () => {
  const [anna, ben] = two();
  const words = hold(anna, WORDS);
  anna.put(0, 0);
  anna.type("Urgently ");
  ben.put(0, 29 + WORDS.length);
  ben.type(" at once");
  meet(anna, ben);
  assert.deepEqual([seen(anna, words), seen(ben, words)], [["kept", WORDS], ["kept", WORDS]]);
  ben.put(0, ben.page[0].indexOf("trust"));
  ben.type("general ");
  meet(anna, ben);
  assert.deepEqual(seen(anna, words), ["changed", WORDS.replace("trust", "general trust")]);
});

test("they go along when their paragraph moves, and a call within them is none of them", () => {
  const [anna, ben] = two();
  const words = hold(anna, WORDS);
  ben.put(0, ben.page[0].indexOf(" fund"));
  ben.press(newNote);
  anna.put(0, 3);
  anna.press(move(1));
  meet(anna, ben);
  assert.deepEqual(seen(anna, words), ["kept", WORDS.replace(" fund", "* fund")]);
});

test("words that a split or a joint carried elsewhere are found again; a few letters are not", () => {
  const [anna] = two();
  const [words, few] = [hold(anna, WORDS), hold(anna, "for it")];
  anna.put(0, anna.page[0].indexOf("the trust"));
  anna.press(newParagraph);
  assert.deepEqual(seen(anna, words), ["kept", WORDS]);
  assert.deepEqual(seen(anna, few), ["gone", ""]);
  anna.press(joinBefore);
  assert.deepEqual(seen(anna, words), ["kept", WORDS]);
});

test("words that were taken out are gone", () => {
  const [anna] = two();
  const words = hold(anna, WORDS);
  const at = anna.page[0].indexOf(WORDS);
  anna.put(0, at, at + WORDS.length);
  anna.session.dispatch(anna.session.state.tr.deleteSelection());
  assert.deepEqual(seen(anna, words), ["gone", ""]);
});

test("a hold that names signs of another paragraph, or of nobody, holds nothing", () => {
  const [anna] = two();
  const other = grasp(anna.blocks[2], "p2", 0, 7, anna.ydoc);
  assert.deepEqual(seen(anna, held({ quote: "Decides", ...other })), ["gone", ""]);
  assert.deepEqual(seen(anna, held({ quote: "x", from: "99:1", to: "99:4" })), ["gone", ""]);
});

test("words that the server found are held from then on, by code points and past a call", () => {
  const [anna] = two();
  anna.put(0, 7);
  anna.press(newNote);
  const start = [...anna.page[0].slice(0, anna.page[0].indexOf("🕊"))].length;
  const words = grasped(held({ quote: "🕊 for", start, end: start + 5 }), byKey(anna.session.state.doc), anna.ydoc);
  assert.deepEqual(seen(anna, words), ["kept", "🕊 for"]);
  anna.put(0, 0);
  anna.type("Now ");
  assert.deepEqual(seen(anna, words), ["kept", "🕊 for"]);
});
