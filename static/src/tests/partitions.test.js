// Two and three people, cut off and together again at random, doing at random all that an editor can do: they
// end with the same text, and every word that nobody deleted who had seen it is still on the page.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { italic, joinAfter, joinBefore, move, newNote, newParagraph, relevel, retype } from "../editor/keys.js";
import { pull } from "../editor/binding.js";
import { Person, began, meet } from "./helpers.js";

const RUNS = Number(process.env.RAPPORTEUR_PARTITIONS ?? 2500);

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("type"), at: fc.nat(40) }) },
  ...["enter", "join", "joinAfter", "up", "down", "in", "out", "pp", "op", "italic", "note", "delete", "erase", "undo", "redo"].map(
    (name) => ({ weight: 1, arbitrary: fc.record({ do: fc.constant(name), at: fc.nat(40) }) }),
  ),
);
const script = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ who: fc.nat(2), where: fc.nat(4), deed }) },
    { weight: 1, arbitrary: fc.record({ meet: fc.tuple(fc.nat(2), fc.nat(2)) }) },
  ),
  { maxLength: 30 },
);

const COMMANDS = {
  enter: newParagraph, join: joinBefore, joinAfter, up: move(-1), down: move(1), in: relevel(1), out: relevel(-1),
  pp: retype("preambular"), op: retype("operative"), note: newNote,
};

for (const count of [2, 3]) {
  test(`${count} people converge, and no word is lost`, () => {
    fc.assert(
      fc.property(script, (steps) => {
        const update = began("Takes note of the report;", { text: "the first part;", level: 2 }, "Decides.");
        const people = Array.from({ length: count }, (_, at) => new Person(update, at + 2));
        const words = new Words();
        for (const step of steps) {
          if ("meet" in step) meet(...step.meet.map((who) => people[who % count]));
          else words.act(people[step.who % count], step);
          for (const each of people) assert.ok(each.session.state.doc.eq(pull(each.ydoc)), "the editor shows the document");
        }
        meet(...people);
        meet(...people);
        for (const each of people) assert.ok(each.session.state.doc.eq(people[0].session.state.doc), "all see the same");
        words.check(people[0]);
      }),
      { numRuns: RUNS },
    );
  });
}

/** Every word typed, a private sign of its own, and who took it away having seen it. */
class Words {
  next = 0xe000;
  /** @type {Set<string>} */
  typed = new Set();
  /** @type {Set<string>} */
  taken = new Set();

  /**
   * @param {Person} person
   * @param {{where: number, deed: {do: string, at: number}}} step
   */
  act(person, { where, deed }) {
    const index = where % person.page.length;
    person.put(index, deed.at);
    const before = on(person);
    const name = deed.do;
    if (name === "type") {
      const sign = String.fromCodePoint(this.next++);
      this.typed.add(sign);
      person.type(sign);
    } else if (name === "undo") person.session.undo.undo();
    else if (name === "redo") person.session.undo.redo();
    else if (name === "delete") remove(person, index);
    else if (name === "erase") {
      person.put(index, deed.at, deed.at + 3);
      if (!person.session.state.selection.empty) person.session.dispatch(person.session.state.tr.deleteSelection());
    } else if (name === "italic") {
      person.put(index, deed.at, deed.at + 5);
      person.press(italic);
    } else person.press(COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)]);
    // What was on the person's page and is no more, they took away; only undoing, deleting, erasing may.
    const after = on(person);
    for (const sign of before) if (!after.has(sign)) {
      assert.ok(["undo", "redo", "delete", "erase"].includes(name), `${name} took a word away`);
      this.taken.add(sign);
    }
    for (const sign of after) if (!before.has(sign)) this.taken.delete(sign);
  }

  /** @param {Person} person */
  check(person) {
    const left = on(person);
    for (const sign of this.typed) if (!this.taken.has(sign)) assert.ok(left.has(sign), "a word is lost");
  }
}

/** @param {Person} person */
const on = (person) => new Set([...person.session.state.doc.textContent].filter((sign) => sign >= "\ue000" && sign < "\uf900"));

/**
 * @param {Person} person
 * @param {number} index
 */
function remove(person, index) {
  let at = 0;
  for (const block of person.blocks.slice(0, index + 1)) at += block.nodeSize;
  const block = person.blocks[index + 1];
  if (person.page.length > 1) person.session.dispatch(person.session.state.tr.delete(at, at + block.nodeSize));
}
