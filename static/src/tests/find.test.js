import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "prosemirror-state";

import { current, finding, found, look, step } from "../editor/find.js";
import { schema } from "../editor/schema.js";

const call = (/** @type {string} */ note) => schema.nodes.call.create({ note });

/** @param {...(string | import("prosemirror-model").Node)[]} paragraphs */
function text(...paragraphs) {
  const blocks = paragraphs.map((parts, at) =>
    schema.nodes.paragraph.create({ key: `p${at}` }, parts.map((part) => (typeof part === "string" ? schema.text(part) : part))),
  );
  const doc = schema.nodes.doc.create(null, [schema.nodes.title.create(), ...blocks]);
  return EditorState.create({ doc, plugins: [finding()] });
}

/** What is lit when one looks for words. @param {EditorState} state @param {string} query */
function places(state, query) {
  const asked = state.apply(look(state, query, 0));
  return found(asked).places.map(({ from, to }) => asked.doc.textBetween(from, to, "", "*"));
}

test("case, accents and kinds of apostrophe and space make no difference", () => {
  const state = text(["Égalité entre l’Organisation et les E\u0301tats"], ["l'organisation, ÉTATS"]);
  assert.deepEqual(places(state, "egalite"), ["Égalité"]);
  assert.deepEqual(places(state, "l'organisation"), ["l’Organisation", "l'organisation"]);
  assert.deepEqual(places(state, "états"), ["E\u0301tats", "ÉTATS"]);
});

test("a call within words does not hide them, and one behind them is not lit", () => {
  const state = text(["the report", call("n1"), " of the 🕊 envoy", call("n2"), " and"]);
  assert.deepEqual(places(state, "report of"), ["report* of"]);
  assert.deepEqual(places(state, "envoy"), ["envoy"]);
  assert.deepEqual(places(state, "🕊"), ["🕊"]);
});

test("one goes from place to place and round the ends", () => {
  let state = text(["aid"], ["no"], ["aid and aid"]);
  state = state.apply(look(state, "aid", 6)); // behind the first
  const seen = [current(state)];
  for (const by of /** @type {(1 | -1)[]} */ ([1, 1, -1])) seen.push(current((state = state.apply(step(state, by)))));
  assert.deepEqual(seen, [1, 2, 0, 2]);
});

test("places follow what is written meanwhile", () => {
  let state = text(["aid"], ["aid"]);
  state = state.apply(look(state, "aid", 7));
  assert.equal(current(state), 1);
  state = state.apply(state.tr.insertText("more aid and ", 3));
  assert.deepEqual([found(state).places.length, current(state)], [3, 2]);
  state = state.apply(look(state, "", 0));
  assert.deepEqual(found(state).places, []);
});

test("a thousand paragraphs and ten thousand places: only those about the one gone to are lit", () => {
  const state = text(...Array.from({ length: 1000 }, () => ["a b ".repeat(10)]));
  const asked = state.apply(look(state, "a", 0));
  assert.equal(found(asked).places.length, 10_000);
  assert.equal(found(asked).lit.find().length, 1000);
});
