import assert from "node:assert/strict";
import { test } from "node:test";

import { italic, joinAfter, joinBefore, move, newNote, newParagraph, relevel, retype } from "../editor/keys.js";
import { pull } from "../editor/binding.js";
import { Person, began, meet } from "./helpers.js";

const two = () => {
  const update = began("Takes note of the report;", "Decides to remain seized.");
  return [new Person(update, 2), new Person(update, 3)];
};
const same = (/** @type {Person[]} */ ...people) => {
  for (const each of people) {
    assert.ok(each.session.state.doc.eq(pull(each.ydoc)), "the editor shows the document");
    assert.ok(each.session.state.doc.eq(people[0].session.state.doc), "all see the same");
  }
};

test("what one types the other sees", () => {
  const [anna, ben] = two();
  anna.put(0, 5);
  anna.type(" with 🕊 interest");
  meet(anna, ben);
  assert.deepEqual(ben.page[0], "Takes with 🕊 interest note of the report;");
  same(anna, ben);
});

test("Enter parts a paragraph and undo makes it one again", () => {
  const [anna, ben] = two();
  anna.put(0, 10);
  anna.press(newParagraph);
  assert.deepEqual(anna.page, ["Takes note", " of the report;", "Decides to remain seized."]);
  meet(anna, ben);
  same(anna, ben);
  anna.session.undo.undo();
  meet(anna, ben);
  assert.deepEqual(ben.page, ["Takes note of the report;", "Decides to remain seized."]);
  anna.session.undo.redo();
  assert.deepEqual(anna.page, ["Takes note", " of the report;", "Decides to remain seized."]);
});

test("undoing a new paragraph leaves what another wrote in it", () => {
  const [anna, ben] = two();
  anna.put(1, 99);
  anna.press(newParagraph);
  anna.type("Mine");
  meet(anna, ben);
  ben.put(2, 4);
  ben.type(" and yours");
  meet(anna, ben);
  while (anna.session.undo.canUndo()) anna.session.undo.undo();
  meet(anna, ben);
  assert.deepEqual(anna.page, ["Takes note of the report;", "Decides to remain seized.", " and yours"]);
  same(anna, ben);
});

for (const [name, deed] of /** @type {[string, (anna: Person) => unknown][]} */ ([
  ["indents", (anna) => anna.press(relevel(1))],
  ["moves", (anna) => anna.press(move(-1))],
  ["joins to the one before", (anna) => anna.press(joinBefore)],
  ["makes preambular", (anna) => anna.press(retype("preambular"))],
  ["deletes", (anna) => deleteParagraph(anna, 1)],
])) {
  test(`words typed meanwhile are there when another ${name} the paragraph`, () => {
    const [anna, ben] = two();
    anna.put(1, 0);
    deed(anna);
    ben.put(1, 7);
    ben.type(" gladly");
    meet(anna, ben);
    same(anna, ben);
    assert.ok(anna.page.some((text) => text.includes("Decides gladly to remain seized.")), anna.page.join("|"));
  });
}

/**
 * @param {Person} person
 * @param {number} index
 */
function deleteParagraph(person, index) {
  let at = 0;
  for (const block of person.blocks.slice(0, index + 1)) at += block.nodeSize;
  person.session.dispatch(person.session.state.tr.delete(at, at + person.blocks[index + 1].nodeSize));
}

test("Delete at the end joins what follows, with the space that was between", () => {
  const [anna] = two();
  anna.put(0, 99);
  anna.press(joinAfter);
  assert.deepEqual(anna.page, ["Takes note of the report; Decides to remain seized."]);
});

test("a note is numbered by where it is called, and its words are written at the foot", () => {
  const [anna, ben] = two();
  anna.put(1, 7);
  anna.press(newNote);
  anna.type("Resolution 60/1.");
  anna.put(0, 10);
  anna.press(newNote);
  anna.type("A/61/1.");
  meet(anna, ben);
  same(anna, ben);
  const foot = ben.blocks.filter((block) => block.type.name === "footnote");
  assert.deepEqual(foot.map((note) => [note.attrs.label, note.textContent]), [["1", "A/61/1."], ["2", "Resolution 60/1."]]);
});

