import assert from "node:assert/strict";
import { test } from "node:test";

import { entered, plainly } from "../editor/entering.js";
import { Person, began, meet } from "./helpers.js";

const two = () => {
  const update = began("Takes note of the report;", "Decides to remain seized.");
  return [new Person(update, 2), new Person(update, 3)];
};
/** @param {string} text @param {Partial<import("../editor/entering.js").Piece>} [more] */
const piece = (text, more = {}) => ({ kind: "operative", level: 1, labelled: true, runs: [{ text }], ...more });

/** @param {Person} person @param {import("../editor/entering.js").Pasted["paragraphs"]} paragraphs @param {any[]} [notes] */
function paste(person, paragraphs, notes = []) {
  person.session.undo.stopCapturing();
  person.session.dispatch(entered(person.session.state, { paragraphs, notes }));
  person.session.undo.stopCapturing();
}

test("several paragraphs stand behind the one at whose end they are pasted, and one goes on at their end", () => {
  const [anna, ben] = two();
  anna.put(0, 99);
  paste(anna, [piece("Urges all:"), piece("this;", { level: 2 })]);
  anna.type("!");
  meet(anna, ben);
  assert.deepEqual(ben.page, ["Takes note of the report;", "Urges all:", "this;!", "Decides to remain seized."]);
  assert.deepEqual(ben.blocks[3].attrs.level, 2);
});

test("at the beginning they stand before it, in the midst they part it", () => {
  const [anna, ben] = two();
  anna.put(0, 0);
  paste(anna, [piece("One;"), piece("Two;")]);
  assert.deepEqual(anna.page, ["One;", "Two;", "Takes note of the report;", "Decides to remain seized."]);
  ben.put(0, 10);
  paste(ben, [piece("One;"), piece("Two;")]);
  ben.type("!");
  assert.deepEqual(ben.page, ["Takes note", "One;", "Two;!", " of the report;", "Decides to remain seized."]);
});

test("an empty paragraph becomes the first of them", () => {
  const anna = new Person(began("One;", ""));
  anna.put(1, 0);
  paste(anna, [piece("Recalling all,", { kind: "preambular", labelled: false }), piece("Urges all.")]);
  assert.deepEqual(anna.page, ["One;", "Recalling all,", "Urges all."]);
  assert.deepEqual([anna.blocks[2].attrs.key, anna.blocks[2].attrs.kind], ["p2", "preambular"]);
});

test("an empty paragraph takes on the label printed before the first of them", () => {
  const [anna, ben] = [2, 3].map((id) => new Person(began("One;", ""), id));
  anna.put(1, 0);
  const annex = { kind: "annex", level: 0, label: "Annex I", labelled: true };
  paste(anna, [piece("Terms of reference", annex), piece("The group meets.")]);
  meet(anna, ben);
  for (const { blocks } of [anna, ben]) {
    assert.deepEqual({ ...blocks[2].attrs }, { key: "p2", kind: "annex", level: 0, label: "Annex I" });
  }
});

test("one piece without a number joins the words round the caret, instead of what is selected", () => {
  const [anna] = two();
  anna.put(0, 6, 10);
  paste(anna, [{ kind: "text", level: 1, labelled: false, runs: [{ text: "due ", italic: false }, { text: "note", italic: true }] }]);
  assert.deepEqual(anna.page, ["Takes due note of the report;", "Decides to remain seized."]);
});

test("calls bring their notes, in the order of the text, each once", () => {
  const [anna, ben] = two();
  anna.put(0, 99);
  const called = [{ text: "Urges all" }, { note: "n7" }, { text: " and more" }, { note: "n7" }, { text: "." }];
  paste(anna, [piece("", { runs: called })], [{ id: "n7", runs: [{ text: "See A/80/1." }] }]);
  meet(anna, ben);
  const foot = ben.blocks.filter((block) => block.type.name === "footnote");
  assert.deepEqual(foot.map((note) => [note.attrs.label, note.textContent]), [["1", "See A/80/1."]]);
});

test("one undo takes all of it back", () => {
  const [anna] = two();
  const before = anna.page;
  anna.put(0, 10);
  anna.type("d");
  const typed = anna.page;
  paste(anna, [piece("One;"), piece("Two;")], [{ id: "n1", runs: [{ text: "x" }] }]);
  anna.type("more");
  anna.session.undo.undo();
  anna.session.undo.undo();
  assert.deepEqual(anna.page, typed);
  anna.session.undo.undo();
  assert.deepEqual(anna.page, before);
});

test("lines are paragraphs like that of the caret, and typed labels are never text", () => {
  const [anna] = two();
  anna.put(1, 99);
  paste(anna, plainly("One\nTwo").paragraphs);
  assert.deepEqual(anna.page.slice(2), ["One", "Two"]);
  assert.deepEqual(anna.blocks[3].attrs.kind, "operative");
  const told = plainly("3. Urges\r\n(a) this\n\n(ii) that\nb) more\n\n  no  label ").paragraphs;
  assert.deepEqual(told.map((each) => [each.level, each.labelled, each.runs[0].text]), [
    [1, true, "Urges"], [2, true, "this"], [3, true, "that"], [2, true, "more"], [1, false, "no label"],
  ]);
});
