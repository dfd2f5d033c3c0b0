import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as Y from "yjs";

import { digest } from "../editor/digest.js";
import { Person, began } from "./helpers.js";

const given = JSON.parse(readFileSync(new URL("../../../tests/formats/shared/shown.json", import.meta.url), "utf8"));
const bytes = (/** @type {string} */ hex) => Uint8Array.from(Buffer.from(hex, "hex"));

test("a page and the server say alike, in short, what a text shows", () => {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, bytes(given.update));
  assert.equal(Buffer.from(digest(ydoc)).toString("hex"), given.digest);
});

test("another word, place or level is another text", () => {
  const anna = new Person(began("Decides.", "Requests."));
  const seen = new Set([digest(anna.ydoc).join()]);
  anna.put(0, 0);
  anna.type("!");
  seen.add(digest(anna.ydoc, anna.session.memory).join());
  const records = /** @type {Y.Map<Y.Map<any>>} */ (anna.ydoc.getMap("paragraphs"));
  records.get("p1")?.set("position", "z");
  seen.add(digest(anna.ydoc, anna.session.memory).join());
  records.get("p1")?.set("level", 2);
  seen.add(digest(anna.ydoc, anna.session.memory).join());
  assert.equal(seen.size, 4);
});
