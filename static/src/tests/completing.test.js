import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST, completions } from "../editor/completing.js";

const english = {
  spaced: true,
  capital: true,
  preambular: { before: ["deeply"], verbs: ["recalling", "taking note"], after: ["with concern"] },
  operative: { before: ["also", "further"], verbs: ["recalls", "recommends", "takes note", "thanks"], after: ["also", "with concern", "with dismay"] },
};
const typed = (/** @type {string} */ words) => completions(words, english.operative, english);

test("a phrase is offered from its second letter on, whatever the case, with a capital", () => {
  assert.deepEqual(typed("T"), []);
  assert.deepEqual(typed("ta"), ["Takes note"]);
  assert.deepEqual(typed("Re"), ["Recalls", "Recommends"]);
});

test("what is complete, or no opening phrase, is left alone", () => {
  for (const words of ["Recalls", "Recalls its", "Whatever", " ta", ""]) assert.deepEqual(typed(words), []);
});

test("words before the verb are kept, and words behind it offered", () => {
  assert.deepEqual(typed("Also re"), ["Also recalls", "Also recommends"]);
  assert.deepEqual(typed("Takes note with"), ["Takes note with concern", "Takes note with dismay"]);
  assert.deepEqual(typed("Fur"), ["Further"]);
});

test("Russian openers stay in lower case where one wrote them so, and Chinese needs one sign and no space", () => {
  const russian = { ...english, capital: false, preambular: { before: [], verbs: ["ссылаясь"], after: [] } };
  assert.deepEqual(completions("сс", russian.preambular, russian), ["ссылаясь"]);
  const chinese = { ...english, spaced: false, operative: { before: ["还"], verbs: ["强调", "强烈谴责"], after: [] } };
  assert.deepEqual(completions("还强", chinese.operative, chinese), ["还强烈谴责", "还强调"]);
});

test("never more than can be seen at a glance", () => {
  const many = { ...english, operative: { before: [], verbs: Array.from({ length: 50 }, (_, at) => `re${"x".repeat(at)}`), after: [] } };
  assert.equal(completions("re", many.operative, many).length, MOST);
});