test("italics delete no word", () => {
  const [anna, ben] = two();
  anna.put(0, 0, 5);
  anna.press(italic);
  ben.put(0, 3);
  ben.type("XX");
  meet(anna, ben);
  same(anna, ben);
  assert.equal(anna.page[0], "TakXXes note of the report;");
});

test("a caret stays between its words while others write before, at and after it", () => {
  const [anna, ben] = two();
  anna.put(0, 5);
  ben.put(0, 0);
  ben.type("He ");
  meet(anna, ben);
  assert.equal(anna.session.state.selection.$head.parentOffset, 8);
  ben.put(0, 8);
  ben.type(" now");
  meet(anna, ben);
  assert.equal(anna.session.state.selection.$head.parentOffset, 8);
});

test("Enter at the beginning puts a paragraph before, and words written meanwhile stay with theirs", () => {
  const [anna, ben] = two();
  anna.put(1, 0);
  anna.press(newParagraph);
  ben.put(1, 7);
  ben.type(" gladly");
  meet(anna, ben);
  same(anna, ben);
  assert.deepEqual(anna.page, ["Takes note of the report;", "", "Decides gladly to remain seized."]);
});

test("to join a paragraph to an empty one takes away the empty one", () => {
  const [anna, ben] = two();
  anna.put(1, 0);
  anna.press(newParagraph);
  anna.put(2, 0);
  anna.press(joinBefore);
  ben.put(1, 7);
  ben.type(" gladly");
  meet(anna, ben);
  same(anna, ben);
  assert.deepEqual(anna.page, ["Takes note of the report;", "Decides gladly to remain seized."]);
});

test("words written in a paragraph that another deletes with the beginning of the next stay by themselves", () => {
  const [anna, ben] = two();
  anna.select(0, 0, 1, 8);
  anna.session.dispatch(anna.session.state.tr.deleteSelection());
  assert.deepEqual(anna.page, ["to remain seized."]);
  ben.put(0, 5);
  ben.type(" good");
  meet(anna, ben);
  same(anna, ben);
  assert.deepEqual(anna.page, ["Takes good note of the report;", "to remain seized."]);
});

test("typing over words of two paragraphs leaves the second, whose end is left", () => {
  const [anna] = two();
  const kept = anna.blocks[2].attrs.key;
  anna.select(0, 0, 1, 8);
  anna.type("Asks ");
  assert.deepEqual(anna.blocks.slice(1).map((block) => [block.attrs.key, block.textContent]), [[kept, "Asks to remain seized."]]);
});

test("of two paragraphs that change places the one with the caret has moved, and no other is written to", () => {
  const update = began("Takes note;", "Decides;", "Requests;");
  const [anna, ben] = [new Person(update, 2), new Person(update, 3)];
  anna.put(0, 3);
  anna.press(move(1));
  ben.put(1, 3);
  ben.press(move(1));
  meet(anna, ben);
  same(anna, ben);
  assert.deepEqual(anna.page.indexOf("Takes note;") < anna.page.indexOf("Requests;"), true);
  assert.deepEqual(anna.page.at(-1), "Decides;");
});

test("undoing a deed brings the caret back to where it was done, and doing it again too", () => {
  const [anna] = two();
  const at = () => [anna.session.block?.attrs.key, anna.session.state.selection.$head.parentOffset];
  anna.put(1, 7);
  anna.type(" gladly");
  anna.put(0, 3);
  anna.session.undo.undo();
  assert.deepEqual(at(), ["p2", 7]);
  anna.put(0, 3);
  anna.session.undo.redo();
  assert.deepEqual(at(), ["p2", 7]);
  anna.session.undo.undo();
  anna.put(1, 7);
  anna.press(newNote);
  anna.type("See A/61/1.");
  while (anna.session.undo.canUndo()) anna.session.undo.undo();
  assert.deepEqual(at(), ["p2", 7]);
});
