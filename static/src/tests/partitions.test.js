// Two and three people, cut off and together again at random, doing at random all that an editor can do: they
// end with the same text, and every word that nobody deleted who had seen it is still on the page, in its own
// paragraph.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { italic, joinAfter, joinBefore, move, newNote, newParagraph, relevel, retype } from "../editor/keys.js";
import { pull } from "../editor/binding.js";
import { nameOf } from "../editor/schema.js";
import { Person, began, meet } from "./helpers.js";

const RUNS = Number(process.env.RAPPORTEUR_PARTITIONS ?? 2500);
const SEED = Number(process.env.RAPPORTEUR_SEED ?? Date.now() & 0x7fffffff);

/** @typedef {{do: string, at: number}} Deed */
/** @typedef {{who: number, where: number, deed: Deed} | {meet: number[]}} Step */

const COMMANDS = {
  enter: newParagraph, join: joinBefore, joinAfter, up: move(-1), down: move(1), in: relevel(1), out: relevel(-1),
  pp: retype("preambular"), op: retype("operative"), note: newNote,
};
const OTHERS = ["italic", "delete", "erase", "across", "undo", "redo"];

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("type"), at: fc.nat(40) }) },
  ...[...Object.keys(COMMANDS), ...OTHERS].map((name) => ({
    weight: 1,
    arbitrary: fc.record({ do: fc.constant(name), at: fc.nat(40) }),
  })),
);
/** @type {fc.Arbitrary<Step[]>} */
const script = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ who: fc.nat(2), where: fc.nat(6), deed }) },
    { weight: 1, arbitrary: fc.record({ meet: fc.tuple(fc.nat(2), fc.nat(2)) }) },
  ),
  { maxLength: 30 },
);

for (const count of [2, 3]) {
  test(`${count} people converge, and no word is lost (${RUNS} runs, seed ${SEED})`, () => {
    fc.assert(fc.property(script, (steps) => play(count, steps)), { numRuns: RUNS, seed: SEED });
  });
}

/** @type {Record<string, Step[]>} what such runs have found, by name */
const FOUND = {
  "a note whose call another deletes shows what was written in it meanwhile": [
    { who: 0, where: 0, deed: { do: "note", at: 0 } },
    { meet: [1, 0] },
    { who: 1, where: 4, deed: { do: "type", at: 0 } },
    { who: 0, where: 0, deed: { do: "delete", at: 0 } },
  ],
};

for (const [name, steps] of Object.entries(FOUND)) test(name, () => play(3, steps));

/** @param {number} count @param {Step[]} steps */
function play(count, steps) {
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
}

/** Every word typed, a private sign of its own; where people have put it, and who took it away having seen it. */
class Words {
  next = 0xe000;
  /** @type {Map<string, Person>} */
  typed = new Map();
  /** @type {Map<string, Set<Person>>} */
  taken = new Map();
  /** @type {Map<string, Set<string>>} the blocks in which somebody has put it, on their own page */
  homes = new Map();

  /**
   * @param {Person} person
   * @param {{where: number, deed: Deed}} step
   */
  act(person, { where, deed }) {
    const name = deed.do;
    // Words are typed into the title and into notes too.
    const index = name === "type" ? (where % person.blocks.length) - 1 : where % person.page.length;
    person.put(index, deed.at);
    const before = on(person);
    if (name === "type") {
      const sign = String.fromCodePoint(this.next++);
      this.typed.set(sign, person);
      person.type(sign);
    } else if (name === "undo") person.session.undo.undo();
    else if (name === "redo") person.session.undo.redo();
    else if (name === "delete") remove(person, index);
    else if (name === "erase" || name === "across") {
      if (name === "erase") person.put(index, deed.at, deed.at + 3);
      else person.select(index, deed.at, Math.min(index + 1, person.page.length - 1), (deed.at * 7) % 9);
      if (!person.session.state.selection.empty) person.session.dispatch(person.session.state.tr.deleteSelection());
    } else if (name === "italic") {
      person.put(index, deed.at, deed.at + 5);
      person.press(italic);
    } else person.press(COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)]);
    this.note(person, name, before, on(person));
  }

  /**
   * What was on the person's page and is no more, they took away: by deleting, erasing or redoing that, and by
   * undoing what was their own.
   * @param {Person} person
   * @param {string} name
   * @param {Map<string, Set<string>>} before
   * @param {Map<string, Set<string>>} after
   */
  note(person, name, before, after) {
    for (const sign of before.keys()) {
      if (after.has(sign)) continue;
      const own = this.typed.get(sign) === person;
      assert.ok(["delete", "erase", "across", "redo"].includes(name) || (name === "undo" && own), `${name} took a word away`);
      of(this.taken, sign).add(person);
    }
    for (const [sign, blocks] of after) {
      if (!before.has(sign)) of(this.taken, sign).delete(person);
      for (const block of blocks) if (!before.get(sign)?.has(block)) of(this.homes, sign).add(block);
    }
  }

  /** @param {Person} person */
  check(person) {
    const left = on(person);
    for (const sign of this.typed.keys()) {
      if (!this.taken.get(sign)?.size) assert.ok(left.has(sign), "a word is lost");
      for (const block of left.get(sign) ?? []) assert.ok(this.homes.get(sign)?.has(block), "a word is where nobody put it");
    }
  }
}

/**
 * @template K, V
 * @param {Map<K, Set<V>>} sets
 * @param {K} key
 * @returns {Set<V>}
 */
function of(sets, key) {
  const found = sets.get(key) ?? new Set();
  sets.set(key, found);
  return found;
}

/** The words on a person's page, and in which blocks each of them stands. @param {Person} person */
function on(person) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const block of person.blocks) {
    for (const sign of block.textContent) {
      if (sign >= "\ue000" && sign < "\uf900") of(found, sign).add(nameOf(block));
    }
  }
  return found;
}

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
